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
digest-promises = Det här har du lovat
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
digest-preview-daily = Kommer varje dag som det finns något nytt
digest-preview-weekly = Kommer en gång i veckan om det finns något nytt
digest-preview-never = Du har valt att inte få någon sammanfattning
digest-preview-settings = Ändra hur ofta den kommer
digest-preview-empty = Inget nytt för dig just nu
digest-preview-empty-how = När någon skriver en berättelse som du får läsa, kommenterar i en tråd där du är med eller föreslår en träff kommer det med här. Finns det inget nytt skickas inget mejl.

# Avsluta prenumerationen
unsubscribe-title = Vill du sluta få sammanfattningar?
unsubscribe-lead = Kallelser till träffar i dina grupper får du även i fortsättningen.
unsubscribe-submit = Ja, skicka inga fler
unsubscribe-other = Vill du hellre få den mer sällan?
unsubscribed-title = Du får inga fler sammanfattningar
unsubscribed-lead = Ångrar du dig sätter du på dem igen i inställningarna.
unsubscribed-settings = Till inställningarna

unsubscribe-calls-title = Vill du sluta få mejl om nya omgångar?
unsubscribe-lead-network = Det gäller { $name }. Mejl om din grupp och dina träffar får du även i fortsättningen.
unsubscribed-calls-title = Du får inga fler mejl om nya omgångar
unsubscribed-lead-network = Ångrar du dig sätter du på dem igen på sidan för { $name }.
