# Nätverk
networks-title = Nätverk
networks-lead = Ett nätverk samlar nyckelpersoner i en region eller kring ett tema. I nätverket bildas små utbytesgrupper.
networks-search = Namn eller län
networks-count = { $n ->
    [one] 1 nätverk
   *[other] { $n } nätverk
}
networks-empty-title = Inget nätverk hittades
networks-empty-body = Pröva ett annat sökord. Nätverk som bara medlemmarna ser visas här när du har gått med genom en inbjudan.
network-new = Nytt nätverk
network-new-title = Nytt nätverk
network-new-lead = Du blir dess första samordnare. Allt går att ändra senare.
network-edit-title = Nätverkets inställningar
network-name = Namn
network-name-hint = Till exempel ”Rektorer i Skåne”. Adressen bildas av namnet och ändras inte sedan.
network-purpose = Vad nätverket är till för
network-purpose-hint = Vilka det vänder sig till och vad de ska få ut av det. Du kan använda Markdown.
network-purpose-empty = Samordnaren har inte beskrivit nätverket än.
network-kind = Slag
network-kind-regional = Regionalt nätverk
network-kind-regional-hint = De som ligger nära varandra.
network-kind-thematic = Tematiskt nätverk
network-kind-thematic-hint = De som arbetar med samma fråga, var de än finns.
network-county = Län
network-county-all = Alla län
network-county-none = Inget särskilt län
network-county-hint = Hjälper andra att hitta nätverket.
network-visibility = Vem som ser nätverket
network-visibility-public = Alla
network-visibility-public-hint = Vem som helst kan läsa vad nätverket är till för; vilka som är med ser bara medlemmarna.
network-visibility-members = Medlemmarna
network-visibility-members-hint = För alla andra finns nätverket inte, varken i listor eller i sökningar.
network-joining = Hur man går med
network-joining-open = Öppet
network-joining-open-hint = Den som ser nätverket går med direkt.
network-joining-approval = Efter godkännande
network-joining-approval-hint = Den som vill gå med skriver ett meddelande, och en samordnare svarar.
network-joining-invitation = Med inbjudan
network-joining-invitation-hint = Bara den som en samordnare har bjudit in kan gå med.
network-save = Spara nätverket
network-archive-title = Avsluta nätverket
network-archive-body = Ingen kan gå med längre och nätverket försvinner ur listorna. Det som har skrivits finns kvar, och du kan öppna nätverket igen.
network-archive = Avsluta nätverket
network-archive-confirm = Vill du avsluta nätverket?
network-unarchive-title = Öppna nätverket igen
network-unarchive-body = Nätverket är avslutat. Öppnar du det igen syns det som förut, med samma medlemmar.
network-unarchive = Öppna nätverket igen
network-archived = Avslutat
network-you-coordinate = Du samordnar
network-you-are-member = Du är med
network-members-count = { $n ->
    [one] 1 medlem
   *[other] { $n } medlemmar
}
network-organisers-count = { $n ->
    [one] 1 huvudman
   *[other] { $n } huvudmän
}
network-tabs-label = Nätverkets sidor
network-tab-network = Nätverket
network-tab-members = Medlemmar
network-tab-invitations = Inbjudningar
network-tab-coordinators = Samordnare
network-tab-edit = Inställningar
network-rounds-title = Matchningsomgångar
network-rounds-empty = Ingen omgång än. När samordnaren öppnar en kan du anmäla dig och få en utbytesgrupp.
network-round-last-day = Sista anmälningsdag
network-round-open = Öppen för anmälan
network-round-published = Klar
network-groups-title = Utbytesgrupper
network-groups-empty = Inga grupper att visa än. De bildas i matchningsomgångarna.
network-group-mine = Din grupp
network-group-last = Träffades senast { $date }.
network-group-never = Har inte träffats än.
network-group-next = Nästa träff är { $date }.
network-group-nothing = Ingen träff är inbokad.
network-coordinators-title = Samordnare
network-facts-title = Om nätverket
network-members-title = Nätverkets medlemmar
network-mine-title = Dina uppdrag här
network-join = Gå med
network-join-more = Du kan vara med med fler av dina uppdrag.
network-ask = Be att få gå med
network-leave = Lämna nätverket
network-leave-confirm = Vill du lämna nätverket?
network-withdraw = Ta tillbaka
membership-state-requested = väntar på svar
membership-state-active = medlem
membership-state-declined = inte med
membership-state-left = har lämnat

# Nästa steg på nätverkets sida
network-next-label = Nästa steg
network-step-sign-in-title = Vill du vara med?
network-step-sign-in-body = Logga in, så kan du gå med i nätverket. Har du inget konto? Be en samordnare om en inbjudan.
network-step-seat-title = Berätta vilket uppdrag du har
network-step-seat-body = Du går med i ett nätverk med ett uppdrag, till exempel skolchef i Höör. Lägg till ditt först.
network-step-seat-action = Lägg till uppdrag
network-step-join-title = Gå med i nätverket
network-step-join-seat = Med vilket uppdrag?
network-step-ask-title = Be att få gå med
network-step-ask-message = Meddelande till samordnaren
network-step-ask-hint = Berätta kort vem du är och vad du hoppas på. Du får svar med e-post.
network-step-wait-title = Din fråga väntar på svar
network-step-wait-body = En samordnare läser den och svarar. Svaret kommer med e-post.
network-step-invitation-title = Nätverket går man med i genom inbjudan
network-step-invitation-body = Vill du vara med? Hör av dig till en samordnare, som kan bjuda in dig.
network-step-member-title = Lär känna de andra
network-step-member-body = Ingen matchningsomgång är öppen just nu. Se vilka som är med och vad de kan bidra med.
network-step-member-action = Se medlemmarna
network-step-decide-title = { $n ->
    [one] 1 person vill gå med
   *[other] { $n } personer vill gå med
}
network-step-decide-body = Läs vad de skriver och svara. De får ditt svar med e-post.
network-step-decide-action = Svara dem
network-step-invite-title = Bjud in de första
network-step-invite-body = Bjud in en i taget, många på en gång från en fil, eller dela en länk.
network-step-invite-action = Bjud in personer
network-step-round-title = Öppna en matchningsomgång
network-step-round-body = Medlemmarna anmäler sig, och du får ett förslag till utbytesgrupper.
network-step-round-action = Öppna en omgång
network-step-register-title = Anmäl dig till omgången
network-step-register-body = Berätta vad du hoppas på, så får du en grupp med andra som har samma uppdrag.
network-step-register-action = Till anmälan
network-step-follow-title = En omgång tar emot anmälningar
network-step-follow-body = Se vilka som har anmält sig och vad som återstår.
network-step-follow-action = Till omgången

# Medlemmar
members-title = Medlemmar i { $name }
members-empty-title = Ingen hittades
members-empty-body = Pröva färre villkor eller ett annat sökord.
member-filter-text = Namn, befattning eller huvudman
member-filter-category = Kategori
member-filter-theme = Tema
member-filter-all = Alla
member-filter-submit = Visa
member-offers = Kan bidra med:
member-unconfirmed = Obekräftat uppdrag
member-confirm = Bekräfta uppdraget
member-vouch = Intyga uppdraget
member-unreached = Sedan { $day } når ingen e-post fram till personens adress.
member-complained = Sedan { $day } går inga utskick till personen, som märkte ett mejl härifrån som skräppost. Bara personen själv kan ta emot dem igen.
member-remove = Ta bort
member-remove-confirm = Vill du ta bort personen ur nätverket?
member-category-small = Liten kommun
member-category-medium = Medelstor kommun
member-category-large = Stor kommun
member-category-independent = Enskild huvudman
requests-title = Vill gå med
request-accept = Släpp in
request-decline = Tacka nej
request-decline-confirm = Vill du tacka nej? Personen får ett mejl.
people-title = Personer
people-lead = Alla som är med i samma nätverk som du.
people-count = { $n ->
    [one] 1 person
   *[other] { $n } personer
}
people-none-title = Du är inte med i något nätverk än
people-none-body = Här finner du dina likar när du har gått med i ett nätverk.
people-none-action = Se nätverken

# Fel och besked
error-network-slug-taken = Det finns redan ett nätverk med den adressen.
error-network-name = Namnet behöver minst en bokstav eller siffra.
error-network-closed = Nätverket är avslutat. Ingen kan gå med i det längre.
error-network-invitation-only = Nätverket går man med i genom inbjudan. Hör av dig till en samordnare.
error-network-last-coordinator = Ett nätverk behöver minst en samordnare. Utse en till först.
flash-network-created = Nätverket finns nu. Bjud in de första.
flash-network-updated = Nätverket är sparat.
flash-network-archived = Nätverket är avslutat.
flash-network-unarchived = Nätverket är öppet igen.
flash-network-joined = Välkommen! Du är med i nätverket.
flash-network-asked = Din fråga är skickad. Du får svar med e-post.
flash-network-left = Du är inte längre med i nätverket.
flash-member-removed = Personen är borttagen ur nätverket.
flash-request-accepted = Personen är med och har fått besked.
flash-request-declined = Personen har fått besked.

# Mejl om medlemskap
mail-request-subject = Någon vill gå med i { $name }
mail-request-lead = { $who } ({ $seat }) vill gå med i { $name }.
mail-request-message = Meddelande:
mail-request-button = Läs och svara
mail-answer-accepted-subject = Välkommen till { $name }
mail-answer-accepted-body = Du är nu med i { $name } som { $seat }. På nätverkets sida ser du vad som är på gång.
mail-answer-button = Till nätverket
mail-answer-declined-subject = Svar om { $name }
mail-answer-declined-body = Samordnaren för { $name } har tackat nej till att du går med den här gången. Har du frågor, hör av dig till samordnaren.
mail-appointed-subject = Du är samordnare för { $name }
mail-appointed-lead = { $by } har utsett dig till samordnare för { $name }.
mail-appointed-body = Du kan bjuda in personer, öppna matchningsomgångar och svara dem som vill gå med.
mail-appointed-button = Till nätverket
mail-returned-subject = E-post når inte { $name }
mail-returned-lead = { $who } ({ $seat }) i { $name } nås inte längre av e-post från oss: adressen tar inte emot den. Därför skickar vi inget mer dit.
mail-returned-what = Hör av dig på annat sätt. Den som har bytt adress loggar in och rättar den under Inställningar, Inloggning, och kan be oss försöka igen där. Den som har slutat kan lämna över sin plats till en efterträdare.
mail-returned-button = Se medlemmarna

# Samordnare
coordinators-title = Samordnare för { $name }
coordinators-lead = Samordnarna bjuder in, öppnar matchningsomgångar och svarar dem som vill gå med.
coordinator-new-title = Utse en samordnare
coordinator-new-hint = Adressen till någon som redan är medlem i nätverket. Personen får ett mejl.
coordinator-new-submit = Utse
coordinator-dismiss = Avsluta uppdraget
coordinator-dismiss-confirm = Ska personen inte längre vara samordnare?
error-coordinator-not-member = Ingen medlem i nätverket har den adressen. Bjud in personen först.
flash-coordinator-appointed = Personen är samordnare och har fått ett mejl.
flash-coordinator-dismissed = Personen är inte längre samordnare.

# Inbjudningar
invitations-title = Inbjudningar till { $name }
invitations-lead = Varje person får ett mejl med en personlig länk som gäller i 60 dagar.
invitations-import = Bjud in från en fil
invitations-new = Bjud in en person
invitations-count = { $n ->
    [0] Inga inbjudningar
    [one] 1 inbjudan
   *[other] { $n } inbjudningar
}
invitations-empty-title = Inga inbjudningar här
invitations-empty-body = När du har bjudit in någon ser du här om mejlet kom fram, öppnades och ledde till att personen gick med.
invitation-who = Person
invitation-seat = Uppdrag
invitation-since = Datum
invitation-actions = Gör
invitation-state = Läge
invitation-state-all = Alla
invitation-state-sent = Skickad
invitation-state-opened = Öppnad
invitation-state-joined = Har gått med
invitation-state-bounced = Kom inte fram
invitation-state-revoked = Återkallad
invitation-state-expired = För gammal
invitation-resend = Skicka igen
invitation-revoke = Återkalla
invitation-revoke-confirm = Vill du återkalla inbjudan? Länken i mejlet slutar gälla.
invitation-new-title = Bjud in en person
invitation-new-lead = Ju mer du fyller i, desto mindre behöver personen skriva själv.
invitation-organiser = Huvudman
invitation-organiser-hint = Namn, till exempel Höör. Anger du huvudmannen räknas uppdraget som bekräftat.
invitation-candidates = Vilken av dem?
invitation-role = Befattning
invitation-level = Nivå
invitation-level-unknown = Vet inte
invitation-language = Språk i mejlet
invitation-language-sv = Svenska
invitation-language-en = Engelska
invitation-send = Skicka inbjudan
error-invitation-member = Den personen är redan medlem.
error-invitation-waiting = Den personen har redan en inbjudan som gäller. Skicka den igen från listan om den har kommit bort.
error-invitation-joined = Personen har redan gått med.
flash-invitation-sent = Inbjudan är skickad.
flash-invitations-sent = Inbjudningarna är skickade.
flash-invitation-revoked = Inbjudan är återkallad. Länken gäller inte längre.

# Länk att dela
join-link-title = En länk att dela
join-link-body = Den som har länken kan gå med, oavsett hur nätverket annars tar in medlemmar. Dela den bara med dem den är till för.
join-link-once = Kopiera länken nu. Den visas bara den här gången.
join-link-copy = Kopiera
join-link-copied = Kopierad
join-link-since = Det finns en länk sedan
join-link-hidden = Den kan inte visas igen; gör en ny om du har tappat bort den.
join-link-create = Gör en länk
join-link-renew = Gör en ny länk
join-link-revoke = Återkalla länken
join-link-revoke-confirm = Vill du återkalla länken? Ingen kan gå med genom den längre.
flash-join-link-revoked = Länken gäller inte längre.

# Att komma in genom en länk
entry-title = Gå med i { $name }
entry-lead = I nätverket lär du dig av andra med samma uppdrag. Du kan få en liten utbytesgrupp och lämnar när du vill.
entry-as = Du är inloggad som { $name }
entry-vouched = Samordnaren har angett { $name } som din huvudman. Därför räknas uppdraget där som bekräftat.
entry-known-title = Logga in och gå med
entry-known-body = Det finns redan ett konto med din adress. Logga in, så går du med med en knapp.
entry-account-title = Skapa ditt konto och gå med
entry-have-account = Jag har redan ett konto
entry-submit = Skapa konto och gå med

# Bjuda in från en fil
import-title = Bjud in från en fil
import-lead = Först ser du vad som skulle hända. Inget mejl går i väg förrän du har bekräftat.
import-file-title = Filen
import-columns = En CSV- eller Excelfil (.xlsx) på högst 2 MB, med en person på varje rad. Kolumnerna kan ha svenska eller engelska namn:
import-help-email = E-postadress (e-post). Krävs.
import-help-name = För- och efternamn (namn). Krävs.
import-help-organiser = Huvudman: namn, kommunkod eller organisationsnummer.
import-help-role = Befattning, till exempel skolchef.
import-help-level = Nivå: nämnd, förvaltning, rektor eller lärare.
import-help-language = Språk: svenska eller engelska. Tomt betyder svenska.
import-file = Välj fil
import-read = Läs filen
import-problems = { $n ->
    [one] 1 sak behöver rättas i filen
   *[other] { $n } saker behöver rättas i filen
}
import-problems-body = Ingenting är skickat. Rätta i filen och läs in den igen.
import-row = Rad
import-column = Kolumn
import-what = Vad som är fel
import-outcome = Vad som händer
import-outcome-sent = Får en inbjudan
import-outcome-member = Är redan medlem, får inget mejl
import-outcome-waiting = Har redan en inbjudan, får inget mejl
import-ready = { $n ->
    [0] Ingen ny att bjuda in
    [one] 1 person får en inbjudan
   *[other] { $n } personer får en inbjudan
}
import-ready-body = Filen är rätt. Se igenom listan och skicka sedan.
import-send = { $n ->
    [one] Skicka 1 inbjudan
   *[other] Skicka { $n } inbjudningar
}
import-more = De första raderna visas. Alla { $n } är inlästa.
import-too-many = Filen har fler än { $n } personer. Dela upp den.
import-no-email = Kolumnen email (e-post) saknas. Lägg till den på första raden.
import-no-name = Kolumnen name (namn) saknas. Lägg till den på första raden.
import-email = Det är ingen e-postadress. Skriv den som namn@kommun.se.
import-name = Skriv ett namn på högst 120 tecken.
import-role = Befattningen är för lång. Skriv högst 120 tecken.
import-organiser = Ingen huvudman heter så. Skriv kommunens namn eller kod, eller organisationsnumret.
import-organiser-unclear = Flera huvudmän heter så. Skriv koden eller organisationsnumret.
import-level = Skriv nämnd, förvaltning, rektor eller lärare, eller lämna tomt.
import-language = Skriv svenska eller engelska, eller lämna tomt.
import-duplicate = Adressen finns redan på en tidigare rad. Ta bort en av raderna.
error-import-file = Välj en fil först.
error-import-changed = Det som skickades går inte längre att använda. Läs in filen en gång till.

# Mejl med inbjudan
mail-invitation-subject = Inbjudan till { $name }
mail-invitation-lead = { $inviter } bjuder in dig till { $name }.
mail-invitation-anonymous = Du är inbjuden till { $name }.
mail-invitation-seat = Du är inbjuden som { $name }.
mail-invitation-purpose = Om nätverket:
mail-invitation-what = I Grannskap möter du andra med samma uppdrag i en liten utbytesgrupp. Det kostar inget, och du lämnar när du vill.
mail-invitation-button = Se inbjudan och gå med
mail-invitation-until = Länken är personlig och gäller till { $date }.
mail-invitation-ignore = Vill du inte vara med behöver du inte göra något.

network-calls = Du får mejl när en ny omgång öppnar.
network-muted = Du får inga mejl om nya omgångar.
network-mute = Sluta få dem
network-unmute = Få dem igen
flash-network-muted = Du får inga fler mejl om nya omgångar härifrån.
flash-network-unmuted = Du får mejl när en ny omgång öppnar.

# Huvudmän som hålls isär
rivals-title = Huvudmän som hålls isär
rivals-lead = Huvudmän som konkurrerar, eller av annat skäl inte bör dela grupp. I omgångarna står det bara att samordnaren håller dem isär.
rivals-empty = Inga hålls isär
rivals-empty-body = Alla huvudmän i nätverket kan dela grupp, så långt omgångens regler tillåter.
rivals-new = Håll två isär
rivals-one = Den ena huvudmannen
rivals-two = Den andra huvudmannen
rivals-hint = Skriv namnet på en huvudman som har medlemmar i nätverket.
rivals-submit = Håll isär
rivals-meet = Låt mötas
network-tab-history = Vilka som har mötts
network-tab-rivals = Isär
network-tab-reports = Anmälningar
error-rivals-unknown = Skriv en huvudman som har medlemmar i nätverket.
error-rivals-same = Välj en annan huvudman än den första.
error-rivals-many = Så många par går inte att hålla isär. Låt några mötas först.
flash-rivals-apart = De hålls isär från och med nästa förslag.
flash-rivals-meet = De kan dela grupp igen.
