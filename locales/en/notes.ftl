# Notes of meetups
notes-title = Notes
notes-title-of = Notes: { $name }
notes-link = Notes, decisions, promises and material
notes-none = Nobody has written notes of this meetup.
notes-saved-by = Last saved { $at } by { $name }.
notes-versions = { $n ->
    [one] One version
   *[other] { $n } versions
}
notes-edit = Go on writing
notes-begin = Write down what came of it
notes-begin-body = Everybody in the group can write in the same notes. Those who were not there learn what happened.
notes-begin-act = Begin to write
notes-finish = Are the notes finished?
notes-finish-body = Then everybody in the group gets a mail with notes, decisions, promises and material. Otherwise it goes out by itself the day after.
notes-finish-act = Finished, send to the group
notes-story = Make a draft of a story
notes-edit-of = Write notes: { $name }
notes-edit-title = Write notes
notes-edit-lead = The others see what you write when you press Save.
notes-field-body = Notes
notes-field-body-hint = What did you talk about, what did you learn? You can use Markdown: # heading, * point.
notes-save = Save
notes-back = To the notes
notes-draft-waits = You have a draft that is not saved.
notes-draft-continue = Go on writing
notes-draft-shown = Here is your draft from { $name }. The others do not see it until you save.
notes-draft-remove = Throw the draft away
notes-draft-kept = The draft is kept.
notes-clash = Somebody else has changed the same place while you wrote. Nothing is saved yet, and nothing is lost: the box has the text of both, the others' first. Put the text in order and save again.
notes-clash-theirs = What others have changed
notes-clash-mine = What you have changed
notes-versions-title = Versions of the notes
notes-versions-lead = Who has saved what. What is underlined is new, what is struck out is gone.
notes-version = Version { $n }
notes-somebody = [name]
notes-story-of = From the meetup: { $name }
notes-story-title = The notes as a story
notes-story-lead = The draft is yours. Nobody else sees it until you publish it.
notes-story-made = The draft is made
notes-story-made-body = Read it through, rewrite what needs it, and choose who may read it.
notes-story-continue = Go on with the draft
notes-story-make = Make a draft
notes-story-make-body = The notes become a draft in your name. The names below are left out.
notes-story-names = Names that are left out
notes-story-names-none = No names of the group's members stood in the notes.
notes-story-names-note = Only names of those who are or have been in the group are left out. Look for other names yourself, and for what still shows whom it is about.
notes-story-times = { $n ->
    [one] once
   *[other] { $n } times
}
notes-story-text = The text without names
flash-notes-saved = The notes are saved.
flash-notes-unchanged = You changed nothing.
flash-notes-merged = Somebody else saved while you wrote. The changes of both are saved. Here you see what was changed.
flash-notes-draft-gone = The draft is gone.
flash-notes-finished = The group has got a mail with what came of the meetup.
flash-notes-story = The draft is made.
error-notes-cancelled = The meetup is cancelled, so nothing can be written about it.
error-notes-newer = You have saved a newer version of the notes.
error-notes-early = The meetup has not begun. The notes can be finished only when it has.

# Decisions and promises
outcomes-promises = Promises
outcomes-promises-none = No promise is written down.
outcomes-earlier = Promises of earlier meetups
outcomes-decisions = Decisions
outcomes-decisions-none = No decision is written down.
outcomes-mine = What you have promised
outcomes-others = What others have promised
outcome-group = The whole group
outcome-by = by { $name }
outcome-late = was to be done by { $name }
outcome-from = from { $name }
outcome-done-by = done { $day }, says { $name }
outcome-done-on = done { $name }
outcome-complete = Done
outcome-reopen = Not done
outcome-edit = Change
outcome-edit-title = Change a decision or promise
outcome-save = Save
outcome-remove = Remove
outcome-promise-new = Write a promise down
outcome-promise-add = Add the promise
outcome-decision-new = Write a decision down
outcome-decision-add = Add the decision
outcome-field-promise = What is promised?
outcome-field-promise-hint = Promises that are not done come back at the next meetup.
outcome-field-who = Who has promised?
outcome-field-due = By (optional)
outcome-field-decision = What is decided?
error-outcome-past = That day is over. Choose a day to come, or none.
error-outcome-far = Choose a day within two years.
flash-outcome-added = It is written down.
flash-outcome-changed = The change is saved.
flash-outcome-removed = It is removed.
flash-outcome-done = The promise is kept.
flash-outcome-reopened = The promise is open again.

# Material
materials-title = Material
materials-lead = Files and links of the meetups and stories of the group.
materials-all = All material of the group
materials-none = There is no material.
materials-how = Add files and links on the page with the notes of a meetup, or pictures and files to a story. Everything is gathered here.
material-new = Add a link
material-add = Add the link
material-remove = Remove
material-field-title = What is it?
material-field-link = Address
material-field-link-hint = The whole address, such as https://example.com/slides
material-field-from = Seen from (optional)
material-field-from-hint = Until then only you see the link.
material-field-at = At
material-hidden = Seen by the others from { $name }
flash-material-added = The link is added.
flash-material-removed = The link is removed.

# Was the meetup useful?
opinion-title = Was the meetup useful?
opinion-lead = Hello { $name }! Two short questions about the meetup.
opinion-useful = Was the meetup useful?
opinion-useful-yes = Yes
opinion-useful-partly = Partly
opinion-useful-no = No
opinion-better = What would make the next meetup better?
opinion-better-hint = One sentence is enough. You can also skip the question.
opinion-nameless = The group sees the answers without names. Coordinators see only how many answered what.
opinion-submit = Answer
opinion-answered = You have answered. You can change your mind.
opinion-sign-in = Read the notes (asks you to sign in)
flash-opinion-given = Thank you, your answer is saved.

# The pulse of a group
pulse-answers = Not everybody has answered the invitation to the next meetup.
pulse-answers-act = Remind those who have not answered
pulse-notes = Nobody has written notes of the latest meetup.
pulse-notes-act = Write notes
pulse-times = The group has not met for a while, and no meetup is booked.
pulse-times-act = Propose times

# Mail
mail-meetup-follow-up-subject = What came of it: { $name }
mail-meetup-follow-up-body = Your group { $name } has met. Here is what was written down.
mail-meetup-follow-up-note = The buttons lead to a page where you answer without signing in, and where you can write a sentence about the next meetup. The group sees the answers without names. The links are personal: do not pass them on.
mail-meetup-follow-up-page = Read on the web, write more or tick promises off
