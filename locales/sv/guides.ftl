# Samtalsguider
guides-title = Samtalsguider
guides-lead = Fem sätt att ordna ett samtal, så att tiden räcker och alla kommer till tals.
guides-link = Läs samtalsguiderna
guides-how = Välj guiden på träffens dagordning. Då visar samtalssidan stegen med klockslag och en tidtagare.
guide-steps = Stegen
guide-minutes = { $n } min
guide-total = Den tar { $n } minuter.

# Kollegial handledning
guide-supervision = Kollegial handledning
guide-supervision-lead = En av er får hjälp att se sitt ärende med nya ögon. De andra frågar innan de tänker högt, och ingen tar över.
guide-supervision-fits = Passar när någon sitter fast i något verkligt och vill ha andras tankar, inte ett färdigt svar.
guide-supervision-1 = Välj ärende
guide-supervision-1-do = Den som har ett ärende säger det med en mening. Är ni flera väljer ni ett. Kom överens om att det som sägs stannar här.
guide-supervision-2 = Ärendet berättas
guide-supervision-2-do = Den som äger ärendet berättar: vad har hänt, vilka berörs, vad har du prövat? Avsluta med vad du vill ha hjälp att tänka om. De andra lyssnar och antecknar.
guide-supervision-3 = Frågor för att förstå
guide-supervision-3-do = Gå laget runt med en fråga var, i två varv om tiden räcker. Fråga för att förstå. Vänta med råd, också råd som är förklädda till frågor.
guide-supervision-4 = De andra tänker högt
guide-supervision-4-do = Den som äger ärendet vänder sig lite åt sidan, är tyst och antecknar. De andra talar med varandra: vad hörde vi, vad undrar vi över, hur skulle det kunna se ut från elevens, personalens eller nämndens håll?
guide-supervision-5 = Ärendets ägare svarar
guide-supervision-5-do = Vad fastnade? Vad blev nytt? Den som äger ärendet behöver inte svara på allt och inte försvara något.
guide-supervision-6 = Det vi tar med oss
guide-supervision-6-do = Ärendets ägare säger ett första steg. Sedan säger var och en något ur samtalet som går att använda hemma. Bestäm när ni frågar hur det gick.

# Nulägessamtal
guide-current-state = Nulägessamtal
guide-current-state-lead = Ni gör en gemensam bild av hur det är, innan någon säger vart ni ska.
guide-current-state-fits = Passar i början av ett arbete, eller när samma ord verkar betyda olika saker hos er.
guide-current-state-1 = Ringa in frågan
guide-current-state-1-do = Läs upp frågan. Säg med egna ord vad den gäller och vad den inte gäller. Vad menar vi med de viktigaste orden?
guide-current-state-2 = Skriv var för sig
guide-current-state-2-do = Skriv tyst tre saker om hur det är hos dig: något du vet, något du tror, något du inte vet.
guide-current-state-3 = Var och en beskriver
guide-current-state-3-do = Gå laget runt med lika lång tid var. Beskriv, förklara inte. Säg hur du vet det: siffror, besök, samtal. De andra ställer inga frågor än.
guide-current-state-4 = Likt och olikt
guide-current-state-4-do = Vad känner vi igen hos varandra? Vad skiljer sig, och vad kan det bero på? En skillnad är varken bra eller dålig i sig.
guide-current-state-5 = Vad vet vi inte?
guide-current-state-5-do = Samla det som ni tror men inte vet. Vem skulle se det annorlunda: en elev, en lärare, en rektor, en politiker? Hur kan ni fråga dem?
guide-current-state-6 = Ett steg var
guide-current-state-6-do = Var och en säger en sak att ta reda på till nästa träff. Den som antecknar skriver upp vem och vad.

# Uppskattande runda
guide-appreciative = Uppskattande runda
guide-appreciative-lead = Ni letar efter det som redan fungerar, och efter vad som gjorde det möjligt.
guide-appreciative-fits = Passar när samtalen har fastnat i problem, eller när en grupp är ny och vill lära känna varandras styrkor.
guide-appreciative-1 = Välj vad ni letar efter
guide-appreciative-1-do = Vänd frågan till det ni vill ha mer av: inte ”varför kommer de inte”, utan ”när kom de, och vad fick dem att komma”.
guide-appreciative-2 = En gång när det gick bra
guide-appreciative-2-do = Två och två. Berätta för varandra om en verklig gång: var, vilka var med, vad gjorde du? Den som lyssnar frågar efter fler detaljer. Byt efter halva tiden.
guide-appreciative-3 = Vad gjorde det möjligt?
guide-appreciative-3-do = Alla tillsammans. Återge din kamrats berättelse kort. Skriv upp det som återkommer: vad fanns på plats, vem gjorde vad, vad fick ta tid?
guide-appreciative-4 = Mer av det
guide-appreciative-4-do = Välj en eller två saker från listan. Vad skulle hända om de fanns oftare? Vad är det minsta som behövs för att det ska bli så?
guide-appreciative-5 = Avsluta
guide-appreciative-5-do = Var och en säger något de vill pröva hemma, och något de vill tacka någon för.

# Beslutsrunda
guide-decision = Beslutsrunda
guide-decision-lead = Från ett förslag till något som alla kan leva med, i två varv där var och en kommer till tals.
guide-decision-fits = Passar när gruppen behöver komma överens, till exempel om hur ni arbetar, vad ni ska göra tillsammans eller vad ni för vidare.
guide-decision-1 = Förslaget
guide-decision-1-do = Läs upp förslaget i en eller två meningar. Säg vad det ska lösa, och hur länge det ska gälla.
guide-decision-2 = Frågor för att förstå
guide-decision-2-do = Fråga det ni behöver veta för att ta ställning. Den som föreslår svarar kort. Inga synpunkter än.
guide-decision-3 = Första varvet: vad tänker du?
guide-decision-3-do = Gå laget runt. Var och en säger vad som är bra och vad som oroar. Ingen avbryter och ingen svarar.
guide-decision-4 = Ändra förslaget
guide-decision-4-do = Den som föreslår säger hur förslaget låter nu: som förut, ändrat eller tillbakadraget. Skriv det så att alla ser.
guide-decision-5 = Andra varvet: något som hindrar?
guide-decision-5-do = Gå laget runt. Säg bara om något skulle skada arbetet, inte vad som vore ännu bättre. Finns ett hinder ändrar ni tills det är borta, eller prövar en kortare tid.
guide-decision-6 = Bestäm
guide-decision-6-do = Läs upp beslutet. Vem gör vad, till när, och när ser ni efter om det höll? Den som antecknar skriver ner det.

# Öppen fråga
guide-open-question = Öppen fråga
guide-open-question-lead = En fråga som ingen av er har svaret på, från egna tankar till gemensamma.
guide-open-question-fits = Passar när en fråga är viktig men oklar, och när några brukar tala mer än andra.
guide-open-question-1 = Läs frågan
guide-open-question-1-do = Den som har frågan läser upp den och säger varför den är svår. Inte mer än så.
guide-open-question-2 = Tänk själv
guide-open-question-2-do = Alla är tysta och skriver: vad kommer jag att tänka på, vad har jag själv varit med om?
guide-open-question-3 = Två och två
guide-open-question-3-do = Berätta för varandra vad ni skrev. Leta efter det som gör frågan större eller mindre än den först såg ut.
guide-open-question-4 = Alla tillsammans
guide-open-question-4-do = Varje par börjar med en tanke som de vill pröva på de andra. Bygg vidare på varandra. Samtalsledaren frågar dem som inte har sagt något.
guide-open-question-5 = Vad har vi nu?
guide-open-question-5-do = Hur skulle vi ställa frågan i dag? Vad är vi överens om, och vad behöver vi pröva? Var och en säger en mening.
