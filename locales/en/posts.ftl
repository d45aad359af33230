# Stories
posts-title = Stories
posts-lead = What others in your position have tried, how it went and what they learned.
posts-feed = New stories
posts-write = Write a story
posts-write-in = in { $name }
posts-tabs = Which stories
posts-tab-all = All
posts-tab-mine = Mine
posts-tab-drafts = Drafts
posts-theme = Theme
posts-theme-any = All themes
posts-network = Network
posts-network-any = All networks
posts-filter = Show
posts-list = The list
posts-older = Older stories
posts-no-older = No older stories
posts-newest = To the newest
posts-themes = All themes, and those you follow
posts-empty = There are no stories here yet
posts-empty-how = A story is short: what it was like, what you tried, what happened and what you learned. It is written in a group and read by the group, the network or everybody.
posts-empty-filter = Nothing fits what you chose
posts-empty-filter-all = Show all stories
posts-empty-mine = You have not published a story yet
posts-empty-mine-how = Begin with something small that you tried. Five questions help you along, and you can save a draft at any time.
posts-empty-drafts = You have no drafts
posts-empty-drafts-how = A story that you save without publishing it ends up here. Only you see it.

# Writing
post-breadcrumb = The story
post-new-title = Write a story
post-edit-title = Change the story
post-form-lead = Write as you would tell a colleague. It need not have gone well to be worth reading.
post-form-choice = Ways to write
post-form-guided = By five questions
post-form-free = Freely
post-title = Title
post-title-hint = Say what matters most. For example: How we got principals to read each other's analyses
post-body = The story
post-body-hint = You can use Markdown: # for headings, *italics*, **bold**, - for lists and [text](https://address) for links.
post-prompt-situation = The situation
post-prompt-situation-hint = What was it like before? What did you want to change? For example: Our three principals worked on the same question, each alone.
post-prompt-tried = What we tried
post-prompt-tried-hint = What did you do, and who took part? For example: One morning a month the principals read each other's analyses.
post-prompt-happened = What happened
post-prompt-happened-hint = What went as you meant, and what did not. For example: After two mornings they stopped defending themselves and began to ask.
post-prompt-learned = What we learned
post-prompt-learned-hint = What do you do differently today? For example: Without a fixed time in the calendar it never happens.
post-prompt-question = A question to you others
post-prompt-question-hint = What would you like help thinking about? For example: How do you interest the board without yet another report?
post-themes = Themes
post-themes-hint = Choose at most eight, and others will find it.
post-theme-names = Themes of your own
post-theme-names-hint = Is something missing in the list? Write it here, with commas between. For example: joy of reading, outdoor teaching
post-visibility = Who may read it?
post-visibility-group = The group
post-visibility-group-hint = Only the members of the group and the coordinators of the network read it.
post-visibility-network = The network
post-visibility-network-hint = All members of the network read it and comment.
post-visibility-public = Everybody
post-visibility-public-hint = Anyone can read it on the web. Members of the network comment.
post-visibility-badge-group = Read by the group
post-visibility-badge-network = Read by the network
post-visibility-badge-public = Read by everybody
post-publish = Publish
post-save-draft = Save draft
post-typed-shown = Here is what you wrote and did not save, from { $name }. Nobody else sees it.
post-typed-remove = Start again
post-typed-kept = What you have written will be here if you leave the page.
post-save = Save changes
error-post-themes = Choose at most eight themes.
error-theme-name = Write at most 60 characters for a theme.
error-post-withdrawn = The story has been withdrawn.
flash-post-published = The story is published.
flash-post-saved = Saved.
flash-post-typed-gone = What you had written is gone.
flash-post-unfinished = Something is missing before the story can be published. Fill in what is empty.
flash-post-withdrawn = The story has been withdrawn.

# Reading
post-draft = Draft
post-edit = Change
post-withdraw = Withdraw
post-is-withdrawn = The story has been withdrawn. Only you who wrote it see it.
post-next-step = Next step
post-next-publish = Publish when you are content
post-next-publish-how = Only you see the draft. Once published, it comes with the next digest to those who may read it.
post-next-join = Do you have something similar under way?
post-next-join-how = A network gives you a small group of neighbours and peers to try thoughts on.
post-next-join-button = See the networks
post-comments-count = { $n ->
    [one] 1 comment
   *[other] { $n } comments
}
post-edits-count = { $n ->
    [one] Changed once
   *[other] Changed { $n } times
}

# History
post-revisions-title = Changes
post-revisions-lead = What was added is underlined, what was taken away is struck through. The latest change comes first.
post-revisions-back = To the story
post-revisions-none = Nothing has been changed
post-revisions-none-how = When a published story is changed, what it said before is kept here.

# Withdrawing
post-withdraw-title = Withdraw the story
post-withdraw-lead = “{ $name }” and its comments disappear for everybody but its author. This cannot be undone.
post-withdraw-reason = Why?
post-withdraw-reason-hint = The author of the story gets what you write here by mail.
post-withdraw-submit = Withdraw
post-withdraw-keep = Keep it
mail-post-withdrawn-subject = Your story has been withdrawn: { $name }
mail-post-withdrawn-body = A coordinator of the network has withdrawn your story “{ $name }”. Others can no longer read it.
mail-post-withdrawn-reason = The coordinator writes:
mail-post-withdrawn-next = You still have the text:
mail-post-withdrawn-button = Open the story

# Comments
comments-title = Comments
comments-none = Nobody has commented yet. What do you recognise? What do you wonder?
comments-none-here = Nobody has commented yet.
comments-answered = The question of the story has an answer.
comments-answered-go = Go to the answer
comments-older = Older comments
comments-latest = The latest comments
comments-thread = A thread goes on
comment-answer = Answer
comment-quote = Quote
comment-accept = Mark as the answer
comment-unaccept = Remove the mark
comment-is-accepted = The answer, says who asked
answer-title = Answer a comment
answer-to = You are answering
answer-body = Your answer
answer-submit = Answer
answer-quote-of = { $name } wrote:
thanks-give = Thank
thanks-give-story = Thank for the story
thanks-take-back = Take back your thanks
thanks-from = Thanks from { $name }. Only you see this.
thanks-others = others
flash-comment-accepted = The comment is marked as the answer.
flash-comment-unaccepted = The mark is removed.
post-followed = You get mail about new comments.
post-not-followed = You get no mail about new comments.
post-muted = You get no mail about this story, not even when somebody mentions you.
post-follow = Follow the story
post-mute = Turn mail off
flash-post-followed = You get mail about new comments.
flash-post-muted = You get no more mail about the story.
mute-title = Do you want no more mail about the story?
mute-lead = This concerns this story alone. Other mail will still come.
mute-submit = Yes, send no more
muted-title = You get no more mail about the story
muted-lead = If you change your mind, follow it again on its page.
mail-comment-notice-subject = Comment: { $name }
mail-comment-notice-by = { $name } writes:
mail-comment-notice-button = Read and answer
mail-comment-notice-reply = You can also answer this mail, from the address that it came to. Your answer becomes a comment that everybody who reads the story sees.
mail-comment-notice-own = You get this mail because you wrote the story.
mail-comment-notice-follows = You get this mail because you follow the story. Those who comment do.
mail-comment-notice-mentioned = You get this mail because the comment mentions you.
mail-comment-notice-mute = No more mail about the story
mail-comment-refused-subject = Your answer did not become a comment
mail-comment-refused-button = Open the story
mail-comment-refused-group = Open the group
mail-comment-refused-home = Open Grannskap
mail-comment-refused-words = This is what you wrote:
comment-refused-empty = We found nothing in your answer that you wrote yourself. Write above what is quoted, or answer on the page.
comment-refused-long = Your answer is too long for a comment. Shorten it, or write a story of your own.
comment-refused-large = Your answer is too large to read, perhaps because of attachments. Send the text alone, or answer on the page.
comment-refused-gone = You can no longer comment on the story. It may have been withdrawn, or you are no longer in the group or the network.
comment-refused-address = An answer to a mail to you came from another address than yours, at { $name }, and did not become a comment. If it is yours, answer from the address that the mail came to, or on the page. If it is not, you need not do anything.
mail-comment-widened-subject = More people read what you wrote: { $name }
mail-comment-widened-network = Everybody in the network can now read the story “{ $name }”, and with it your { $n ->
    [one] comment
   *[other] comments
} on it.
mail-comment-widened-public = Anybody can now read the story “{ $name }” without signing in, and with it your { $n ->
    [one] comment
   *[other] comments
} on it.
mail-comment-widened-next = { $n ->
    [one] You can change or withdraw it whenever you like.
   *[other] You can change or withdraw them whenever you like. The button leads to the latest.
}
mail-comment-widened-button = Open the comment
comment-hide = Hide
comment-report = Report
comment-is-hidden = Hidden by the coordinator.
hiding-title = Hide a comment
hiding-lead = The text disappears for everybody. The thread says that the coordinator has hidden a comment. You can show it again.
hiding-comment = The comment
hiding-reports = What readers have reported
hiding-reason = Why?
hiding-reason-hint = The author of the comment gets what you write here by mail, and sees it in the thread.
hiding-submit = Hide the comment
hiding-remove = Show again
similar-link = Stories like this one
similar-title = Similar stories
similar-lead = Others who tell of the same, first from organisers like yours.
similar-none = No similar story yet
similar-none-how = When more people tell of the same, they stand here.
release-who = Who reads the story?
release-now = As it is now
release-title = Let more people read
release-to-network = Show to the network
release-to-public = Show to everybody
release-back-group = Show to the group alone
release-back-network = Show to the network alone
release-lead-network = Everybody in the network can read the story and comment on it. You can take that back whenever you like.
release-lead-public = Anybody can read the story without signing in. You can take that back whenever you like, but others may have kept it.
release-names = Names in the text and its themes
release-names-hint = Tick what should not stay. Names become “a colleague”, “an organiser” and “a school”, and themes with the name are taken away. Read the text yourself too: other names are not found.
release-names-none = We found no names of people in the network, organisers or schools in the text and its themes. Read it once more all the same.
release-comments = { $n ->
    [one] The comment under the story is read too then, with the name of who wrote it, who is told.
   *[other] The { $n } comments under the story are read too then, with the names of those who wrote them, who are told.
}
release-comments-names = The comments name { $names }. They stay as they are.
release-files = Pictures and files come along as they are: { $names }.
release-not = Not now
mask-person = a colleague
mask-organiser = an organiser
mask-school = a school
mask-kind-person = person
mask-kind-organiser = organiser
mask-kind-school = school
mask-times = { $n ->
    [one] once
   *[other] { $n } times
}
post-preview = Preview
post-preview-title = How the story will look
post-preview-lead = Nothing is saved yet. Change it below, or publish.
post-preview-names = These names stand in the text:
flash-post-released-group = The group alone reads the story now.
flash-post-released-network = The network can read the story now.
flash-post-released-public = Everybody can read the story now, without an account too.
reports-title = Reports
reports-lead = What readers have reported and what coordinators have hidden. Only you who are coordinators see it.
reports-said = Reported by readers
reports-hidden = Hidden comments
reports-comment = Comment
reports-gone = No longer shown
reports-none = Nothing is reported
reports-none-how = Under every story and comment, readers can report that something is wrong. You then get a mail, and it is shown here.
report-title = Report to the coordinators
report-lead = Is something wrong, such as a child who can be recognised? The coordinators of the network get a mail with your name and what you write. Nobody else sees it.
report-reason = What is wrong?
report-reason-hint = Say in a few words what the coordinators should look at.
report-submit = Send to the coordinators
flash-comment-hidden = The comment is hidden.
flash-comment-shown = The comment is shown again.
flash-reported = Thank you. The coordinators of the network have got your report.
mail-comment-hidden-subject = Your comment is hidden: { $name }
mail-comment-hidden-body = A coordinator of the network has hidden your comment on “{ $name }”. Others cannot read it.
mail-report-subject = Report: { $name }
mail-report-body = { $name } thinks that you should look at something, and writes:
mail-report-button = Open what was reported
mail-report-next = A comment can be hidden in its thread, a story withdrawn on its page. You write why, and the author is told.
comment-body = Write a comment
comment-body-hint = Markdown is fine. Write @ and a name to mention somebody, such as @Anna Ek. Whoever reads the story reads the comment, also if more people get to read it later.
comment-submit = Comment
comment-save = Save
comment-edit = Change
comment-edited = changed
comment-edit-title = Change your comment
comment-withdraw-title = Remove the comment
comment-withdraw-how = The text disappears. It still says that a comment was removed, so that the thread can be followed.
comment-withdraw = Remove
comment-is-withdrawn = The comment was removed.
error-comment-length = The comment is too long. Shorten it, or write a story of your own.
flash-comment-written = Your comment is in the thread.
flash-comment-saved = The comment is changed.
flash-comment-withdrawn = The comment was removed.

# Search
search-title = Search
search-title-for = Search: { $name }
search-words = What are you looking for?
search-hint = Words in stories, comments and notes, or names of people, groups, networks and organisers. Put quotation marks around words that stand next to each other.
search-start = Write a word, or the beginning of a name
search-start-how = You find what you may read: stories and comments, the notes of your groups, your groups and networks, people in them, and all organisers. Accents and endings do not matter.
search-more = Show more hits
search-none = Nothing was found
search-none-how = Try fewer words, or another word for the same thing.
search-kind-post = Stories
search-kind-note = Notes
search-narrow = Narrow the search
search-narrow-kind = Show only
search-narrow-theme = Theme
search-narrow-organiser = Organiser
search-narrow-category = Category
search-narrow-county = County
search-narrow-time = Published
search-any = All
search-time-month = The last month
search-time-half = The last six months
search-time-year = The last year
search-in-comment = In a comment:
search-meant = Did you mean
search-none-narrowed = Nothing fits what you narrowed the search to.
search-none-all = Search everything
search-kind-group = Groups
search-kind-person = People
search-kind-organiser = Organisers
search-kind-network = Networks
