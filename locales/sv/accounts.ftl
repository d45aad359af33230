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
