organiser-map-of = Karta över { $names }.
organiser-map-of-neighbours = Karta över { $names } med grannarna { $neighbours }.
organiser-map-country = Sveriges kommuner
organiser-map-takes-part = deltar
organiser-category-short-small = liten
organiser-category-short-medium = medelstor
organiser-category-short-large = stor
organiser-error-domain = Skriv en e-postdomän, till exempel hoor.se.
organiser-error-domain-webmail = Där kan vem som helst skaffa en adress, så den domänen styrker inte var någon arbetar.
organiser-error-domain-taken = Domänen är redan knuten till en annan huvudman.
organiser-error-number-taken = Det finns redan en huvudman med det organisationsnumret. Sök upp den och rätta den i stället.

# Sök
organiser-index-title = Huvudmän
organiser-index-lead = Alla Sveriges kommuner och de enskilda huvudmän vi känner till. Sök upp er egen och se vilka som gränsar till er eller liknar er.
organiser-map-link = Se kartan
organiser-new-link = Lägg till enskild huvudman
organiser-field-q = Namn eller organisationsnummer
organiser-field-county = Län
organiser-field-category = Kategori
organiser-field-structure = SKR-grupp
organiser-field-kind = Slag av huvudman
organiser-filter-all = Alla
organiser-search-submit = Sök
organiser-found = { $n ->
    [0] Ingen huvudman
    [one] 1 huvudman
   *[other] { $n } huvudmän
  }
organiser-none-title = Ingen huvudman passar in
organiser-none-body = Pröva med en del av namnet eller färre val. Saknas en enskild huvudman kan en samordnare lägga till den.
organiser-none-all = Visa alla huvudmän
organiser-page = Sida { $page }
organiser-takes-part = Deltar
organiser-takes-part-here = Deltar i Grannskap
organiser-categories-explained = Små kommuner har under { $small } invånare, medelstora från { $small } och stora från { $medium }.
organiser-index-order = Ordningen är alfabetisk; ingen jämförs som bättre eller sämre.
organiser-category-small = Liten kommun
organiser-category-medium = Medelstor kommun
organiser-category-large = Stor kommun
organiser-category-independent = Enskild huvudman
organiser-kind-municipality = Kommuner
organiser-kind-independent = Enskilda huvudmän
organiser-structure-A1 = Storstäder
organiser-structure-A2 = Pendlingskommun nära storstad
organiser-structure-B3 = Större stad
organiser-structure-B4 = Pendlingskommun nära större stad
organiser-structure-B5 = Lågpendlingskommun nära större stad
organiser-structure-C6 = Mindre stad eller tätort
organiser-structure-C7 = Pendlingskommun nära mindre tätort
organiser-structure-C8 = Landsbygdskommun
organiser-structure-C9 = Landsbygdskommun med besöksnäring
organiser-inhabitants = { $n ->
    [one] { $shown } invånare
   *[other] { $shown } invånare
  }
organiser-pupils = { $n ->
    [one] { $shown } elev i årskurs 9
   *[other] { $shown } elever i årskurs 9
  }

# Karta
organiser-map-title = Sveriges kommuner på karta
organiser-map-crumb = Karta
organiser-map-lead = Välj en kommun för att se dess grannar och likar. Tabellen under kartan säger samma sak.
organiser-map-source = Kartan bygger på SCB:s digitala gränser.
organiser-map-table = Samma sak som tabell
organiser-map-table-note = En asterisk betyder att kommunen deltar i Grannskap.

# En huvudman
organiser-facts-title = Fakta
organiser-fact-category = Kategori
organiser-fact-size = Storlek
organiser-fact-structure = SKR-grupp
organiser-fact-county = Län
organiser-fact-number = Organisationsnummer
organiser-source-coordinator = uppgift från en samordnare, { $year }
organiser-source-coordinators = uppgift från en samordnare
organiser-source-kolada = Källa: Kolada, liknande kommuner { $year }
organiser-around-label = Runt omkring
organiser-neighbours-title = Grannar
organiser-neighbours-source = Gränser enligt SCB och Valmyndigheten. Avstånden är vår beräkning, fågelvägen.
organiser-neighbour-land = Gränsar på land, { $kilometres } km bort
organiser-neighbour-water = Gränsar i vatten, { $kilometres } km bort
organiser-neighbour-distance = Närmast utan gräns, { $kilometres } km bort
organiser-active-title = Enskilda huvudmän här
organiser-municipalities-title = Har skolor i
organiser-alike-link = Se vilka som liknar
organiser-alike-title = Huvudmän som liknar
organiser-alike-by = Liknar i fråga om
organiser-alike-area = Område i Kolada
organiser-like-neighbours = Grannar
organiser-like-category = Samma kategori
organiser-like-structure = Samma SKR-grupp
organiser-like-kolada = Liknande enligt Kolada
organiser-like-independent-neighbours = I samma trakt
organiser-like-independent-category = Lika stora
organiser-area-compulsory-school = Grundskola
organiser-area-preschool = Förskola
organiser-area-after-school = Fritidshem
organiser-area-upper-secondary = Gymnasieskola
organiser-area-socioeconomic = Socioekonomi
organiser-area-overall = Övergripande
organiser-alike-neighbours = Kommunerna som gränsar hit, i bokstavsordning.
organiser-alike-neighbours-nearest = Ingen kommun gränsar hit på land eller vatten. Det här är de som ligger närmast, i bokstavsordning.
organiser-alike-neighbours-near = Kommunerna som gränsar hit, och de som saknar gräns och har nära hit, i bokstavsordning.
organiser-alike-category = { $total ->
    [one] Den andra kommunen i samma kategori.
   *[other] { $shown } av { $total } kommuner i samma kategori, de som ligger närmast i antal invånare, i bokstavsordning.
  }
organiser-alike-structure = { $total ->
    [one] Den andra kommunen i samma SKR-grupp.
   *[other] { $shown } av { $total } kommuner i samma SKR-grupp, de som ligger närmast på kartan, i bokstavsordning.
  }
organiser-alike-kolada = Kommunerna som Kolada räknar som liknande inom området, i bokstavsordning.
organiser-alike-independent-neighbours = { $shown } av { $total } huvudmän i samma eller en angränsande kommun, i bokstavsordning.
organiser-alike-independent-category = { $shown } enskilda huvudmän som ligger närmast i antal elever, i bokstavsordning.
organiser-alike-more = Visa alla
organiser-alike-none-title = Ingen att visa
organiser-alike-none-body = Underlag saknas för den här jämförelsen. Välj en annan.

# E-postdomäner
organiser-domains-title = E-postdomäner
organiser-domains-body = Den som bekräftar en adress på en sådan domän får sitt uppdrag hos huvudmannen bekräftat direkt.
organiser-field-domain = Domän
organiser-field-domain-hint = Det som står efter @, till exempel hoor.se.
organiser-domain-tie = Knyt domänen
organiser-domain-untie = Ta bort
organiser-domain-untie-label = Ta bort { $domain }
flash-organiser-domain-tied = Domänen är knuten till huvudmannen.
flash-organiser-domain-untied = Domänen är borttagen. Uppdrag som redan är bekräftade påverkas inte.

# Lägga till och rätta
organiser-new-title = Lägg till en enskild huvudman
organiser-edit-title = Rätta { $name }
organiser-edit-crumb = Uppgifter
organiser-edit-link = Rätta uppgifterna
organiser-edit-lead = Kommuner hämtas ur officiella register. Enskilda huvudmän kan saknas eller ha fel uppgifter, och då rättar du dem här. Det du sparar skrivs inte över av nya register.
organiser-field-name = Namn
organiser-field-number = Organisationsnummer
organiser-field-number-hint = Tio siffror, till exempel 556016-0680. Personnummer tas inte emot.
organiser-field-municipalities = Kommuner med skolor
organiser-field-municipalities-hint = Skriv kommunernas namn med komma eller radbrytning emellan.
organiser-field-pupils = Elever i årskurs 9
organiser-field-pupils-hint = Ett mått på storlek. Lämna tomt om du inte vet.
organiser-edit-submit = Spara
organiser-error-number = Numret stämmer inte. Ett organisationsnummer har tio siffror, den tredje är minst 2 och den sista är en kontrollsiffra.
organiser-error-municipalities = Någon av kommunerna känner vi inte igen.
organiser-error-municipalities-unknown = Det här känner vi inte igen som kommun: { $names }.
flash-organiser-added = Huvudmannen är tillagd.
flash-organiser-corrected = Uppgifterna är sparade.
