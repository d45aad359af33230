-- What somebody is typing of a story and has not saved. Asked for by its key alone, but for the sweep of old ones, which
-- reads a small table through.
CREATE TABLE typed_posts (
    -- The group of a story that is new, or the story that is changed.
    place_id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- The fields of the form, urlencoded.
    fields text NOT NULL,
    saved_at timestamp NOT NULL,
    PRIMARY KEY (place_id, person_id)
);
