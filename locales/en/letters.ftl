letters-title = Letters
letters-write = Write to the network
letters-lead = What you want to say to everybody in the network, or to some of them. The letter comes as mail.
letters-empty = No letters yet
letters-empty-body = Write the first one. Nothing is sent until you have seen who gets it and what it looks like.
letter-new-title = Write a letter
letter-edit-title = Change the letter
letter-form-lead = The letter is kept as a draft. On the next page you see who gets it and what it looks like, before anything is sent.
letter-subject = Subject
letter-body = Text
letter-body-hint = You can use Markdown: **bold**, lists with hyphens and [links](https://example.org). The text goes out just as you write it, whatever language people read.
letter-whom = Who gets the letter
letter-whom-hint = If you choose nothing, the letter goes to everybody in the network. Of several boxes under one heading, one is enough. If you choose under several headings, each heading must fit.
letter-groups = Groups
letter-levels = Levels
letter-roles = Roles
letter-roles-hint = Words in the role, with commas between them. For example: rektor, skolchef. Empty means everybody.
letter-role = “{ $name }”
letter-categories = Kinds of organisers
letter-waiting = Only those who
letter-waiting-meetups = have not answered an invitation to a meetup or a question about times
letter-waiting-rounds = have not registered for the round that is open
letter-save = Save and go on
letter-to-everybody = Everybody in the network
letter-to-groups = In one of the groups { $name }
letter-to-levels = At the level { $name }
letter-to-roles = With { $name } in the role
letter-to-categories = At organisers of the kind { $name }
letter-to-waiting = Those who { $name }
letter-state-draft = Draft
letter-state-scheduled = Waits to go out
letter-state-on-its-way = On its way
letter-state-sent = Sent
letter-state-taken-back = Taken back
letter-changed-at = Changed { $when }
letter-goes-at = Goes out { $when }
letter-went-at = Went out { $when }
letter-taken-at = Taken back { $when }
letter-mails = { $n ->
    [one] one mail
   *[other] { $n } mails
}
letter-edit = Change
letter-remove = Delete
letter-remove-confirm = Delete the letter? It cannot be brought back.
letter-taken-body = The letter was taken back before any mail had left. You can change it and send it again.
letter-stopped-body = The letter did not go out: the network is closed, or whoever sent it no longer coordinates it. You can send it in your name.
letter-goes-title = { $n ->
    [0] The letter goes out, but nobody would get it now
    [one] The letter goes out to one person
   *[other] The letter goes out to { $n } people
}
letter-goes-body = Until then you can take it back. Who gets it is settled when it goes out.
letter-take-back = Take the letter back
letter-composing = The mails are being written. Load the page again in a moment.
letter-log = How it went
letter-author = Written by
letter-sender = Sent by
letter-nobody = Somebody who no longer has an account
letter-fate-sent = Sent
letter-fate-queued = In the queue
letter-fate-failed = Did not arrive
letter-fate-unknown = Unknown whether it arrived
letter-fate-stopped = The address takes no mailings
letter-fate-muted = Wants no letters from here
letter-skipped = Get no letters
letter-failed-title = The letter did not reach
letter-failed-body = Ask them to check their e-mail address, or try again. Whoever has got the letter does not get it twice.
letter-retry = Send again to them
letter-gets = { $n ->
    [0] Nobody gets the letter as things are.
    [one] One person gets the letter as things are.
   *[other] { $n } people get the letter as things are.
}
letter-skips = { $n ->
    [one] One more person belongs here but gets none: the address takes no mailings, or they want no letters from here.
   *[other] { $n } more people belong here but get none: the address takes no mailings, or they want no letters from here.
}
letter-gets-then = Who it will be is settled when the letter goes out.
letter-who-gets = See who they are
letter-who-got = See who has got it
letter-preview = What the letter looks like
letter-preview-text = As plain text
letter-from = From
letter-reply-to = Answers go to
letter-reply-nobody = nobody: your personal data is protected, so your name and address are not shown
letter-test = Send me a test
letter-send-title = Send
letter-when = When is the letter to go out?
letter-when-now = In { $n } minutes
letter-when-now-hint = Until then you can take it back.
letter-when-later = At a time I choose
letter-time = Time of day
letter-send = { $n ->
    [0] Send
    [one] Send to one person
   *[other] Send to { $n } people
}
letter-recipients-title = Who gets the letter
letter-recipients-are = { $n ->
    [0] Nobody is among those the letter is for.
    [one] One person is among those the letter is for.
   *[other] { $n } people are among those the letter is for.
}
letter-recipients-went = { $n ->
    [0] The letter has not gone to anybody yet.
    [one] The letter was for one person.
   *[other] The letter was for { $n } people.
}
letter-recipients-none = Nobody was found
letter-recipients-none-body = Try another word, or go back and change who the letter is for.
flash-letter-saved = The draft is saved. Nothing has been sent yet.
flash-letter-removed = The letter is deleted.
flash-letter-sent = The letter goes out when its time has come. Until then you can take it back.
flash-letter-taken-back = The letter is taken back. Nobody has got it.
flash-letter-tested = The test is on its way to your e-mail address.
flash-letter-resent = The letter is sent again to those it did not reach.
flash-letter-none-failed = There is nobody to send it to again.
flash-letters-muted = You get no more letters from the coordinators of the network.
flash-letters-unmuted = You get letters from the coordinators of the network.
letters-wanted = You get letters from the coordinators of the network.
letters-muted = You get no letters from the coordinators of the network.
letters-mute = Stop getting letters
letters-unmute = Get letters again
error-letter-sent = The letter is already on its way. Take it back if you want to change something.
error-letter-gone = It is too late to take the letter back: the first mails have left.
error-letter-changed = Somebody else has changed the letter while you were looking. Check that it is right and try again.
error-letter-nobody = Nobody would get the letter. Change who it is for.
error-letter-archived = The network is closed. No letters go out from here.
error-letter-roles = Write ten words at most, of 60 characters each at most.
error-letter-soon = Choose a time at least ten minutes ahead, so that you can still take the letter back.
letter-mail-coordinator = A coordinator
letter-mail-from = { $who } writes to you as coordinator of { $name }:
letter-mail-page = To { $name }
letter-mail-why = You get the letter because you are in { $name }. Invitations to meetups come even if you stop getting letters.
letter-mail-unsubscribe = No more letters from here
letter-mail-test = Test: { $name }
unsubscribe-letters-title = Stop getting letters from the coordinators?
unsubscribe-lead-letters = This is about { $name }. Mail about your group and your meetups still comes.
unsubscribed-letters-title = You get no more letters from the coordinators
unsubscribed-lead-letters = If you change your mind, turn them on again on the page of { $name }.
