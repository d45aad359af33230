next-step = Next step
admin-title = Operations
admin-lead = How the installation is doing: mail on its way out and work in the background.
admin-tabs = Pages of operations
admin-tab-overview = Overview
admin-tab-people = People
admin-tab-mail = Mail
admin-tab-jobs = Background jobs
admin-trouble = { $n ->
    [one] One thing needs a look
   *[other] { $n } things need a look
}
admin-trouble-body = Mail that did not arrive or jobs that gave up. Mend the cause and try again.
admin-trouble-action = Show mail that failed
admin-calm = Everything runs as it should.
admin-sender = Sender
admin-waiting = The oldest in the queue has waited
admin-waiting-minutes = { $n ->
    [0] less than a minute
    [one] one minute
   *[other] { $n } minutes
}
admin-no-jobs = No jobs yet.
admin-mail-title = Mail on its way out
admin-mail-lead = What became of every mail. What the mails say is not shown.
admin-mail-empty = No mail here
admin-mail-empty-body = When somebody is invited, a meetup is proposed or a digest is sent, it shows here.
admin-mail-not-resendable = The mail is on its way or has arrived and cannot be sent again.
admin-jobs-title = Background jobs
admin-jobs-lead = The latest hundred. A job that fails tries again by itself, waiting longer and longer.
admin-jobs-empty = No jobs here
admin-jobs-empty-body = Jobs are work that cannot wait for somebody to look: digests, reminders and tidying.
admin-job-not-retryable = The job has not failed and cannot be run again.
admin-all = All
admin-filter = Show
admin-to = To
admin-kind = Kind
admin-state = State
admin-queued = Queued
admin-due = To run
admin-next-try = Next try
admin-attempts = Tries
admin-said = Answer
admin-resend = Send again
admin-retry = Try again
mail-state-queued = Queued
mail-state-sending = Being sent
mail-state-sent = Sent
mail-state-failed = Failed
mail-state-unknown = Unknown whether it arrived
mail-state-dropped = Stopped
job-state-queued = Queued
job-state-running = Running
job-state-done = Done
job-state-failed = Failed
flash-admin-mail-resent = The mail is sent again.
flash-admin-job-retried = The job runs again.
admin-people-title = People
admin-people-lead = Everybody with an account. A closed account is signed out everywhere at once; seats and stories stay.
admin-people-search = Name or e-mail address
admin-people-empty = Nobody here
admin-people-empty-body = Try another part of the name or the address.
admin-people-name = Name
admin-people-act = Action
admin-people-administrator = administrator
admin-people-open = Open
admin-people-closed = Closed
admin-people-unconfirmed = The address is not confirmed
admin-people-close = Close the account
admin-people-reopen = Open the account
admin-people-confirm = Close the account of { $name }? They are signed out everywhere.
admin-people-own = You cannot close your own account.
flash-admin-account-closed = The account is closed.
flash-admin-account-opened = The account is open again.
