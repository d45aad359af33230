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
comment-body = Write a comment
comment-body-hint = Markdown is fine.
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
search-hint = Words in stories, or names of people, groups, networks and organisers.
search-start = Write a word, or the beginning of a name
search-start-how = You find what you may read: stories, your groups and networks, the people in them, and all organisers. Accents and inflections do not matter.
search-more = Show more hits
search-none = Nothing was found
search-none-how = Try fewer words, or another word for the same thing.
search-kind-post = Stories
search-kind-group = Groups
search-kind-person = People
search-kind-organiser = Organisers
search-kind-network = Networks
