error-api-limit = limit must be a whole number between 1 and 200.
error-api-cursor = after must be the next that the page before gave.
error-api-idempotency-key = Idempotency-Key must have between 1 and 200 characters.
error-api-key-reused = The key in Idempotency-Key has been used with another content.
