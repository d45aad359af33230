next-step = Nästa steg
admin-title = Drift
admin-lead = Hur installationen mår: post på väg ut och arbete i bakgrunden.
admin-tabs = Driftens sidor
admin-tab-overview = Översikt
admin-tab-people = Personer
admin-tab-mail = Post
admin-tab-jobs = Bakgrundsjobb
admin-trouble = { $n ->
    [one] En sak behöver ses över
   *[other] { $n } saker behöver ses över
}
admin-trouble-body = Post som inte kom fram eller jobb som gav upp. Rätta orsaken och försök igen.
admin-trouble-action = Visa post som misslyckats
admin-calm = Allt går som det ska.
admin-sender = Avsändare
admin-waiting = Äldsta i kön har väntat
admin-waiting-minutes = { $n ->
    [0] mindre än en minut
    [one] en minut
   *[other] { $n } minuter
}
admin-no-jobs = Inga jobb än.
admin-mail-title = Post på väg ut
admin-mail-lead = Vad som hänt med varje brev. Vad breven säger visas inte.
admin-mail-empty = Ingen post här
admin-mail-empty-body = När någon bjuds in, en träff föreslås eller en sammanfattning skickas syns det här.
admin-mail-not-resendable = Brevet är redan på väg eller framme och kan inte skickas igen.
admin-jobs-title = Bakgrundsjobb
admin-jobs-lead = De senaste hundra. Ett jobb som misslyckas försöker igen av sig självt, med längre och längre väntan.
admin-jobs-empty = Inga jobb här
admin-jobs-empty-body = Jobb är arbete som inte kan vänta på att någon tittar: sammanfattningar, påminnelser och städning.
admin-job-not-retryable = Jobbet har inte misslyckats och kan inte köras om.
admin-all = Alla
admin-filter = Visa
admin-to = Till
admin-kind = Slag
admin-state = Läge
admin-queued = I kö sedan
admin-due = Ska köras
admin-next-try = Nästa försök
admin-attempts = Försök
admin-said = Svar
admin-resend = Skicka igen
admin-retry = Försök igen
mail-state-queued = I kö
mail-state-sending = Skickas
mail-state-sent = Skickat
mail-state-failed = Misslyckat
mail-state-unknown = Okänt om det kom fram
mail-state-dropped = Stoppat
job-state-queued = I kö
job-state-running = Pågår
job-state-done = Klart
job-state-failed = Misslyckat
flash-admin-mail-resent = Brevet skickas igen.
flash-admin-job-retried = Jobbet körs igen.
admin-people-title = Personer
admin-people-lead = Alla som har ett konto. Ett stängt konto loggas ut överallt på en gång; uppdrag och berättelser finns kvar.
admin-people-search = Namn eller e-postadress
admin-people-empty = Ingen här
admin-people-empty-body = Pröva en annan del av namnet eller adressen.
admin-people-name = Namn
admin-people-act = Åtgärd
admin-people-administrator = administratör
admin-people-open = Öppet
admin-people-closed = Stängt
admin-people-unconfirmed = Adressen är inte bekräftad
admin-people-close = Stäng kontot
admin-people-reopen = Öppna kontot
admin-people-confirm = Stäng kontot för { $name }? Personen loggas ut överallt.
admin-people-own = Du kan inte stänga ditt eget konto.
flash-admin-account-closed = Kontot är stängt.
flash-admin-account-opened = Kontot är öppet igen.
