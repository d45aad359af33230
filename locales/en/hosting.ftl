# Who hosts next
hosting-title = Who hosts next?
hosting-link = Who hosts next? See how travel is shared
hosting-lead = A suggestion where to meet, so that travel evens out over the year. You decide yourselves.
hosting-suggestion = Suggestion
hosting-suggestion-body = If you meet here next, nobody has travelled more than { $name } km one way in twelve months.
hosting-suggestion-nobody = Nobody needs to travel here.
hosting-propose = Propose a meetup here
hosting-places = Places
hosting-places-lead = The municipalities of the group, the one that evens out travel best first.
hosting-host = Host
hosting-together = All travel there
hosting-after = Most for anybody then
hosting-last = Last there
hosting-people = How far you have travelled
hosting-people-lead = Meetups in a room in the last twelve months, and those that are planned.
hosting-so-far = So far
hosting-after-there = After { $name }
hosting-unplaced = { $n ->
    [one] One meetup in a room does not count, because it has no municipality.
   *[other] { $n } meetups in a room do not count, because they have no municipality.
}
hosting-left-out = Not counted, because we do not know where they are: { $name }.
hosting-map = The suggestion is the darkest municipality on the map.
hosting-none = Nothing to work out yet
hosting-none-body = We do not know where anybody of the group is.
hosting-rule = How we count: the distance between municipalities as the crow flies, one way. Those noted to have come count, otherwise those who said yes. Whoever is there online does not travel. First comes the place where whoever has travelled most will have travelled least in all, then the one to which all travel least together, then the one where you met longest ago.
