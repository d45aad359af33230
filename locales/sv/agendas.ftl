# Dagordning
agenda-title = Dagordning
agenda-over = Träffen har varit eller är inställd. Dagordningen går att läsa, men inte att ändra.
agenda-next-ask = Vad vill du prata om?
agenda-next-ask-body = Ställ en fråga till träffen, så hinner de andra tänka efter.
agenda-next-run = När ni ses
agenda-next-run-body = Samtalets steg med klockslag och tidtagare, frågorna och rollerna på en sida.
agenda-next-run-link = Öppna samtalssidan
agenda-questions = Frågor att prata om
agenda-questions-none = Ingen har ställt någon fråga än.
agenda-withdrawn = Borttagna frågor
agenda-run-title = Samtalssida
meetup-questions = { $n ->
    [one] Dagordning: en fråga att prata om
   *[other] Dagordning: { $n } frågor att prata om
}
meetup-questions-none = Dagordning: frågor, samtalsguide och roller
meetup-guide = Samtalsguide: { $name }

# Frågor
question-new = Ställ en fråga
question-new-submit = Lägg till frågan
question-edit-title = Ändra frågan
question-edit-submit = Spara frågan
question-field-title = Fråga
question-field-title-hint = Till exempel: Hur får ni rektorerna att äga nulägesanalysen?
question-field-details = Bakgrund
question-field-details-hint = Det som de andra behöver veta innan. Lämna tomt om frågan räcker. Högst 500 tecken.
question-want = Det vill jag också prata om
question-want-no-more = Ta tillbaka att jag vill prata om det
question-wanted = { $n ->
    [one] en till vill prata om det
   *[other] { $n } till vill prata om det
}
question-wanted-by-you = du är en av dem
question-withdraw = Ta bort
question-put-back = Lägg tillbaka
question-by-former = Någon som har lämnat gruppen
error-question-many = Dagordningen är full: det finns redan 20 frågor. Visa hellre att du också vill prata om någon av dem.
error-question-withdrawn = Frågan är borttagen från dagordningen.
flash-question-asked = Frågan står på dagordningen.
flash-question-updated = Frågan är ändrad.
flash-question-withdrawn = Frågan är borttagen. Du kan lägga tillbaka den längre ner.
flash-question-put-back = Frågan är tillbaka på dagordningen.
flash-question-wanted = De andra ser att fler vill prata om frågan.
flash-question-wanted-no-more = Det är borttaget att du vill prata om frågan.

# Samtalsguiden för en träff
agenda-guide = Samtalsguide
agenda-guide-unchosen = Ingen samtalsguide är vald.
agenda-guide-none = Ingen guide
agenda-guide-choose = Välj samtalsguide
agenda-guide-submit = Spara valet
agenda-guide-library = Läs om guiderna
agenda-guide-missing = Vilken samtalsguide passar?
agenda-guide-missing-body = Med en guide får ni steg med klockslag och en tidtagare här.
flash-guide-chosen = Valet av samtalsguide är sparat.
guide-start = Samtalet börjar kl.
guide-start-hint = Ändra om ni börjar senare än tänkt, så räknas klockslagen om.
guide-start-submit = Räkna om klockslagen
timer-title = Tidtagare
timer-start = Starta
timer-pause = Pausa
timer-back = Föregående steg
timer-next = Nästa steg
timer-progress = Så mycket av stegets tid har gått
timer-minutes = min kvar
timer-soon = En minut kvar av steget.
timer-over = Stegets tid är slut. Gå vidare när ni är klara.

# Roller
agenda-roles = Roller
agenda-roles-lead = Rollerna går runt: den som har haft en roll minst och längst sedan står på tur. Alla i gruppen kan ta en roll, lämna den eller ge den till någon annan.
role-host = Värd
role-host-does = Ordnar rum eller länk och hälsar alla välkomna.
role-facilitator = Samtalsledare
role-facilitator-does = Håller tiden och ser till att alla kommer till tals.
role-note-taker = Antecknar
role-note-taker-does = Skriver ner det ni bestämmer och lovar varandra.
role-proposed = På tur: { $name }
role-nobody = Ingen än
role-why-never = Har inte haft rollen i gruppen än.
role-why-seldom = Har haft rollen färre gånger än andra som kan komma, senast { $date }.
role-why-long-ago = Hade rollen längst sedan, { $date }, av dem som kan komma.
role-take = Jag tar rollen
role-settle = Ge rollen till { $name }
role-give-up = Lämna rollen
role-free = Gör rollen ledig
role-give = Ge rollen
role-give-any = Ge en roll till någon annan
role-field = Roll
role-field-seat = Ges till
error-role-taken = Någon annan har tagit rollen medan du tittade. Här ser du vem som har den nu.
flash-role-given = Rollen är fördelad.
flash-role-given-up = Rollen är ledig.

# Vilka kom
attendances-title = Vilka kom?
attendances-lead = Tryck på dem som är med. Vem som helst i gruppen kan göra det, också för andra. Tryck en gång till för att ändra. Det är till för gruppens minne: ingen räknar hur ofta någon kommer.
attendances-early = Här noterar ni vilka som kom, när träffen har börjat.
attendances-came = Vilka kom
attendances-none = Ingen har noterat vilka som kom.
attendances-note = Notera vilka som kom
attendance-came = Kom
attendance-guests = Gäster
attendance-guests-field = Gäster som var med
attendance-guests-hint = Hur många, eller vad de heter om de vill stå här.
attendance-guests-submit = Spara gästerna
attendance-guests-count = { $n ->
    [one] Dessutom en gäst.
   *[other] Dessutom { $n } gäster.
}
attendance-guests-names = Gäster: { $name }
error-attendance-early = Träffen har inte börjat. Notera vilka som kom när ni ses.
error-attendance-cancelled = Träffen är inställd.
flash-attendance-noted = Det är sparat.

# Mejl
mail-meetup-reminder-questions = { $n ->
    [one] På dagordningen står en fråga att prata om:
   *[other] På dagordningen står { $n } frågor att prata om. Först:
}
mail-meetup-reminder-agenda = Läs dagordningen
