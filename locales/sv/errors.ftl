# Fel på hela sidor
error-way-back = Till startsidan
error-not-found-title = Sidan finns inte
error-not-found-body = Adressen är fel, sidan är borttagen eller så är den inte till för dig. Kontrollera länken eller börja från startsidan.
error-forbidden-title = Du får inte göra det här
error-forbidden-body = Du kan se sidan, men det du försökte göra är någon annans uppgift. Fråga samordnaren för ditt nätverk.
error-sign-in-first-title = Logga in först
error-sign-in-first-body = Den här sidan är bara för inloggade.
error-conflict-title = Det gick inte längre
error-bad-request-title = Vi förstod inte det som skickades
error-bad-request-body = Gå tillbaka, ladda om sidan och försök igen.
error-bad-request-method = Så kan adressen inte användas.
error-not-a-form = Det som skickades är inget formulär.
error-bad-request-file = Filen gick inte att läsa.
error-too-large-title = För stort
error-too-large-body = Det som skickades är större än vi tar emot. Dela upp det eller korta texten.
error-cross-site-title = Stoppat av säkerhetsskäl
error-cross-site-body = Begäran kom från en annan webbplats. Öppna sidan här hos oss och försök igen.
error-too-many-title = Vänta lite
error-too-many-body = Det har gjorts för många försök på kort tid. Försök igen om en stund.
error-unavailable-title = Tillfälligt avbrott
error-unavailable-body = Vi når inte databasen just nu. Inget du skrivit tidigare är förlorat. Försök igen om en liten stund.
error-full-title = Det gick inte att spara
error-full-body = Servern har slut på utrymme. Det går att läsa men inte att spara. Den som sköter driften behöver frigöra plats; försök sedan igen.
error-internal-title = Något gick fel hos oss
error-internal-body = Felet är antecknat. Försök igen; om det upprepas, skriv till den som sköter driften.
error-bad-request-body-json = Innehållet går inte att tolka som JSON.

# Fel i formulär
title-error = Fel
error-required = Fyll i fältet.
error-length = Skriv mellan { $min } och { $max } tecken.
error-number = Skriv ett heltal mellan { $min } och { $max }.
error-choice = Välj ett av alternativen.
error-date = Skriv ett datum, till exempel 2026-11-23.
error-time = Skriv ett klockslag, till exempel 14.30.
error-email = Skriv en e-postadress, till exempel namn@kommun.se.
