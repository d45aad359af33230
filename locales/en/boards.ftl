# The board: locks, swaps, undoing
proposal-search = Find a group, a person or an organiser
proposal-search-submit = Show
proposal-search-none = No group matches the search.
proposal-view = Which groups
proposal-view-all = All
proposal-view-weakest = Least in common first
proposal-view-moved = Changed by hand
proposal-view-locked = With something locked
proposal-common = In common: { $points } of 100.
proposal-improved = { $n ->
    [0] The search found nothing better around what is locked. The proposal stands.
    [one] The latest improvement moved one person.
   *[other] The latest improvement moved { $n } people.
}
lock-lock = Lock
lock-unlock = Unlock
lock-locked = Locked
lock-freeze = Freeze the group
lock-unfreeze = Unfreeze the group
lock-frozen = The group is frozen
flash-person-locked = The person is locked to the group.
flash-person-unlocked = The person is no longer locked.
flash-group-frozen = The group is frozen.
flash-group-unfrozen = The group is no longer frozen.
error-move-locked = The person is locked to their group. Unlock them first.
error-move-frozen = The group is frozen. Unfreeze it first.
swap-title = Swap places
swap-instead = Or swap places with somebody
swap-instead-body = Both groups then keep their size.
swap-with = See the swap
swap-effect = What the swap does
swap-confirm = Swap places
flash-people-swapped = The swap is made.
change-undo = Undo
change-latest = Latest:
change-move = { $people } moved to { $name }.
change-swap = { $people } swapped places.
change-out = { $people } was taken out of { $name }.
change-lock = { $people } was locked to { $name }.
change-unlock = { $people } was unlocked from { $name }.
change-freeze = { $name } was frozen.
change-unfreeze = { $name } was unfrozen.
change-rename = { $name } got another name.
change-improve = The rest of the proposal was improved.
change-anew = A new proposal replaced the one before.
change-take_up = The saved proposal { $name } was put on the board.
change-somebody-gone = somebody who has left the round
changes-see = See all changes
changes-title = Changes
changes-lead = The latest changes to the proposal, newest first. Undoing a change also undoes those that came after it.
changes-empty = Nothing to undo
changes-empty-body = When you move, lock or rename, it is listed here.
changes-undo-to = Undo back to here
changes-undo-confirm = { $n ->
    [one] One change is undone. Continue?
   *[other] { $n } changes are undone. Continue?
}
flash-change-undone = The change is undone.
improvement-title = Improve the rest
improvement-lead = The search starts from the groups as they stand and leaves what is locked. Nobody is moved unless it pays, and everything can be undone.
improvement-locked = { $n ->
    [0] Nobody is locked.
    [one] One person is locked and stays.
   *[other] { $n } people are locked and stay.
}
improvement-frozen = { $n ->
    [0] No group is frozen.
    [one] One group is frozen: nobody in, nobody out.
   *[other] { $n } groups are frozen: nobody in, nobody out.
}
improvement-free = { $n ->
    [0] Nobody may move.
    [one] One person may move.
   *[other] { $n } people may move.
}
improvement-unshown = Among those locked to the same group there is something that cannot be shown and that is in the way. Unlock one of them, or freeze the group.
improvement-contradictions = What is locked contradicts itself
improvement-contradiction = { $one } and { $two } are locked to the same group but cannot share a group: { $why }. Unlock one of them, or freeze the whole group as it is.
improvement-too-many = { $excess } more are locked to the same group than it holds: { $list }. Unlock at least that many.
improvement-organiser = { $count } from { $organiser } are locked to the same group; the round allows at most { $most }. Unlock one of them.
improvement-see-locked = See the groups with something locked
flash-round-improving = The rest of the proposal is being improved in the background.
round-search-improving = The rest of the proposal is being improved
round-search-improving-body = What is locked stays. You can close the page and come back.
round-unplaced-later = The person registered after this proposal was made.

# Saved proposals
drafts-title = Saved proposals
drafts-lead = Put a proposal aside under a name, try something else and compare. The one on the board is the one that is published.
drafts-board = On the board
drafts-caption = The proposals side by side
drafts-name = Name
drafts-name-hint = For example Mostly neighbours.
drafts-groups = Groups
drafts-placed = Placed
drafts-unplaced = Without a place
drafts-sizes = Size
drafts-common = In common
drafts-weakest-group = Weakest group
drafts-weakest-person = Weakest person
drafts-gap = At most from the best
drafts-by-hand = Moved by hand
drafts-figures = In common goes from 0 to 100 and says how much the participants have in common by the settings of the round. The figures are shown to coordinators only.
drafts-keep = Save the proposal on the board
draft-title = Saved proposal: { $name }
draft-alike = { $n ->
    [0] No group is the same as on the board.
    [one] One group is the same as on the board.
   *[other] { $n } groups are the same as on the board.
}
draft-differing = { $n ->
    [0] Nothing differs.
    [one] One differs, here side by side.
   *[other] { $n } differ, here side by side.
}
draft-differs = other group
draft-no-group = No corresponding group.
draft-choose = Put this one on the board
draft-throw = Throw away
draft-throw-confirm = { $name } is thrown away for good. Continue?
flash-draft-kept = The proposal is saved.
flash-draft-chosen = The saved proposal is on the board. This can be undone.
flash-draft-gone = The saved proposal is thrown away.
error-drafts-many = Ten proposals are saved. Throw one away first.

# Map and coverage
proposal-tab-map = Map
proposal-map-title = The groups on a map
proposal-map-lead = Each group has a colour and a number. The lines go from the middle of the group to its organisers.
proposal-map-label = { $n ->
    [one] One group on the map
   *[other] { $n } groups on the map
}
proposal-map-number = Number
proposal-map-group = Group
proposal-map-organisers = Organisers
coverage-tab = Coverage
coverage-title = Who takes part
coverage-lead = Which organisers, categories and levels are registered for the round, and which are not.
coverage-categories = Categories
coverage-categories-caption = Organisers by category
coverage-category = Category
coverage-registered = Registered
coverage-members = In the network
coverage-all = In the area
coverage-levels = Levels
coverage-levels-caption = Seats by level
coverage-level = Level
coverage-organisers = Organisers
coverage-out = Not taking part ({ $n })
coverage-in = Taking part ({ $n })
coverage-none-out = All organisers take part.
coverage-none-in = No organiser takes part yet.
coverage-row-registered = { $n ->
    [one] One registered
   *[other] { $n } registered
}
coverage-row-members = { $n ->
    [0] Nobody in the network
    [one] One in the network, not registered
   *[other] { $n } in the network, none registered
}
