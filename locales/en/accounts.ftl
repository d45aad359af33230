sign-in-title = Sign in
sign-in-submit = Sign in
sign-in-forgotten = I have forgotten my password
sign-in-no-account = No account? You get an invitation or a link from the coordinator of your network.
field-email = E-mail address
field-password = Password
field-new-password = New password
field-new-password-hint = At least 8 characters. Three or four words that you remember are better than a complicated one.
field-password-again = The same password once more
password-edit-title = Choose a password
password-edit-submit = Save the password
error-sign-in = The e-mail address or the password is wrong, or the account is not confirmed.
error-password-length = The password needs between 8 and 128 characters.
error-password-common = That password is too common and easy to guess. Choose another.
error-password-again = The two passwords differ.
error-email-taken = There is an account with that address already.
flash-signed-out = You are signed out.
flash-password-set = The password is saved and you are signed in.

# Protected personal data: shown instead of the name.
person-protected = Protected person
person-vacant = Nobody at present

# New account
field-name = First and last name
field-email-hint = Preferably your address at work. We send a link there for you to confirm with.
confirmation-sent-title = Look in your mail
confirmation-sent-lead = We have sent you a mail with a link. Open it and you are in.
confirmation-sent-missing = No mail within a few minutes? Look among the junk mail, or check that the address was right.
confirmation-send-again = Send the confirmation once more
confirmation-edit-title = Confirm your e-mail address
confirmation-edit-lead = Press the button to confirm { $email } and sign in.
confirmation-edit-submit = Confirm and sign in
confirmation-edit-not-you = Was it not you who made the account? Close the page and nothing happens.
dead-link-title = The link is no longer good
dead-link-lead = It has been used, is too old or was replaced by a newer one. This is how to go on:
dead-link-sign-in = Sign in, if you have confirmed your account already
dead-link-password = Ask for a new link to choose a password
dead-link-confirmation = Ask for a new mail to confirm your address
dead-link-ask = Did you come from an invitation? Ask whoever invited you to send a new one.
flash-address-confirmed = Your e-mail address is confirmed and you are signed in.

# Mail
mail-greeting = Hello { $name }!
mail-foot = This mail comes from Grannskap, where people who work with schools learn from others with the same task.
mail-confirm-subject = Confirm your e-mail address
mail-confirm-body = You have made an account in Grannskap. Open the link and confirm that the address is yours:
mail-confirm-button = Confirm the address
mail-confirm-lifetime = The link is good for three days.
mail-confirm-not-you = Was it not you? Then you need do nothing: the account does not come into force.
mail-account-known-subject = You already have an account in Grannskap
mail-account-known-body = Somebody, probably you, wanted to make an account with your address. You have one already. Sign in here to go on where you were:
mail-account-known-forgotten = Have you forgotten the password? Choose a new one here:
mail-account-known-not-you = Was it not you? Then you need do nothing. Nobody has been told that you have an account.
mail-password-subject = Choose a new password
mail-password-body = Here is the link you asked for. Open it and choose a password:
mail-password-lifetime = The link is good for one day and can be used once.
mail-password-not-you = Did you not ask for it? Then you need do nothing: your password is unchanged.

# Forgotten password
password-request-title = Choose a new password

# How people want to meet and how often they want mail
meeting-format-in_person = In person
meeting-format-online = Online
meeting-format-either = Either
digest-frequency-at_once = At once
digest-frequency-daily = Every day
digest-frequency-weekly = Once a week
digest-frequency-never = Never

# Settings
settings-title = Settings
settings-nav = Settings
settings-preferences = Language and mail
settings-profile = About you
settings-sign-in = Signing in
settings-feeds = Calendar and feeds
settings-tokens = Keys for programs

# Asking for a link
password-request-lead = Write your e-mail address and we send a link where you choose a new password.
confirmation-new-title = Confirm your address
confirmation-new-lead = Write your e-mail address and we send the confirmation once more.
link-request-submit = Send the link
link-request-sent-title = Look in your mail
link-request-sent-lead = If there is an account with that address, a mail with a link comes in a little while.

# Language and mail
settings-save = Save
settings-calendar-title = Meetups and calendar
settings-meetup-reminders = Reminder of meetups by mail
settings-meetup-reminders-hint = Does not come when you have answered no.
meetup-reminders-day = 1 day before
meetup-reminders-two_days = 2 days before
meetup-reminders-week = 1 week before
meetup-reminders-week_and_day = 1 week and 1 day before
meetup-reminders-never = None
settings-calendar-alarm = Reminder in the calendar
settings-calendar-alarm-hint = Set in the calendar that you subscribe to and in new invitations.
calendar-alarm-none = None
calendar-alarm-10 = 10 minutes before
calendar-alarm-30 = 30 minutes before
calendar-alarm-60 = 1 hour before
calendar-alarm-120 = 2 hours before
calendar-alarm-1440 = 1 day before
settings-language-title = Language and time
settings-language = Language of pages and mail
settings-time-zone = Time zone
settings-time-zone-hint = Times of meetups are shown in it.
settings-digest-title = Digest by mail
settings-digest-body = We gather what is new to you in one mail. Nothing new, no mail.
settings-digest-subscriptions = Choose for each network and group
settings-digest-preview = See what the next would say
settings-digest-frequency = How often?
settings-digest-weekday = Day of the week
settings-digest-hour = At
digest-frequency-at_once-hint = Each story of your groups and networks in a mail of its own, the rest every day
digest-frequency-daily-hint = At the hour you choose
digest-frequency-weekly-hint = On the day and at the hour you choose
digest-frequency-never-hint = Invitations to meetups still come
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
flash-settings-saved = The settings are saved.

# About you
settings-profile-lead = The members of your networks and groups read this. It helps the matching too.
settings-profile-see = See your profile as others see it
profile-about = About you, briefly
profile-about-hint = A few sentences will do.
profile-offer-themes = Themes you can contribute to
profile-need-themes = Themes you want to learn more about
profile-themes-hint = Two to five is a good number.
profile-offers = What I can offer
profile-offers-hint = Something you have tried and learned from, for example.
profile-needs = What I need
profile-needs-hint = A question or a difficulty that you want to talk about with others.
profile-format = How do you want to meet?
profile-travel = How far can you travel to a meetup, in kilometres?
profile-travel-hint = Leave it empty if it does not matter.
profile-protected = I have protected personal data
profile-protected-hint = Your name and profile are never shown to anybody else, be it on pages, in lists, in mail or in calendars. Others see role and organiser only, and “Protected person” instead of the name.
profile-protected-self = Your personal data is protected. Only you see this page.
profile-edit = Change the profile
profile-offers-title = Can offer
profile-needs-title = Wants to learn about
profile-nothing-yet = Nothing filled in yet.

# Signing in
settings-sign-in-lead = You sign in with { $email }.
settings-password-title = Change password
settings-password-note = You are signed out everywhere but here.
settings-password-submit = Change password
field-current-password = Your present password
error-current-password = The password is wrong.
settings-mail-stopped = Next step
settings-mail-stopped-title = Our e-mail does not reach you
settings-mail-stopped-body = Since { $moment } we have sent nothing to the address, because it does not take mail. If you have a new address, write it below. If the old one works again, ask us to try. The recipient's server said:
settings-mail-complained-title = You get no mailings from us
settings-mail-complained-body = On { $moment } you marked a mail from here as junk. Therefore we send you no digests, notices or letters, only what is for you alone. If you want them again, say so here.
settings-mail-resume = Send to me again
flash-mail-resumed = We send e-mail to you again.
settings-email-title = Change e-mail address
settings-email-new = New e-mail address
settings-email-hint = We send a link there. The address changes when you have opened it.
settings-email-submit = Send the link
error-email-same = That is your address already.
settings-sessions-title = Where you are signed in
settings-session-this = This browser
settings-session-other = Unknown browser
settings-session-end = Sign out
settings-session-began = Since { $moment }
settings-session-seen = last used { $moment }
settings-sessions-end = Sign out everywhere but here
flash-password-changed = The password is changed. You are signed out everywhere but here.
flash-email-requested = Look in your new mail: we have sent a link there.
flash-email-changed = The e-mail address is changed.
flash-sessions-ended = You are signed out everywhere but here.
flash-session-ended = The browser is signed out.
email-change-title = Change to this address
email-change-lead = Press the button, and you sign in with the new address from now on.
email-change-old = Present address
email-change-new = New address
email-change-submit = Change address
mail-email-change-subject = Confirm your new e-mail address
mail-email-change-body = You want to change your e-mail address in Grannskap to this one. Open the link and confirm:
mail-email-change-not-you = Was it not you? Then you need do nothing: nothing changes.
mail-email-changed-subject = Your e-mail address in Grannskap is changed
mail-email-changed-body = You now sign in to Grannskap with { $name }. No more mail comes here.
mail-email-changed-not-you = Was it not you? Write at once to the coordinator of your network or to whoever runs the site.
mail-password-changed-subject = Your password in Grannskap was changed
mail-password-changed-body = Your password was changed, and you are signed out in every other browser.
mail-password-changed-not-you = Was it not you? Choose a new password here at once, and tell whoever runs the site:

# Feeds
settings-feeds-lead = Addresses of your own, to put into your calendar or a reader. They show what you may see yourself.
settings-feed-calendar-feed = Calendar
settings-feed-calendar-feed-body = All your meetups in Outlook, Google Calendar or the phone, always up to date.
settings-feed-atom-feed = Stories
settings-feed-atom-feed-body = New stories in a reader (Atom).
settings-feed-make = Make an address
settings-feed-renew = Change to a new address
settings-feed-end = Remove the address
settings-feeds-note = Whoever has the address can read the feed without signing in. Has it gone astray? Change to a new one.
flash-feed-made = The address is made.
flash-feed-ended = The address is removed and no longer works.

# Keys
settings-tokens-lead = A key lets a program read or write in your name through the API of Grannskap.
token-once-title = Your new key
token-once-body = Copy it now. It is shown this once only.
tokens-empty-title = You have no keys
tokens-empty-body = Most people need none. Make one when a program is to fetch your groups, meetups or stories.
token-new-title = Make a key
token-new-submit = Make the key
token-name = Name
token-name-hint = So that you know which program it belongs to.
token-scopes = What may the program do?
token-scope-read = Read what you may read
token-scope-write = Write in your name
token-made = made { $day }
token-used = last used { $day }
token-unused = never used
token-end = Remove
flash-token-ended = The key is removed and no longer works.

# When one can meet
availability = When can you usually meet?
availability-hint = Optional. Tick the times that usually suit you. Without ticks no times count as better than others. They also count when your group looks for a time, without saying whose they are.
availability-mon-am = Monday morning
availability-mon-pm = Monday afternoon
availability-tue-am = Tuesday morning
availability-tue-pm = Tuesday afternoon
availability-wed-am = Wednesday morning
availability-wed-pm = Wednesday afternoon
availability-thu-am = Thursday morning
availability-thu-pm = Thursday afternoon
availability-fri-am = Friday morning
availability-fri-pm = Friday afternoon
