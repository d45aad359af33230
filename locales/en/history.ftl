# Who has met
history-title = { $name }: who has met
history-lead = Who has been in the same group, how many times and when last. The order is by county and name.
history-empty = Nobody has met yet
history-empty-body = When the first round is published you see here who has been in the same group, and the next proposal takes it into account.
history-by-organisers = Organisers
history-by-seats = Seats
history-search = Name or county
history-search-submit = Search
history-focus = { $name } and those who have been in the same group.
history-all = Show all
history-groups = { $n ->
    [one] There has been one group.
   *[other] There have been { $n } groups.
}
history-organisers = { $n ->
    [one] One organiser.
   *[other] { $n } organisers.
}
history-seats = { $n ->
    [one] One seat.
   *[other] { $n } seats.
}
history-nobody = Nobody was found. Try a part of the name, or the county.
history-matrix = Two by two
history-matrix-lead = The number is how many groups the two have shared. An empty cell means that they have not met.
history-picture-title = As a picture
history-picture-lead = A line for each pair that has met, broader the more often. The numbers are those of the table. With more than twenty one page is shown at a time.
history-picture = { $n ->
    [one] One in a circle.
   *[other] { $n } in a circle, with lines between those who have met.
}
history-line = { $n ->
    [one] { $one } and { $two }: once
   *[other] { $one } and { $two }: { $n } times
}
history-words = In words, with all pages
history-none = Has met nobody else.
history-met = { $n ->
    [one] { $name } (once, { $latest })
   *[other] { $name } ({ $n } times, last in { $latest })
}
history-more = { $n ->
    [one] one more
   *[other] { $n } more
}
