# Kommandot match
match-problems = Filen går inte att använda. Rätta det här och försök igen:
match-problem = rad { $row }, kolumn { $column }: { $message }
match-column-missing = Kolumnen saknas. Lägg till den i första raden.
match-empty = Cellen är tom. Fyll i den.
match-organiser-unknown = Ingen huvudman heter ”{ $name }”. Skriv kommunens namn eller kod, eller organisationsnumret för en enskild huvudman.
match-person-twice = Personen står redan på rad { $n }. Ge var och en ett eget id eller en egen e-postadress.
match-person-unknown = Ingen i filen heter ”{ $name }”. Skriv id, e-postadress eller namn som i sin egen rad.
match-level-wrong = Skriv board, administration, principal eller teacher.
match-format-wrong = Skriv in_person, online eller either.
match-time-wrong = ”{ $name }” är ingen tid. Skriv dagar och halvor av dagar, till exempel mån-fm, tis-em eller ons.
match-number-wrong = Skriv ett heltal större än noll.
match-unplaced = Utan plats:
match-summary = { $placed } personer i { $groups } grupper, { $unplaced } utan plats.
match-head-name = Namn
match-head-organiser = Huvudman
match-head-group = Grupp
match-head-why = Varför
