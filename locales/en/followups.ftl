# After publishing: objections, late registrations, groups that have become too small
follow-up-title = After publishing
follow-up-lead = What waits for you since the groups were told. Nothing changes until you choose, and you see first what it does.
follow-up-objections = Does not work for somebody
follow-up-objections-empty = Nobody has said that their group does not work.
follow-up-waiting = Without a group
follow-up-waiting-empty = Nobody waits for a group. Those who register late stand here, and those for whom there was no place.
follow-up-small = Groups that have become too small
follow-up-small-empty = Every group has as many as it should.
follow-up-look = See what can be done
follow-up-place = See groups that fit
follow-up-ways = See ways out
follow-up-best = { $name } fits best, and nobody else has to move.
follow-up-no-groups = The round has no groups.
follow-up-size = { $size } in it, meant for at least { $fewest }.
follow-up-count = { $n ->
    [0] Nothing waits for you.
    [one] One thing waits for you.
   *[other] { $n } things wait for you.
}

objection-new-title = The group does not work for me
objection-new-lead = Only the coordinator reads what you write, not the group. You stay in the group until the coordinator has answered.
objection-link-lead = Your group is { $name }.
objection-link-as = You answer as { $name }.
objection-kind = What does not work?
objection-kind-distance = It is too far to meet
objection-kind-conditions = Our conditions are too different
objection-kind-people = There is somebody I cannot share a group with
objection-kind-format = The way of meeting does not suit me
objection-kind-time = I have no time to take part now
objection-kind-other = Something else
objection-message = Tell more
objection-message-hint = Optional, unless you choose something else. What would work better?
objection-submit = Send to the coordinator
objection-title = The group does not work
objection-heading = Does not work: { $name }
objection-state-open = Waits for an answer
objection-state-moved = Has changed groups
objection-state-answered = Answered
objection-state-withdrawn = Taken back
objection-readers = Only whoever wrote it and the coordinators of the network see this.
objection-gone = The person is no longer in the group.
objection-open = The coordinator has it
objection-open-body = You get an answer by mail: another group, or why it stays as it is. If it sorts itself out you can take it back.
objection-answered = The coordinator's answer
objection-withdraw = Take it back
objection-joins = Change groups
objection-joins-body = Only whoever wrote moves. The groups that fit best come first.
objection-exchanges = Change places
objection-exchanges-body = Somebody else takes the place, so the groups stay as large as now.
objection-exchanges-empty = Nobody can change places without breaking a rule.
objection-leaving = Leave the group
objection-leaving-body = Whoever wrote gets no new group now. This is how the group can go on:
objection-answer = Answer with words
objection-answer-body = When it is still best to stay. The answer goes by mail to whoever wrote, and nothing changes in the groups.
objection-answer-words = Your answer
objection-answer-submit = Send the answer
error-objection-no-round = It can be said of groups that a round has made. This group you can leave.
error-objection-settled = It is settled already, or taken back.
flash-objection-made = The coordinator has it and answers by mail.
flash-objection-withdrawn = It is taken back.
flash-objection-answered = The answer is sent.

way-join = To { $to }
way-exchange = { $n ->
    [one] One other person moves
   *[other] { $n } others move
}
way-leave = The group goes on with nobody new
way-take-in = Take in { $name }, who waits for a group
way-borrow = Borrow { $name } from { $from }
way-merge = Join with { $to }
way-breaks = Breaks the rules of the round:
way-step = { $name } goes from { $from } to { $to }.
way-step-in = { $name } comes into { $to }.
way-step-out = { $name } leaves { $from }.

rearrangement-title = Change the groups
rearrangement-steps = This happens
rearrangement-closes = { $name } ends, and its coming meetups are cancelled.
rearrangement-words = A few words to those concerned
rearrangement-words-hint = Optional. Everybody in the groups that change reads it; write nothing that somebody has told you in confidence.
rearrangement-told = { $n ->
    [one] One person gets a mail about what changes and why.
   *[other] { $n } people get a mail about what changes and why.
}
rearrangement-submit = Make the change and send mail
error-rearrangement-stale = The groups have changed since this was worked out. Go back and choose again.
error-round-not-published = The round is not published.
flash-rearranged = The groups are changed and those concerned get a mail.

openings-title = Give a place in a group
openings-heading = Give { $name } a group
openings-hindrance = Why no group can take them in
openings-joins = With nobody else moved
openings-joins-empty = There is no group to choose.
openings-exchanges = If others move
openings-exchanges-empty = Moving somebody else gains nothing more.
openings-enough = Those who wait are enough for a group of their own.
error-openings-none = The person does not wait for a group: there is one, or the registration is withdrawn.

remedies-title = Ways out
remedies-heading = Ways out for { $name }
remedies-fewest = { $n ->
    [one] The group is meant for at least one.
   *[other] The group is meant for at least { $n }.
}
remedies-ways = Take in, borrow or join
remedies-empty = Nobody can be taken in or borrowed, and no group to join has room, without breaking a rule.
remedies-keep = Go on as it is
remedies-keep-body = { $n ->
    [0] Nobody is left. Better end the group on its page.
    [one] One is left, and that is enough until somebody else leaves.
   *[other] The { $n } who are left are enough until somebody else leaves. Nobody moves and no mail is sent.
}
remedies-keep-submit = That is enough
flash-group-enough = The group goes on as it is.

round-next-follow-up = See what waits
round-next-follow-up-body = Somebody says that their group does not work, waits for a group, or has left a group that became too small.
round-see-follow-up = See what waits
round-next-late = Register late
round-next-late-body = The groups exist already. The coordinator sees which one fits you, and you are told by mail.
round-waits = The coordinator has your registration and looks for a group. You are told by mail.
round-note = From the coordinator
late-lead = The groups exist already. The coordinator sees which group fits you with nobody else having to move, and you are told by mail.
error-late-has-group = There is a group for the seat in this round already. Say on the page of the group if it does not work.
flash-registration-late = You are registered. The coordinator looks for a group, and you are told by mail.

group-object = The group does not work for me
group-objected = You have said that the group does not work
group-ways = Ways out for the group

mail-round-object = Does the group not work for you? Tell the coordinator; nobody else reads it, and you need not sign in.
mail-round-object-link = The group does not work for me
mail-objection-subject = The group does not work for somebody: { $name }
mail-objection-body = { $who } says that { $group } does not work.
mail-objection-ways = What can be done
mail-objection-next = The page has everything that can be done and what it does to the groups. You can also answer with words.
mail-objection-button = See what can be done
mail-objection-withdrawn-subject = The group works after all: { $name }
mail-objection-withdrawn-body = { $who } takes back what was said of { $group }. You need not do anything.
mail-objection-answered-subject = Answer about { $name }
mail-objection-answered-body = You have said that { $name } does not work for you. The coordinator answers:
mail-objection-answered-next = You stay in the group.
mail-round-late-subject = Late registration for { $name }
mail-round-late-body = { $who } has registered for { $round } since the groups were published.
mail-round-late-next = Which groups fit, and what moving somebody would gain, is worked out. Nobody moves until you choose.
mail-round-late-button = See groups that fit
mail-round-moved-out-subject = You are no longer in { $name }
mail-round-moved-out = You are no longer in { $name }.
mail-round-moved-out-next = You can ask to join an open group, or register again on the page of the round.
mail-round-moved-body = You go from { $from } to { $to }.
mail-round-moved-next = On the page of the group you see the others and the next meetup.
mail-group-changed-subject = { $name } has changed
mail-group-changed-body = The coordinator has changed who is in { $name }.
mail-group-changed-came = New in the group
mail-group-changed-left = No longer in it
