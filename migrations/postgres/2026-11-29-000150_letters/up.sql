-- Letters that coordinators write to members of their network. One that has no due_at is a draft, or was taken back.
CREATE TABLE letters (
    id uuid NOT NULL PRIMARY KEY,
    network_id uuid NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    author_id uuid REFERENCES people (id) ON DELETE SET NULL,
    subject text NOT NULL,
    -- Markdown.
    body text NOT NULL,
    -- Whom it is narrowed down to: JSON.
    audience text NOT NULL,
    -- Grows with every change, so that nobody sends what they have not seen.
    revision integer NOT NULL,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    -- Who has sent it, and when it goes out.
    sent_by uuid REFERENCES people (id) ON DELETE SET NULL,
    due_at timestamp,
    -- When a worker began to compose the mails: from then on it cannot be taken back.
    begun_at timestamp,
    -- When all were in the outbox.
    done_at timestamp,
    taken_back_at timestamp,
    taken_back_by uuid REFERENCES people (id) ON DELETE SET NULL
);
CREATE INDEX letters_by_network ON letters (network_id, id);

-- Whom a letter went to, each person once, or why it did not.
CREATE TABLE letter_recipients (
    letter_id uuid NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- The seat that they are in the network by.
    seat_id uuid NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('queued', 'stopped', 'muted')),
    -- Logical key of the mail in the outbox.
    mail_key text NOT NULL,
    PRIMARY KEY (letter_id, person_id)
);
CREATE INDEX letter_recipients_by_person ON letter_recipients (person_id);

-- Who wants no letters from the coordinators of a network.
CREATE TABLE letter_mutes (
    network_id uuid NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    muted_at timestamp NOT NULL,
    PRIMARY KEY (network_id, person_id)
);
CREATE INDEX letter_mutes_by_person ON letter_mutes (person_id);
