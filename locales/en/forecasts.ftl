# What the settings would mean
forecast-see = See what it means
forecast-title = This is what it would be
forecast-lead = For those registered so far, with the settings in the form. Nothing is saved.
forecast-groups = { $people } registered make { $n ->
    [one] one group
   *[other] { $n } groups
} of { $smallest }–{ $largest } participants.
forecast-groups-even = { $n ->
    [0] Registered: { $people }. That is not enough for a group.
    [one] { $people } registered make one group of { $largest } participants.
   *[other] { $people } registered make { $n } groups of { $largest } participants.
}
forecast-nobody = Nobody who could be placed has registered yet.
forecast-out = { $n ->
    [one] One gets no place.
   *[other] { $n } get no place.
}
forecast-unconfirmed = { $n ->
    [one] One registered does not count, because the seat is not confirmed.
   *[other] { $n } registered do not count, because their seats are not confirmed.
}
forecast-obstacles = Rules that cannot hold
forecast-no-obstacles = All rules hold for those registered.
forecast-too-few = Too few for a group: { $n } of { $people } cannot be placed.
forecast-sizes = { $people } cannot be divided into groups of the sizes allowed: { $n } are left without a place.
forecast-organiser = Too many from { $about }: { $n } of { $people } are left without a place.
forecast-partners = { $n } can share a group with too few others. What is mostly in the way: { $about }.
forecast-all-apart = { $people } cannot share a group with each other and there are fewer groups than that: { $n } are left without a place. What is mostly in the way: { $about }.
forecast-partners-unshown = { $n } can share a group with too few others, for reasons that cannot be shown.
forecast-all-apart-unshown = There are fewer groups than needed: { $n } find no place, for reasons that cannot be shown.
forecast-hard-unshown = { $n ->
    [one] One registered person has few to share a group with, for reasons that cannot be shown.
   *[other] { $n } registered people have few to share a group with, for reasons that cannot be shown.
}
forecast-whom = It concerns { $list }.
forecast-more = { $n } more
forecast-hard-title = Hard to place
forecast-hard = { $n ->
    [0] { $name } cannot share a group with anybody. What is mostly in the way: { $mostly }.
    [one] { $name } can share a group with one other. What is mostly in the way: { $mostly }.
   *[other] { $name } can share a group with { $n } others. What is mostly in the way: { $mostly }.
}
