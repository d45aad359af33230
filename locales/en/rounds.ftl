# Matching rounds

round-list-and = and

# Explanations
round-why-group-binds = The group belongs together because { $list }.
round-why-group-themes = Several work with { $list }.
round-why-group-km = The longest way between two of you is { $km } km as the crow flies.
round-why-group-sizes = The smallest organiser has { $least } and the largest { $most } inhabitants (pupils for independent organisers).
round-why-group-lacks = What had to give way: { $list }.
round-why-group-plain = The group was put together so that everybody would have a place.
round-why-binds-size = the organisers are about the same size
round-why-binds-neighbours = the organisers are neighbours
round-why-binds-distance = it is a short way to meet
round-why-binds-structure = the organisers belong to the same municipality group
round-why-binds-similar = Kolada counts them as similar municipalities
round-why-binds-themes = several work with the same themes
round-why-binds-offer-need = somebody can give what somebody else needs
round-why-binds-role-likeness = the roles are alike
round-why-binds-role-mix = the roles complement each other
round-why-binds-format = everybody wants to meet in the same way
round-why-binds-novelty = most are new to each other
round-why-binds-wish = several wished for each other
round-why-lacks-size = the organisers differ in size
round-why-lacks-neighbours = the organisers do not share a border
round-why-lacks-distance = it is far between some
round-why-lacks-structure = the organisers belong to different municipality groups
round-why-lacks-similar = Kolada does not count them as similar municipalities
round-why-lacks-themes = few themes are shared
round-why-lacks-offer-need = few can give just what somebody else needs
round-why-lacks-role-likeness = the roles differ
round-why-lacks-role-mix = the roles are of the same kind
round-why-lacks-format = not everybody wants to meet in the same way
round-why-lacks-novelty = some have shared a group before
round-why-lacks-wish = wishes for each other could not be met
round-why-weakest = Least in common: { $one } and { $two }.
round-why-weakest-km = Least in common: { $one } and { $two }, { $km } km apart.
round-why-by-hand = The coordinator put you in this group by hand.
round-why-closest = Closest to you is { $name }.
round-why-closest-list = Closest to you is { $name }: you { $list }.
round-why-loosest = Furthest from your everyday is { $name }.
round-why-loosest-km = Furthest from your everyday is { $name }, { $km } km away.
round-why-tie-size = are about the same size
round-why-tie-neighbours = are neighbours
round-why-tie-distance = are close to each other
round-why-tie-structure = belong to the same municipality group
round-why-tie-similar = are counted as similar municipalities by Kolada
round-why-tie-themes = share themes
round-why-tie-offer-need = can give each other what you need
round-why-tie-role-likeness = have similar roles
round-why-tie-role-mix = have different roles
round-why-tie-format = want to meet in the same way
round-why-tie-novelty = are new to each other
round-why-tie-wish = wished for each other
round-why-wishes-met = { $n ->
    [one] One person you wished for is here.
   *[other] { $n } people you wished for are here.
}
round-why-wishes-unmet = { $n ->
    [one] One person you wished for could not be in the same group.
   *[other] { $n } people you wished for could not be in the same group.
}
round-why-second-less = { $group } was the next choice, but you have less in common there.
round-why-second-others = { $group } would have suited you as well, but all groups together would have been worse.
round-why-second-rules = { $group } was the next choice, but the rules of the round do not allow it.

# Without a place
round-unplaced-unconfirmed = The seat was not confirmed when the groups were made.
round-unplaced-taken-out = The coordinator took the person out of the proposal.
round-unplaced-too-few = Too few can form a group: { $registered } have registered and at least { $needed } are needed.
round-unplaced-sizes = { $registered } people cannot be divided into groups of the sizes allowed: there are { $places } places. Lots were drawn.
round-unplaced-organiser = { $registered } have registered from { $organiser } and there are { $places } places for one organiser. Lots were drawn.
round-unplaced-partners = Too few can share a group: { $possible } of at least { $needed }. What is most often in the way is { $mostly }.
round-unplaced-no-room = No group had room. What is most often in the way is { $mostly }.
round-unplaced-full = The groups are full.
round-conflict-organiser = that they come from the same organiser
round-conflict-category = that categories are kept apart
round-conflict-level = that levels are kept apart
round-conflict-not-with = wishes not to meet
round-conflict-apart = that the coordinator keeps them apart
round-conflict-rivals = that the organisers compete
round-conflict-met = that they shared a group recently
round-conflict-format = that they want to meet in different ways
round-conflict-travel = that it is too far to travel
round-help-more-people = { $n ->
    [one] One more person registers.
   *[other] { $n } more people register.
}
round-help-more-organisers = { $n ->
    [one] One more person from another organiser registers.
   *[other] { $n } more people from other organisers register.
}
round-help-per-organiser = The round allows { $n } from the same organiser in a group.
round-help-group-size = The round allows groups of { $least } to { $most } people.
round-help-travel = The person can travel { $km } km to a meetup.
round-help-either-way = The person can meet both in person and online.
round-help-mix-categories = The round mixes categories.
round-help-mix-levels = The round mixes levels.
round-help-fewer-not-with = Wishes not to meet are taken back.
round-help-fewer-locks = The coordinator keeps fewer people apart.
round-help-meet-again = Those who shared a group recently may meet again.
round-help-confirm = The coordinator confirms the seat; then the next round or an open group is possible.
round-help-ask = Ask the coordinator, or ask to join an open group.

# Broken rules
round-broken-small = { $group } gets { $size } people; the round needs at least { $least }.
round-broken-large = { $group } gets { $size } people; the round allows at most { $most }.
round-broken-organiser = { $group } gets { $count } from { $organiser }; the round allows at most { $most }.
round-broken-pair = { $one } and { $two } cannot share a group: { $why }.
round-broken-split = { $list } should stay together and do not.
round-broken-locked = { $one } is locked to another group.
round-broken-twice = { $one } stands in more than one group.

# Mail
mail-round-context = The round is called { $round } and belongs to the network { $network }.
mail-round-note = From the coordinator
mail-round-placed-subject = Your exchange group: { $group }
mail-round-placed-intro = You have an exchange group: { $name }.
mail-round-placed-others = The others in the group
mail-round-placed-why = Why you together
mail-round-placed-next = Next step: propose a first meetup. Whoever writes first usually gets the group going.
mail-round-placed-button = Propose a meetup
mail-round-placed-group = To the group's page
mail-round-unplaced-subject = No group this time: { $name }
mail-round-unplaced-intro = This time you did not get a group.
mail-round-unplaced-why = Why:
mail-round-unplaced-help = Each of these would help:
mail-round-unplaced-next = You can ask to join an open group now. Otherwise you will hear from us at the next round.
mail-round-unplaced-button = See open groups
mail-round-cancelled-subject = The round is cancelled: { $name }
mail-round-cancelled-body = The matching round { $round } in the network { $network } is cancelled. There is nothing you need to do.
mail-round-cancelled-next = Coming rounds are shown on the network's page.
