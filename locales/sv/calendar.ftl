# Kalendern
calendar-title = Kalender
calendar-lead = Träffar i dina grupper, sista dagen att svara på frågor om tid och sista dagen att anmäla sig i dina nätverk.
calendar-open = Visa månad för månad i kalendern
calendar-months = Byt månad
calendar-today = Den här månaden
calendar-as-list = Visa som lista
calendar-as-month = Visa som månad
calendar-week = Vecka
calendar-empty = Inget är bokat den här månaden
calendar-empty-body = Här visas träffar och sista dagar så snart någon har bestämt dem. Vem som helst i en grupp kan föreslå en träff.
calendar-last-day-poll = Svara senast
calendar-last-day-round = Anmäl dig senast
calendar-subscribe = Vill du ha träffarna i Outlook, Google Kalender eller telefonen? Prenumerera på alla, eller på en grupp i taget.
calendar-subscribe-all = Alla mina träffar
