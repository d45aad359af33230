# Groups
groups-title = Groups
groups-lead = Small groups that meet, learn from each other and write down what they find.
groups-mine = My groups
groups-mine-empty = You are not in a group yet
groups-mine-empty-body = Groups are put together in matching rounds. Register for the next round in your network, or ask to join an open group.
groups-to-networks = To the networks
groups-open = Open groups
groups-open-lead = Groups in your networks that take more people. Ask to join.
groups-open-empty = No open groups at the moment
groups-open-empty-body = When a group in your networks takes more people it shows here.
group-members-count = { $n ->
    [0] No members
    [one] One member
   *[other] { $n } members
}
group-name = Name of the group
group-open = Open to more
group-open-field = Members of the network may ask to join
group-open-hint = Its name and organisers are then seen by members of the network.
group-closed = Closed
group-closed-body = The group is closed. What you have written stays.
group-seat-vacant = Vacant seat
group-next = Next step
group-next-ask = Ask to join
group-next-ask-body = The group is open. Write a line about why you want to join.
group-next-asked = You have asked
group-next-asked-body = The answer comes by mail.
group-ask = Ask
group-next-requests = { $n ->
    [one] One person wants to join
   *[other] { $n } people want to join
}
group-next-requests-body = Answer, so that they know. One of the group is enough.
group-see-requests = See and answer
group-next-meetup = Next meetup
group-to-meetup = To the meetup
group-next-propose = Propose a meetup
group-next-propose-body = No meetup is planned. Whoever writes first usually gets the group going.
group-propose = Propose a meetup
group-next-follow = Follow the group
group-next-follow-body = No meetup is planned. Does the group look as it should?
group-members = Members
group-members-empty = The group has no members
group-members-empty-body = Take somebody in from the network below.
group-members-title = Members
group-why = Why you together
group-posts = Latest stories
group-posts-empty = Nobody has written yet. A short story about something you tried helps the others more than you think.
group-write = Write a story
group-agreement = What we have agreed
group-agreement-edit = Change the agreement
group-agreement-empty = Nothing is written down yet. How often do you meet, what stays in the group, who invites?
group-agreement-lead = Some lines that all can stand by. Newcomers read them first.
group-agreement-hint = You can use Markdown. At most 8,000 characters.
group-requests = Want to join
group-accept = Welcome them
group-decline = Not this time
group-organisers = Organisers in the group
group-neighbour-note = Who the people are and what they write is seen by the group alone.
group-coordinator = For coordinators
group-edit-title = Change the group
group-save = Save
group-close-title = Close the group
group-close-body = The group leaves the lists and takes no meetups or members. What is written stays for those who were in it.
group-close-confirm = Close the group for good?
group-close = Close
group-request-title = Ask to join
group-request-lead = The members of the group and the coordinator get your question by mail.
group-request-seat = Seat
group-request-message = Some words to the group
group-request-message-hint = Optional. What would you share, and what are you looking for?
group-request-no-seat = No seat in the network
group-request-no-seat-body = Join the network with one of your seats, and you can ask.
group-leave-title = Leave the group
group-leave-left = { $n ->
    [0] Nobody is left in the group when you leave.
    [one] One member is left when you leave.
   *[other] { $n } members are left when you leave.
}
group-leave-small = The group is meant for at least { $n }. The coordinator is told and can take somebody else in.
group-leave-enough = The group will manage. The coordinator is told that you left.
group-leave-body = What you have written stays. You get no more mail about the group's meetups.
group-leave = Leave
group-stay = Stay
group-new-title = Make a group by hand
group-new-lead = Choose who is to be in it. They get mail about it.
group-search = Search by name or organiser
group-search-submit = Search
group-nobody = Nobody to choose
group-nobody-body = Nobody in the network fits the search. Search for something else or invite more people.
group-seats = Members
group-seats-hint = At most twelve. More can be taken in from the group's page.
group-make = Make the group
group-add = Take somebody in
group-remove = Take out of the group
group-remove-confirm = Take the person out of the group?
error-group-seats = Choose between one and twelve people.
error-group-not-open = The group takes no more people.
error-group-closed = The group is closed.
flash-group-made = The group exists and its members get mail.
flash-group-changed = The group is changed.
flash-group-closed = The group is closed.
flash-group-agreed = The agreement is saved.
flash-group-asked = Your question is sent. The answer comes by mail.
flash-group-accepted = The person is in the group and gets mail.
flash-group-declined = The person gets mail about the answer.
flash-group-left = You have left the group.
flash-group-member-added = The person is in the group and gets mail.
flash-group-member-removed = The person is no longer in the group.

mail-group-button = To the group
mail-group-requested-subject = Somebody wants to join { $name }
mail-group-requested-body = { $who } wants to join { $group }.
mail-group-requested-next = Answer on the group's page. One of you is enough.
mail-group-accepted-subject = Welcome to { $name }
mail-group-accepted-body = You are in { $name }. The group's page shows the others and the next meetup.
mail-group-declined-subject = An answer from { $name }
mail-group-declined-body = { $name } cannot take more people at the moment. Perhaps another open group suits you.
mail-group-joined-body = The coordinator has taken you into { $name }. The group's page shows the others and the next meetup.
mail-group-left-subject = Somebody has left { $name }
mail-group-left-body = { $who } has left { $group }.
mail-group-left-count = { $n ->
    [0] Nobody is left.
    [one] One member is left.
   *[other] { $n } members are left.
}
mail-group-left-small = The group is meant for at least { $n }. You can take somebody in from the group's page.
mail-group-left-ways = The group is meant for at least { $n }. Ways out are worked out: take somebody in, borrow, join another group, or go on as it is.
mail-group-ways-button = See ways out
mail-group-vacated-subject = A seat in { $name } is vacant
mail-group-vacated-body = Nobody holds the seat { $who } any more, which is in { $group }.
group-digest = How often members get what is new in the group
group-digest-hint = Holds for those who have not chosen themselves.
group-digest-own = As each gets everything else
