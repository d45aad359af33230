# Drafts that are published at a time
post-schedule-title = Publish later
post-schedule-date = Day
post-schedule-time = Time
post-schedule-submit = Publish then
post-schedule-end = Take the time back
post-publish-now = Publish now
post-scheduled = Will be published { $name }
post-scheduled-how = Until then only you see the story, and you can change it.
post-missed = The story was not published when its time came.
post-missed-left = You are no longer in the group that it is written in.
post-missed-unfinished = Something is missing in it. Fill in what is empty and publish it again.
flash-post-scheduled = The story will be published when its time comes.
flash-post-unscheduled = The time is gone. The story is a draft.
mail-post-unpublished-subject = Not published: { $name }
mail-post-unpublished-body = Your story “{ $name }” was not published when its time came.

# The approver of an organiser
approver-title = Approver
approver-body = Whoever holds the seat is asked before anybody at the organiser lets more people than their group read a story.
approver-who = Who is to approve?
approver-none = Nobody
approver-none-hint = Whoever writes decides.
approver-submit = Save
flash-approver-chosen = The approver is chosen.
flash-approver-none = Nobody needs to approve.

# Asking, answering and changing one's mind
approval-to-group = the group
approval-to-network = the network
approval-to-public = everybody
approval-somebody = Whoever holds the seat
approval-you = You
approval-said-waiting = Waiting for { $who } at { $organiser } to approve that { $to } can read the story. Until then the same people read it as now.
approval-said-leaving = Nobody holds the seat of the approver at { $name } at the moment. The step will soon be passed over.
approval-said-approved = { $who } at { $organiser } approved that { $to } can read the story.
approval-said-returned = { $who } at { $organiser } returned the story and does not want { $to } to read it yet.
approval-said-withdrawn = The question whether { $to } can read the story was taken back.
approval-said-reversed = { $who } at { $organiser } took the approval back. Now only { $to } can read the story.
approval-said-vacant = The approval at { $organiser } was passed over: nobody holds the seat. Now { $to } can read the story.
approval-said-own = The approval at { $organiser } was passed over: the seat is your own. Now { $to } can read the story.
approval-withdraw = Take the question back
approval-title = Should more people read the story?
approval-lead = { $who } asks, for { $organiser }, whether { $to } can read this story.
approval-how = This is how it will look. Nothing changes before you have answered.
approval-files = It comes with the files
approval-answer = What do you say?
approval-yes-network = Yes, let the network read it
approval-yes-public = Yes, let everybody read it
approval-not-yet = Not yet?
approval-message = What needs to change?
approval-message-hint = Whoever wrote the story gets what you write here by mail.
approval-return = Return it
approval-reverse-title = Have you changed your mind?
approval-reverse = Take the approval back
release-back-of-group = Then only the group reads the story, and whoever wrote it is told.
release-back-of-network = Then only the network reads the story, and whoever wrote it is told.
release-ask = Ask the approver
release-asks-waiting = { $organiser } wants to approve first. { $who } will be asked, and the story stays where it is until then.
release-asks-vacant = { $organiser } wants to approve first, but nobody holds the seat at the moment. The step is passed over.
release-asks-own = { $organiser } wants to approve first, and the seat is your own. The step is passed over.
error-approval-changed = The story has been changed since you read it. Read it again and then answer.
error-approval-settled = The question has been answered or taken back already.
flash-approval-asked = The approver at your organiser has been asked. Until then the same people read it as now.
flash-approval-given = Done. Whoever wrote the story will be told.
flash-approval-returned = The story is returned. Whoever wrote it will be told why.
flash-approval-reversed = The approval is taken back. Whoever wrote the story will be told.
flash-approval-withdrawn = The question is taken back.
mail-approval-asked-subject = Should more people read: { $name }
mail-approval-asked-body = { $who } at { $organiser } wants { $to } to read a story. You hold the seat that approves this first.
mail-approval-asked-how = On the page you read it as it will be, and say yes or return it with a few words.
mail-approval-asked-button = Read and answer
mail-approval-answered-subject = About your story: { $name }
mail-approval-answered-approved = You can take it back whenever you like on the page of the story.
mail-approval-answered-returned = Change what you like and ask again on the page of the story.
mail-approval-answered-reversed = You can ask again on the page of the story.

# To carry along on paper
handout-link = A sheet to carry along
handout-back = To the story.
handout-how = Print the page from the menu of the browser, and it becomes a sheet to hand out.
handout-questions = To talk about
handout-question-same = What do we recognise here?
handout-question-try = What could we try, on a small scale?
handout-question-need = What do we need to begin, and from whom?
handout-address = The story is at

# Who is mentioned in a story
mail-post-mention-subject = You are mentioned in a story: { $name }
mail-post-mention-by = { $name } mentions you in a story:
mail-post-mention-button = Read the story
mail-post-mention-why = You get this mail because the story mentions you.
