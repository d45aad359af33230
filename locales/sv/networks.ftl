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
member-remove = Ta bort
member-remove-confirm = Vill du ta bort personen ur nätverket?
member-level-board = Nämnd eller styrelse
member-level-administration = Förvaltning
member-level-principal = Rektor
member-level-teacher = Lärare eller förskollärare
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
