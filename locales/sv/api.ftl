error-api-limit = limit ska vara ett heltal mellan 1 och 200.
error-api-cursor = after ska vara det next som förra sidan gav.
error-api-idempotency-key = Idempotency-Key ska ha mellan 1 och 200 tecken.
error-api-key-reused = Nyckeln i Idempotency-Key har redan använts med ett annat innehåll.
