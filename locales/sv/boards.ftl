# Tavlan: lås, byten, ångra
proposal-search = Sök grupp, person eller huvudman
proposal-search-submit = Visa
proposal-search-none = Ingen grupp stämmer med sökningen.
proposal-view = Vilka grupper
proposal-view-all = Alla
proposal-view-weakest = Minst gemensamt först
proposal-view-moved = Ändrade för hand
proposal-view-locked = Med något låst
proposal-common = Gemensamt: { $points } av 100.
proposal-improved = { $n ->
    [0] Sökningen hittade inget som är bättre runt det som är låst. Förslaget står kvar.
    [one] Den senaste förbättringen flyttade en person.
   *[other] Den senaste förbättringen flyttade { $n } personer.
}
lock-lock = Lås
lock-unlock = Lås upp
lock-locked = Låst
lock-freeze = Frys gruppen
lock-unfreeze = Tina gruppen
lock-frozen = Gruppen är fryst
flash-person-locked = Personen är låst till gruppen.
flash-person-unlocked = Personen är inte längre låst.
flash-group-frozen = Gruppen är fryst.
flash-group-unfrozen = Gruppen är inte längre fryst.
error-move-locked = Personen är låst till sin grupp. Lås upp först.
error-move-frozen = Gruppen är fryst. Tina den först.
swap-title = Byt plats
swap-instead = Eller byt plats med någon
swap-instead-body = Då behåller båda grupperna sin storlek.
swap-with = Se bytet
swap-effect = Vad bytet gör
swap-confirm = Byt plats
flash-people-swapped = Bytet är gjort.
change-undo = Ångra
change-latest = Senast:
change-move = { $people } flyttades till { $name }.
change-swap = { $people } bytte plats.
change-out = { $people } togs ur { $name }.
change-lock = { $people } låstes till { $name }.
change-unlock = { $people } låstes upp från { $name }.
change-freeze = { $name } frystes.
change-unfreeze = { $name } tinades.
change-rename = { $name } fick ett annat namn.
change-improve = Resten av förslaget förbättrades.
change-anew = Ett nytt förslag ersatte det förra.
change-take_up = Det sparade förslaget { $name } lades på tavlan.
change-somebody-gone = någon som har lämnat omgången
changes-see = Se alla ändringar
changes-title = Ändringar
changes-lead = De senaste ändringarna av förslaget, den nyaste först. Den som ångrar en ändring ångrar också dem som kom efter.
changes-empty = Inget att ångra
changes-empty-body = När du flyttar, låser eller byter namn står det här.
changes-undo-to = Ångra hit
changes-undo-confirm = { $n ->
    [one] En ändring ångras. Fortsätta?
   *[other] { $n } ändringar ångras. Fortsätta?
}
flash-change-undone = Ändringen är ångrad.
improvement-title = Förbättra resten
improvement-lead = Sökningen utgår från grupperna som de står och lämnar det som är låst. Ingen flyttas utan att det lönar sig, och allt går att ångra.
improvement-locked = { $n ->
    [0] Ingen person är låst.
    [one] En person är låst och stannar.
   *[other] { $n } personer är låsta och stannar.
}
improvement-frozen = { $n ->
    [0] Ingen grupp är fryst.
    [one] En grupp är fryst: ingen kommer in och ingen går ut.
   *[other] { $n } grupper är frysta: ingen kommer in och ingen går ut.
}
improvement-free = { $n ->
    [0] Ingen får flytta på sig.
    [one] En person får flytta på sig.
   *[other] { $n } personer får flytta på sig.
}
improvement-unshown = Bland dem som är låsta till samma grupp finns något som inte kan visas och som hindrar. Lås upp någon av dem, eller frys gruppen.
improvement-contradictions = Det som är låst går inte ihop
improvement-contradiction = { $one } och { $two } är låsta till samma grupp men kan inte dela grupp: { $why }. Lås upp en av dem, eller frys hela gruppen som den är.
improvement-too-many = { $excess } fler är låsta till samma grupp än den rymmer: { $list }. Lås upp minst så många.
improvement-organiser = { $count } från { $organiser } är låsta till samma grupp; omgången tillåter högst { $most }. Lås upp någon av dem.
improvement-see-locked = Se grupperna med något låst
flash-round-improving = Resten av förslaget förbättras i bakgrunden.
round-search-improving = Resten av förslaget förbättras
round-search-improving-body = Det som är låst står kvar. Du kan stänga sidan och komma tillbaka.
round-unplaced-later = Personen anmälde sig efter att det här förslaget gjordes.

# Sparade förslag
drafts-title = Sparade förslag
drafts-lead = Lägg undan ett förslag under ett namn, pröva något annat och jämför. Det som ligger på tavlan är det som publiceras.
drafts-board = På tavlan
drafts-caption = Förslagen sida vid sida
drafts-name = Namn
drafts-name-hint = Till exempel Mest grannar.
drafts-groups = Grupper
drafts-placed = Med plats
drafts-unplaced = Utan plats
drafts-sizes = Storlek
drafts-common = Gemensamt
drafts-weakest-group = Svagaste gruppen
drafts-weakest-person = Svagaste personen
drafts-gap = Högst från bästa
drafts-by-hand = Flyttade för hand
drafts-figures = Gemensamt går från 0 till 100 och säger hur mycket deltagarna har gemensamt enligt omgångens inställningar. Talen visas bara för samordnare.
drafts-keep = Spara förslaget på tavlan
draft-title = Sparat förslag: { $name }
draft-alike = { $n ->
    [0] Ingen grupp är densamma som på tavlan.
    [one] En grupp är densamma som på tavlan.
   *[other] { $n } grupper är desamma som på tavlan.
}
draft-differing = { $n ->
    [0] Inget skiljer dem åt.
    [one] En skiljer sig, här sida vid sida.
   *[other] { $n } skiljer sig, här sida vid sida.
}
draft-differs = annan grupp
draft-no-group = Ingen motsvarande grupp.
draft-choose = Lägg det här på tavlan
draft-throw = Släng
draft-throw-confirm = { $name } slängs för gott. Fortsätta?
flash-draft-kept = Förslaget är sparat.
flash-draft-chosen = Det sparade förslaget ligger på tavlan. Det går att ångra.
flash-draft-gone = Det sparade förslaget är slängt.
error-drafts-many = Tio förslag är sparade. Släng något först.

# Karta och täckning
proposal-tab-map = Karta
proposal-map-title = Grupperna på karta
proposal-map-lead = Varje grupp har en färg och ett nummer. Linjerna går från gruppens mitt till dess huvudmän.
proposal-map-label = { $n ->
    [one] En grupp på kartan
   *[other] { $n } grupper på kartan
}
proposal-map-number = Nummer
proposal-map-group = Grupp
proposal-map-organisers = Huvudmän
coverage-tab = Täckning
coverage-title = Vilka som är med
coverage-lead = Vilka huvudmän, kategorier och nivåer som är anmälda till omgången, och vilka som inte är det.
coverage-categories = Kategorier
coverage-categories-caption = Huvudmän efter kategori
coverage-category = Kategori
coverage-registered = Anmälda
coverage-members = I nätverket
coverage-all = I området
coverage-levels = Nivåer
coverage-levels-caption = Uppdrag efter nivå
coverage-level = Nivå
coverage-organisers = Huvudmän
coverage-out = Inte med ({ $n })
coverage-in = Med ({ $n })
coverage-none-out = Alla huvudmän är med.
coverage-none-in = Ingen huvudman är med ännu.
coverage-row-registered = { $n ->
    [one] En anmäld
   *[other] { $n } anmälda
}
coverage-row-members = { $n ->
    [0] Ingen i nätverket
    [one] En i nätverket, inte anmäld
   *[other] { $n } i nätverket, ingen anmäld
}
