# Bilder och filer i berättelser och från träffar
attachments-title = Bilder och filer
attachments-title-of = Bilder och filer: { $name }
attachments-lead-post = De som får läsa berättelsen får också se bilderna och hämta filerna.
attachments-lead-meetup = Gruppen och de som samordnar nätverket ser filerna bland träffens material.
attachments-here = Det här finns
attachments-add-title = Lägg till
attachments-field-files = Bilder och filer
attachments-hint = Bilder, PDF och dokument från Word, Excel, PowerPoint eller LibreOffice, högst { $size } var. { $left ->
    [one] Det finns plats för en fil till.
   *[other] Det finns plats för { $left } filer till.
} Plats och andra uppgifter som kameran har sparat i en bild tas bort.
attachments-full = Här får det inte plats fler filer. Ta bort någon först.
attachments-add = Lägg till
attachments-done = Klar
attachments-change = Lägg till eller ta bort filer
attachment-from-hint = Till dess ser bara du filen.
attachment-no-alt = saknar beskrivning
attachment-describe = Beskriv bilden
attachment-describe-title = Beskriv bilden
attachment-edit = Ändra
attachment-edit-title = Ändra filen
attachment-remove = Ta bort
attachment-remove-confirm = Vill du ta bort { $name }?
attachment-field-alt = Vad ser man på bilden?
attachment-field-alt-hint = Den som inte kan se bilden får texten uppläst. Skriv det som betyder något, i en eller två meningar.
attachment-field-name = Namn
attachment-save = Spara
attachment-later = Inte nu
attachment-kind-jpeg = Bild
attachment-kind-png = Bild
attachment-kind-pdf = PDF
attachment-kind-docx = Word
attachment-kind-xlsx = Excel
attachment-kind-pptx = PowerPoint
attachment-kind-odt = Text (ODT)
attachment-kind-ods = Kalkylblad (ODS)
attachment-kind-odp = Presentation (ODP)
attachment-kind-link = Länk
flash-attachments-added = Filerna är på plats.
flash-attachment-saved = Ändringen är sparad.
flash-attachment-removed = Filen är borttagen.
error-file-none = Välj minst en fil.
error-file-empty = { $name } är tom. Kontrollera filen och välj den igen.
error-file-too-large = { $name } är för stor. Gör den mindre, eller lägg till färre filer åt gången.
error-file-kind = { $name } är inte en bild, en PDF eller ett dokument som går att lägga till. Spara om den som PDF.
error-file-broken = { $name } går inte att läsa. Filen kan vara skadad. Öppna den, spara om den och försök igen.
error-file-locked = { $name } är låst med lösenord eller sparad i ett gammalt format. Spara om den utan lösenord, i dagens format.
error-file-macros = { $name } innehåller makron och går inte att lägga till. Spara om den utan makron.
error-file-bomb = { $name } skulle bli orimligt stor när någon öppnar den, och går inte att lägga till.
error-file-mixed = { $name } är flera sorters filer i en, och går inte att lägga till. Spara om den som PDF.
error-file-pixels = { $name } har för många bildpunkter. Gör den mindre än 12 000 på längsta sidan och 40 miljoner totalt.
error-file-place-full = { $name } fick inte plats. Ta bort någon annan fil först.
error-file-person-full = { $name } fick inte plats: du har lagt till så mycket som en person får. Ta bort sådant som inte behövs längre.
materials-lead-network = Filer och länkar från träffar och berättelser i nätverket, så långt du får se dem.
materials-back = Till { $name }
materials-search = Sök på namn
materials-search-act = Sök
materials-count = { $n ->
    [one] En fil eller länk
   *[other] { $n } filer och länkar
}
materials-none-found = Inget material heter så.
materials-show-all = Visa allt
