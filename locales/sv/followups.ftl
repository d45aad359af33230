# Efter publiceringen: invändningar, sena anmälningar, grupper som blivit för små
follow-up-title = Efter publiceringen
follow-up-lead = Det som väntar på dig sedan grupperna fick besked. Inget ändras förrän du väljer, och du ser först vad det gör.
follow-up-objections = Fungerar inte för någon
follow-up-objections-empty = Ingen har sagt att gruppen inte fungerar.
follow-up-waiting = Utan grupp
follow-up-waiting-empty = Ingen väntar på en grupp. De som anmäler sig sent står här, liksom de som inte fick plats.
follow-up-small = Grupper som blivit för små
follow-up-small-empty = Alla grupper har så många som de ska.
follow-up-look = Se vad som kan göras
follow-up-place = Se grupper som passar
follow-up-ways = Se vägar ut
follow-up-best = { $name } passar bäst, och ingen annan behöver flyttas.
follow-up-no-groups = Omgången har inga grupper.
follow-up-size = { $size } med, tänkt för minst { $fewest }.
follow-up-count = { $n ->
    [0] Inget väntar på dig.
    [one] En sak väntar på dig.
   *[other] { $n } saker väntar på dig.
}

objection-new-title = Gruppen fungerar inte för mig
objection-new-lead = Bara samordnaren läser det du skriver, inte gruppen. Du är med i gruppen tills samordnaren har svarat.
objection-link-lead = Din grupp är { $name }.
objection-link-as = Du svarar som { $name }.
objection-kind = Vad fungerar inte?
objection-kind-distance = Det är för långt att ses
objection-kind-conditions = Vi har för olika förutsättningar
objection-kind-people = Det finns någon jag inte kan dela grupp med
objection-kind-format = Sättet att träffas passar mig inte
objection-kind-time = Jag har inte tid att vara med nu
objection-kind-other = Något annat
objection-message = Berätta mer
objection-message-hint = Frivilligt, utom när du väljer något annat. Vad skulle fungera bättre?
objection-submit = Skicka till samordnaren
objection-title = Gruppen fungerar inte
objection-heading = Fungerar inte: { $name }
objection-state-open = Väntar på svar
objection-state-moved = Har bytt grupp
objection-state-answered = Besvarad
objection-state-withdrawn = Återtagen
objection-readers = Bara den som skrev och nätverkets samordnare ser det här.
objection-gone = Personen är inte längre med i gruppen.
objection-open = Samordnaren har fått det
objection-open-body = Du får svar i mejl: en annan grupp, eller varför det blir som det är. Löser det sig kan du ta tillbaka det.
objection-answered = Samordnarens svar
objection-withdraw = Ta tillbaka
objection-joins = Byta grupp
objection-joins-body = Bara den som skrev flyttar. Grupperna som passar bäst står först.
objection-exchanges = Byta plats
objection-exchanges-body = Någon annan tar platsen, så grupperna blir lika stora som nu.
objection-exchanges-empty = Ingen kan byta plats utan att en regel bryts.
objection-leaving = Lämna gruppen
objection-leaving-body = Den som skrev får ingen ny grupp nu. Så kan gruppen gå vidare:
objection-answer = Svara med ord
objection-answer-body = När det ändå är bäst att stanna. Svaret går i mejl till den som skrev, och inget ändras i grupperna.
objection-answer-words = Ditt svar
objection-answer-submit = Skicka svaret
error-objection-no-round = Det går att säga om grupper som en matchningsomgång har satt ihop. Den här gruppen kan du lämna.
error-objection-settled = Det är redan avgjort eller återtaget.
flash-objection-made = Samordnaren har fått det och svarar i mejl.
flash-objection-withdrawn = Det är återtaget.
flash-objection-answered = Svaret är skickat.

way-join = Till { $to }
way-exchange = { $n ->
    [one] En annan flyttas
   *[other] { $n } andra flyttas
}
way-leave = Gruppen går vidare utan någon ny
way-take-in = Ta in { $name }, som väntar på en grupp
way-borrow = Låna in { $name } från { $from }
way-merge = Gå ihop med { $to }
way-breaks = Bryter mot omgångens regler:
way-step = { $name } går från { $from } till { $to }.
way-step-in = { $name } kommer med i { $to }.
way-step-out = { $name } lämnar { $from }.

rearrangement-title = Ändra grupperna
rearrangement-steps = Det här händer
rearrangement-closes = { $name } avslutas, och gruppens kommande träffar ställs in.
rearrangement-words = Några ord till dem det gäller
rearrangement-words-hint = Frivilligt. Alla i grupperna som ändras läser det; skriv inget som någon har sagt till dig i förtroende.
rearrangement-told = { $n ->
    [one] En person får mejl om vad som ändras och varför.
   *[other] { $n } personer får mejl om vad som ändras och varför.
}
rearrangement-submit = Gör ändringen och mejla
error-rearrangement-stale = Grupperna har ändrats sedan det här räknades ut. Gå tillbaka och välj igen.
error-round-not-published = Omgången är inte publicerad.
flash-rearranged = Grupperna är ändrade och de det gäller får mejl.

openings-title = Ge plats i en grupp
openings-heading = Ge { $name } en grupp
openings-hindrance = Varför ingen grupp kan ta emot
openings-joins = Utan att någon annan flyttas
openings-joins-empty = Det finns ingen grupp att välja.
openings-exchanges = Om andra flyttas
openings-exchanges-empty = Att flytta någon annan ger inte mer.
openings-enough = De som väntar är så många att de kan bilda en egen grupp.
error-openings-none = Personen väntar inte på en grupp: det finns en grupp, eller så är anmälan återtagen.

remedies-title = Vägar ut
remedies-heading = Vägar ut för { $name }
remedies-fewest = { $n ->
    [one] Gruppen är tänkt för minst en.
   *[other] Gruppen är tänkt för minst { $n }.
}
remedies-ways = Ta in, låna eller gå ihop
remedies-empty = Ingen kan tas in eller lånas in, och ingen grupp att gå ihop med har plats, utan att en regel bryts.
remedies-keep = Fortsätta som det är
remedies-keep-body = { $n ->
    [0] Ingen är kvar. Avsluta hellre gruppen på dess sida.
    [one] En är kvar, och det räcker tills någon mer lämnar.
   *[other] De { $n } som är kvar räcker tills någon mer lämnar. Ingen flyttas och inget mejl skickas.
}
remedies-keep-submit = Det räcker
flash-group-enough = Gruppen fortsätter som den är.

round-next-follow-up = Se vad som väntar
round-next-follow-up-body = Någon säger att gruppen inte fungerar, väntar på en grupp eller har lämnat en grupp som blev för liten.
round-see-follow-up = Se vad som väntar
round-next-late = Anmäl dig sent
round-next-late-body = Grupperna finns redan. Samordnaren ser vilken som passar dig, och du får besked i mejl.
round-waits = Samordnaren har din anmälan och söker en grupp. Du får besked i mejl.
round-note = Från samordnaren
late-lead = Grupperna finns redan. Samordnaren ser vilken grupp som passar dig utan att någon annan behöver flytta, och du får besked i mejl.
error-late-has-group = Det finns redan en grupp för uppdraget i den här omgången. Säg på gruppens sida om den inte fungerar.
flash-registration-late = Du är anmäld. Samordnaren söker en grupp, och du får besked i mejl.

group-object = Gruppen fungerar inte för mig
group-objected = Du har sagt att gruppen inte fungerar
group-ways = Vägar ut för gruppen

mail-round-object = Fungerar gruppen inte för dig? Säg det till samordnaren; bara samordnaren läser det, och du behöver inte logga in.
mail-round-object-link = Gruppen fungerar inte för mig
mail-objection-subject = Gruppen fungerar inte för någon: { $name }
mail-objection-body = { $who } säger att { $group } inte fungerar.
mail-objection-ways = Det här går att göra
mail-objection-next = På sidan ser du allt som går att göra och vad det gör med grupperna. Du kan också svara med ord.
mail-objection-button = Se vad som kan göras
mail-objection-withdrawn-subject = Gruppen fungerar ändå: { $name }
mail-objection-withdrawn-body = { $who } tar tillbaka det som sades om { $group }. Du behöver inte göra något.
mail-objection-answered-subject = Svar om { $name }
mail-objection-answered-body = Du har sagt att { $name } inte fungerar för dig. Samordnaren svarar:
mail-objection-answered-next = Du är kvar i gruppen.
mail-round-late-subject = Sen anmälan till { $name }
mail-round-late-body = { $who } har anmält sig till { $round } sedan grupperna publicerades.
mail-round-late-next = Vilka grupper som passar, och vad det skulle ge att flytta någon, är uträknat. Ingen flyttas förrän du väljer.
mail-round-late-button = Se grupper som passar
mail-round-moved-out-subject = Du är inte längre med i { $name }
mail-round-moved-out = Du är inte längre med i { $name }.
mail-round-moved-out-next = Du kan be att få vara med i en öppen grupp, eller anmäla dig igen på omgångens sida.
mail-round-moved-body = Du går över från { $from } till { $to }.
mail-round-moved-next = På gruppens sida ser du de andra och nästa träff.
mail-group-changed-subject = { $name } har ändrats
mail-group-changed-body = Samordnaren har ändrat vilka som är med i { $name }.
mail-group-changed-came = Ny i gruppen
mail-group-changed-left = Inte längre med
