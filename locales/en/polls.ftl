# Date polls
poll-of-group = Date poll of { $name }
poll-settled = Ended
poll-edit = Change the times
poll-close = End without choosing
poll-answer-by-is = Answer by { $date }.
poll-waits = Your group looks for a time: { $name }.
poll-going-on = A date poll is open. See which times suit best so far.
poll-see = See the answers
poll-open-is = Date poll: { $name }
poll-instead = Not sure which day suits? Ask the group about several times
poll-chosen = The time is settled
poll-chosen-body = The time has become a meetup, and everybody in the group is invited.
poll-closed = No time was chosen
poll-closed-body = The poll has ended. Everybody in the group has been told.
poll-ask-anew = Ask about new times
poll-next-over = The times have passed
poll-next-over-body = Add new times, or end the poll.
poll-next-answer = When can you meet?
poll-next-answer-body = Answer for each time. You can change your mind as long as the poll is open.
poll-next-answer-link = Answer
poll-next-all = Everybody has answered
poll-next-all-body = Choose a time: it becomes a meetup and everybody is invited.
poll-next-wait = { $n ->
    [one] One has not answered yet
   *[other] { $n } have not answered yet
}
poll-next-wait-body = Wait for the answers, or choose a time now.
poll-choose = Choose a time
poll-choose-this = Choose
poll-best = Times that suit best
poll-missing = Would miss it: { $name }
poll-can = { $n ->
    [one] 1 can
   *[other] { $n } can
}
poll-can-if-need-be = { $n ->
    [one] 1 if need be
   *[other] { $n } if need be
}
poll-cannot = { $n ->
    [one] 1 cannot
   *[other] { $n } cannot
}
poll-unanswered = { $n ->
    [one] 1 has not answered
   *[other] { $n } have not answered
}
poll-answers = Your answers
poll-answers-submit = Save the answers
poll-answer-yes = Yes
poll-answer-if-need-be = If need be
poll-answer-no = No
poll-said-yes = Yes
poll-said-if-need-be = If need be
poll-said-no = No
poll-matrix = What everybody says
poll-matrix-lead = Those who can if need be count among those who can. –: not answered.
poll-member = Member
poll-sum = How many can
poll-all-answered = Everybody has answered.
poll-owing = Has not answered everything: { $name }.
holiday-new-years-day = New Year’s Day
holiday-epiphany = Epiphany
holiday-good-friday = Good Friday
holiday-easter-day = Easter Day
holiday-easter-monday = Easter Monday
holiday-may-day = May Day
holiday-ascension-day = Ascension Day
holiday-whit-sunday = Whit Sunday
holiday-national-day = the National Day
holiday-midsummer-eve = Midsummer Eve
holiday-midsummer-day = Midsummer Day
holiday-all-saints-day = All Saints’ Day
holiday-christmas-eve = Christmas Eve
holiday-christmas-day = Christmas Day
holiday-boxing-day = Boxing Day
school-holiday-autumn = autumn school holiday
school-holiday-christmas = Christmas school holiday
school-holiday-winter = winter school holiday
school-holiday-easter = Easter school holiday
school-holiday-usual = usually { $holiday } in { $counties }
holiday-new-years-eve = New Year’s Eve

# Asking and changing
poll-new-title = Ask which time suits
poll-new-lead = Everybody in { $name } gets a mail and answers from there. When you then choose a time, it becomes a meetup.
poll-new-submit = Ask the group
poll-edit-title = Change the times
poll-edit-lead = Answers to times that you leave alone stay. Those whom it concerns get a mail about what is new.
poll-edit-submit = Save and tell the group
poll-field-title-hint = What the meetup is to be called, for example: Our first meetup
poll-field-place-hint = Leave empty if you do not know yet. You can fill it in when you choose a time.
poll-field-answer-by = Answer by
poll-field-answer-by-hint = Leave empty if there is no hurry. The day before, those who have not answered are reminded.
poll-suggested = Times when most can usually meet
poll-suggested-hint = By what you have said yourselves. Public holidays are left out, and days when schools are usually closed are suggested only when there are no others.
poll-half-am = morning 09:00–11:00
poll-half-pm = afternoon 13:00–15:00
poll-holidays = Public holidays and eves ahead: { $name }.
poll-rows-new = Write times of your own here. Empty rows do not count. Where the hours are empty, those of the row above hold.
poll-rows-edit = Empty a row to remove its time. Where only the hours are empty, those of the row above hold.
poll-slot = Time { $n }
poll-more-rows = More rows
error-poll-no-slot = Propose at least one time.
error-poll-many = Propose at most 40 times.
error-poll-twice = That time is there already.
error-poll-answer-by-past = That day has passed. Choose a day ahead.
error-poll-answer-by-late = Choose a day that is not later than the last time.
error-poll-changed-meanwhile = Somebody else has changed the times while you wrote. See on the page of the poll what is new. If you save again, what stands here holds.
error-poll-settled = The poll has ended and can no longer be changed or answered.
error-poll-slots-gone = That time can no longer be chosen: it has passed or was removed.
error-poll-nothing-said = Answer at least one of the times.
flash-poll-created = The group is asked.
flash-poll-updated = The change is saved and those whom it concerns are told.
flash-poll-unchanged = You changed nothing, so nobody has been mailed.
flash-poll-answered = Thank you, your answers are saved.
flash-poll-chosen = The time is chosen and the group is invited.
flash-poll-closed = The poll has ended and everybody in the group is told.

# Choosing and ending
poll-choice-title = Choose a time
poll-choice-lead = The time becomes a meetup. Everybody in the group is invited by mail, and the poll ends. What each of you has answered about the time comes along to the meetup, until you change your minds.
poll-choice-slot = Time
poll-choice-submit = Settle the time and invite
poll-closure-title = End without choosing
poll-closure-lead = No time is chosen. Everybody who was asked gets a mail. It cannot be undone, but you can ask about new times.
poll-closure-submit = End and tell the group
poll-closure-back = Keep the poll open

# Answering from the mail
poll-answer-title = Say which times suit
poll-answer-lead = Your group { $name } is looking for a time to meet. Which times suit you? You need not sign in to answer.
poll-answer-as = You answer as { $name }.
poll-answer-sign-in = Sign in to see what the others have answered
poll-answer-gone-title = The link is no longer good
poll-answer-gone-body = The poll that the link was for has ended, or its times have passed.
poll-answer-gone-link = Sign in and see what came of it

# Mail
poll-mail-answer = Say which times suit
poll-mail-answer-note = The link is personal. You need not sign in, and you can change your mind as long as the poll is open.
poll-mail-page = The page of the poll
mail-poll-invitation-subject = When can you meet? { $name }
mail-poll-invitation-body = Your group { $name } is looking for a time to meet. Which of these times suit you?
mail-poll-update-subject = Changed times: { $name }
mail-poll-update-body = The times that your group { $name } is asked about have been changed. This is new:
mail-poll-update-kept = What you have answered about times that are still there holds. These are the times now:
mail-poll-reminder-subject = Reminder: { $name }
mail-poll-reminder-body = Your group { $name } is looking for a time to meet, and you have not answered for every time.
mail-poll-answered-subject = Everybody has answered: { $name }
mail-poll-answered-body = Everybody in your group { $name } has answered about the times you proposed. Now you can choose one.
mail-poll-closed-subject = Ended without a time: { $name }
mail-poll-closed-body = The date poll of your group { $name } has ended without a time.
poll-changed-added = New time: { $name }
poll-changed-removed = Removed time: { $name }
poll-changed-answer-by = Answer by: { $from } has become { $to }
