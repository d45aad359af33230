-- Mails that somebody called unwanted, as their mail provider reports (RFC 5965): each once, with its kind.
CREATE TABLE complaints (
    mail_id blob NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    complained_at text NOT NULL
) STRICT;
CREATE INDEX complaints_by_time ON complaints (complained_at);
-- Whether an address takes mail still, but none that goes to many.
ALTER TABLE stopped_addresses ADD COLUMN lists_only integer NOT NULL DEFAULT 0;
