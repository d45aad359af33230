# Vem som är värd nästa gång
hosting-title = Vem är värd nästa gång?
hosting-link = Vem är värd nästa gång? Se hur resorna fördelas
hosting-lead = Ett förslag på var ni ses, så att resorna jämnar ut sig över året. Ni bestämmer själva.
hosting-suggestion = Förslag
hosting-suggestion-body = Ses ni här nästa gång har ingen rest mer än { $name } km enkel väg på tolv månader.
hosting-suggestion-nobody = Här behöver ingen resa.
hosting-propose = Föreslå en träff här
hosting-places = Platser
hosting-places-lead = Kommunerna i gruppen, den som jämnar ut resorna bäst först.
hosting-host = Värd
hosting-together = Allas resor dit
hosting-after = Mest för någon efteråt
hosting-last = Senast där
hosting-people = Så långt har ni rest
hosting-people-lead = Träffar på plats de senaste tolv månaderna och de som är bokade.
hosting-so-far = Hittills
hosting-after-there = Efter { $name }
hosting-unplaced = { $n ->
    [one] En träff på plats räknas inte, eftersom den inte har någon kommun.
   *[other] { $n } träffar på plats räknas inte, eftersom de inte har någon kommun.
}
hosting-left-out = Räknas inte med, eftersom vi inte vet var de finns: { $name }.
hosting-map = Förslaget är den mörkaste kommunen på kartan.
hosting-none = Det går inte att räkna än
hosting-none-body = Vi vet inte var någon i gruppen finns.
hosting-rule = Så räknar vi: avståndet mellan kommunerna fågelvägen, enkel väg. De som är noterade som närvarande räknas, annars de som har svarat ja. Den som är med på nätet reser inte. Först kommer den plats där den som har rest längst får minst sammanlagt, sedan den dit alla tillsammans reser kortast, sedan den där ni senast sågs för längst sedan.
