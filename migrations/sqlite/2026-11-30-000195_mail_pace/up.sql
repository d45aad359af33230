-- How far ahead of its time each mail domain is, where a limit is set: for all workers together.
CREATE TABLE mail_domains (
    domain text NOT NULL PRIMARY KEY,
    -- The moment that it has mail until, at the rate that is set.
    paced_until text NOT NULL,
    -- The moment that the next mail can be put off to.
    waiting_until text NOT NULL
) STRICT;
