-- Only PostgreSQL plans searches for their words.
SELECT 1;
