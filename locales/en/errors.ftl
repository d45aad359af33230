# Errors that take a whole page
error-way-back = Go to the start page
error-not-found-title = This page does not exist
error-not-found-body = The address is wrong, the page has been removed, or it is not meant for you. Check the link or begin at the start page.
error-forbidden-title = You may not do this
error-forbidden-body = You can see the page, but what you tried to do is somebody else's task. Ask the coordinator of your network.
error-sign-in-first-title = Sign in first
error-sign-in-first-body = This page is for people who are signed in.
error-conflict-title = That is no longer possible
error-bad-request-title = We did not understand what was sent
error-bad-request-body = Go back, reload the page and try again.
error-bad-request-method = The address cannot be used like that.
error-not-a-form = What was sent is not a form.
error-bad-request-file = The file could not be read.
error-too-large-title = Too large
error-too-large-body = What was sent is larger than we accept. Split it up or shorten the text.
error-cross-site-title = Stopped for safety
error-cross-site-body = The request came from another site. Open the page here and try again.
error-too-many-title = Please wait a little
error-too-many-body = There have been too many attempts in a short time. Try again in a while.
error-unavailable-title = Temporarily unavailable
error-unavailable-body = We cannot reach the database at the moment. Nothing you wrote earlier is lost. Try again in a little while.
error-full-title = It could not be saved
error-full-body = The server has run out of space. You can read but not save. Whoever runs the service needs to free some; then try again.
error-internal-title = Something went wrong on our side
error-internal-body = The error has been noted. Try again; if it happens again, write to whoever runs the service.
error-bad-request-body-json = The content cannot be read as JSON.

# Errors in forms
title-error = Error
error-required = Fill in this field.
error-length = Write between { $min } and { $max } characters.
error-number = Write a whole number between { $min } and { $max }.
error-choice = Choose one of the options.
error-date = Write a date, such as 2026-11-23.
error-time = Write a time of day, such as 14:30.
error-email = Write an e-mail address, such as name@municipality.se.
