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
digest-promises = You have promised this
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
digest-preview-daily = Comes every day that has something new
digest-preview-weekly = Comes once a week if there is something new
digest-preview-never = You have chosen to get no digest
digest-preview-settings = Change how often it comes
digest-preview-empty = Nothing new to you right now
digest-preview-empty-how = When somebody writes a story that you may read, comments in a thread that you are in, or proposes a meetup, it shows up here. When there is nothing new, no mail is sent.

# Unsubscribing
unsubscribe-title = Do you want to stop getting digests?
unsubscribe-lead = You will still get invitations to the meetups of your groups.
unsubscribe-submit = Yes, send no more
unsubscribe-other = Would you rather get it less often?
unsubscribed-title = You will get no more digests
unsubscribed-lead = If you change your mind, turn them on again in the settings.
unsubscribed-settings = To the settings

unsubscribe-calls-title = Do you want no more mail about new rounds?
unsubscribe-lead-network = This is about { $name }. Mail about your group and your meetups still comes.
unsubscribed-calls-title = You get no more mail about new rounds
unsubscribed-lead-network = If you change your mind, turn it on again on the page of { $name }.
