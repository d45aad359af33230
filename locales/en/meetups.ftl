# Meetups
meetups-title = Meetups
meetups-lead = All meetups of your groups. Subscribe to them in your calendar and changes come along.
meetups-coming = Coming
meetups-past = Past
meetups-none-coming = No meetup is planned
meetups-none-coming-body = A meetup is a time when your group sees each other, on site or online. Anybody in the group can propose one. Everybody gets an invitation by mail and answers from there.
meetups-none-past = Meetups gather here when they have taken place.
meetups-to-groups = To my groups
meetups-earlier = Older meetups
meetups-later = Newer meetups
meetups-calendar-title = Subscribe in your calendar
meetups-calendar-body = Add the address to Outlook, Google Calendar or the calendar of your phone. It is personal: whoever has the address sees your meetups.
meetups-calendar-link = Show my calendar address
meetup-of-group = Meetup of { $name }
meetup-when = When
meetup-place = Place
meetup-link = Link
meetup-group = Group
meetup-agenda = What we will do
meetup-agenda-none = Nobody has written what the meetup is about yet.
meetup-where = Where
meetup-nothing = nothing
meetup-capacity = { $n ->
    [one] There is room for one.
   *[other] There is room for { $n }.
}
meetup-capacity-room = { $n ->
    [one] In the room there is a place for one.
   *[other] In the room there are places for { $n }.
}
meetup-room-left = { $n ->
    [0] The room is full. Online there is always a place.
    [one] One place left in the room.
   *[other] { $n } places left in the room.
}
meetup-places-left = { $n ->
    [0] The meetup is full.
    [one] One place left.
   *[other] { $n } places left.
}
meetup-hour-twice = Clocks are turned back that night and the hour comes twice. The meetup begins the first time.
meetup-other-zone = The time is in your time zone, { $zone }. It is { $there } in { $other }.
meetup-cancelled = Cancelled
meetup-cancelled-body = The meetup is cancelled. Everybody in the group has been told.
meetup-cancelled-why = Cancelled: { $name }
meetup-cancelled-by = { $name } cancelled the meetup on { $at }.
meetup-cancelled-at = The meetup was cancelled on { $name }.
meetup-over = The meetup has taken place
meetup-answer-yes = Yes, I will come
meetup-answer-room = Yes, in the room
meetup-answer-online = Yes, online
meetup-answer-maybe = Maybe
meetup-answer-no = No, I cannot
meetup-answer-wait = Yes, put me on the waiting list
meetup-answer-wait-room = In the room, put me on the waiting list
meetup-said-yes = Coming
meetup-said-room = Coming, in the room
meetup-said-online = There online
meetup-said-waiting = On the waiting list
meetup-said-maybe = Maybe
meetup-said-no = Not coming
meetup-said-nothing = Not answered
meetup-answers = Who is coming?
meetup-your-answer-is = You have answered: { $name }.
meetup-your-answer-polled = By the poll: { $name }. Answer to confirm it or to change your mind.
meetup-your-answer-none = You have not answered yet.
meetup-from-poll = from the poll
meetup-poll = The poll about the time
meetup-waits = You are on the waiting list.
meetup-waiting = You are number { $n } on the waiting list. If a place becomes free it is yours, and you get a mail.
meetup-place-given = A place has become free and it is yours. You are coming.
meetup-polled-gone = What you answered in the poll was about the old time. Answer about the new one.
meetup-online-given = The meetup is both in a room and online now, so that you need not wait for a place. You are there online.
meetup-online-gone = You had answered that you are there online, but the meetup is in a room alone now. Please answer again.
meetup-answered = { $n ->
    [one] One is coming
   *[other] { $n } are coming
}
meetup-unanswered = { $n ->
    [one] One has not answered
   *[other] { $n } have not answered
}
meetup-next-step = Next step
meetup-next-answer = Will you come?
meetup-next-answer-body = Answer so that the others can plan. You can change your mind later.
meetup-next-calendar = Put the meetup in your calendar
meetup-next-calendar-body = Most calendars open the file. If you subscribe to your meetups, it is there already.
meetup-next-calendar-link = Get calendar file
meetup-next-group = To the page of the group
meetup-next-cancelled = Propose another time
meetup-next-cancelled-body = Find a day that suits more of you.
meetup-next-cancelled-link = Propose a meetup
meetup-next-over = What came of it?
meetup-next-over-body = Write it down together while it is fresh. Everybody in the group then gets it by mail.
meetup-next-over-link = Write notes
meetup-next-written = What came of it is written down
meetup-next-written-body = Read it, write more, or make a story of it.
meetup-next-written-link = Read the notes
meetup-next-coordinator = See who is coming
meetup-next-coordinator-body = You coordinate and do not answer yourself. Below you see who has answered.
meetup-edit = Change
meetup-cancel = Cancel the meetup
meetup-calendar-name = Meetups in Grannskap
meetup-calendar-read = Read more:
meetup-calendar-answer = Answer and read more:

# Proposing and changing
meetup-new-title = Propose a meetup
meetup-new-lead = Everybody in { $name } gets an invitation by mail, with the meetup as a calendar entry, and can answer from there.
meetup-new-submit = Invite the group
meetup-edit-title = Change the meetup
meetup-edit-lead = If you change anything, everybody in the group is told what is new.
meetup-edit-submit = Save and tell the group
meetup-field-title = Title
meetup-field-title-hint = For example: Our first meetup, or How we follow up absence
meetup-field-date = Date
meetup-field-starts = Begins
meetup-field-ends = Ends
meetup-field-zone = Times are in your time zone: { $name }.
meetup-field-place = Place
meetup-field-place-hint = Address or room, so that people find it. Leave empty if you meet online only. With both a place and a link, each of you answers whether you come or are there online.
meetup-field-municipality = Municipality
meetup-field-municipality-hint = Those of the group come first. The municipality counts when you share out the travelling.
meetup-municipality-none = None chosen
meetup-field-link = Link to the meeting online
meetup-field-link-hint = The whole address, for example https://meet.example/neighbours
meetup-field-agenda = What will you do?
meetup-field-agenda-hint = Points to talk about and what each of you can prepare. You can use Markdown.
meetup-field-capacity = Number of places
meetup-field-capacity-hint = Leave empty if there is room for everybody in the group. If you meet both in a room and online, it counts for the room. When all places are taken, people can join the waiting list.
meetup-cancellation-title = Cancel the meetup
meetup-cancellation-lead = Everybody in the group gets a mail and the meetup is marked as cancelled in their calendars. It cannot be undone, but you can propose another.
meetup-cancellation-why = What do you want to say to the others?
meetup-cancellation-why-hint = Briefly, and why if you like. It stands in the mail, on the page of the meetup and in calendars. At most 500 characters.
meetup-cancellation-submit = Cancel and tell the group
meetup-cancellation-back = Keep the meetup
error-meetup-hour-missing = That time does not exist that night: clocks are turned forward. Choose another.
error-meetup-ends-before = The meetup must end later than it begins, on the same day.
error-meetup-past = That time has passed. Choose a time ahead.
error-meetup-far = Choose a day within a year.
error-meetup-where = Write a place or a link, or both.
error-meetup-link = Write a whole address that begins with https:// or http://.
error-meetup-not-online = The meetup is not online any more. Please answer again.
error-meetup-cancelled = The meetup is cancelled and can no longer be changed or answered.
error-meetup-over = The meetup has taken place and can no longer be changed or answered.
error-meetup-capacity-taken = More than that have already said yes.
flash-meetup-created = The group is invited.
flash-meetup-updated = The change is saved and everybody in the group is told.
flash-meetup-unchanged = You changed nothing, so nobody has been mailed.
flash-meetup-cancelled = The meetup is cancelled and everybody in the group is told.
flash-meetup-nudged = Those who have not answered get a mail.
flash-meetup-nudged-before = Those who have not answered have been reminded before.
flash-meetup-answered = Thank you, your answer is saved.

# Answering from the mail
meetup-answer-title = Answer the invitation
meetup-answer-lead = { $name }, you are invited to this meetup. You need not sign in to answer.
meetup-answer-confirm = Press to answer
meetup-answer-confirm-body = The answer counts when you press the button.
meetup-answer-other = Or answer something else:
meetup-answer-sign-in = Sign in to see who is coming
meetup-answer-gone-title = The link is no longer good
meetup-answer-gone-body = The meetup that the link was for has taken place. Sign in to see your meetups.

# Mail
meetup-mail-answer = Will you come?
meetup-mail-answer-note = The links are personal. You need not sign in, and you can change your answer until the meetup.
meetup-mail-answer-calendar = You can also answer in your calendar.
meetup-mail-page = The page of the meetup
mail-meetup-invitation-subject = Invitation: { $name }
mail-meetup-invitation-body = Your group { $name } will meet, and you are invited.
mail-meetup-invitation-polled = In the poll you answered: { $name }. If that is right it counts, and you need do nothing.
mail-meetup-invitation-answered = The answer that counts now is: { $name }. If it is right, you need do nothing.
mail-meetup-update-subject = Changed: { $name }
mail-meetup-update-body = A meetup of your group { $name } has been changed. This is new:
mail-meetup-update-moved = The meetup has a new time. If you have answered, your answer still stands: answer again if the time does not suit you.
mail-meetup-cancellation-subject = Cancelled: { $name }
mail-meetup-cancellation-body = A meetup of your group { $name } is cancelled.
mail-meetup-cancellation-calendar = The meetup is marked as cancelled in your calendar.
mail-meetup-reply-subject = Your answer did not count: { $name }
mail-meetup-reply-body = An answer from your calendar or your mail reached us, but it changed nothing:
mail-meetup-reply-answered = Your answer is as before:
meetup-reply-old = The answer was to an earlier time. The meetup has been moved since.
meetup-reply-counter = Another time cannot be proposed from the calendar. Write to the group, or change the meetup on its page.
meetup-reply-delegated = Nobody else can be sent in your place from the calendar. Answer for yourself.
meetup-reply-words = Nobody reads mail to the address of the invitation. Answer by one of the links, or in your calendar.
mail-meetup-nudge-subject = Are you coming? { $name }
mail-meetup-nudge-body = Somebody in your group { $name } wonders whether you are coming. You have not answered the invitation yet.
mail-meetup-place-subject = You have got a place: { $name }
mail-meetup-place-body = A place has become free at a meetup of your group { $name }. You were first on the waiting list, so it is yours. If you cannot come, answer no, and the place goes to the next.
mail-meetup-online-subject = You are there online: { $name }
mail-meetup-online-body = You have answered yes from your calendar to a meetup of your group { $name }. All places in the room are taken, so you are there online. If you would rather wait for a place in the room, say so below.
mail-meetup-waiting-subject = You are on the waiting list: { $name }
mail-meetup-waiting-body = You said yes in your calendar to a meetup of your group { $name }, but all places are taken. You are on the waiting list. If a place becomes free it is yours, and you get a mail.
mail-meetup-reminder-subject = Soon: { $name }
mail-meetup-reminder-body = { $n ->
    [0] Your group { $name } meets today.
    [1] Your group { $name } meets tomorrow.
    [2] Your group { $name } meets the day after tomorrow.
    [7] Your group { $name } meets in a week.
   *[other] Your group { $name } meets in { $n } days.
}
mail-meetup-reminder-answered = You have answered:
mail-meetup-reminder-unanswered = You have not answered yet.
mail-meetup-reminder-waits = You are on the waiting list. You get a mail if a place becomes free.
meetup-changed-title = The title: “{ $from }” has become “{ $to }”
meetup-changed-time = The time: { $from } has become { $to }
meetup-changed-place = The place: { $from } has become { $to }
meetup-changed-link = The link: { $from } has become { $to }
meetup-changed-agenda = What you will do has been rewritten
meetup-changed-capacity = Number of places: { $from } has become { $to }

# The calendar of a group
group-feed-title = The group's calendar
group-feed-link = Subscribe to the group's meetups
group-feed-lead = An address with the meetups of { $name }, to put into Outlook, Google Calendar or your phone. Cancelled meetups stay, marked as cancelled.
group-feed-note = The address ceases to work if you leave the group.

# Series
meetup-series-legend = Repeat the meetup
meetup-field-repeats = Is it repeated?
meetup-field-repeats-hint = Each meetup of a series is a meetup of its own, with its own answers. You see all days before anybody is invited.
meetup-repeats-not = No, just this time
meetup-repeats-weeks = Every few weeks
meetup-repeats-monthly = Every month, the same weekday as the date: the second Tuesday, for example
meetup-repeats-last = Every month, the last such weekday
meetup-field-every = Weeks from one meetup to the next
meetup-field-every-hint = 3 means every third week.
meetup-field-until = Until and including
meetup-field-until-hint = At most two years ahead and at most 52 meetups.
meetup-series-count = { $n ->
    [one] One meetup
   *[other] { $n } meetups
}
meetup-preview-title = Are these days right?
meetup-preview-holidays = Public holidays among them: { $name }.
meetup-preview-mail = Nobody is invited yet. Everybody in the group gets a single mail about the series, and then one invitation at a time.
meetup-preview-submit = Invite the group to the series
meetup-preview-change = Or change something
meetup-field-without = Days to leave out
meetup-field-without-hint = Tick the days on which you will not meet.
meetup-series = Meetup { $n } of { $of } in a series.
meetup-series-label = The series
meetup-series-before = Previous meetup
meetup-series-after = Next meetup
meetup-series-all = All meetups of the series
meetup-series-continue = Continue the series
meetup-series-continue-lead = New meetups in the same series. The proposal is like the latest meetup: change what should differ, and choose the last day.
meetup-series-answer = { $n ->
    [one] Answer the same to the other coming meetup of the series
   *[other] Answer the same to the { $n } other coming meetups of the series
}
meetup-series-more = { $n ->
    [one] and one more in the series
   *[other] and { $n } more in the series
}
meetup-scope-one = Only this meetup
meetup-scope-later = { $n ->
    [one] This and the next meetup of the series
   *[other] This and the { $n } later ones of the series
}
meetup-scope-change = What should change?
meetup-scope-change-hint = If you move it to another day, the later ones move as many days. What differs in a single meetup, such as a place of its own, stays.
meetup-scope-cancel = What should be cancelled?
error-series-last = The date is not the last such weekday of its month. Choose another date, or another way to repeat.
error-series-until = Until that day there would be only one meetup. Choose a later day.
error-series-far = Choose a day within two years.
error-series-many = That would be { $name } meetups. A series has at most 52: choose an earlier day, or longer intervals.
error-series-empty = Keep at least one day.
error-series-hour = That time does not exist on { $name }: clocks are set forward that night. Choose another one, or leave that day out.
error-series-hour-later = That time does not exist on the night of one of the later meetups: clocks are set forward. Choose another one.
mail-meetup-invitation-series = Your group { $name } will meet several times, and you are invited. These are the days:
mail-meetup-invitation-first = This mail invites to the first meetup. The invitation to the next comes when that is over. When you answer, you can answer the same to all.
mail-meetup-invitation-feeds = The calendar that you can subscribe to has all of them already.
mail-meetup-update-series = The later meetups of the series have changed in the same way. These days are settled now:
mail-meetup-cancellation-series = The later meetups of the series are cancelled too. So these will not take place:
