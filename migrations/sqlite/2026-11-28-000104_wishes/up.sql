-- With whom somebody does not want to share a group: the person found in a seat, or everybody from an organiser. Nobody
-- but who made it ever sees it.
CREATE TABLE not_with_wishes (
    id blob NOT NULL PRIMARY KEY,
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    about_seat blob REFERENCES seats (id) ON DELETE CASCADE,
    about_person blob REFERENCES people (id) ON DELETE CASCADE,
    about_organiser text REFERENCES organisers (code) ON DELETE CASCADE,
    made_at text NOT NULL,
    CHECK ((about_person IS NULL) <> (about_organiser IS NULL)),
    CHECK ((about_person IS NULL) = (about_seat IS NULL))
) STRICT;
CREATE UNIQUE INDEX not_with_wishes_once ON not_with_wishes (person_id, about_person, about_organiser);
CREATE INDEX not_with_wishes_about_seat ON not_with_wishes (about_seat);
CREATE INDEX not_with_wishes_about_person ON not_with_wishes (about_person);
