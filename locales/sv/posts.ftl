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
posts-no-older = Inga äldre berättelser
posts-newest = Till de nyaste
posts-themes = Alla teman, och vilka du följer
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
post-theme-names = Egna teman
post-theme-names-hint = Saknas något i listan? Skriv det här, med komma emellan. Till exempel: läsglädje, utomhuspedagogik
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
error-theme-name = Skriv högst 60 tecken för ett tema.
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
comments-answered = Frågan i berättelsen har fått ett svar.
comments-answered-go = Gå till svaret
comments-older = Äldre kommentarer
comments-latest = De senaste kommentarerna
comments-thread = Fortsättning på en tråd
comment-answer = Svara
comment-quote = Citera
comment-accept = Märk som svaret
comment-unaccept = Ta bort märket
comment-is-accepted = Svaret, enligt den som frågade
answer-title = Svara på en kommentar
answer-to = Du svarar på
answer-body = Ditt svar
answer-submit = Svara
answer-quote-of = { $name } skrev:
thanks-give = Tacka
thanks-give-story = Tacka för berättelsen
thanks-take-back = Ta tillbaka ditt tack
thanks-from = Tack från { $name }. Bara du ser det.
thanks-others = andra
flash-comment-accepted = Kommentaren är märkt som svaret.
flash-comment-unaccepted = Märket är borttaget.
post-followed = Du får mejl om nya kommentarer.
post-not-followed = Du får inte mejl om nya kommentarer.
post-muted = Du får inga mejl om berättelsen, inte heller när någon nämner dig.
post-follow = Följ berättelsen
post-mute = Stäng av mejl
flash-post-followed = Du får mejl om nya kommentarer.
flash-post-muted = Du får inga fler mejl om berättelsen.
mute-title = Vill du sluta få mejl om berättelsen?
mute-lead = Det gäller bara den här berättelsen. Andra mejl får du även i fortsättningen.
mute-submit = Ja, skicka inga fler
muted-title = Du får inga fler mejl om berättelsen
muted-lead = Ångrar du dig följer du den igen på berättelsens sida.
mail-comment-notice-subject = Kommentar: { $name }
mail-comment-notice-by = { $name } skriver:
mail-comment-notice-button = Läs och svara
mail-comment-notice-reply = Du kan också svara på det här mejlet, från den adress som du fick det till. Ditt svar blir en kommentar som alla som läser berättelsen ser.
mail-comment-notice-own = Du får mejlet för att du har skrivit berättelsen.
mail-comment-notice-follows = Du får mejlet för att du följer berättelsen. Det gör den som kommenterar.
mail-comment-notice-mentioned = Du får mejlet för att kommentaren nämner dig.
mail-comment-notice-mute = Få inga fler mejl om berättelsen
mail-comment-refused-subject = Ditt svar blev inte någon kommentar
mail-comment-refused-button = Öppna berättelsen
mail-comment-refused-group = Öppna gruppen
mail-comment-refused-home = Öppna Grannskap
mail-comment-refused-words = Det här skrev du:
comment-refused-empty = Vi hittade inget som du själv har skrivit i ditt svar. Skriv ovanför det som citeras, eller svara på sidan.
comment-refused-long = Ditt svar är för långt för en kommentar. Korta det, eller skriv en egen berättelse.
comment-refused-large = Ditt svar är för stort att läsa, kanske för att det har bilagor. Skicka bara texten, eller svara på sidan.
comment-refused-gone = Du kan inte kommentera berättelsen längre. Den kan vara tillbakadragen, eller så är du inte längre med i gruppen eller nätverket.
comment-refused-address = Ett svar på ett mejl till dig kom från en annan adress än din, på { $name }, och blev ingen kommentar. Är det ditt? Svara från den adress som du fick mejlet till, eller på sidan. Är det inte ditt behöver du inte göra något.
mail-comment-widened-subject = Fler läser det du skrev: { $name }
mail-comment-widened-network = Alla i nätverket kan nu läsa berättelsen ”{ $name }”, och därmed också { $n ->
    [one] din kommentar
   *[other] dina kommentarer
} till den.
mail-comment-widened-public = Vem som helst kan nu läsa berättelsen ”{ $name }”, utan att logga in, och därmed också { $n ->
    [one] din kommentar
   *[other] dina kommentarer
} till den.
mail-comment-widened-next = { $n ->
    [one] Du kan ändra den eller ta bort den när du vill.
   *[other] Du kan ändra dem eller ta bort dem när du vill. Knappen leder till den senaste.
}
mail-comment-widened-button = Öppna kommentaren
comment-hide = Dölj
comment-report = Anmäl
comment-is-hidden = Dold av samordnaren.
hiding-title = Dölj en kommentar
hiding-lead = Texten försvinner för alla. I tråden står att samordnaren har dolt en kommentar. Du kan visa den igen.
hiding-comment = Kommentaren
hiding-reports = Vad läsare har anmält
hiding-reason = Varför?
hiding-reason-hint = Den som skrev kommentaren får det du skriver här i ett mejl, och ser det i tråden.
hiding-submit = Dölj kommentaren
hiding-remove = Visa igen
similar-link = Berättelser som liknar den här
similar-title = Liknande berättelser
similar-lead = Andra som berättar om samma sak, först från huvudmän som liknar din.
similar-none = Ingen liknande berättelse än
similar-none-how = När fler berättar om samma sak står de här.
release-who = Vem läser berättelsen?
release-now = Så är det nu
release-title = Låt fler läsa
release-to-network = Visa för nätverket
release-to-public = Visa för alla
release-back-group = Visa bara för gruppen
release-back-network = Visa bara för nätverket
release-lead-network = Alla i nätverket kan läsa berättelsen och kommentera den. Du kan ta tillbaka det när du vill.
release-lead-public = Vem som helst kan läsa berättelsen, utan att logga in. Du kan ta tillbaka det när du vill, men andra kan ha sparat den.
release-names = Namn som står i texten och dess teman
release-names-hint = Kryssa för det som inte ska stå kvar. Namnen byts mot ”en kollega”, ”en huvudman” och ”en skola”, och teman med namnet tas bort. Läs igenom texten själv också: andra namn hittas inte.
release-names-none = Vi hittade inga namn på personer i nätverket, huvudmän eller skolor i texten och dess teman. Läs ändå igenom den en gång till.
release-comments = { $n ->
    [one] Kommentaren under berättelsen läses då också, med namnet på den som skrev den och som får veta det.
   *[other] De { $n } kommentarerna under berättelsen läses då också, med namnen på dem som skrev och som får veta det.
}
release-comments-names = I kommentarerna står { $names }. De byts inte.
release-files = Bilder och filer följer med som de är: { $names }.
release-not = Inte nu
mask-person = en kollega
mask-organiser = en huvudman
mask-school = en skola
mask-kind-person = person
mask-kind-organiser = huvudman
mask-kind-school = skola
mask-times = { $n ->
    [one] en gång
   *[other] { $n } gånger
}
post-preview = Förhandsgranska
post-preview-title = Så blir berättelsen
post-preview-lead = Inget är sparat än. Ändra nedanför, eller publicera.
post-preview-names = De här namnen står i texten:
flash-post-released-group = Bara gruppen läser berättelsen nu.
flash-post-released-network = Nätverket kan läsa berättelsen nu.
flash-post-released-public = Alla kan läsa berättelsen nu, också utan konto.
reports-title = Anmälningar
reports-lead = Det som läsare har anmält och det som samordnare har dolt. Bara ni som är samordnare ser det.
reports-said = Anmält av läsare
reports-hidden = Dolda kommentarer
reports-comment = Kommentar
reports-gone = Syns inte längre
reports-none = Inget är anmält
reports-none-how = Under varje berättelse och kommentar kan läsare anmäla att något är fel. Då får ni ett mejl, och det syns här.
report-title = Anmäl till samordnarna
report-lead = Är något fel, till exempel att ett barn går att känna igen? Nätverkets samordnare får ett mejl med ditt namn och det du skriver. Ingen annan ser det.
report-reason = Vad är fel?
report-reason-hint = Skriv kort vad samordnarna ska titta på.
report-submit = Skicka till samordnarna
flash-comment-hidden = Kommentaren är dold.
flash-comment-shown = Kommentaren visas igen.
flash-reported = Tack. Nätverkets samordnare har fått din anmälan.
mail-comment-hidden-subject = Din kommentar är dold: { $name }
mail-comment-hidden-body = En samordnare i nätverket har dolt din kommentar till ”{ $name }”. Andra kan inte läsa den.
mail-report-subject = Anmälan: { $name }
mail-report-body = { $name } tycker att du ska titta på något, och skriver:
mail-report-button = Öppna det som är anmält
mail-report-next = En kommentar kan du dölja i tråden. En berättelse kan du dra tillbaka på dess sida. Du skriver varför, och den som skrev får veta det.
comment-body = Skriv en kommentar
comment-body-hint = Markdown går bra. Skriv @ och ett namn för att nämna någon, till exempel @Anna Ek. Den som läser berättelsen läser också kommentaren, även om fler får läsa den senare.
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
search-hint = Ord i berättelser, kommentarer och anteckningar, eller namn på personer, grupper, nätverk och huvudmän. Med citattecken söker du ord som står intill varandra.
search-start = Skriv ett ord, eller början på ett namn
search-start-how = Du hittar det som du får läsa: berättelser och kommentarer, dina gruppers anteckningar, dina grupper och nätverk, människor i dem och alla huvudmän. Å, ä och ö kan skrivas som a och o, och böjningen spelar ingen roll.
search-more = Visa fler träffar
search-none = Inget hittades
search-none-how = Prova färre ord, eller ett annat ord för samma sak.
search-kind-post = Berättelser
search-kind-note = Anteckningar
search-narrow = Begränsa sökningen
search-narrow-kind = Visa bara
search-narrow-theme = Tema
search-narrow-organiser = Huvudman
search-narrow-category = Kategori
search-narrow-county = Län
search-narrow-time = Publicerat
search-any = Alla
search-time-month = Senaste månaden
search-time-half = Senaste halvåret
search-time-year = Senaste året
search-in-comment = I en kommentar:
search-meant = Menade du
search-none-narrowed = Inget passar det du har begränsat till.
search-none-all = Sök i allt
search-kind-group = Grupper
search-kind-person = Personer
search-kind-organiser = Huvudmän
search-kind-network = Nätverk
