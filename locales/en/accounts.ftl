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
