# Matchningsomgångar

round-list-and = och

# Förklaringar
round-why-group-binds = Gruppen hör ihop för att { $list }.
round-why-group-themes = Flera arbetar med { $list }.
round-why-group-km = Längst är det { $km } km mellan två av er, fågelvägen.
round-why-group-sizes = Den minsta huvudmannen har { $least } och den största { $most } invånare (elever hos enskilda).
round-why-group-lacks = Det som fick stå tillbaka: { $list }.
round-why-group-plain = Gruppen sattes ihop för att alla skulle få en plats.
round-why-binds-size = huvudmännen är ungefär lika stora
round-why-binds-neighbours = huvudmännen är grannar
round-why-binds-distance = det är nära att ses
round-why-binds-structure = huvudmännen hör till samma kommungrupp
round-why-binds-similar = Kolada räknar dem som liknande kommuner
round-why-binds-themes = flera arbetar med samma teman
round-why-binds-offer-need = någon kan ge det som någon annan behöver
round-why-binds-role-likeness = uppdragen liknar varandra
round-why-binds-role-mix = uppdragen kompletterar varandra
round-why-binds-format = alla vill träffas på samma sätt
round-why-binds-novelty = de flesta är nya för varandra
round-why-binds-wish = flera har önskat varandra
round-why-lacks-size = huvudmännen är olika stora
round-why-lacks-neighbours = huvudmännen gränsar inte till varandra
round-why-lacks-distance = det är långt mellan några
round-why-lacks-structure = huvudmännen hör till olika kommungrupper
round-why-lacks-similar = Kolada räknar dem inte som liknande kommuner
round-why-lacks-themes = få teman är gemensamma
round-why-lacks-offer-need = få kan ge just det som någon annan behöver
round-why-lacks-role-likeness = uppdragen skiljer sig åt
round-why-lacks-role-mix = uppdragen är av samma slag
round-why-lacks-format = alla vill inte träffas på samma sätt
round-why-lacks-novelty = några har redan varit i samma grupp
round-why-lacks-wish = önskemål om varandra gick inte ihop
round-why-weakest = Minst gemensamt har { $one } och { $two }.
round-why-weakest-km = Minst gemensamt har { $one } och { $two }, { $km } km från varandra.
round-why-by-hand = Samordnaren har själv satt dig i gruppen.
round-why-closest = Närmast dig är { $name }.
round-why-closest-list = Närmast dig är { $name }: ni { $list }.
round-why-loosest = Längst från din vardag är { $name }.
round-why-loosest-km = Längst från din vardag är { $name }, { $km } km bort.
round-why-tie-size = är ungefär lika stora
round-why-tie-neighbours = är grannar
round-why-tie-distance = har nära till varandra
round-why-tie-structure = hör till samma kommungrupp
round-why-tie-similar = räknas som liknande kommuner av Kolada
round-why-tie-themes = har gemensamma teman
round-why-tie-offer-need = kan ge varandra det ni behöver
round-why-tie-role-likeness = har liknande uppdrag
round-why-tie-role-mix = har olika uppdrag
round-why-tie-format = vill träffas på samma sätt
round-why-tie-novelty = är nya för varandra
round-why-tie-wish = har önskat varandra
round-why-wishes-met = { $n ->
    [one] En person som du önskade är med.
   *[other] { $n } personer som du önskade är med.
}
round-why-wishes-unmet = { $n ->
    [one] En person som du önskade fick inte plats i samma grupp.
   *[other] { $n } personer som du önskade fick inte plats i samma grupp.
}
round-why-second-less = { $group } var nästa alternativ, men där har du mindre gemensamt.
round-why-second-others = { $group } hade passat dig lika bra, men då hade grupperna sammantaget blivit sämre.
round-why-second-rules = { $group } var nästa alternativ, men omgångens regler tillåter det inte.

# Utan plats
round-unplaced-unconfirmed = Uppdraget var inte bekräftat när grupperna sattes ihop.
round-unplaced-taken-out = Samordnaren har tagit personen ur förslaget.
round-unplaced-too-few = Det är för få som kan bilda en grupp: { $registered } är anmälda och det behövs minst { $needed }.
round-unplaced-sizes = { $registered } personer går inte att dela i grupper av tillåten storlek: det finns { $places } platser. Lotten avgjorde.
round-unplaced-organiser = { $registered } är anmälda från { $organiser } och det finns { $places } platser för samma huvudman. Lotten avgjorde.
round-unplaced-partners = För få kan dela grupp: { $possible } av minst { $needed }. Det som oftast står i vägen är { $mostly }.
round-unplaced-no-room = Ingen grupp hade plats. Det som oftast står i vägen är { $mostly }.
round-unplaced-full = Grupperna är fulla.
round-conflict-organiser = att de kommer från samma huvudman
round-conflict-category = att kategorierna hålls isär
round-conflict-level = att nivåerna hålls isär
round-conflict-not-with = önskemål om att inte träffas
round-conflict-apart = att samordnaren håller dem isär
round-conflict-rivals = att huvudmännen konkurrerar
round-conflict-met = att de nyss har varit i samma grupp
round-conflict-format = att de vill träffas på olika sätt
round-conflict-travel = att det är för långt att resa
round-help-more-people = { $n ->
    [one] En person till anmäler sig.
   *[other] { $n } personer till anmäler sig.
}
round-help-more-organisers = { $n ->
    [one] En person till från en annan huvudman anmäler sig.
   *[other] { $n } personer till från andra huvudmän anmäler sig.
}
round-help-per-organiser = Omgången tillåter { $n } från samma huvudman i en grupp.
round-help-group-size = Omgången tillåter grupper med { $least } till { $most } deltagare.
round-help-travel = Personen kan resa { $km } km till en träff.
round-help-either-way = Personen kan träffas både på plats och digitalt.
round-help-mix-categories = Omgången blandar kategorier.
round-help-mix-levels = Omgången blandar nivåer.
round-help-fewer-not-with = Önskemål om att inte träffas tas tillbaka.
round-help-fewer-locks = Samordnaren släpper på vilka som hålls isär.
round-help-meet-again = De som nyss varit i samma grupp får mötas igen.
round-help-confirm = Samordnaren bekräftar uppdraget; sedan går det bra att vara med i nästa omgång eller i en öppen grupp.
round-help-ask = Fråga samordnaren, eller be att få vara med i en öppen grupp.

# Brutna regler
round-broken-small = { $group } får { $size } deltagare; omgången kräver minst { $least }.
round-broken-large = { $group } får { $size } deltagare; omgången tillåter högst { $most }.
round-broken-organiser = { $group } får { $count } från { $organiser }; omgången tillåter högst { $most }.
round-broken-pair = { $one } och { $two } kan inte dela grupp: { $why }.
round-broken-split = { $list } skulle hållas ihop men gör det inte.
round-broken-locked = { $one } är låst till en annan grupp.
round-broken-twice = { $one } står i mer än en grupp.

# Mejl
mail-round-context = Omgången heter { $round } och hör till nätverket { $network }.
mail-round-note = Från samordnaren
mail-round-placed-subject = Din utbytesgrupp: { $group }
mail-round-placed-intro = Du har fått en utbytesgrupp: { $name }.
mail-round-placed-others = De andra i gruppen
mail-round-placed-why = Varför just ni
mail-round-placed-next = Nästa steg: föreslå en första träff. Den som skriver först brukar få i gång gruppen.
mail-round-placed-button = Föreslå en träff
mail-round-placed-group = Till gruppens sida
mail-round-unplaced-subject = Ingen grupp den här gången: { $name }
mail-round-unplaced-intro = Den här gången fick du ingen grupp.
mail-round-unplaced-why = Varför:
mail-round-unplaced-help = Det här skulle hjälpa, var för sig:
mail-round-unplaced-next = Du kan be att få vara med i en öppen grupp redan nu. Annars hör vi av oss vid nästa omgång.
mail-round-unplaced-button = Se öppna grupper
mail-round-cancelled-subject = Omgången är inställd: { $name }
mail-round-cancelled-body = Matchningsomgången { $round } i nätverket { $network } är inställd. Du behöver inte göra något.
mail-round-cancelled-next = Kommande omgångar visas på nätverkets sida.
