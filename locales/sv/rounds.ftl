# Matchningsomgångar

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
round-why-binds-times = flera kan ses vid samma tider
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
round-why-lacks-times = få tider passar flera
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
round-why-tie-times = kan ses vid samma tider
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
round-unplaced-unshown = Det gick inte att få ihop en grupp med alla hänsyn som ska tas. Mer än så kan inte visas.
round-unplaced-full = Grupperna är fulla.
round-conflict-organiser = att de kommer från samma huvudman
round-conflict-category = att kategorierna hålls isär
round-conflict-level = att nivåerna hålls isär
round-conflict-not-with = något som inte kan visas
round-conflict-apart = att samordnaren håller dem isär
round-conflict-rivals = att samordnaren håller huvudmännen isär
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
round-help-fewer-locks = Samordnaren släpper på vilka som hålls isär.
round-help-meet-again = De som nyss varit i samma grupp får mötas igen.
round-help-confirm = Samordnaren bekräftar uppdraget; sedan går det bra att vara med i nästa omgång eller i en öppen grupp.
round-help-ask = Fråga samordnaren, eller be att få vara med i en öppen grupp.

# Brutna regler
round-broken-small = { $group } får { $size } deltagare; omgången kräver minst { $least }.
round-broken-large = { $group } får { $size } deltagare; omgången tillåter högst { $most }.
round-broken-organiser = { $group } får { $count } från { $organiser }; omgången tillåter högst { $most }.
round-broken-pair = { $one } och { $two } kan inte dela grupp: { $why }.
round-broken-unshown = Något som inte kan visas talar emot att { $group } sätts ihop så.
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

# Sidor
round-next = Nästa steg
round-new-title = Öppna en matchningsomgång
round-edit-title = Ändra omgången
round-form-lead = Medlemmarna anmäler sig, du sätter ihop grupper med ett förslag som grund, och alla får besked.
round-name = Namn
round-name-hint = Till exempel Våren 2027.
round-preset = Vad gör en bra grupp?
round-preset-neighbours = Grannar
round-preset-neighbours-hint = De som har nära till varandra, oavsett storlek. Lätt att ses på plats.
round-preset-similar = Likar
round-preset-similar-hint = De som liknar varandra i storlek och förutsättningar, var de än ligger.
round-preset-mixed = Lite av båda
round-preset-mixed-hint = Hyfsat nära och hyfsat lika, med gemensamma teman.
round-preset-own = Egna vikter
round-preset-own-hint = Du bestämmer själv hur mycket varje sak väger, här nedanför.
round-preset-own-said = Samordnaren har själv bestämt vad som räknas.
round-weights-title = Egna vikter: hur mycket varje sak väger
round-weights-hint = Räknas bara när du har valt egna vikter. 0 spelar ingen roll, 100 är mest. Det är förhållandet mellan talen som räknas; i de färdiga valen är summan 100.
round-weights = Det här räknas: { $list }.
round-weight-neighbours = Gränsar till varandra
round-weight-distance = Nära att åka
round-weight-size = Ungefär lika stora
round-weight-structure = Samma kommungrupp (SKR)
round-weight-similar = Liknande enligt Kolada
round-weight-themes = Gemensamma teman
round-weight-offer-need = Kan ge det den andra behöver
round-weight-role-likeness = Liknande uppdrag
round-weight-role-mix = Olika uppdrag
round-weight-format = Vill träffas på samma sätt
round-weight-times = Kan ses vid samma tider
round-weight-novelty = Har inte mötts tidigare
error-round-nobody = Ingen är anmäld, så det finns ingen att sätta i grupp. Anmäl någon, eller ge medlemmarna längre tid genom att flytta sista dagen.
error-round-weights = Ge minst en sak ett tal över noll.
round-size = Gruppens storlek
round-size-min = Minst i en grupp
round-size-max = Högst i en grupp
round-per-organiser = Högst från samma huvudman i en grupp
round-per-organiser-hint = En är vanligast: då möter alla någon utifrån.
round-categories = Kategorier
round-categories-mixed = Blandas
round-categories-mixed-hint = Små, medelstora, stora och enskilda huvudmän kan dela grupp.
round-categories-apart = Hålls isär
round-categories-apart-hint = Varje grupp har huvudmän av en kategori.
round-levels = Nivåer
round-levels-mixed = Blandas
round-levels-mixed-hint = Nämnd, förvaltning, rektorer och lärare kan dela grupp.
round-levels-apart = Hålls isär
round-levels-apart-hint = Varje grupp har uppdrag på en nivå.
round-last-day = Sista dag att anmäla sig
round-last-day-hint = Dagen räknas med.
round-save = Spara
round-open = Öppna omgången
round-back = Tillbaka
round-state-registering = Anmälan öppen
round-state-closed = Anmälan stängd
round-state-proposal = Förslag finns
round-state-published = Publicerad
round-state-cancelled = Inställd
round-state-lead-registering = Anmäl dig, så sätter vi ihop små grupper som har nytta av varandra.
round-state-lead-closed = Anmälan är stängd. Samordnaren sätter snart ihop grupperna.
round-state-lead-proposal = Samordnaren ser över ett förslag till grupper. Du får besked i mejl.
round-state-lead-published = Grupperna finns och alla har fått besked.
round-state-lead-cancelled = Omgången blev inte av.
round-count = { $n ->
    [0] Ingen är anmäld ännu.
    [one] En är anmäld.
   *[other] { $n } är anmälda.
}
round-next-wait = Låt anmälningarna komma in
round-next-wait-body = Sista dagen är { $date }. Därefter sätter du ihop grupperna.
round-next-match = Sätt ihop grupperna
round-next-match-body = Du får ett förslag att se över. Inget skickas förrän du publicerar.
round-match = Sätt ihop grupperna
round-match-early = Sätt ihop grupperna redan nu
round-match-early-confirm = Anmälan stängs när grupperna sätts ihop. Fortsätta?
round-next-proposal = Se över förslaget
round-next-proposal-body = Flytta dem du vill, ge grupperna namn och publicera när du är nöjd.
round-see-proposal = Se förslaget
round-next-register = Anmäl dig
round-next-register-body = Sista dagen är { $date }. Det tar en minut.
round-register = Anmäl mig
round-next-published = Följ grupperna
round-next-published-body = På nätverkets sida ser du alla grupper.
round-see-network = Till nätverket
round-see-registered = Se vilka som är anmälda
round-register-on-behalf = Anmäl någon annan
round-mine = Mina anmälningar
round-help = Det här skulle hjälpa, var för sig:
round-settings = Så sätts grupperna ihop
round-coordinator = För samordnare
round-cancel-title = Ställ in omgången
round-cancel-lead = Omgången stängs för gott och inga grupper bildas.
round-cancel-mails = { $n ->
    [0] Ingen är anmäld, så inga mejl skickas.
    [one] En anmäld får mejl om det.
   *[other] { $n } anmälda får mejl om det.
}
round-cancel = Ställ in omgången

registration-new-title = Anmälan
registration-new-lead = Berätta kort vad du hoppas på, så blir gruppen bättre.
registration-on-behalf-lead = Sök upp den du vill anmäla bland nätverkets medlemmar.
registration-search = Sök på namn eller huvudman
registration-search-submit = Sök
registration-seat = Uppdrag
registration-wishes = Önskemål
registration-wishes-hint = Frivilligt. Vad vill du få ut av gruppen? Samordnaren läser det.
registration-format = Hur vill du träffas?
registration-travel = Längsta resväg i kilometer
registration-travel-hint = Frivilligt. Fågelvägen, enkel resa.
registration-submit = Anmäl
registration-no-seat = Inget uppdrag att anmäla
registration-no-seat-body = Det är uppdrag i nätverket som anmäls. Gå med i nätverket med ett av dina uppdrag, eller sök på något annat.
registration-state-active = Anmäld
registration-state-paused = Pausad
registration-state-withdrawn = Återtagen
registration-unconfirmed = Uppdraget är inte bekräftat
registration-change = Ändra
registration-pause = Pausa
registration-resume = Återuppta
registration-withdraw = Ta tillbaka
registration-withdraw-confirm = Ta tillbaka anmälan?
registrations-title = Anmälda
registrations-empty = Ingen att visa
registrations-empty-body = När medlemmar anmäler sig står de här. Sprid omgångens sida i nätverket, eller anmäl någon själv.

proposal-title = Förslag till grupper
proposal-tabs = Förslagets delar
proposal-tab-groups = Grupper
proposal-groups = { $n ->
    [one] En grupp.
   *[other] { $n } grupper.
}
proposal-placed = { $n ->
    [one] En har fått plats.
   *[other] { $n } har fått plats.
}
proposal-unplaced = { $n ->
    [0] Ingen är utan plats.
    [one] En är utan plats.
   *[other] { $n } är utan plats.
}
proposal-gap = Sammantaget högst { $gap } procent från det bästa möjliga.
proposal-next = Publicera när du är nöjd
proposal-next-body = Inget syns för medlemmarna förrän du publicerar.
proposal-publish = Publicera …
proposal-empty = Inga grupper
proposal-empty-body = Det gick inte att bilda någon grupp. Se under Utan plats varför och vad som skulle hjälpa; släng sedan förslaget och ändra omgången.
proposal-moved = Flyttad för hand
proposal-move = Flytta
proposal-place = Ge plats
proposal-name-title = Byt namn
proposal-again-title = Inte nöjd?
proposal-again-body = Förbättra resten behåller det du har låst. Ett nytt förslag börjar om från ett annat håll: flyttar och lås försvinner, men det går att ångra.
proposal-again = Gör ett nytt förslag
proposal-again-confirm = Det nuvarande förslaget ersätts. Fortsätta?
proposal-discard = Släng förslaget
proposal-discard-confirm = Förslaget slängs. Fortsätta?
proposal-unplaced-title = Utan plats
proposal-unplaced-lead = Ingen glöms bort: alla som inte fick plats står här, med skäl och vad som skulle hjälpa.
proposal-unplaced-empty = Alla har fått plats
proposal-unplaced-empty-body = Den som inte får plats i en grupp namnges här.

move-title = Flytta
move-heading = Flytta { $name }
move-from = Står nu i: { $name }
move-from-nowhere = ingen grupp
move-nowhere = Ingen grupp
move-to = Till
move-see = Se vad det gör
move-effect = Vad flytten gör
move-figure-group = { $name }: gemensamt { $before } före, { $after } efter.
move-figure-all = Alla grupper: gemensamt { $before } före, { $after } efter.
move-figures-mean = Talen går från 0 till 100 och säger hur mycket deltagarna har gemensamt enligt omgångens inställningar. De visas bara för samordnare.
move-breaks-nothing = Inga regler bryts.
move-breaks = Det här bryter mot omgångens regler
move-mends = Det här rättas till
move-unconfirmed = Uppdraget är inte bekräftat.
move-confirm = Flytta

round-search-title = Grupperna sätts ihop
round-search-body = Det är många anmälda, så det tar en stund. Du kan stänga sidan och komma tillbaka.
round-search-progress = Hur långt sökningen har kommit
round-search-percent = { $n } % klart.
round-search-since = Började { $time }.
round-search-stopping = Sökningen avslutas nu.
round-search-look = Se hur långt det har kommit
round-search-stop = Stanna och behåll det bästa hittills
round-search-stop-confirm = Sökningen stannar, och de bästa grupperna hittills blir förslaget. Fortsätta?
flash-round-search-keeping = Sökningen stannar. De bästa grupperna hittills blir förslaget.
flash-round-search-gone = Ingen arbetade längre med sökningen, så den är borttagen. Sätt ihop grupperna igen.

publication-title = Publicera grupperna
publication-groups = { $n ->
    [one] En grupp bildas.
   *[other] { $n } grupper bildas.
}
publication-placed = { $n ->
    [one] En person får mejl om sin grupp, vilka de andra är och varför.
   *[other] { $n } personer får mejl om sin grupp, vilka de andra är och varför.
}
publication-unplaced = { $n ->
    [0] Ingen blir utan plats.
    [one] En person får mejl om varför det inte blev någon plats.
   *[other] { $n } personer får mejl om varför det inte blev någon plats.
}
publication-note = Hälsning till alla
publication-note-hint = Frivilligt. Står i mejlet, på omgångens sida och på gruppernas sidor.
publication-submit = Publicera och skicka mejl

error-round-sizes = Högsta antalet kan inte vara mindre än det lägsta.
error-round-last-day = Välj en dag som inte har varit.
error-round-not-open = Omgången går inte längre att ändra: den är matchad, publicerad eller inställd.
error-round-published = Omgången är redan publicerad.
error-round-not-registering = Det går inte att anmäla sig till omgången nu.
error-round-no-proposal = Det finns inget förslag att ändra eller publicera.
error-round-moving = Anmälningarna ändrades medan grupperna sattes ihop. Försök igen.
error-round-impossible = Omgångens regler går inte ihop. Ändra gruppernas storlek eller antalet från samma huvudman.
error-move-nowhere = Personen står redan där.
flash-round-opened = Omgången är öppen för anmälan.
flash-round-changed = Omgången är ändrad.
flash-round-cancelled = Omgången är inställd och de anmälda får mejl.
flash-round-matched = Förslaget är klart.
flash-round-matching = Grupperna sätts ihop i bakgrunden.
flash-round-discarded = Förslaget är borta.
flash-round-published = Grupperna är publicerade och alla får mejl.
flash-proposal-renamed = Gruppen har fått sitt nya namn.
flash-person-moved = Flytten är gjord.
flash-registration-made = Du är anmäld.
flash-registration-on-behalf = Personen är anmäld.
flash-registration-paused = Anmälan är pausad.
flash-registration-resumed = Anmälan gäller igen.
flash-registration-withdrawn = Anmälan är återtagen.

round-call = Mejla nätverkets medlemmar att anmälan är öppen
round-call-hint = Länken i mejlet räcker för att anmäla sig. Tre dagar före sista dagen påminns den som inte har anmält sig.
call-title = Anmälan
call-lead = En matchningsomgång i { $name }. Berätta vad du önskar, så söker vi kollegor som passar dig.
call-last-day = Anmälan är öppen till och med { $date }.
call-as = Du anmäler dig som { $name }.
call-registered = Du är anmäld
call-registered-body = När anmälan är över får du ett mejl om din grupp, eller om varför det inte blev någon. Fram till dess kan du ändra här under.
call-change = Spara ändringarna
mail-round-call-opened-subject = Anmäl dig till { $round }
mail-round-call-opened-title = Vill du ha en utbytesgrupp?
mail-round-call-opened-body = { $network } sätter ihop grupper i omgången { $round }. Anmälan är öppen till och med { $date }.
mail-round-call-closing-subject = Sista dagen för { $round } är { $date }
mail-round-call-closing-title = Snart stänger anmälan
mail-round-call-closing-body = { $network } sätter ihop grupper i omgången { $round }. Du är inte anmäld, och { $date } är sista dagen.
mail-round-call-promise = Du får veta vilka de andra är och varför just ni hör ihop.
mail-round-call-button = Anmäl dig
mail-round-call-link = Länken är din egen. Du behöver inte logga in.
mail-round-call-foot = Du får mejlet därför att du är med i { $name }.
mail-round-call-mute = Få inga fler mejl om nya omgångar
