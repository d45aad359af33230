# Sammanfattningen
digest-stories = Nya berättelser
digest-threads = Nya kommentarer i trådar där du är med
digest-meetups = Kommande träffar
digest-subject-story = Ny berättelse: { $name }
digest-new-posts = { $n ->
    [one] 1 ny berättelse
   *[other] { $n } nya berättelser
}
digest-new-comments = { $n ->
    [one] 1 ny kommentar
   *[other] { $n } nya kommentarer
}
digest-waiting = Väntar på ditt svar
digest-elsewhere = Från andra nätverk
digest-about = Om { $name }, från andra nätverk
digest-promises = Det här har du lovat
digest-by-mail = Kommentera med ett mejl
digest-suggestion = Ett förslag till dig
digest-like-yours = Liknar din berättelse ”{ $name }”
digest-about-yours = Handlar om { $name }, som du har i din profil
digest-poll = Vilken tid passar dig?
digest-answer-by = Svara senast { $name }
digest-promised-by = Senast { $name }
digest-said = Du har svarat: { $name }
digest-said-waits = du står i kö för en plats
digest-answers-wait = { $n ->
    [one] 1 sak väntar på ditt svar
   *[other] { $n } saker väntar på ditt svar
}
digest-more-posts = { $n ->
    [one] och en berättelse till
   *[other] och { $n } berättelser till
}
digest-why = Sammanfattningen kommer när det finns något nytt för dig i Grannskap.
digest-settings = Ändra hur ofta den kommer:
digest-settings-link = Ändra hur ofta den kommer
digest-unsubscribe = Få inga fler sammanfattningar:
digest-unsubscribe-link = Få inga fler sammanfattningar
digest-preview-title = Din nästa sammanfattning
digest-preview-lead = Det här är nytt för dig just nu. Mejlet kommer vid din tid, med det som hunnit tillkomma till dess.
digest-preview-since = Sedan { $when }
digest-preview-at_once = Berättelser från dina grupper och nätverk kommer med en gång, resten varje dag
digest-preview-daily = Kommer varje dag som det finns något nytt
digest-preview-weekly = Kommer en gång i veckan om det finns något nytt
digest-preview-never = Du har valt att inte få någon sammanfattning
digest-preview-settings = Välj vad som kommer hur ofta
digest-preview-empty = Inget nytt för dig just nu
digest-preview-empty-how = När någon skriver en berättelse som du får läsa, kommenterar i en tråd där du är med eller föreslår en träff kommer det med här. Finns det inget nytt skickas inget mejl.

# Avsluta prenumerationen
unsubscribe-title = Vill du sluta få sammanfattningar?
unsubscribe-lead = Kallelser till träffar i dina grupper får du även i fortsättningen.
unsubscribe-submit = Ja, skicka inga fler
unsubscribe-other = Vill du hellre få den mer sällan?
unsubscribed-title = Du får inga fler sammanfattningar
unsubscribed-lead = Ångrar du dig sätter du på dem igen i inställningarna.
unsubscribed-settings = Till dina prenumerationer

unsubscribe-calls-title = Vill du sluta få mejl om nya omgångar?
unsubscribe-lead-network = Det gäller { $name }. Mejl om din grupp och dina träffar får du även i fortsättningen.
unsubscribed-calls-title = Du får inga fler mejl om nya omgångar
unsubscribed-lead-network = Ångrar du dig sätter du på dem igen på sidan för { $name }.

unsubscribe-place-title = Vill du inte få något mer härifrån?
unsubscribe-lead-place = Det gäller berättelser och annat nytt i { $name }. Kallelser och ändringar av träffar får du även i fortsättningen.
unsubscribed-place-title = Du får inget mer härifrån
unsubscribed-lead-place = Berättelser och annat nytt i { $name } kommer inte längre till dig. Ångrar du dig väljer du något annat bland dina prenumerationer.

unsubscribe-theme-title = Vill du inte få fler berättelser om temat?
unsubscribe-lead-theme = Det gäller berättelser om { $name }, var de än är skrivna.
unsubscribed-theme-title = Du får inga fler berättelser om temat
unsubscribed-lead-theme = Berättelser om { $name } kommer inte längre till dig. Ångrar du dig väljer du något annat bland dina prenumerationer.

# En berättelse i ett eget mejl
story-mail-page = Läs och kommentera
story-mail-why = Du får det här för att du vill ha berättelser i { $name } med en gång.
story-mail-unsubscribe = Få inget mer från { $name }
story-mail-why-theme = Du får det här för att du följer { $name } och vill ha berättelser om det med en gång.
story-mail-unsubscribe-theme = Få inget mer om { $name }

# Prenumerationer
subscriptions-nav = Prenumerationer
subscriptions-title = Vad som kommer till dig, och hur ofta
subscriptions-lead = Välj hur ofta du får det som är nytt: nya berättelser, kommentarer till dig, träffar och frågor om tider.
subscriptions-complained-title = Du får inga sammanfattningar just nu
subscriptions-complained-body = Den { $day } märktes ett mejl härifrån till dig som skräppost. Sedan dess skickar vi inga sammanfattningar, notiser eller brev till dig, bara sådant som är till dig ensam. Det du väljer här nedanför gäller när du tar emot dem igen.
subscriptions-resume = Ta emot sammanfattningar igen
subscriptions-general = Allt som du inte väljer något annat för
subscriptions-general-hint = Hit hör också berättelser som är öppna för alla.
subscriptions-places = Dina nätverk, grupper och teman
subscriptions-place = Nätverk, grupp eller tema
subscriptions-about = Vad
subscriptions-how-often = Hur ofta
subscriptions-of-network = Berättelser från andra grupper i nätverket
subscriptions-of-group = Allt nytt i gruppen
subscriptions-of-theme = Berättelser om temat, var de än är skrivna
subscriptions-not-followed = Följer inte
subscriptions-themes = Hitta teman att följa
subscriptions-as-all = { $name } (som allt annat)
subscriptions-as-group = { $name } (som gruppen har valt)
subscriptions-order = Det du väljer för en grupp eller ett nätverk går före det gruppen har valt, och det går före det du har valt för allt. Följer du ett tema kommer berättelserna om det så ofta som du har valt för temat, eller för gruppen eller nätverket om det är oftare. Har du valt aldrig för något av dem kommer de inte. Ändringar av träffar som du har tackat ja till får du alltid.
subscriptions-read = Berättelser som du har läst här, med kommentarerna som stod där då, kommer inte en gång till. Det sparas i ett halvår, och bara för det.
subscriptions-hour = Det som kommer varje dag eller vecka kommer klockan { $hour }.
subscriptions-weekday = Veckodag: { $name }.
subscriptions-when = Ändra dag och klockslag

# Skicka nu, och vad en medlem får
digest-send = Skicka den nu
flash-digest-sent = Sammanfattningen är skickad
flash-digest-nothing = Inget nytt att skicka just nu
digest-typical-title = Vad en medlem får i sin sammanfattning
digest-typical-lead = Så här skulle en veckas sammanfattning se ut just nu för den som är med i nätverket och inte har läst eller svarat på något ännu. Vad var och en får beror på vad de har valt.
digest-typical-group = Medlem i
digest-typical-no-group = Ingen grupp, bara nätverket
digest-typical-show = Visa
digest-typical-empty = Inget nytt den senaste veckan
digest-typical-empty-how = Då skickas inget mejl. När någon skriver en berättelse för nätverket kommer den med här.
