# The command match
match-problems = The file cannot be used. Mend this and try again:
match-problem = row { $row }, column { $column }: { $message }
match-column-missing = The column is missing. Add it to the first row.
match-empty = The cell is empty. Fill it in.
match-organiser-unknown = No organiser is called "{ $name }". Write the name or code of a municipality, or the organisation number of an independent organiser.
match-person-twice = The person stands in row { $n } already. Give everybody an id or address of their own.
match-person-unknown = Nobody in the file is called "{ $name }". Write id, address or name as in their own row.
match-level-wrong = Write board, administration, principal or teacher.
match-format-wrong = Write in_person, online or either.
match-time-wrong = “{ $name }” is no time. Write days and halves of days, such as mon-am, tue-pm or wed.
match-number-wrong = Write a whole number above zero.
match-unplaced = Without a place:
match-summary = { $placed } people in { $groups } groups, { $unplaced } without a place.
match-head-name = Name
match-head-organiser = Organiser
match-head-group = Group
match-head-why = Why
