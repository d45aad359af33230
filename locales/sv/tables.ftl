# Listor som läses in från fil
table-empty = Filen är tom. Den ska ha kolumnrubriker på första raden och minst en rad till.
table-unreadable = Filen gick inte att läsa. Spara listan som CSV (UTF-8) eller som Excel-arbetsbok (.xlsx) och försök igen.
table-too-large = Filen är för stor. Dela upp den i flera med högst 20 000 rader och 8 MB vardera.
