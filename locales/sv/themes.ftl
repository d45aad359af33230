# Teman
themes-title = Teman
themes-lead = Välj ett tema så ser du vad andra har skrivit om det. Du kan följa teman och få nya berättelser i mejlen.
themes-common = Teman för alla
theme-lead = Berättelser om temat som du får läsa, de nyaste först.
theme-search = Sök i temat
theme-stories = Berättelserna
theme-empty = Ingen berättelse om det här än
theme-empty-how = Skriv den första, eller följ temat så får du veta när någon annan gör det.
theme-follow-title = Följ temat
theme-follow-how = Nya berättelser kommer
theme-follow = Följ
theme-followed = Du följer det
theme-follows-at_once = Du följer temat: nya berättelser kommer med en gång.
theme-follows-daily = Du följer temat: nya berättelser kommer varje dag.
theme-follows-weekly = Du följer temat: nya berättelser kommer en gång i veckan.
theme-follows-never = Du har tystat temat: inga berättelser om det kommer.
theme-follow-change = Ändra
theme-unfollow = Sluta följa
theme-stories-count = { $n ->
    [0] ingen berättelse
    [one] 1 berättelse
   *[other] { $n } berättelser
}
theme-of-all = för alla
flash-theme-followed = Nu följer du temat
flash-theme-muted = Inga berättelser om temat kommer
flash-theme-unfollowed = Du följer inte temat längre

# Nätverkets lista
network-themes-title = Nätverkets teman
network-themes-lead = Den som skriver en berättelse väljer bland de här temana, eller hittar på ett eget.
network-themes-new = Lägg till ett tema
network-themes-add = Lägg till
network-themes-list = Teman att välja bland
network-themes-edit = Byt namn eller slå ihop
network-themes-put-away = Lägg undan
network-themes-away = Undanlagda
network-themes-away-lead = De går inte att välja i nya berättelser. Det som redan är skrivet finns kvar.
network-themes-take-up = Ta fram
network-themes-free = Egna teman som någon har hittat på
network-themes-free-lead = Ta in dem som passar i listan, eller slå ihop dem med ett tema som redan finns.
network-themes-take = Ta in i listan
theme-name-sv = Namn
theme-name-en = Namn på engelska
theme-name-hint = Ett eller ett par ord. Utan engelskt namn används det svenska.
theme-edit-title = Ändra temat
theme-rename = Byt namn
theme-rename-submit = Spara namnet
theme-merge = Slå ihop med ett annat tema
theme-merge-lead = När två teman betyder samma sak. Du ser först vad det gäller.
theme-merge-into = Slå ihop med
theme-merge-look = Visa vad det gäller
theme-merge-title = Slå ihop två teman
theme-merge-stories = { $n ->
    [0] Ingen berättelse byter tema.
    [one] 1 berättelse byter tema.
   *[other] { $n } berättelser byter tema.
}
theme-merge-means = De som följer det gamla temat följer det nya i stället. Den gamla adressen leder till det nya temat. Det går inte att ångra.
theme-merge-submit = Slå ihop
theme-merge-cancel = Avbryt
flash-theme-added = Temat finns i listan
flash-theme-renamed = Temat har fått ett nytt namn
flash-theme-put-away = Temat är undanlagt
flash-theme-taken-up = Temat går att välja igen
flash-theme-merged = Temana är ihopslagna
error-theme-taken = Det finns redan ett tema som heter så.
error-theme-letters = Skriv ett namn med bokstäver.
error-themes-many = Listan är full. Lägg ihop eller byt namn på något som finns.
error-theme-into = Det temat går inte längre att slå ihop med. Välj ett annat.

# En huvudmans berättelser
organiser-posts-link = Berättelser härifrån
organiser-posts-title = Berättelser från { $name }
organiser-posts-lead = Det som medarbetarna har skrivit och som du får läsa, det nyaste först.
organiser-posts-empty = Ingen berättelse härifrån som du får läsa
organiser-posts-empty-how = Någon härifrån kanske skriver i en grupp du inte är med i.
