sign-in-title = Logga in
sign-in-submit = Logga in
sign-in-forgotten = Jag har glömt mitt lösenord
sign-in-no-account = Har du inget konto? Du får en inbjudan eller en länk av samordnaren för ditt nätverk.
field-email = E-postadress
field-password = Lösenord
field-new-password = Nytt lösenord
field-new-password-hint = Minst 8 tecken. Tre eller fyra ord som du minns är bättre än ett krångligt.
field-password-again = Samma lösenord en gång till
password-edit-title = Välj ett lösenord
password-edit-submit = Spara lösenordet
error-sign-in = E-postadressen eller lösenordet stämmer inte, eller så är kontot inte bekräftat.
error-password-length = Lösenordet ska ha mellan 8 och 128 tecken.
error-password-common = Det lösenordet är för vanligt och lätt att gissa. Välj ett annat.
error-password-again = De två lösenorden är inte lika.
error-email-taken = Det finns redan ett konto med den adressen.
flash-signed-out = Du är utloggad.
flash-password-set = Lösenordet är sparat och du är inloggad.

# Skyddade personuppgifter: visas i stället för namnet.
person-protected = Skyddad person
person-vacant = Ingen just nu

# Nytt konto
field-name = För- och efternamn
field-email-hint = Helst din adress på arbetet. Dit skickar vi en länk som du bekräftar med.
confirmation-sent-title = Titta i din e-post
confirmation-sent-lead = Vi har skickat ett mejl med en länk. Öppna den, så är du igång.
confirmation-sent-missing = Kommer inget mejl inom några minuter? Se efter i skräpposten, eller kontrollera att adressen blev rätt.
confirmation-send-again = Skicka bekräftelsen en gång till
confirmation-edit-title = Bekräfta din e-postadress
confirmation-edit-lead = Tryck på knappen för att bekräfta { $email } och logga in.
confirmation-edit-submit = Bekräfta och logga in
confirmation-edit-not-you = Är det inte du som har skapat kontot? Stäng sidan, så händer ingenting.
dead-link-title = Länken gäller inte längre
dead-link-lead = Den är redan använd, för gammal eller ersatt av en nyare. Så här kommer du vidare:
dead-link-sign-in = Logga in, om du redan har bekräftat ditt konto
dead-link-password = Be om en ny länk för att välja lösenord
dead-link-confirmation = Be om ett nytt mejl för att bekräfta din adress
dead-link-ask = Kom du hit från en inbjudan? Be den som bjöd in dig att skicka en ny.
flash-address-confirmed = Din e-postadress är bekräftad och du är inloggad.

# Mejl
mail-greeting = Hej { $name }!
mail-foot = Mejlet kommer från Grannskap, där den som arbetar med skola lär av andra med samma uppdrag.
mail-confirm-subject = Bekräfta din e-postadress
mail-confirm-body = Du har skapat ett konto i Grannskap. Öppna länken och bekräfta att adressen är din:
mail-confirm-button = Bekräfta adressen
mail-confirm-lifetime = Länken gäller i tre dygn.
mail-confirm-not-you = Är det inte du? Då behöver du inte göra något: kontot börjar inte gälla.
mail-account-known-subject = Du har redan ett konto i Grannskap
mail-account-known-body = Någon, troligen du, ville skapa ett konto med din adress. Du har redan ett. Logga in här, så fortsätter du där du var:
mail-account-known-forgotten = Har du glömt lösenordet? Välj ett nytt här:
mail-account-known-not-you = Var det inte du? Då behöver du inte göra något. Ingen har fått veta att du har ett konto.
mail-password-subject = Välj ett nytt lösenord
mail-password-body = Här är länken som du bad om. Öppna den och välj ett lösenord:
mail-password-lifetime = Länken gäller i ett dygn och kan användas en gång.
mail-password-not-you = Har du inte bett om den? Då behöver du inte göra något: ditt lösenord är oförändrat.

# Glömt lösenord
password-request-title = Välj ett nytt lösenord

# Hur man vill mötas och hur ofta man vill ha mejl
meeting-format-in_person = På plats
meeting-format-online = Digitalt
meeting-format-either = Båda går bra
digest-frequency-at_once = Med en gång
digest-frequency-daily = Varje dag
digest-frequency-weekly = En gång i veckan
digest-frequency-never = Aldrig

# Inställningar
settings-title = Inställningar
settings-nav = Inställningar
settings-preferences = Språk och mejl
settings-profile = Om dig
settings-sign-in = Inloggning
settings-feeds = Kalender och flöden
settings-tokens = Nycklar för program

# Be om en länk
password-request-lead = Skriv din e-postadress, så skickar vi en länk där du väljer ett nytt lösenord.
confirmation-new-title = Bekräfta din adress
confirmation-new-lead = Skriv din e-postadress, så skickar vi bekräftelsen en gång till.
link-request-submit = Skicka länken
link-request-sent-title = Titta i din e-post
link-request-sent-lead = Finns det ett konto med adressen kommer ett mejl med en länk om en liten stund.

# Språk och mejl
settings-save = Spara
settings-calendar-title = Träffar och kalender
settings-meetup-reminders = Påminnelse om träffar med mejl
settings-meetup-reminders-hint = Kommer inte om du har svarat nej.
meetup-reminders-day = 1 dygn före
meetup-reminders-two_days = 2 dygn före
meetup-reminders-week = 1 vecka före
meetup-reminders-week_and_day = 1 vecka och 1 dygn före
meetup-reminders-never = Ingen
settings-calendar-alarm = Påminnelse i kalendern
settings-calendar-alarm-hint = Sätts i kalendern som du prenumererar på och i nya inbjudningar.
calendar-alarm-none = Ingen
calendar-alarm-10 = 10 minuter före
calendar-alarm-30 = 30 minuter före
calendar-alarm-60 = 1 timme före
calendar-alarm-120 = 2 timmar före
calendar-alarm-1440 = 1 dygn före
settings-language-title = Språk och tid
settings-language = Språk på sidor och i mejl
settings-time-zone = Tidszon
settings-time-zone-hint = Så visas tider för träffar.
settings-digest-title = Sammanfattning i mejl
settings-digest-body = Vi samlar det som är nytt för dig i ett mejl. Är inget nytt kommer inget mejl.
settings-digest-subscriptions = Välj för varje nätverk och grupp
settings-digest-preview = Se vad som skulle stå i nästa
settings-digest-frequency = Hur ofta?
settings-digest-weekday = Veckodag
settings-digest-hour = Klockan
digest-frequency-at_once-hint = Varje berättelse från dina grupper och nätverk i ett eget mejl, resten varje dag
digest-frequency-daily-hint = Vid det klockslag du väljer
digest-frequency-weekly-hint = Den veckodag och det klockslag du väljer
digest-frequency-never-hint = Inbjudningar till träffar kommer ändå
weekday-1 = Måndag
weekday-2 = Tisdag
weekday-3 = Onsdag
weekday-4 = Torsdag
weekday-5 = Fredag
weekday-6 = Lördag
weekday-7 = Söndag
flash-settings-saved = Inställningarna är sparade.

# Om dig
settings-profile-lead = Det här läser medlemmarna i dina nätverk och grupper. Det hjälper också matchningen.
settings-profile-see = Se din profil som andra ser den
profile-about = Kort om dig
profile-about-hint = Några meningar räcker.
profile-offer-themes = Teman som du kan bidra med
profile-need-themes = Teman som du vill lära dig mer om
profile-themes-hint = Välj gärna två till fem.
profile-offers = Det här kan jag bidra med
profile-offers-hint = Till exempel något ni har prövat och lärt er av.
profile-needs = Det här behöver jag
profile-needs-hint = En fråga eller en svårighet som du vill tala med andra om.
profile-format = Hur vill du träffas?
profile-travel = Hur långt kan du resa till en träff, i kilometer?
profile-travel-hint = Lämna tomt om det inte spelar någon roll.
profile-protected = Jag har skyddade personuppgifter
profile-protected-hint = Ditt namn och din profil visas aldrig för någon annan, varken på sidor, i listor, i mejl eller i kalendrar. Andra ser bara befattning och huvudman, och ”Skyddad person” i stället för namnet.
profile-protected-self = Dina personuppgifter är skyddade. Bara du ser den här sidan.
profile-edit = Ändra profilen
profile-offers-title = Kan bidra med
profile-needs-title = Vill lära mer om
profile-nothing-yet = Inget ifyllt ännu.

# Inloggning
settings-sign-in-lead = Du loggar in med { $email }.
settings-password-title = Byt lösenord
settings-password-note = Du loggas ut överallt utom här.
settings-password-submit = Byt lösenord
field-current-password = Ditt lösenord i dag
error-current-password = Lösenordet stämmer inte.
settings-mail-stopped = Nästa steg
settings-mail-stopped-title = Vår e-post når dig inte
settings-mail-stopped-body = Sedan { $moment } skickar vi ingenting till adressen, eftersom den inte tar emot. Har du en ny adress, skriv den här nedanför. Fungerar den gamla igen, be oss försöka. Mottagarens server sade:
settings-mail-complained-title = Du får inga utskick från oss
settings-mail-complained-body = Den { $moment } märkte du ett mejl härifrån som skräppost. Därför skickar vi inga sammanfattningar, notiser och brev till dig, bara sådant som är till dig ensam. Vill du ha dem igen, säg det här.
settings-mail-resume = Skicka till mig igen
flash-mail-resumed = Vi skickar e-post till dig igen.
settings-email-title = Byt e-postadress
settings-email-new = Ny e-postadress
settings-email-hint = Vi skickar en länk dit. Adressen byts när du har öppnat den.
settings-email-submit = Skicka länken
error-email-same = Det är redan din adress.
settings-sessions-title = Där du är inloggad
settings-session-this = Den här webbläsaren
settings-session-other = Okänd webbläsare
settings-session-end = Logga ut
settings-session-began = Sedan { $moment }
settings-session-seen = senast använd { $moment }
settings-sessions-end = Logga ut överallt utom här
flash-password-changed = Lösenordet är bytt. Du är utloggad överallt utom här.
flash-email-requested = Titta i din nya e-post: dit har vi skickat en länk.
flash-email-changed = E-postadressen är bytt.
flash-sessions-ended = Du är utloggad överallt utom här.
flash-session-ended = Webbläsaren är utloggad.
email-change-title = Byt till den här adressen
email-change-lead = Tryck på knappen, så loggar du in med den nya adressen från och med nu.
email-change-old = Adressen i dag
email-change-new = Den nya adressen
email-change-submit = Byt adress
mail-email-change-subject = Bekräfta din nya e-postadress
mail-email-change-body = Du vill byta e-postadress i Grannskap till den här. Öppna länken och bekräfta:
mail-email-change-not-you = Är det inte du? Då behöver du inte göra något: inget ändras.
mail-email-changed-subject = Din e-postadress i Grannskap är bytt
mail-email-changed-body = Du loggar nu in i Grannskap med { $name }. Hit kommer inga fler mejl.
mail-email-changed-not-you = Var det inte du? Hör genast av dig till samordnaren för ditt nätverk eller till den som driver webbplatsen.
mail-password-changed-subject = Ditt lösenord i Grannskap är bytt
mail-password-changed-body = Ditt lösenord är bytt, och du är utloggad i alla andra webbläsare.
mail-password-changed-not-you = Var det inte du? Välj genast ett nytt lösenord här, och hör av dig till den som driver webbplatsen:

# Flöden
settings-feeds-lead = Egna adresser som du lägger in i din kalender eller i ett läsprogram. De visar det du själv får se.
settings-feed-calendar-feed = Kalender
settings-feed-calendar-feed-body = Alla dina träffar i Outlook, Google Kalender eller telefonen, alltid uppdaterade.
settings-feed-atom-feed = Berättelser
settings-feed-atom-feed-body = Nya berättelser i ett läsprogram (Atom).
settings-feed-make = Skapa en adress
settings-feed-renew = Byt till en ny adress
settings-feed-end = Ta bort adressen
settings-feeds-note = Den som har adressen kan läsa flödet utan att logga in. Har den hamnat fel? Byt till en ny.
flash-feed-made = Adressen är skapad.
flash-feed-ended = Adressen är borttagen och fungerar inte längre.

# Nycklar
settings-tokens-lead = En nyckel låter ett program läsa eller skriva i ditt namn genom Grannskaps API.
token-once-title = Din nya nyckel
token-once-body = Kopiera den nu. Den visas bara den här gången.
tokens-empty-title = Du har inga nycklar
tokens-empty-body = De flesta behöver ingen. Skapa en när ett program ska hämta dina grupper, träffar eller berättelser.
token-new-title = Skapa en nyckel
token-new-submit = Skapa nyckeln
token-name = Namn
token-name-hint = Så att du vet vilket program den hör till.
token-scopes = Vad får programmet göra?
token-scope-read = Läsa det du får läsa
token-scope-write = Skriva i ditt namn
token-made = skapad { $day }
token-used = senast använd { $day }
token-unused = aldrig använd
token-end = Ta bort
flash-token-ended = Nyckeln är borttagen och fungerar inte längre.

# När man kan ses
availability = När kan du oftast ses?
availability-hint = Frivilligt. Kryssa för de tider som brukar gå bra. Utan kryss räknas inga tider som bättre än andra. De används också när din grupp letar tid, utan att visa vems de är.
availability-mon-am = Måndag förmiddag
availability-mon-pm = Måndag eftermiddag
availability-tue-am = Tisdag förmiddag
availability-tue-pm = Tisdag eftermiddag
availability-wed-am = Onsdag förmiddag
availability-wed-pm = Onsdag eftermiddag
availability-thu-am = Torsdag förmiddag
availability-thu-pm = Torsdag eftermiddag
availability-fri-am = Fredag förmiddag
availability-fri-pm = Fredag eftermiddag
