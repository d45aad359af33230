# Anteckningar från träffar
notes-title = Anteckningar
notes-title-of = Anteckningar: { $name }
notes-link = Anteckningar, beslut, löften och material
notes-none = Ingen har skrivit anteckningar från den här träffen.
notes-saved-by = Senast sparat { $at } av { $name }.
notes-versions = { $n ->
    [one] En version
   *[other] { $n } versioner
}
notes-edit = Skriv vidare
notes-begin = Skriv ner vad ni kom fram till
notes-begin-body = Alla i gruppen kan skriva i samma anteckningar. De som inte var med får veta vad som hände.
notes-begin-act = Börja skriva
notes-finish = Är anteckningarna klara?
notes-finish-body = Då får alla i gruppen ett mejl med anteckningar, beslut, löften och material. Annars skickas det av sig självt dagen efter.
notes-finish-act = Klart, skicka till gruppen
notes-story = Gör ett utkast till berättelse
notes-edit-of = Skriv anteckningar: { $name }
notes-edit-title = Skriv anteckningar
notes-edit-lead = De andra ser det du skriver när du trycker på Spara.
notes-field-body = Anteckningar
notes-field-body-hint = Vad pratade ni om, vad lärde ni er? Du kan använda Markdown: # rubrik, * punkt.
notes-save = Spara
notes-back = Till anteckningarna
notes-draft-waits = Du har ett utkast som inte är sparat.
notes-draft-continue = Fortsätt skriva
notes-draft-shown = Här är ditt utkast från { $name }. De andra ser det inte förrän du sparar.
notes-draft-remove = Släng utkastet
notes-draft-kept = Utkastet är sparat.
notes-clash = Någon annan har ändrat på samma ställe medan du skrev. Inget är sparat än, och inget är borta: i rutan står bådas text, de andras först. Ordna texten och spara igen.
notes-clash-theirs = Det andra har ändrat
notes-clash-mine = Det du har ändrat
notes-versions-title = Versioner av anteckningarna
notes-versions-lead = Vem som har sparat vad. Det som är understruket är nytt, det som är överstruket är borttaget.
notes-version = Version { $n }
notes-somebody = [namn]
notes-story-of = Från träffen: { $name }
notes-story-title = Anteckningarna som berättelse
notes-story-lead = Utkastet är ditt. Ingen annan ser det förrän du publicerar det.
notes-story-made = Utkastet är gjort
notes-story-made-body = Läs igenom det, skriv om det som behövs, och välj vilka som ska få läsa.
notes-story-continue = Fortsätt med utkastet
notes-story-make = Gör ett utkast
notes-story-make-body = Anteckningarna blir ett utkast i ditt namn. Namnen nedan tas bort.
notes-story-names = Namn som är borttagna
notes-story-names-none = Inga namn på gruppens medlemmar stod i anteckningarna.
notes-story-names-note = Bara namn på dem som är eller har varit med i gruppen tas bort. Titta själv efter andra namn, och efter sådant som ändå visar vem det gäller.
notes-story-times = { $n ->
    [one] en gång
   *[other] { $n } gånger
}
notes-story-text = Texten utan namn
flash-notes-saved = Anteckningarna är sparade.
flash-notes-unchanged = Du ändrade inget.
flash-notes-merged = Någon annan sparade medan du skrev. Bådas ändringar är sparade. Här ser du vad som ändrades.
flash-notes-draft-gone = Utkastet är borta.
flash-notes-finished = Gruppen har fått ett mejl med det ni kom fram till.
flash-notes-story = Utkastet är gjort.
error-notes-cancelled = Träffen är inställd, så det går inte att skriva om den.
error-notes-newer = Du har sparat en nyare version av anteckningarna.
error-notes-early = Träffen har inte börjat än. Anteckningarna kan bli klara först när den har det.

# Beslut och löften
outcomes-promises = Löften
outcomes-promises-none = Inget löfte är nedskrivet.
outcomes-earlier = Löften från tidigare träffar
outcomes-decisions = Beslut
outcomes-decisions-none = Inget beslut är nedskrivet.
outcomes-mine = Det här har du lovat
outcomes-others = Det här har andra lovat
outcome-group = Hela gruppen
outcome-by = senast { $name }
outcome-late = skulle vara klart { $name }
outcome-from = från { $name }
outcome-done-by = klart { $day }, enligt { $name }
outcome-done-on = klart { $name }
outcome-complete = Klart
outcome-reopen = Inte klart
outcome-edit = Ändra
outcome-edit-title = Ändra beslut eller löfte
outcome-save = Spara
outcome-remove = Ta bort
outcome-promise-new = Skriv ner ett löfte
outcome-promise-add = Lägg till löftet
outcome-decision-new = Skriv ner ett beslut
outcome-decision-add = Lägg till beslutet
outcome-field-promise = Vad är lovat?
outcome-field-promise-hint = Löften som inte är klara kommer tillbaka vid nästa träff.
outcome-field-who = Vem har lovat?
outcome-field-due = Senast (valfritt)
outcome-field-decision = Vad är beslutat?
error-outcome-past = Dagen har redan varit. Välj en dag framåt, eller ingen.
error-outcome-far = Välj en dag inom två år.
flash-outcome-added = Det är nedskrivet.
flash-outcome-changed = Ändringen är sparad.
flash-outcome-removed = Det är borttaget.
flash-outcome-done = Löftet är avklarat.
flash-outcome-reopened = Löftet är öppet igen.

# Material
materials-title = Material
materials-lead = Filer och länkar från gruppens träffar och berättelser.
materials-all = Allt material i gruppen
materials-none = Inget material är inlagt.
materials-how = Lägg in filer och länkar på sidan med en träffs anteckningar, eller bilder och filer i en berättelse. Allt samlas här.
material-new = Lägg in en länk
material-add = Lägg in länken
material-remove = Ta bort
material-field-title = Vad är det?
material-field-link = Adress
material-field-link-hint = Hela adressen, till exempel https://exempel.se/bilder
material-field-from = Syns från och med (valfritt)
material-field-from-hint = Till dess ser bara du länken.
material-field-at = Klockan
material-hidden = Syns för de andra från { $name }
flash-material-added = Länken är inlagd.
flash-material-removed = Länken är borttagen.

# Var träffen till nytta?
opinion-title = Var träffen till nytta?
opinion-lead = Hej { $name }! Två korta frågor om träffen.
opinion-useful = Var träffen till nytta?
opinion-useful-yes = Ja
opinion-useful-partly = Delvis
opinion-useful-no = Nej
opinion-better = Vad skulle göra nästa träff bättre?
opinion-better-hint = En mening räcker. Du kan också hoppa över frågan.
opinion-nameless = Gruppen ser svaren utan namn. Samordnarna ser bara hur många som svarat vad.
opinion-submit = Svara
opinion-answered = Du har svarat. Du kan ändra dig.
opinion-sign-in = Läs anteckningarna (kräver inloggning)
flash-opinion-given = Tack, ditt svar är sparat.

# Gruppens puls
pulse-answers = Alla har inte svarat på inbjudan till nästa träff.
pulse-answers-act = Påminn dem som inte svarat
pulse-notes = Ingen har skrivit anteckningar från den senaste träffen.
pulse-notes-act = Skriv anteckningar
pulse-times = Gruppen har inte träffats på ett tag och ingen träff är bokad.
pulse-times-act = Föreslå tider

# Mejl
mail-meetup-follow-up-subject = Det här kom vi fram till: { $name }
mail-meetup-follow-up-body = Din grupp { $name } har träffats. Här är det som skrevs ner.
mail-meetup-follow-up-note = Knapparna leder till en sida där du svarar utan att logga in, och där du kan skriva en mening om nästa träff. Gruppen ser svaren utan namn. Länkarna är personliga: skicka dem inte vidare.
mail-meetup-follow-up-page = Läs på webben, skriv vidare eller pricka av löften
