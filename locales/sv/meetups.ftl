# Träffar
meetups-title = Träffar
meetups-lead = Alla träffar i dina grupper. Prenumerera på dem i din kalender, så följer ändringar med.
meetups-coming = Kommande
meetups-past = Tidigare
meetups-none-coming = Ingen träff är bokad
meetups-none-coming-body = En träff är en tid då din grupp ses, på plats eller på nätet. Vem som helst i gruppen kan föreslå en. Alla får en inbjudan med mejl och svarar därifrån.
meetups-none-past = Här samlas träffarna när de har varit.
meetups-to-groups = Till mina grupper
meetups-earlier = Äldre träffar
meetups-later = Nyare träffar
meetups-calendar-title = Prenumerera i din kalender
meetups-calendar-body = Lägg in adressen i Outlook, Google Kalender eller telefonens kalender. Den är personlig: den som har adressen ser dina träffar.
meetups-calendar-link = Visa min kalenderadress
meetup-of-group = Träff i { $name }
meetup-when = När
meetup-place = Plats
meetup-link = Länk
meetup-group = Grupp
meetup-agenda = Vad vi ska göra
meetup-agenda-none = Ingen har skrivit vad träffen ska handla om än.
meetup-where = Var
meetup-nothing = inget
meetup-capacity = { $n ->
    [one] Det finns plats för en.
   *[other] Det finns plats för { $n }.
}
meetup-capacity-room = { $n ->
    [one] I rummet finns plats för en.
   *[other] I rummet finns plats för { $n }.
}
meetup-room-left = { $n ->
    [0] Rummet är fullt. På nätet finns alltid plats.
    [one] En plats kvar i rummet.
   *[other] { $n } platser kvar i rummet.
}
meetup-places-left = { $n ->
    [0] Träffen är full.
    [one] En plats kvar.
   *[other] { $n } platser kvar.
}
meetup-hour-twice = Klockan ställs tillbaka den natten och timmen kommer två gånger. Träffen börjar den första.
meetup-other-zone = Tiden är i din tidszon, { $zone }. Den är { $there } i { $other }.
meetup-cancelled = Inställd
meetup-cancelled-body = Träffen är inställd. Alla i gruppen har fått veta det.
meetup-cancelled-why = Inställd: { $name }
meetup-cancelled-by = { $name } ställde in träffen { $at }.
meetup-cancelled-at = Träffen ställdes in { $name }.
meetup-over = Träffen har varit
meetup-answer-yes = Ja, jag kommer
meetup-answer-room = Ja, på plats
meetup-answer-online = Ja, på nätet
meetup-answer-maybe = Kanske
meetup-answer-no = Nej, jag kan inte
meetup-answer-wait = Ja, ställ mig på väntelistan
meetup-answer-wait-room = På plats, ställ mig på väntelistan
meetup-said-yes = Kommer
meetup-said-room = Kommer, på plats
meetup-said-online = Är med på nätet
meetup-said-waiting = På väntelistan
meetup-said-maybe = Kanske
meetup-said-no = Kommer inte
meetup-said-nothing = Har inte svarat
meetup-answers = Vilka kommer?
meetup-your-answer-is = Du har svarat: { $name }.
meetup-your-answer-polled = Enligt omröstningen: { $name }. Svara för att bekräfta eller ändra dig.
meetup-your-answer-none = Du har inte svarat än.
meetup-from-poll = från omröstningen
meetup-poll = Omröstningen om tiden
meetup-waits = Du står på väntelistan.
meetup-waiting = Du står på väntelistan, som nummer { $n }. Blir det en plats är den din, och du får ett mejl.
meetup-place-given = En plats har blivit ledig och du har fått den. Du kommer alltså.
meetup-polled-gone = Det du svarade i omröstningen gällde den gamla tiden. Svara om den nya.
meetup-online-given = Träffen är nu både på plats och på nätet, så att du inte behöver vänta på en plats. Du är med på nätet.
meetup-online-gone = Du hade svarat att du är med på nätet, men träffen är bara på plats nu. Svara igen.
meetup-answered = { $n ->
    [one] En kommer
   *[other] { $n } kommer
}
meetup-unanswered = { $n ->
    [one] En har inte svarat
   *[other] { $n } har inte svarat
}
meetup-next-step = Nästa steg
meetup-next-answer = Kommer du?
meetup-next-answer-body = Svara så att de andra kan planera. Du kan ändra dig senare.
meetup-next-calendar = Lägg in träffen i din kalender
meetup-next-calendar-body = Filen går att öppna i de flesta kalendrar. Prenumererar du på dina träffar finns den där redan.
meetup-next-calendar-link = Hämta kalenderfil
meetup-next-group = Till gruppens sida
meetup-next-cancelled = Föreslå en ny tid
meetup-next-cancelled-body = Hitta en dag som passar fler.
meetup-next-cancelled-link = Föreslå en träff
meetup-next-over = Vad kom ni fram till?
meetup-next-over-body = Skriv ner det tillsammans medan det är färskt. Alla i gruppen får det sedan med mejl.
meetup-next-over-link = Skriv anteckningar
meetup-next-written = Det ni kom fram till är nedskrivet
meetup-next-written-body = Läs det, skriv vidare, eller gör en berättelse av det.
meetup-next-written-link = Läs anteckningarna
meetup-next-coordinator = Följ vilka som kommer
meetup-next-coordinator-body = Du är samordnare och svarar inte själv. Här nedanför ser du vilka som har svarat.
meetup-edit = Ändra
meetup-cancel = Ställ in
meetup-calendar-name = Träffar i Grannskap
meetup-calendar-read = Läs mer:
meetup-calendar-answer = Svara och läs mer:

# Föreslå och ändra
meetup-new-title = Föreslå en träff
meetup-new-lead = Alla i { $name } får en inbjudan med mejl, med träffen som kalenderpost, och kan svara därifrån.
meetup-new-submit = Bjud in gruppen
meetup-edit-title = Ändra träffen
meetup-edit-lead = Ändrar du något får alla i gruppen veta vad som är nytt.
meetup-edit-submit = Spara och meddela gruppen
meetup-field-title = Rubrik
meetup-field-title-hint = Till exempel: Första träffen, eller Hur vi följer upp frånvaro
meetup-field-date = Datum
meetup-field-starts = Börjar
meetup-field-ends = Slutar
meetup-field-zone = Tiderna är i din tidszon: { $name }.
meetup-field-place = Plats
meetup-field-place-hint = Adress eller lokal, så att man hittar. Lämna tomt om ni bara ses på nätet. Fyller du i både plats och länk svarar var och en om de kommer eller är med på nätet.
meetup-field-municipality = Kommun
meetup-field-municipality-hint = Gruppens kommuner står först. Kommunen räknas när ni fördelar resorna.
meetup-municipality-none = Ingen vald
meetup-field-link = Länk till mötet på nätet
meetup-field-link-hint = Hela adressen, till exempel https://meet.example/grannar
meetup-field-agenda = Vad ska ni göra?
meetup-field-agenda-hint = Punkter för samtalet och vad var och en kan förbereda. Du kan använda Markdown.
meetup-field-capacity = Antal platser
meetup-field-capacity-hint = Lämna tomt om alla i gruppen får plats. Ses ni både på plats och på nätet gäller antalet rummet. När alla platser är tagna kan man ställa sig på väntelistan.
meetup-cancellation-title = Ställ in träffen
meetup-cancellation-lead = Alla i gruppen får ett mejl och träffen markeras som inställd i deras kalendrar. Det går inte att ångra, men du kan föreslå en ny.
meetup-cancellation-why = Vad vill du säga till de andra?
meetup-cancellation-why-hint = Kort, gärna varför. Det står i mejlet, på träffens sida och i kalendrarna. Högst 500 tecken.
meetup-cancellation-submit = Ställ in och meddela gruppen
meetup-cancellation-back = Behåll träffen
error-meetup-hour-missing = Det klockslaget finns inte den natten: klockan ställs fram. Välj ett annat.
error-meetup-ends-before = Träffen ska sluta senare än den börjar, samma dag.
error-meetup-past = Tiden har redan varit. Välj en tid framåt.
error-meetup-far = Välj en dag inom ett år.
error-meetup-where = Skriv en plats eller en länk, eller båda.
error-meetup-link = Skriv en hel adress som börjar med https:// eller http://.
error-meetup-not-online = Träffen är inte på nätet längre. Svara igen.
error-meetup-cancelled = Träffen är inställd och går inte att ändra eller svara på längre.
error-meetup-over = Träffen har varit och går inte att ändra eller svara på längre.
error-meetup-capacity-taken = Fler än så har redan svarat ja.
flash-meetup-created = Gruppen är inbjuden.
flash-meetup-updated = Ändringen är sparad och alla i gruppen får veta det.
flash-meetup-unchanged = Du ändrade inget, så ingen har fått mejl.
flash-meetup-cancelled = Träffen är inställd och alla i gruppen får veta det.
flash-meetup-nudged = De som inte har svarat får ett mejl.
flash-meetup-nudged-before = De som inte har svarat är redan påminda.
flash-meetup-answered = Tack, ditt svar är sparat.

# Svara från mejlet
meetup-answer-title = Svara på inbjudan
meetup-answer-lead = { $name }, du är inbjuden till den här träffen. Du behöver inte logga in för att svara.
meetup-answer-confirm = Tryck för att svara
meetup-answer-confirm-body = Svaret gäller först när du trycker på knappen.
meetup-answer-other = Eller svara något annat:
meetup-answer-sign-in = Logga in för att se vilka som kommer
meetup-answer-gone-title = Länken gäller inte längre
meetup-answer-gone-body = Träffen som länken hörde till har varit. Logga in för att se dina träffar.

# Mejl
meetup-mail-answer = Kommer du?
meetup-mail-answer-note = Länkarna är personliga. Du behöver inte logga in, och du kan ändra ditt svar fram till träffen.
meetup-mail-answer-calendar = Du kan också svara i din kalender.
meetup-mail-page = Träffens sida
mail-meetup-invitation-subject = Inbjudan: { $name }
mail-meetup-invitation-body = Din grupp { $name } ska träffas, och du är inbjuden.
mail-meetup-invitation-polled = I omröstningen svarade du: { $name }. Stämmer det räknas svaret, och du behöver inte göra något.
mail-meetup-invitation-answered = Svaret som gäller nu är: { $name }. Stämmer det behöver du inte göra något.
mail-meetup-update-subject = Ändrat: { $name }
mail-meetup-update-body = En träff i din grupp { $name } har ändrats. Det här är nytt:
mail-meetup-update-moved = Träffen har fått en ny tid. Har du redan svarat gäller svaret fortfarande: svara igen om tiden inte passar.
mail-meetup-cancellation-subject = Inställt: { $name }
mail-meetup-cancellation-body = En träff i din grupp { $name } är inställd.
mail-meetup-cancellation-calendar = Träffen markeras som inställd i din kalender.
mail-meetup-reply-subject = Ditt svar räknades inte: { $name }
mail-meetup-reply-body = Ett svar från din kalender eller ditt mejl kom till oss, men det ändrade inget:
mail-meetup-reply-answered = Ditt svar är som förut:
meetup-reply-old = Svaret gällde en tidigare tid. Träffen har flyttats sedan dess.
meetup-reply-counter = Från kalendern går det inte att föreslå en annan tid. Skriv till gruppen, eller ändra träffen på dess sida.
meetup-reply-delegated = Från kalendern går det inte att skicka någon annan i sitt ställe. Svara för dig själv.
meetup-reply-words = Ingen läser mejl som skickas till inbjudans adress. Svara med en av länkarna, eller i din kalender.
mail-meetup-nudge-subject = Kommer du? { $name }
mail-meetup-nudge-body = Någon i din grupp { $name } undrar om du kommer. Du har inte svarat på inbjudan än.
mail-meetup-place-subject = Du har fått en plats: { $name }
mail-meetup-place-body = En plats har blivit ledig på en träff i din grupp { $name }. Du stod först på väntelistan, så den är din. Kan du inte komma, svara nej, så går platsen till nästa.
mail-meetup-online-subject = Du är med på nätet: { $name }
mail-meetup-online-body = Du har svarat ja från din kalender till en träff i din grupp { $name }. Alla platser i rummet är tagna, så du är med på nätet. Vill du hellre stå på väntelistan för en plats i rummet, svara det här nedanför.
mail-meetup-waiting-subject = Du står på väntelistan: { $name }
mail-meetup-waiting-body = Du har svarat ja från din kalender till en träff i din grupp { $name }, men alla platser är tagna. Du står på väntelistan. Blir det en plats är den din, och du får ett mejl.
mail-meetup-reminder-subject = Snart: { $name }
mail-meetup-reminder-body = { $n ->
    [0] I dag träffas din grupp { $name }.
    [1] I morgon träffas din grupp { $name }.
    [2] I övermorgon träffas din grupp { $name }.
    [7] Om en vecka träffas din grupp { $name }.
   *[other] Om { $n } dagar träffas din grupp { $name }.
}
mail-meetup-reminder-answered = Du har svarat:
mail-meetup-reminder-unanswered = Du har inte svarat än.
mail-meetup-reminder-waits = Du står på väntelistan. Du får ett mejl om det blir en plats.
meetup-changed-title = Rubriken: ”{ $from }” har blivit ”{ $to }”
meetup-changed-time = Tiden: { $from } har blivit { $to }
meetup-changed-place = Platsen: { $from } har blivit { $to }
meetup-changed-link = Länken: { $from } har blivit { $to }
meetup-changed-agenda = Vad ni ska göra är omskrivet
meetup-changed-capacity = Antal platser: { $from } har blivit { $to }

# Gruppens kalender
group-feed-title = Gruppens kalender
group-feed-link = Prenumerera på gruppens träffar
group-feed-lead = En adress med träffarna i { $name }, att lägga in i Outlook, Google Kalender eller telefonen. Inställda träffar står kvar som inställda.
group-feed-note = Adressen slutar att gälla om du lämnar gruppen.

# Serier
meetup-series-legend = Upprepa träffen
meetup-field-repeats = Upprepas den?
meetup-field-repeats-hint = Varje träff i en serie blir en egen träff, med egna svar. Du får se alla dagar innan någon bjuds in.
meetup-repeats-not = Nej, bara den här gången
meetup-repeats-weeks = Med några veckors mellanrum
meetup-repeats-monthly = Varje månad, samma veckodag som datumet: andra tisdagen, till exempel
meetup-repeats-last = Varje månad, den sista sådana veckodagen
meetup-field-every = Antal veckor mellan träffarna
meetup-field-every-hint = 3 betyder var tredje vecka.
meetup-field-until = Till och med
meetup-field-until-hint = Högst två år framåt och högst 52 träffar.
meetup-series-count = { $n ->
    [one] En träff
   *[other] { $n } träffar
}
meetup-preview-title = Stämmer de här dagarna?
meetup-preview-holidays = Helgdagar bland dem: { $name }.
meetup-preview-mail = Ingen är inbjuden än. Alla i gruppen får ett enda mejl om serien, och sedan en inbjudan i taget.
meetup-preview-submit = Bjud in gruppen till serien
meetup-preview-change = Eller ändra något
meetup-field-without = Dagar att hoppa över
meetup-field-without-hint = Kryssa i de dagar då ni inte ska ses.
meetup-series = Träff { $n } av { $of } i en serie.
meetup-series-label = Serien
meetup-series-before = Föregående träff
meetup-series-after = Nästa träff
meetup-series-all = Alla träffar i serien
meetup-series-continue = Fortsätt serien
meetup-series-continue-lead = Nya träffar i samma serie. Förslaget är likt den senaste träffen: ändra det som ska bli annorlunda, och välj till och med vilken dag.
meetup-series-answer = { $n ->
    [one] Svara likadant på den andra kommande träffen i serien
   *[other] Svara likadant på de { $n } andra kommande träffarna i serien
}
meetup-series-more = { $n ->
    [one] och en till i serien
   *[other] och { $n } till i serien
}
meetup-scope-one = Bara den här träffen
meetup-scope-later = { $n ->
    [one] Den här och nästa träff i serien
   *[other] Den här och de { $n } senare i serien
}
meetup-scope-change = Vad ska ändras?
meetup-scope-change-hint = Flyttar du till en annan dag flyttas de senare lika många dagar. Det som är annorlunda på en enskild träff, som en egen plats, behålls.
meetup-scope-cancel = Vad ska ställas in?
error-series-last = Datumet är inte den sista sådana veckodagen i sin månad. Välj ett annat datum eller något annat sätt att upprepa.
error-series-until = Fram till den dagen blir det bara en träff. Välj en senare dag.
error-series-far = Välj en dag inom två år.
error-series-many = Det skulle bli { $name } träffar. En serie får ha högst 52: välj en tidigare dag eller längre mellanrum.
error-series-empty = Behåll minst en dag.
error-series-hour = Det klockslaget finns inte { $name }: klockan ställs fram den natten. Välj ett annat, eller hoppa över den dagen.
error-series-hour-later = Det klockslaget finns inte den natt då en av de senare träffarna är: klockan ställs fram. Välj ett annat.
mail-meetup-invitation-series = Din grupp { $name } ska träffas flera gånger, och du är inbjuden. Det här är dagarna:
mail-meetup-invitation-first = Det här mejlet är inbjudan till den första träffen. Inbjudan till nästa kommer när den har varit. När du svarar kan du svara likadant på alla.
mail-meetup-invitation-feeds = I kalendern som du kan prenumerera på finns alla redan.
mail-meetup-update-series = De senare träffarna i serien är ändrade på samma sätt. Nu är de här dagarna bestämda:
mail-meetup-cancellation-series = Även de senare träffarna i serien är inställda. De här blir alltså inte av:
