# Vad inställningarna skulle innebära
forecast-see = Se vad det innebär
forecast-title = Så skulle det bli
forecast-lead = För dem som är anmälda hittills, med inställningarna i formuläret. Inget är sparat.
forecast-groups = { $people } anmälda ger { $n ->
    [one] en grupp
   *[other] { $n } grupper
} med { $smallest }–{ $largest } deltagare.
forecast-groups-even = { $n ->
    [0] Anmälda: { $people }. Det räcker inte till en grupp.
    [one] { $people } anmälda ger en grupp med { $largest } deltagare.
   *[other] { $people } anmälda ger { $n } grupper med { $largest } deltagare.
}
forecast-nobody = Ingen som kan få plats är anmäld ännu.
forecast-out = { $n ->
    [one] En får ingen plats.
   *[other] { $n } får ingen plats.
}
forecast-unconfirmed = { $n ->
    [one] En anmäld räknas inte, för uppdraget är inte bekräftat.
   *[other] { $n } anmälda räknas inte, för uppdragen är inte bekräftade.
}
forecast-obstacles = Regler som inte går ihop
forecast-no-obstacles = Alla regler går ihop för dem som är anmälda.
forecast-too-few = För få för en grupp: { $n } av { $people } kan inte få plats.
forecast-sizes = { $people } går inte att dela i grupper av tillåten storlek: { $n } blir utan plats.
forecast-organiser = För många från { $about }: { $n } av { $people } blir utan plats.
forecast-partners = { $n } kan dela grupp med för få andra. Det som oftast står i vägen är { $about }.
forecast-all-apart = { $people } kan inte dela grupp med varandra och det finns färre grupper än så: { $n } blir utan plats. Det som oftast står i vägen är { $about }.
forecast-partners-unshown = { $n } kan dela grupp med för få andra, av skäl som inte kan visas.
forecast-all-apart-unshown = Det finns färre grupper än det behövs: { $n } blir utan plats, av skäl som inte kan visas.
forecast-hard-unshown = { $n ->
    [one] En anmäld har få att dela grupp med, av skäl som inte kan visas.
   *[other] { $n } anmälda har få att dela grupp med, av skäl som inte kan visas.
}
forecast-whom = Det gäller { $list }.
forecast-more = { $n } till
forecast-hard-title = Svåra att placera
forecast-hard = { $n ->
    [0] { $name } kan inte dela grupp med någon. Det som oftast står i vägen är { $mostly }.
    [one] { $name } kan dela grupp med en annan. Det som oftast står i vägen är { $mostly }.
   *[other] { $name } kan dela grupp med { $n } andra. Det som oftast står i vägen är { $mostly }.
}
