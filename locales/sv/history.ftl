# Vilka som har mötts
history-title = { $name }: vilka som har mötts
history-lead = Vilka som har varit i samma grupp, hur många gånger och när senast. Ordningen är länsvis och efter namn.
history-empty = Ingen har mötts än
history-empty-body = När den första omgången är publicerad ser du här vilka som har varit i samma grupp, och nästa förslag tar hänsyn till det.
history-by-organisers = Huvudmän
history-by-seats = Uppdrag
history-search = Namn eller län
history-search-submit = Sök
history-focus = { $name } och de som har varit i samma grupp.
history-all = Visa alla
history-groups = { $n ->
    [one] En grupp har funnits.
   *[other] { $n } grupper har funnits.
}
history-organisers = { $n ->
    [one] En huvudman.
   *[other] { $n } huvudmän.
}
history-seats = { $n ->
    [one] Ett uppdrag.
   *[other] { $n } uppdrag.
}
history-nobody = Ingen hittades. Pröva en del av namnet, eller länet.
history-matrix = Två och två
history-matrix-lead = Talet är hur många grupper de två har delat. En tom ruta betyder att de inte har mötts.
history-picture-title = Som bild
history-picture-lead = Ett streck för varje par som har mötts, bredare ju fler gånger. Siffrorna är tabellens. Med fler än tjugo visas en sida i taget.
history-picture = { $n ->
    [one] En i en cirkel.
   *[other] { $n } i en cirkel, med streck mellan dem som har mötts.
}
history-line = { $n ->
    [one] { $one } och { $two }: en gång
   *[other] { $one } och { $two }: { $n } gånger
}
history-words = I ord, med alla sidor
history-none = Har inte mött någon annan.
history-met = { $n ->
    [one] { $name } (en gång, { $latest })
   *[other] { $name } ({ $n } gånger, senast { $latest })
}
history-more = { $n ->
    [one] en till
   *[other] { $n } till
}
