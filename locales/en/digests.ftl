# The digest
digest-stories = New stories
digest-threads = New comments in threads that you are in
digest-meetups = Coming meetups
digest-subject-story = New story: { $name }
digest-new-posts = { $n ->
    [one] 1 new story
   *[other] { $n } new stories
}
digest-new-comments = { $n ->
    [one] 1 new comment
   *[other] { $n } new comments
}
digest-waiting = Waiting for your answer
digest-elsewhere = From other networks
digest-about = About { $name }, from other networks
digest-promises = You have promised this
digest-by-mail = Comment by mail
digest-suggestion = A suggestion for you
digest-like-yours = Like your story “{ $name }”
digest-about-yours = About { $name }, which is in your profile
digest-poll = Which time suits you?
digest-answer-by = Answer by { $name }
digest-promised-by = By { $name }
digest-said = You have answered: { $name }
digest-said-waits = you wait in line for a place
digest-answers-wait = { $n ->
    [one] 1 thing waits for your answer
   *[other] { $n } things wait for your answer
}
digest-more-posts = { $n ->
    [one] and one more story
   *[other] and { $n } more stories
}
digest-why = The digest comes when there is something new to you in Grannskap.
digest-settings = Change how often it comes:
digest-settings-link = Change how often it comes
digest-unsubscribe = Get no more digests:
digest-unsubscribe-link = Get no more digests
digest-preview-title = Your next digest
digest-preview-lead = This is new to you right now. The mail comes at your hour, with what has been added by then.
digest-preview-since = Since { $when }
digest-preview-at_once = Stories of your groups and networks come at once, the rest every day
digest-preview-daily = Comes every day that has something new
digest-preview-weekly = Comes once a week if there is something new
digest-preview-never = You have chosen to get no digest
digest-preview-settings = Choose what comes how often
digest-preview-empty = Nothing new to you right now
digest-preview-empty-how = When somebody writes a story that you may read, comments in a thread that you are in, or proposes a meetup, it shows up here. When there is nothing new, no mail is sent.

# Unsubscribing
unsubscribe-title = Do you want to stop getting digests?
unsubscribe-lead = You will still get invitations to the meetups of your groups.
unsubscribe-submit = Yes, send no more
unsubscribe-other = Would you rather get it less often?
unsubscribed-title = You will get no more digests
unsubscribed-lead = If you change your mind, turn them on again in the settings.
unsubscribed-settings = To your subscriptions

unsubscribe-calls-title = Do you want no more mail about new rounds?
unsubscribe-lead-network = This is about { $name }. Mail about your group and your meetups still comes.
unsubscribed-calls-title = You get no more mail about new rounds
unsubscribed-lead-network = If you change your mind, turn it on again on the page of { $name }.

unsubscribe-place-title = Do you want nothing more from here?
unsubscribe-lead-place = This is about stories and other news in { $name }. Invitations to meetups and their changes still come.
unsubscribed-place-title = You get nothing more from here
unsubscribed-lead-place = Stories and other news in { $name } no longer come to you. If you change your mind, choose otherwise among your subscriptions.

unsubscribe-theme-title = Do you want no more stories about the theme?
unsubscribe-lead-theme = It is about stories on { $name }, wherever they are written.
unsubscribed-theme-title = You get no more stories about the theme
unsubscribed-lead-theme = Stories about { $name } do not come to you any more. If you change your mind, choose something else among your subscriptions.

# A story in a mail of its own
story-mail-page = Read and comment
story-mail-why = You get this because you want stories in { $name } at once.
story-mail-unsubscribe = Get nothing more from { $name }
story-mail-why-theme = You get this because you follow { $name } and want stories about it at once.
story-mail-unsubscribe-theme = Get nothing more about { $name }

# Subscriptions
subscriptions-nav = Subscriptions
subscriptions-title = What comes to you, and how often
subscriptions-lead = Choose how often you get what is new: new stories, comments to you, meetups and questions about times.
subscriptions-complained-title = You get no digests at the moment
subscriptions-complained-body = On { $day } a mail from here to you was marked as junk. Since then we send you no digests, notices or letters, only what is for you alone. What you choose below holds when you take them up again.
subscriptions-resume = Take digests up again
subscriptions-general = Everything that you choose nothing else for
subscriptions-general-hint = This includes stories that are open to everybody.
subscriptions-places = Your networks, groups and themes
subscriptions-place = Network, group or theme
subscriptions-about = What
subscriptions-how-often = How often
subscriptions-of-network = Stories from other groups in the network
subscriptions-of-group = Everything new in the group
subscriptions-of-theme = Stories about the theme, wherever they are written
subscriptions-not-followed = Not followed
subscriptions-themes = Find themes to follow
subscriptions-as-all = { $name } (like everything else)
subscriptions-as-group = { $name } (as the group has chosen)
subscriptions-order = What you choose for a group or network beats what the group has chosen, and that beats what you have chosen for everything. If you follow a theme, stories about it come as often as you have chosen for the theme, or for the group or network when that is more often. If you have chosen never for one of them, they do not come. Changes to meetups that you have said yes to always come.
subscriptions-read = Stories that you have read here, with the comments that stood there then, do not come again. We keep that for half a year, and for this alone.
subscriptions-hour = What comes every day or week comes at { $hour }.
subscriptions-weekday = Day of the week: { $name }.
subscriptions-when = Change day and hour

# Send now, and what a member gets
digest-send = Send it now
flash-digest-sent = The digest is sent
flash-digest-nothing = Nothing new to send right now
digest-typical-title = What a member gets in the digest
digest-typical-lead = This is what a weekly digest would look like right now for somebody who is in the network and has read or answered nothing yet. What each gets depends on what they have chosen.
digest-typical-group = Member of
digest-typical-no-group = No group, the network alone
digest-typical-show = Show
digest-typical-empty = Nothing new in the last week
digest-typical-empty-how = Then no mail is sent. When somebody writes a story for the network, it shows up here.
