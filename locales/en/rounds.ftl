# Matching rounds

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
round-why-binds-times = several can meet at the same times
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
round-why-lacks-times = few times suit several
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
round-why-tie-times = can meet at the same times
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
round-unplaced-unshown = No group could be made that respects everything that has to be respected. More than that cannot be shown.
round-unplaced-full = The groups are full.
round-conflict-organiser = that they come from the same organiser
round-conflict-category = that categories are kept apart
round-conflict-level = that levels are kept apart
round-conflict-not-with = something that cannot be shown
round-conflict-apart = that the coordinator keeps them apart
round-conflict-rivals = that the coordinator keeps the organisers apart
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
round-help-fewer-locks = The coordinator keeps fewer people apart.
round-help-meet-again = Those who shared a group recently may meet again.
round-help-confirm = The coordinator confirms the seat; then the next round or an open group is possible.
round-help-ask = Ask the coordinator, or ask to join an open group.

# Broken rules
round-broken-small = { $group } gets { $size } people; the round needs at least { $least }.
round-broken-large = { $group } gets { $size } people; the round allows at most { $most }.
round-broken-organiser = { $group } gets { $count } from { $organiser }; the round allows at most { $most }.
round-broken-pair = { $one } and { $two } cannot share a group: { $why }.
round-broken-unshown = Something that cannot be shown speaks against { $group } being put together like that.
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

# Pages
round-next = Next step
round-new-title = Open a matching round
round-edit-title = Change the round
round-form-lead = Members register, you put groups together from a proposal, and everybody is told.
round-name = Name
round-name-hint = Such as Spring 2027.
round-preset = What makes a good group?
round-preset-neighbours = Neighbours
round-preset-neighbours-hint = Those close to each other, whatever their size. Easy to meet in person.
round-preset-similar = Alike
round-preset-similar-hint = Those alike in size and conditions, wherever they are.
round-preset-mixed = Some of both
round-preset-mixed-hint = Fairly close and fairly alike, with themes in common.
round-preset-own = Weights of your own
round-preset-own-hint = You decide how much each thing counts, just below.
round-preset-own-said = The coordinator has decided what counts.
round-weights-title = Weights of your own: how much each thing counts
round-weights-hint = Used only when you have chosen weights of your own. 0 does not matter, 100 is most. What counts is how the numbers compare; in the ready-made choices they add up to 100.
round-weights = This counts: { $list }.
round-weight-neighbours = Share a border
round-weight-distance = Close to travel
round-weight-size = About the same size
round-weight-structure = Same kind of municipality (SKR)
round-weight-similar = Alike according to Kolada
round-weight-themes = Common themes
round-weight-offer-need = Can give what the other needs
round-weight-role-likeness = Similar roles
round-weight-role-mix = Different roles
round-weight-format = Want to meet in the same way
round-weight-times = Can meet at the same times
round-weight-novelty = Have not met before
error-round-nobody = Nobody has registered, so there is nobody to put into groups. Register somebody, or give the members more time by moving the last day.
error-round-weights = Give at least one thing a number above zero.
round-size = Size of the groups
round-size-min = Fewest in a group
round-size-max = Most in a group
round-per-organiser = Most from one organiser in a group
round-per-organiser-hint = One is usual: then everybody meets somebody from outside.
round-categories = Categories
round-categories-mixed = Mixed
round-categories-mixed-hint = Small, medium, large and independent organisers may share a group.
round-categories-apart = Kept apart
round-categories-apart-hint = Each group has organisers of one category.
round-levels = Levels
round-levels-mixed = Mixed
round-levels-mixed-hint = Boards, administrations, principals and teachers may share a group.
round-levels-apart = Kept apart
round-levels-apart-hint = Each group has seats on one level.
round-last-day = Last day to register
round-last-day-hint = The day is included.
round-save = Save
round-open = Open the round
round-back = Back
round-state-registering = Registration open
round-state-closed = Registration closed
round-state-proposal = Proposal made
round-state-published = Published
round-state-cancelled = Cancelled
round-state-lead-registering = Register, and we put small groups together that gain from each other.
round-state-lead-closed = Registration is closed. The coordinator will soon put the groups together.
round-state-lead-proposal = The coordinator is looking through a proposal. You will be told by mail.
round-state-lead-published = The groups exist and everybody has been told.
round-state-lead-cancelled = The round did not take place.
round-count = { $n ->
    [0] Nobody has registered yet.
    [one] One has registered.
   *[other] { $n } have registered.
}
round-next-wait = Let registrations come in
round-next-wait-body = The last day is { $date }. After that you put the groups together.
round-next-match = Put the groups together
round-next-match-body = You get a proposal to look through. Nothing is sent until you publish.
round-match = Put the groups together
round-match-early = Put the groups together now
round-match-early-confirm = Registration closes when the groups are put together. Go on?
round-next-proposal = Look through the proposal
round-next-proposal-body = Move whom you like, name the groups, and publish when you are content.
round-see-proposal = See the proposal
round-next-register = Register
round-next-register-body = The last day is { $date }. It takes a minute.
round-register = Register me
round-next-published = Follow the groups
round-next-published-body = The network's page shows all groups.
round-see-network = To the network
round-see-registered = See who has registered
round-register-on-behalf = Register somebody else
round-mine = My registrations
round-help = Each of these would help:
round-settings = How the groups are put together
round-coordinator = For coordinators
round-cancel-title = Cancel the round
round-cancel-lead = The round closes for good and no groups are made.
round-cancel-mails = { $n ->
    [0] Nobody has registered, so no mail is sent.
    [one] One person registered gets mail about it.
   *[other] { $n } people registered get mail about it.
}
round-cancel = Cancel the round

registration-new-title = Registration
registration-new-lead = Say briefly what you hope for, and the group will be better.
registration-on-behalf-lead = Find the one you want to register among the members of the network.
registration-search = Search by name or organiser
registration-search-submit = Search
registration-seat = Seat
registration-wishes = Wishes
registration-wishes-hint = Optional. What would you like from the group? The coordinator reads it.
registration-format = How do you want to meet?
registration-travel = Longest way in kilometres
registration-travel-hint = Optional. As the crow flies, one way.
registration-submit = Register
registration-no-seat = No seat to register
registration-no-seat-body = Seats in the network register. Join the network with one of your seats, or search for something else.
registration-state-active = Registered
registration-state-paused = Paused
registration-state-withdrawn = Withdrawn
registration-unconfirmed = The seat is not confirmed
registration-change = Change
registration-pause = Pause
registration-resume = Resume
registration-withdraw = Withdraw
registration-withdraw-confirm = Withdraw the registration?
registrations-title = Registered
registrations-empty = Nobody to show
registrations-empty-body = When members register they stand here. Spread the page of the round in the network, or register somebody yourself.

proposal-title = Proposed groups
proposal-tabs = Parts of the proposal
proposal-tab-groups = Groups
proposal-groups = { $n ->
    [one] One group.
   *[other] { $n } groups.
}
proposal-placed = { $n ->
    [one] One has a place.
   *[other] { $n } have a place.
}
proposal-unplaced = { $n ->
    [0] Nobody is without a place.
    [one] One is without a place.
   *[other] { $n } are without a place.
}
proposal-gap = All in all at most { $gap } per cent from the best possible.
proposal-next = Publish when you are content
proposal-next-body = Members see nothing until you publish.
proposal-publish = Publish …
proposal-empty = No groups
proposal-empty-body = No group could be made. See under Without a place why and what would help; then discard the proposal and change the round.
proposal-moved = Moved by hand
proposal-move = Move
proposal-place = Give a place
proposal-name-title = Change the name
proposal-again-title = Not content?
proposal-again-body = Improving the rest keeps what you have locked. A new proposal starts over from elsewhere: moves and locks are gone, but it can be undone.
proposal-again = Make a new proposal
proposal-again-confirm = The present proposal is replaced. Go on?
proposal-discard = Discard the proposal
proposal-discard-confirm = The proposal is discarded. Go on?
proposal-unplaced-title = Without a place
proposal-unplaced-lead = Nobody is forgotten: all who got no place stand here, with the reason and what would help.
proposal-unplaced-empty = Everybody has a place
proposal-unplaced-empty-body = Whoever finds no place in a group is named here.

move-title = Move
move-heading = Move { $name }
move-from = Now in: { $name }
move-from-nowhere = no group
move-nowhere = No group
move-to = To
move-see = See what it does
move-effect = What the move does
move-figure-group = { $name }: in common { $before } before, { $after } after.
move-figure-all = All groups: in common { $before } before, { $after } after.
move-figures-mean = The figures go from 0 to 100 and say how much people have in common by the settings of the round. Only coordinators see them.
move-breaks-nothing = No rule is broken.
move-breaks = This breaks the rules of the round
move-mends = This is put right
move-unconfirmed = The seat is not confirmed.
move-confirm = Move

round-search-title = The groups are being put together
round-search-body = Many have registered, so it takes a while. You may close the page and come back.
round-search-progress = How far the search has come
round-search-percent = { $n } % done.
round-search-since = Begun at { $time }.
round-search-stopping = The search is ending now.
round-search-look = See how far it has come
round-search-stop = Stop and keep the best so far
round-search-stop-confirm = The search stops, and the best groups so far become the proposal. Go on?
flash-round-search-keeping = The search is stopping. The best groups so far become the proposal.
flash-round-search-gone = Nobody was working on the search any longer, so it was removed. Put the groups together again.

publication-title = Publish the groups
publication-groups = { $n ->
    [one] One group is made.
   *[other] { $n } groups are made.
}
publication-placed = { $n ->
    [one] One person gets mail about the group, who the others are and why.
   *[other] { $n } people get mail about their group, who the others are and why.
}
publication-unplaced = { $n ->
    [0] Nobody is without a place.
    [one] One person gets mail about why there was no place.
   *[other] { $n } people get mail about why there was no place.
}
publication-note = A word to everybody
publication-note-hint = Optional. Stands in the mail, on the page of the round and on those of the groups.
publication-submit = Publish and send mail

error-round-sizes = The most cannot be less than the fewest.
error-round-last-day = Choose a day that has not been.
error-round-not-open = The round can no longer be changed: it is matched, published or cancelled.
error-round-published = The round is published already.
error-round-not-registering = One cannot register for the round now.
error-round-no-proposal = There is no proposal to change or publish.
error-round-moving = Registrations changed while the groups were put together. Try again.
error-round-impossible = The rules of the round cannot hold together. Change the size of the groups or the number from one organiser.
error-move-nowhere = The person is there already.
flash-round-opened = The round is open for registration.
flash-round-changed = The round is changed.
flash-round-cancelled = The round is cancelled and those registered get mail.
flash-round-matched = The proposal is made.
flash-round-matching = The groups are being put together in the background.
flash-round-discarded = The proposal is gone.
flash-round-published = The groups are published and everybody gets mail.
flash-proposal-renamed = The group has its new name.
flash-person-moved = The move is made.
flash-registration-made = You are registered.
flash-registration-on-behalf = The person is registered.
flash-registration-paused = The registration is paused.
flash-registration-resumed = The registration counts again.
flash-registration-withdrawn = The registration is withdrawn.

round-call = Mail the members of the network that registration is open
round-call-hint = The link in the mail is enough to register. Three days before the last day, those who have not registered are reminded.
call-title = Registration
call-lead = A matching round in { $name }. Say what you wish for, and we look for peers who suit you.
call-last-day = Registration is open until and including { $date }.
call-as = You register as { $name }.
call-registered = You are registered
call-registered-body = When registration is over you get a mail about your group, or about why there is none. Until then you can make changes below.
call-change = Save the changes
mail-round-call-opened-subject = Register for { $round }
mail-round-call-opened-title = Would you like an exchange group?
mail-round-call-opened-body = { $network } puts groups together in the round { $round }. Registration is open until and including { $date }.
mail-round-call-closing-subject = The last day for { $round } is { $date }
mail-round-call-closing-title = Registration closes soon
mail-round-call-closing-body = { $network } puts groups together in the round { $round }. You are not registered, and { $date } is the last day.
mail-round-call-promise = You will learn who the others are and why you belong together.
mail-round-call-button = Register
mail-round-call-link = The link is your own. You need not sign in.
mail-round-call-foot = You get this mail because you are in { $name }.
mail-round-call-mute = Get no more mail about new rounds
