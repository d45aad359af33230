# Agenda
agenda-title = Agenda
agenda-over = The meetup is over or cancelled. The agenda can be read, but not changed.
agenda-next-ask = What do you want to talk about?
agenda-next-ask-body = Ask a question for the meetup, so that the others have time to think.
agenda-next-run = When you meet
agenda-next-run-body = The steps of the conversation with times and a timer, the questions and the roles on one page.
agenda-next-run-link = Open the conversation page
agenda-questions = Questions to talk about
agenda-questions-none = Nobody has asked a question yet.
agenda-withdrawn = Removed questions
agenda-run-title = Conversation page
meetup-questions = { $n ->
    [one] Agenda: one question to talk about
   *[other] Agenda: { $n } questions to talk about
}
meetup-questions-none = Agenda: questions, conversation guide and roles
meetup-guide = Conversation guide: { $name }

# Questions
question-new = Ask a question
question-new-submit = Add the question
question-edit-title = Change the question
question-edit-submit = Save the question
question-field-title = Question
question-field-title-hint = For example: How do you get principals to own the analysis of the current state?
question-field-details = Background
question-field-details-hint = What the others need to know beforehand. Leave empty if the question is enough. At most 500 characters.
question-want = I want to talk about this too
question-want-no-more = Take back that I want to talk about this
question-wanted = { $n ->
    [one] one more wants to talk about this
   *[other] { $n } more want to talk about this
}
question-wanted-by-you = you are one of them
question-withdraw = Remove
question-put-back = Put back
question-by-former = Somebody who has left the group
error-question-many = The agenda is full: there are 20 questions already. Show instead that you want to talk about one of them too.
error-question-withdrawn = The question has been removed from the agenda.
flash-question-asked = The question is on the agenda.
flash-question-updated = The question has been changed.
flash-question-withdrawn = The question has been removed. You can put it back further down.
flash-question-put-back = The question is back on the agenda.
flash-question-wanted = The others see that more people want to talk about the question.
flash-question-wanted-no-more = It no longer says that you want to talk about the question.

# The guide of a meetup
agenda-guide = Conversation guide
agenda-guide-unchosen = No conversation guide has been chosen.
agenda-guide-none = No guide
agenda-guide-choose = Choose a conversation guide
agenda-guide-submit = Save the choice
agenda-guide-library = Read about the guides
agenda-guide-missing = Which conversation guide fits?
agenda-guide-missing-body = With a guide you get steps with times of day and a timer here.
flash-guide-chosen = The choice of conversation guide has been saved.
guide-start = The conversation starts at
guide-start-hint = Change it if you start later than planned, and the times are worked out anew.
guide-start-submit = Work the times out anew
timer-title = Timer
timer-start = Start
timer-pause = Pause
timer-back = Previous step
timer-next = Next step
timer-progress = How much of the time for the step has passed
timer-minutes = min left
timer-soon = One minute left of the step.
timer-over = The time for the step is up. Go on when you are ready.

# Roles
agenda-roles = Roles
agenda-roles-lead = The roles go round: it is the turn of whoever has had a role least and longest ago. Anybody in the group can take a role, give it up or give it to somebody else.
role-host = Host
role-host-does = Sees to the room or the link and welcomes everybody.
role-facilitator = Facilitator
role-facilitator-does = Keeps the time and sees that everybody is heard.
role-note-taker = Note-taker
role-note-taker-does = Writes down what you decide and promise each other.
role-proposed = Next in turn: { $name }
role-nobody = Nobody yet
role-why-never = Has not had the role in the group yet.
role-why-seldom = Has had the role fewer times than others who can come, last on { $date }.
role-why-long-ago = Had the role longest ago, on { $date }, of those who can come.
role-take = I take the role
role-settle = Give the role to { $name }
role-give-up = Give up the role
role-free = Free the role
role-give = Give the role
role-give-any = Give a role to somebody else
role-field = Role
role-field-seat = Given to
error-role-taken = Somebody else has taken the role while you were looking. Here you see who has it now.
flash-role-given = The role has been given.
flash-role-given-up = The role is free.

# Who came
attendances-title = Who came?
attendances-lead = Press those who are here. Anybody in the group can do it, for others too. Press once more to change it. It is for the memory of the group: nobody counts how often somebody comes.
attendances-early = This is where you note who came, once the meetup has begun.
attendances-came = Who came
attendances-none = Nobody has noted who came.
attendances-note = Note who came
attendance-came = Came
attendance-guests = Guests
attendance-guests-field = Guests who took part
attendance-guests-hint = How many, or their names if they want to be named here.
attendance-guests-submit = Save the guests
attendance-guests-count = { $n ->
    [one] One guest as well.
   *[other] { $n } guests as well.
}
attendance-guests-names = Guests: { $name }
error-attendance-early = The meetup has not begun. Note who came when you meet.
error-attendance-cancelled = The meetup is cancelled.
flash-attendance-noted = That has been saved.

# Mail
mail-meetup-reminder-questions = { $n ->
    [one] There is one question to talk about on the agenda:
   *[other] There are { $n } questions to talk about on the agenda. The first:
}
mail-meetup-reminder-agenda = Read the agenda
