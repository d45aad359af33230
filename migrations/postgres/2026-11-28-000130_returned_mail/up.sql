-- Addresses that take no mail, as relays and reports say, until somebody asks for mail there again. Asked for by their key
-- alone, but for those that nobody has been told of.
CREATE TABLE stopped_addresses (
    -- Lower case.
    email text NOT NULL PRIMARY KEY,
    -- What was said of it.
    why text NOT NULL,
    stopped_at timestamp NOT NULL,
    -- When coordinators were told.
    told_at timestamp
);
CREATE INDEX stopped_addresses_untold ON stopped_addresses (stopped_at) WHERE told_at IS NULL;
