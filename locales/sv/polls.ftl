# Omröstningar om tid
poll-of-group = Omröstning om tid i { $name }
poll-settled = Avslutad
poll-edit = Ändra tiderna
poll-close = Avsluta utan att välja
poll-answer-by-is = Svara senast { $date }.
poll-waits = Din grupp söker tid: { $name }.
poll-going-on = Omröstning om tid pågår. Se vilka tider som passar bäst hittills.
poll-see = Se svaren
poll-open-is = Omröstning om tid: { $name }
poll-instead = Vet du inte vilken dag som passar? Fråga gruppen om flera tider
poll-chosen = Tiden är bestämd
poll-chosen-body = Tiden har blivit en träff, och alla i gruppen är inbjudna.
poll-closed = Ingen tid valdes
poll-closed-body = Omröstningen är avslutad. Alla i gruppen har fått veta det.
poll-ask-anew = Fråga om nya tider
poll-next-over = Tiderna har varit
poll-next-over-body = Lägg till nya tider, eller avsluta omröstningen.
poll-next-answer = När kan du?
poll-next-answer-body = Svara för varje tid. Du kan ändra dig så länge omröstningen pågår.
poll-next-answer-link = Svara
poll-next-all = Alla har svarat
poll-next-all-body = Välj en tid, så blir den en träff och alla får en inbjudan.
poll-next-wait = { $n ->
    [one] En har inte svarat än
   *[other] { $n } har inte svarat än
}
poll-next-wait-body = Vänta in svaren, eller välj en tid redan nu.
poll-choose = Välj tid
poll-choose-this = Välj
poll-best = Tider som passar bäst
poll-missing = Missar: { $name }
poll-can = { $n ->
    [one] 1 kan
   *[other] { $n } kan
}
poll-can-if-need-be = { $n ->
    [one] 1 vid behov
   *[other] { $n } vid behov
}
poll-cannot = { $n ->
    [one] 1 kan inte
   *[other] { $n } kan inte
}
poll-unanswered = { $n ->
    [one] 1 har inte svarat
   *[other] { $n } har inte svarat
}
poll-answers = Dina svar
poll-answers-submit = Spara svaren
poll-answer-yes = Ja
poll-answer-if-need-be = Vid behov
poll-answer-no = Nej
poll-said-yes = Ja
poll-said-if-need-be = Vid behov
poll-said-no = Nej
poll-matrix = Allas svar
poll-matrix-lead = Vid behov: kan om det behövs, och räknas med bland dem som kan. –: har inte svarat.
poll-member = Deltagare
poll-sum = Så många kan
poll-all-answered = Alla har svarat.
poll-owing = Har inte svarat på allt: { $name }.
holiday-new-years-day = nyårsdagen
holiday-epiphany = trettondedag jul
holiday-good-friday = långfredagen
holiday-easter-day = påskdagen
holiday-easter-monday = annandag påsk
holiday-may-day = första maj
holiday-ascension-day = Kristi himmelsfärdsdag
holiday-whit-sunday = pingstdagen
holiday-national-day = nationaldagen
holiday-midsummer-eve = midsommarafton
holiday-midsummer-day = midsommardagen
holiday-all-saints-day = alla helgons dag
holiday-christmas-eve = julafton
holiday-christmas-day = juldagen
holiday-boxing-day = annandag jul
holiday-new-years-eve = nyårsafton
school-holiday-autumn = läslov
school-holiday-christmas = jullov
school-holiday-winter = sportlov
school-holiday-easter = påsklov
school-holiday-usual = vanligen { $holiday } i { $counties }

# Fråga och ändra
poll-new-title = Fråga vilken tid som passar
poll-new-lead = Alla i { $name } får ett mejl och svarar därifrån. När du sedan väljer en tid blir den en träff.
poll-new-submit = Fråga gruppen
poll-edit-title = Ändra tiderna
poll-edit-lead = Svaren på tider som du låter vara ligger kvar. De som berörs får ett mejl om vad som är nytt.
poll-edit-submit = Spara och meddela gruppen
poll-field-title-hint = Vad träffen ska heta, till exempel: Första träffen
poll-field-place-hint = Lämna tomt om ni inte vet än. Du kan fylla i det när du väljer tid.
poll-field-answer-by = Svara senast
poll-field-answer-by-hint = Lämna tomt om det inte är bråttom. Dagen innan påminns de som inte har svarat.
poll-suggested = Tider då flest brukar kunna
poll-suggested-hint = Efter vad ni själva har sagt. Röda dagar är inte med, och dagar då skolorna brukar ha lov föreslås bara när det inte finns andra.
poll-half-am = förmiddag 09:00–11:00
poll-half-pm = eftermiddag 13:00–15:00
poll-holidays = Röda dagar och aftnar framöver: { $name }.
poll-rows-new = Skriv egna tider här. Tomma rader räknas inte. Är klockslagen tomma gäller de från raden ovanför.
poll-rows-edit = Töm en rad för att ta bort tiden. Är bara klockslagen tomma gäller de från raden ovanför.
poll-slot = Tid { $n }
poll-more-rows = Fler rader
error-poll-no-slot = Föreslå minst en tid.
error-poll-many = Föreslå högst 40 tider.
error-poll-twice = Den tiden finns redan med.
error-poll-answer-by-past = Den dagen har redan varit. Välj en dag framåt.
error-poll-answer-by-late = Välj en dag som inte är senare än den sista tiden.
error-poll-changed-meanwhile = Någon annan har ändrat tiderna medan du skrev. Titta på omröstningens sida vad som är nytt. Sparar du igen gäller det som står här.
error-poll-settled = Omröstningen är avslutad och går inte att ändra eller svara på längre.
error-poll-slots-gone = Tiden finns inte längre att välja: den har varit eller tagits bort.
error-poll-nothing-said = Svara på minst en av tiderna.
flash-poll-created = Gruppen är tillfrågad.
flash-poll-updated = Ändringen är sparad och de som berörs får veta det.
flash-poll-unchanged = Du ändrade inget, så ingen har fått mejl.
flash-poll-answered = Tack, dina svar är sparade.
flash-poll-chosen = Tiden är vald och gruppen är inbjuden.
flash-poll-closed = Omröstningen är avslutad och alla i gruppen får veta det.

# Välja och avsluta
poll-choice-title = Välj tid
poll-choice-lead = Tiden blir en träff. Alla i gruppen får en inbjudan med mejl, och omröstningen avslutas. Det var och en har svarat om tiden följer med till träffen, tills de ändrar sig.
poll-choice-slot = Tid
poll-choice-submit = Bestäm tiden och bjud in
poll-closure-title = Avsluta utan att välja
poll-closure-lead = Ingen tid väljs. Alla som har tillfrågats får ett mejl. Det går inte att ångra, men du kan fråga om nya tider.
poll-closure-submit = Avsluta och meddela gruppen
poll-closure-back = Låt omröstningen pågå

# Svara från mejlet
poll-answer-title = Svara om tiderna
poll-answer-lead = Din grupp { $name } letar efter en tid att ses. Vilka tider passar dig? Du behöver inte logga in för att svara.
poll-answer-as = Du svarar som { $name }.
poll-answer-sign-in = Logga in för att se vad de andra har svarat
poll-answer-gone-title = Länken gäller inte längre
poll-answer-gone-body = Omröstningen som länken hörde till är avslutad, eller så har tiderna varit.
poll-answer-gone-link = Logga in och se vad det blev

# Mejl
poll-mail-answer = Svara om tiderna
poll-mail-answer-note = Länken är personlig. Du behöver inte logga in, och du kan ändra dig så länge omröstningen pågår.
poll-mail-page = Omröstningens sida
mail-poll-invitation-subject = När kan du? { $name }
mail-poll-invitation-body = Din grupp { $name } letar efter en tid att ses. Vilka av de här tiderna passar dig?
mail-poll-update-subject = Ändrade tider: { $name }
mail-poll-update-body = Tiderna som din grupp { $name } röstar om har ändrats. Det här är nytt:
mail-poll-update-kept = Det du har svarat om tider som är kvar gäller fortfarande. Det här är tiderna nu:
mail-poll-reminder-subject = Påminnelse: { $name }
mail-poll-reminder-body = Din grupp { $name } letar efter en tid att ses, och du har inte svarat på alla tider.
mail-poll-answered-subject = Alla har svarat: { $name }
mail-poll-answered-body = Alla i din grupp { $name } har svarat om tiderna du föreslog. Nu kan du välja en.
mail-poll-closed-subject = Avslutad utan tid: { $name }
mail-poll-closed-body = Omröstningen om tid i din grupp { $name } är avslutad utan att någon tid valdes.
poll-changed-added = Ny tid: { $name }
poll-changed-removed = Borttagen tid: { $name }
poll-changed-answer-by = Svara senast: { $from } har blivit { $to }
