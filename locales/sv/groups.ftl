# Grupper
groups-title = Grupper
groups-lead = Små grupper som träffas, lär av varandra och skriver ner det de kommer fram till.
groups-mine = Mina grupper
groups-mine-empty = Du är inte med i någon grupp ännu
groups-mine-empty-body = Grupper sätts ihop i matchningsomgångar. Anmäl dig till nästa omgång i ditt nätverk, eller be att få vara med i en öppen grupp.
groups-to-networks = Till nätverken
groups-open = Öppna grupper
groups-open-lead = Grupper i dina nätverk som tar emot fler. Fråga om du får vara med.
groups-open-empty = Inga öppna grupper just nu
groups-open-empty-body = När en grupp i dina nätverk tar emot fler visas den här.
group-members-count = { $n ->
    [0] Inga deltagare
    [one] En deltagare
   *[other] { $n } deltagare
}
group-name = Gruppens namn
group-open = Öppen för fler
group-open-field = Medlemmar i nätverket får be om att vara med
group-open-hint = Namnet och vilka huvudmän som är med syns då för nätverkets medlemmar.
group-closed = Avslutad
group-closed-body = Gruppen är avslutad. Det ni har skrivit finns kvar.
group-seat-vacant = Obesatt uppdrag
group-next = Nästa steg
group-next-ask = Be att få vara med
group-next-ask-body = Gruppen är öppen. Skriv en rad om varför du vill vara med.
group-next-asked = Du har frågat
group-next-asked-body = Du får svar i mejl.
group-ask = Fråga
group-next-requests = { $n ->
    [one] En person vill vara med
   *[other] { $n } personer vill vara med
}
group-next-requests-body = Svara, så vet de. Det räcker att en i gruppen gör det.
group-see-requests = Se och svara
group-next-meetup = Nästa träff
group-to-meetup = Till träffen
group-next-propose = Föreslå en träff
group-next-propose-body = Ingen träff är inplanerad. Den som skriver först brukar få i gång gruppen.
group-propose = Föreslå en träff
group-next-follow = Följ gruppen
group-next-follow-body = Ingen träff är inplanerad. Ser gruppen ut som den ska?
group-members = Deltagare
group-members-empty = Gruppen har inga deltagare
group-members-empty-body = Ta in någon från nätverket här nedanför.
group-members-title = Deltagare
group-why = Varför just ni
group-posts = Senaste berättelserna
group-posts-empty = Ingen har skrivit ännu. En kort berättelse om något ni har provat hjälper de andra mer än ni tror.
group-write = Skriv en berättelse
group-agreement = Det vi har kommit överens om
group-agreement-edit = Ändra överenskommelsen
group-agreement-empty = Inget är nedskrivet ännu. Hur ofta ses ni, vad stannar i gruppen, vem kallar?
group-agreement-lead = Några rader som alla kan stå för. Den som är ny läser dem först.
group-agreement-hint = Du kan använda Markdown. Högst 8 000 tecken.
group-requests = Vill vara med
group-accept = Välkomna
group-decline = Inte den här gången
group-organisers = Huvudmän i gruppen
group-neighbour-note = Vilka personerna är och vad de skriver ser bara gruppen.
group-coordinator = För samordnare
group-edit-title = Ändra gruppen
group-save = Spara
group-close-title = Avsluta gruppen
group-close-body = Gruppen försvinner ur listorna och tar inte emot träffar eller deltagare. Det som är skrivet finns kvar för dem som var med.
group-close-confirm = Avsluta gruppen för gott?
group-close = Avsluta
group-request-title = Be att få vara med
group-request-lead = Gruppens deltagare och samordnaren får din fråga i mejl.
group-request-seat = Uppdrag
group-request-message = Några ord till gruppen
group-request-message-hint = Frivilligt. Vad vill du dela med dig av och vad söker du?
group-request-no-seat = Inget uppdrag i nätverket
group-request-no-seat-body = Gå med i nätverket med ett av dina uppdrag, så kan du fråga.
group-leave-title = Lämna gruppen
group-leave-left = { $n ->
    [0] Ingen blir kvar i gruppen när du lämnar.
    [one] En deltagare blir kvar när du lämnar.
   *[other] { $n } deltagare blir kvar när du lämnar.
}
group-leave-small = Gruppen är tänkt för minst { $n }. Samordnaren får veta det och kan ta in någon annan.
group-leave-enough = Gruppen klarar sig. Samordnaren får veta att du har lämnat.
group-leave-body = Det du har skrivit finns kvar. Du får inga fler mejl om gruppens träffar.
group-leave = Lämna
group-stay = Stanna kvar
group-new-title = Gör en grupp för hand
group-new-lead = Välj vilka som ska vara med. De får mejl om det.
group-search = Sök på namn eller huvudman
group-search-submit = Sök
group-nobody = Ingen att välja
group-nobody-body = Ingen i nätverket passar sökningen. Sök på något annat eller bjud in fler.
group-seats = Deltagare
group-seats-hint = Högst tolv. Fler kan tas in från gruppens sida.
group-make = Gör gruppen
group-add = Ta in någon
group-remove = Ta ur gruppen
group-remove-confirm = Ta personen ur gruppen?
error-group-seats = Välj mellan en och tolv personer.
error-group-not-open = Gruppen tar inte emot fler.
error-group-closed = Gruppen är avslutad.
flash-group-made = Gruppen finns och deltagarna får mejl.
flash-group-changed = Gruppen är ändrad.
flash-group-closed = Gruppen är avslutad.
flash-group-agreed = Överenskommelsen är sparad.
flash-group-asked = Din fråga är skickad. Du får svar i mejl.
flash-group-accepted = Personen är med i gruppen och får mejl.
flash-group-declined = Personen får mejl om svaret.
flash-group-left = Du har lämnat gruppen.
flash-group-member-added = Personen är med i gruppen och får mejl.
flash-group-member-removed = Personen är inte längre med i gruppen.

mail-group-button = Till gruppen
mail-group-requested-subject = Någon vill vara med i { $name }
mail-group-requested-body = { $who } vill vara med i { $group }.
mail-group-requested-next = Svara på gruppens sida. Det räcker att en av er gör det.
mail-group-accepted-subject = Välkommen till { $name }
mail-group-accepted-body = Du är med i { $name }. På gruppens sida ser du de andra och nästa träff.
mail-group-declined-subject = Svar från { $name }
mail-group-declined-body = { $name } kan inte ta emot fler just nu. Det finns kanske en annan öppen grupp som passar.
mail-group-joined-body = Samordnaren har tagit in dig i { $name }. På gruppens sida ser du de andra och nästa träff.
mail-group-left-subject = Någon har lämnat { $name }
mail-group-left-body = { $who } har lämnat { $group }.
mail-group-left-count = { $n ->
    [0] Ingen är kvar.
    [one] En deltagare är kvar.
   *[other] { $n } deltagare är kvar.
}
mail-group-left-small = Gruppen är tänkt för minst { $n }. Du kan ta in någon från gruppens sida.
mail-group-left-ways = Gruppen är tänkt för minst { $n }. Vägar ut är uträknade: ta in någon, låna in, gå ihop eller fortsätta som det är.
mail-group-ways-button = Se vägar ut
mail-group-vacated-subject = Ett uppdrag i { $name } är obesatt
mail-group-vacated-body = Ingen har längre uppdraget { $who }, som är med i { $group }.
group-digest = Hur ofta medlemmarna får det som är nytt i gruppen
group-digest-hint = Gäller den som inte har valt själv.
group-digest-own = Som var och en får allt annat
