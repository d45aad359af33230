letters-title = Brev
letters-write = Skriv till nätverket
letters-lead = Det du vill säga till alla i nätverket, eller till några av dem. Brevet kommer som mejl.
letters-empty = Inga brev än
letters-empty-body = Skriv första brevet. Det skickas inte förrän du har sett vilka som får det och hur det ser ut.
letter-new-title = Skriv ett brev
letter-edit-title = Ändra brevet
letter-form-lead = Brevet sparas som utkast. På nästa sida ser du vilka som får det och hur det ser ut, innan något skickas.
letter-subject = Ämne
letter-body = Text
letter-body-hint = Du kan använda Markdown: **fetstil**, listor med bindestreck och [länkar](https://exempel.se). Texten går ut som du skriver den, oavsett vilket språk mottagaren läser.
letter-whom = Vilka som får brevet
letter-whom-hint = Väljer du inget går brevet till alla i nätverket. Kryssar du i flera rutor under samma rubrik räcker det att en av dem stämmer. Väljer du under flera rubriker måste alla stämma.
letter-groups = Grupper
letter-levels = Nivåer
letter-roles = Befattningar
letter-roles-hint = Ord som står i befattningen, med komma emellan. Till exempel: rektor, skolchef. Tomt betyder alla.
letter-role = ”{ $name }”
letter-categories = Slag av huvudmän
letter-waiting = Bara de som
letter-waiting-meetups = inte har svarat på en kallelse till en träff eller på en fråga om tider
letter-waiting-rounds = inte har anmält sig till omgången som är öppen
letter-save = Spara och gå vidare
letter-to-everybody = Alla i nätverket
letter-to-groups = I någon av grupperna { $name }
letter-to-levels = På nivån { $name }
letter-to-roles = Med { $name } i befattningen
letter-to-categories = Hos huvudmän av slaget { $name }
letter-to-waiting = De som { $name }
letter-state-draft = Utkast
letter-state-scheduled = Väntar på att gå ut
letter-state-on-its-way = På väg
letter-state-sent = Skickat
letter-state-taken-back = Återtaget
letter-changed-at = Ändrat { $when }
letter-goes-at = Går ut { $when }
letter-went-at = Gick ut { $when }
letter-taken-at = Återtaget { $when }
letter-mails = { $n ->
    [one] ett mejl
   *[other] { $n } mejl
}
letter-edit = Ändra
letter-remove = Ta bort
letter-remove-confirm = Ta bort brevet? Det går inte att få tillbaka.
letter-taken-body = Brevet togs tillbaka innan något mejl hade gått. Du kan ändra det och skicka det igen.
letter-stopped-body = Brevet gick inte ut: nätverket är avslutat, eller så är den som skickade det inte längre samordnare. Du kan skicka det i ditt namn.
letter-goes-title = { $n ->
    [0] Brevet går ut, men just nu är det ingen som får det
    [one] Brevet går ut till en person
   *[other] Brevet går ut till { $n } personer
}
letter-goes-body = Fram till dess kan du ta tillbaka det. Vilka som får brevet avgörs när det går ut.
letter-take-back = Ta tillbaka brevet
letter-composing = Mejlen skrivs just nu. Ladda om sidan om en stund.
letter-log = Så gick det
letter-author = Skrivet av
letter-sender = Skickat av
letter-nobody = Någon som inte längre har ett konto
letter-fate-sent = Skickat
letter-fate-queued = I kö
letter-fate-failed = Kom inte fram
letter-fate-unknown = Okänt om det kom fram
letter-fate-stopped = Adressen tar inte emot utskick
letter-fate-muted = Vill inte ha brev härifrån
letter-skipped = Får inga brev
letter-failed-title = Brevet kom inte fram till
letter-failed-body = Be personerna att kontrollera sin e-postadress, eller försök igen. De som redan fått brevet får det inte en gång till.
letter-retry = Skicka igen till dem
letter-gets = { $n ->
    [0] Just nu är det ingen som får brevet.
    [one] Just nu är det en person som får brevet.
   *[other] Just nu är det { $n } personer som får brevet.
}
letter-skips = { $n ->
    [one] En person hör också hit men får inget: adressen tar inte emot utskick, eller så vill personen inte ha brev härifrån.
   *[other] { $n } personer hör också hit men får inget: adressen tar inte emot utskick, eller så vill de inte ha brev härifrån.
}
letter-gets-then = Vilka det blir avgörs när brevet går ut.
letter-who-gets = Se vilka det är
letter-who-got = Se vilka som fått det
letter-preview = Så ser brevet ut
letter-preview-text = Som bara text
letter-from = Från
letter-reply-to = Svar går till
letter-reply-nobody = ingen: dina personuppgifter är skyddade, så ditt namn och din adress syns inte
letter-test = Skicka ett prov till mig
letter-send-title = Skicka
letter-when = När ska brevet gå ut?
letter-when-now = Om { $n } minuter
letter-when-now-hint = Till dess kan du ta tillbaka det.
letter-when-later = Vid en tid jag väljer
letter-time = Klockslag
letter-send = { $n ->
    [0] Skicka
    [one] Skicka till en person
   *[other] Skicka till { $n } personer
}
letter-recipients-title = Vilka som får brevet
letter-recipients-are = { $n ->
    [0] Ingen hör till dem som brevet är till.
    [one] En person hör till dem som brevet är till.
   *[other] { $n } personer hör till dem som brevet är till.
}
letter-recipients-went = { $n ->
    [0] Brevet har inte gått till någon än.
    [one] Brevet var till en person.
   *[other] Brevet var till { $n } personer.
}
letter-recipients-none = Ingen hittades
letter-recipients-none-body = Pröva ett annat ord, eller gå tillbaka och ändra vilka brevet är till.
flash-letter-saved = Utkastet är sparat. Inget är skickat än.
flash-letter-removed = Brevet är borttaget.
flash-letter-sent = Brevet går ut när tiden är inne. Till dess kan du ta tillbaka det.
flash-letter-taken-back = Brevet är återtaget. Ingen har fått det.
flash-letter-tested = Provet är på väg till din e-postadress.
flash-letter-resent = Brevet skickas igen till dem det inte nådde.
flash-letter-none-failed = Det finns ingen att skicka igen till.
flash-letters-muted = Du får inga fler brev från nätverkets samordnare.
flash-letters-unmuted = Du får brev från nätverkets samordnare.
letters-wanted = Du får brev från nätverkets samordnare.
letters-muted = Du får inga brev från nätverkets samordnare.
letters-mute = Sluta få brev
letters-unmute = Få brev igen
error-letter-sent = Brevet är redan på väg. Ta tillbaka det om du vill ändra något.
error-letter-gone = Det är för sent att ta tillbaka brevet: de första mejlen har gått.
error-letter-changed = Någon annan har ändrat brevet medan du tittade. Kontrollera att det stämmer och försök igen.
error-letter-nobody = Ingen skulle få brevet. Ändra vilka det är till.
error-letter-archived = Nätverket är avslutat. Inga brev går ut härifrån.
error-letter-roles = Skriv högst tio ord, med högst 60 tecken i varje.
error-letter-soon = Välj en tid minst tio minuter framåt, så att du hinner ta tillbaka brevet.
letter-mail-coordinator = En samordnare
letter-mail-from = { $who } skriver till dig som samordnare för { $name }:
letter-mail-page = Till { $name }
letter-mail-why = Du får brevet för att du är med i { $name }. Kallelser till träffar får du även om du slutar få brev.
letter-mail-unsubscribe = Få inga fler brev härifrån
letter-mail-test = Prov: { $name }
unsubscribe-letters-title = Vill du sluta få brev från samordnarna?
unsubscribe-lead-letters = Det gäller { $name }. Mejl om din grupp och dina träffar får du även i fortsättningen.
unsubscribed-letters-title = Du får inga fler brev från samordnarna
unsubscribed-lead-letters = Ångrar du dig sätter du på dem igen på sidan för { $name }.
