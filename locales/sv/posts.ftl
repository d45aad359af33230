# Berättelser
posts-title = Berättelser
posts-lead = Vad andra med samma uppdrag har provat, hur det gick och vad de lärde sig.
posts-feed = Nya berättelser
posts-write = Skriv en berättelse
posts-write-in = i { $name }
posts-tabs = Vilka berättelser
posts-tab-all = Alla
posts-tab-mine = Mina
posts-tab-drafts = Utkast
posts-theme = Tema
posts-theme-any = Alla teman
posts-network = Nätverk
posts-network-any = Alla nätverk
posts-filter = Visa
posts-list = Listan
posts-older = Äldre berättelser
posts-empty = Här finns inga berättelser än
posts-empty-how = En berättelse är kort: hur det var, vad ni provade, vad som hände och vad ni lärde er. Den skrivs i en grupp och läses av gruppen, nätverket eller alla.
posts-empty-filter = Inget passar det du valde
posts-empty-filter-all = Visa alla berättelser
posts-empty-mine = Du har inte publicerat någon berättelse än
posts-empty-mine-how = Börja med något litet som ni provade. Fem frågor hjälper dig på väg, och du kan spara ett utkast när som helst.
posts-empty-drafts = Du har inga utkast
posts-empty-drafts-how = När du sparar en berättelse utan att publicera den hamnar den här. Bara du ser den.

# Skriva
post-breadcrumb = Berättelsen
post-new-title = Skriv en berättelse
post-edit-title = Ändra berättelsen
post-form-lead = Skriv som du skulle berätta för en kollega. Det behöver inte ha gått bra för att vara värt att läsa.
post-form-choice = Sätt att skriva
post-form-guided = Med fem frågor
post-form-free = Fritt
post-title = Rubrik
post-title-hint = Säg det viktigaste. Till exempel: Så fick vi rektorerna att läsa varandras analyser
post-body = Berättelsen
post-body-hint = Du kan använda Markdown: # för rubriker, *kursiv*, **fet**, - för listor och [text](https://adress) för länkar.
post-prompt-situation = Situationen
post-prompt-situation-hint = Hur var det innan? Vad ville ni förändra? Till exempel: Våra tre rektorer arbetade med samma fråga var för sig.
post-prompt-tried = Vad vi provade
post-prompt-tried-hint = Vad gjorde ni, och vilka var med? Till exempel: Vi la en förmiddag i månaden där rektorerna läste varandras analyser.
post-prompt-happened = Vad som hände
post-prompt-happened-hint = Det som gick som ni tänkt, och det som inte gjorde det. Till exempel: Efter två gånger slutade de försvara sig och började fråga.
post-prompt-learned = Vad vi lärde oss
post-prompt-learned-hint = Vad gör ni annorlunda i dag? Till exempel: Utan en fast tid i kalendern blir det aldrig av.
post-prompt-question = En fråga till er andra
post-prompt-question-hint = Vad vill du ha hjälp att tänka om? Till exempel: Hur får ni nämnden intresserad utan att det blir ännu en rapport?
post-themes = Teman
post-themes-hint = Välj högst åtta, så hittar andra hit.
post-visibility = Vem får läsa?
post-visibility-group = Gruppen
post-visibility-group-hint = Bara gruppens medlemmar och nätverkets samordnare läser den.
post-visibility-network = Nätverket
post-visibility-network-hint = Alla medlemmar i nätverket läser och kommenterar.
post-visibility-public = Alla
post-visibility-public-hint = Vem som helst kan läsa den på webben. Nätverkets medlemmar kommenterar.
post-visibility-badge-group = Läses av gruppen
post-visibility-badge-network = Läses av nätverket
post-visibility-badge-public = Läses av alla
post-publish = Publicera
post-save-draft = Spara utkast
post-typed-shown = Här är det du skrev utan att spara, från { $name }. Ingen annan ser det.
post-typed-remove = Börja om
post-typed-kept = Det du har skrivit finns kvar om du lämnar sidan.
post-save = Spara ändringarna
error-post-themes = Välj högst åtta teman.
error-post-withdrawn = Berättelsen är tillbakadragen.
flash-post-published = Berättelsen är publicerad.
flash-post-saved = Sparat.
flash-post-typed-gone = Det du hade skrivit är borta.
flash-post-unfinished = Något fattas innan berättelsen kan publiceras. Fyll i det som är tomt.
flash-post-withdrawn = Berättelsen är tillbakadragen.

# Läsa
post-draft = Utkast
post-edit = Ändra
post-withdraw = Dra tillbaka
post-is-withdrawn = Berättelsen är tillbakadragen. Bara du som skrev den ser den.
post-next-step = Nästa steg
post-next-publish = Publicera när du är nöjd
post-next-publish-how = Bara du ser utkastet. När du publicerar kommer det med i nästa sammanfattning till dem som får läsa.
post-next-join = Har du något liknande på gång?
post-next-join-how = I ett nätverk får du en liten grupp med grannar och likar att prova tankar med.
post-next-join-button = Se nätverken
post-comments-count = { $n ->
    [one] 1 kommentar
   *[other] { $n } kommentarer
}
post-edits-count = { $n ->
    [one] Ändrad en gång
   *[other] Ändrad { $n } gånger
}

# Historik
post-revisions-title = Ändringar
post-revisions-lead = Det som lagts till är understruket, det som tagits bort är överstruket. Senaste ändringen står först.
post-revisions-back = Till berättelsen
post-revisions-none = Inget är ändrat
post-revisions-none-how = När en publicerad berättelse ändras sparas det som stod förut här.

# Dra tillbaka
post-withdraw-title = Dra tillbaka berättelsen
post-withdraw-lead = ”{ $name }” och kommentarerna försvinner för alla utom den som skrev den. Det går inte att ångra.
post-withdraw-reason = Varför?
post-withdraw-reason-hint = Den som skrev berättelsen får det du skriver här i ett mejl.
post-withdraw-submit = Dra tillbaka
post-withdraw-keep = Behåll
mail-post-withdrawn-subject = Din berättelse är tillbakadragen: { $name }
mail-post-withdrawn-body = En samordnare i nätverket har dragit tillbaka din berättelse ”{ $name }”. Andra kan inte läsa den längre.
mail-post-withdrawn-reason = Så här skriver samordnaren:
mail-post-withdrawn-next = Texten finns kvar hos dig:
mail-post-withdrawn-button = Öppna berättelsen

# Kommentarer
comments-title = Kommentarer
comments-none = Ingen har kommenterat än. Vad känner du igen? Vad undrar du?
comments-none-here = Ingen har kommenterat än.
comment-body = Skriv en kommentar
comment-body-hint = Markdown går bra.
comment-submit = Kommentera
comment-save = Spara
comment-edit = Ändra
comment-edited = ändrad
comment-edit-title = Ändra din kommentar
comment-withdraw-title = Ta bort kommentaren
comment-withdraw-how = Texten försvinner. Kvar står att en kommentar är borttagen, så att tråden går att följa.
comment-withdraw = Ta bort
comment-is-withdrawn = Kommentaren är borttagen.
error-comment-length = Kommentaren är för lång. Korta den, eller skriv en egen berättelse.
flash-comment-written = Kommentaren finns med i tråden.
flash-comment-saved = Kommentaren är ändrad.
flash-comment-withdrawn = Kommentaren är borttagen.

# Sökning
search-title = Sök
search-title-for = Sökning: { $name }
search-words = Vad letar du efter?
search-hint = Ord i berättelser, eller namn på personer, grupper, nätverk och huvudmän.
search-start = Skriv ett ord, eller början på ett namn
search-start-how = Du hittar det som du får läsa: berättelser, dina grupper och nätverk, människor i dem och alla huvudmän. Å, ä och ö kan skrivas som a och o, och böjningen spelar ingen roll.
search-more = Visa fler träffar
search-none = Inget hittades
search-none-how = Prova färre ord, eller ett annat ord för samma sak.
search-kind-post = Berättelser
search-kind-group = Grupper
search-kind-person = Personer
search-kind-organiser = Huvudmän
search-kind-network = Nätverk
