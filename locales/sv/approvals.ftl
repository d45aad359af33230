# Utkast som publiceras vid en tid
post-schedule-title = Publicera senare
post-schedule-date = Dag
post-schedule-time = Klockslag
post-schedule-submit = Publicera då
post-schedule-end = Ta tillbaka tiden
post-publish-now = Publicera nu
post-scheduled = Publiceras { $name }
post-scheduled-how = Till dess ser bara du berättelsen, och du kan ändra den.
post-missed = Berättelsen publicerades inte när tiden kom.
post-missed-left = Du är inte längre med i gruppen som den är skriven i.
post-missed-unfinished = Något fattas i den. Fyll i det som är tomt, och publicera igen.
flash-post-scheduled = Berättelsen publiceras när tiden kommer.
flash-post-unscheduled = Tiden är borta. Berättelsen är ett utkast.
mail-post-unpublished-subject = Publicerades inte: { $name }
mail-post-unpublished-body = Din berättelse ”{ $name }” publicerades inte när tiden kom.

# Huvudmannens godkännare
approver-title = Godkännare
approver-body = Den som har uppdraget får frågan innan någon hos huvudmannen låter fler än sin grupp läsa en berättelse.
approver-who = Vem ska godkänna?
approver-none = Ingen
approver-none-hint = Den som skriver bestämmer själv.
approver-submit = Spara
flash-approver-chosen = Godkännaren är vald.
flash-approver-none = Ingen behöver godkänna.

# Att fråga, svara och ångra
approval-to-group = gruppen
approval-to-network = nätverket
approval-to-public = alla
approval-somebody = Den som har uppdraget
approval-you = Du
approval-said-waiting = Väntar på { $who } på { $organiser }, som ska godkänna att { $to } läser berättelsen. Till dess läser samma personer som nu.
approval-said-leaving = Ingen har uppdraget som godkännare på { $name } just nu. Steget hoppas strax över.
approval-said-approved = { $who } på { $organiser } har godkänt att { $to } läser berättelsen.
approval-said-returned = { $who } på { $organiser } har lämnat tillbaka berättelsen och vill inte att { $to } läser den än.
approval-said-withdrawn = Frågan om { $to } ska läsa berättelsen är tillbakatagen.
approval-said-reversed = { $who } på { $organiser } har tagit tillbaka sitt godkännande. Nu är det bara { $to } som läser berättelsen.
approval-said-vacant = Godkännandet på { $organiser } hoppades över: ingen har uppdraget. Nu läser { $to } berättelsen.
approval-said-own = Godkännandet på { $organiser } hoppades över: det är ditt eget uppdrag. Nu läser { $to } berättelsen.
approval-withdraw = Ta tillbaka frågan
approval-title = Ska fler läsa berättelsen?
approval-lead = { $who } frågar för { $organiser } om { $to } ska få läsa den här berättelsen.
approval-how = Så här kommer den att se ut. Inget ändras förrän du har svarat.
approval-files = Med följer filerna
approval-answer = Vad svarar du?
approval-yes-network = Ja, låt nätverket läsa
approval-yes-public = Ja, låt alla läsa
approval-not-yet = Inte än?
approval-message = Vad behöver ändras?
approval-message-hint = Den som skrev berättelsen får det du skriver här i ett mejl.
approval-return = Lämna tillbaka
approval-reverse-title = Har du ändrat dig?
approval-reverse = Ta tillbaka godkännandet
release-back-of-group = Då läser bara gruppen berättelsen, och den som skrev den får veta det.
release-back-of-network = Då läser bara nätverket berättelsen, och den som skrev den får veta det.
release-ask = Fråga godkännaren
release-asks-waiting = { $organiser } vill godkänna först. { $who } får frågan, och berättelsen stannar där den är till dess.
release-asks-vacant = { $organiser } vill godkänna först, men ingen har uppdraget just nu. Steget hoppas över.
release-asks-own = { $organiser } vill godkänna först, och det är ditt eget uppdrag. Steget hoppas över.
error-approval-changed = Berättelsen har ändrats sedan du läste den. Läs den igen och svara sedan.
error-approval-settled = Frågan är redan besvarad eller tillbakatagen.
flash-approval-asked = Godkännaren hos din huvudman har fått frågan. Till dess läser samma personer som nu.
flash-approval-given = Klart. Den som skrev berättelsen får veta det.
flash-approval-returned = Berättelsen är tillbakalämnad. Den som skrev den får veta varför.
flash-approval-reversed = Godkännandet är tillbakataget. Den som skrev berättelsen får veta det.
flash-approval-withdrawn = Frågan är tillbakatagen.
mail-approval-asked-subject = Ska fler läsa: { $name }
mail-approval-asked-body = { $who } på { $organiser } vill att { $to } ska läsa en berättelse. Du har uppdraget att godkänna det först.
mail-approval-asked-how = På sidan läser du den som den blir, och svarar ja eller lämnar tillbaka den med några ord.
mail-approval-asked-button = Läs och svara
mail-approval-answered-subject = Om din berättelse: { $name }
mail-approval-answered-approved = Du kan ta tillbaka det när du vill på berättelsens sida.
mail-approval-answered-returned = Ändra det du vill och fråga igen på berättelsens sida.
mail-approval-answered-reversed = Du kan fråga igen på berättelsens sida.

# Att ta med på papper
handout-link = Ett blad att ta med
handout-back = Till berättelsen.
handout-how = Skriv ut sidan från webbläsarens meny, så blir den ett blad att dela ut.
handout-questions = Att prata om
handout-question-same = Vad känner vi igen hos oss?
handout-question-try = Vad skulle vi kunna prova, i liten skala?
handout-question-need = Vad behöver vi för att komma igång, och av vem?
handout-address = Berättelsen finns på

# Den som nämns i en berättelse
mail-post-mention-subject = Du nämns i en berättelse: { $name }
mail-post-mention-by = { $name } nämner dig i en berättelse:
mail-post-mention-button = Läs berättelsen
mail-post-mention-why = Du får mejlet för att berättelsen nämner dig.
