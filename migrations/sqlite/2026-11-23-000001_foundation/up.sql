-- Reference data ------------------------------------------------------------

-- Which edition of which reference file is loaded; makes loading idempotent.
CREATE TABLE reference_loads (
    name text NOT NULL PRIMARY KEY,
    edition text NOT NULL,
    loaded_at text NOT NULL
) STRICT;

-- Those who answer for schools. `code` is the municipality code or the organisation number.
CREATE TABLE organisers (
    code text NOT NULL PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('municipality', 'independent')),
    name text NOT NULL,
    legal_name text,
    organisation_number text NOT NULL,
    county_code text,
    county_name text,
    inhabitants integer,
    pupils integer,
    size_year integer,
    structure_code text,
    structure_name text,
    longitude real,
    latitude real,
    search_name text NOT NULL,
    reference integer NOT NULL,
    updated_at text NOT NULL,
    updated_by blob
) STRICT;
CREATE INDEX organisers_by_county ON organisers (county_code, name);
CREATE UNIQUE INDEX organisers_by_number ON organisers (organisation_number);

-- Where an independent organiser runs schools.
CREATE TABLE organiser_municipalities (
    organiser_code text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    municipality_code text NOT NULL REFERENCES organisers (code),
    PRIMARY KEY (organiser_code, municipality_code)
) STRICT;
CREATE INDEX organiser_municipalities_by_municipality ON organiser_municipalities (municipality_code);

-- Neighbouring municipalities, each pair in both directions. kind `distance` is our documented fallback.
CREATE TABLE neighbours (
    code text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    neighbour_code text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('land', 'water', 'distance')),
    kilometres real NOT NULL,
    PRIMARY KEY (code, neighbour_code)
) STRICT;

-- Kolada's lists of similar municipalities, by area of activity.
CREATE TABLE similar_organisers (
    code text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    area text NOT NULL,
    similar_code text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    year integer NOT NULL,
    PRIMARY KEY (code, area, similar_code)
) STRICT;

-- Themes that people offer, need and write about.
CREATE TABLE themes (
    slug text NOT NULL PRIMARY KEY,
    name_sv text NOT NULL,
    name_en text NOT NULL,
    position integer NOT NULL
) STRICT;

-- People and how they get in -----------------------------------------------

CREATE TABLE people (
    id blob NOT NULL PRIMARY KEY,
    email text NOT NULL,
    name text NOT NULL,
    password_hash text,
    language text NOT NULL,
    time_zone text NOT NULL,
    digest_frequency text NOT NULL CHECK (digest_frequency IN ('daily', 'weekly', 'never')),
    digest_hour integer NOT NULL CHECK (digest_hour BETWEEN 0 AND 23),
    digest_weekday integer NOT NULL CHECK (digest_weekday BETWEEN 1 AND 7),
    about text NOT NULL,
    offers text NOT NULL,
    needs text NOT NULL,
    meeting_format text NOT NULL CHECK (meeting_format IN ('in_person', 'online', 'either')),
    travel_limit_km integer,
    protected integer NOT NULL,
    administrator integer NOT NULL,
    confirmed_at text,
    disabled_at text,
    disabled_by blob,
    created_at text NOT NULL,
    updated_at text NOT NULL
) STRICT;
CREATE UNIQUE INDEX people_by_email ON people (email);

-- direction `offers` or `needs`.
CREATE TABLE person_themes (
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    theme_slug text NOT NULL REFERENCES themes (slug),
    direction text NOT NULL CHECK (direction IN ('offers', 'needs')),
    PRIMARY KEY (person_id, direction, theme_slug)
) STRICT;

CREATE TABLE sessions (
    token_hash text NOT NULL PRIMARY KEY,
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at text NOT NULL,
    seen_at text NOT NULL,
    expires_at text NOT NULL
) STRICT;
CREATE INDEX sessions_by_person ON sessions (person_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Personal and one-time tokens: one purpose each, only the hash is kept.
CREATE TABLE tokens (
    id blob NOT NULL PRIMARY KEY,
    token_hash text NOT NULL,
    purpose text NOT NULL,
    person_id blob REFERENCES people (id) ON DELETE CASCADE,
    subject_id blob,
    created_at text NOT NULL,
    expires_at text,
    used_at text,
    revoked_at text
) STRICT;
CREATE UNIQUE INDEX tokens_by_hash ON tokens (token_hash);
CREATE INDEX tokens_by_person ON tokens (person_id, purpose);
CREATE INDEX tokens_by_subject ON tokens (subject_id, purpose);

CREATE TABLE api_tokens (
    id blob NOT NULL PRIMARY KEY,
    token_hash text NOT NULL,
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    name text NOT NULL,
    scopes text NOT NULL,
    created_at text NOT NULL,
    last_used_at text,
    revoked_at text
) STRICT;
CREATE UNIQUE INDEX api_tokens_by_hash ON api_tokens (token_hash);
CREATE INDEX api_tokens_by_person ON api_tokens (person_id);

-- One answer per key and person, so that a repeated POST is answered as the first was.
CREATE TABLE idempotency_keys (
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    idempotency_key text NOT NULL,
    request_hash text NOT NULL,
    status integer NOT NULL,
    body text NOT NULL,
    created_at text NOT NULL,
    PRIMARY KEY (person_id, idempotency_key)
) STRICT;

-- Sign-ins, denials and administration.
CREATE TABLE audit_events (
    id blob NOT NULL PRIMARY KEY,
    at text NOT NULL,
    actor_id blob,
    action text NOT NULL,
    subject text NOT NULL,
    address text
) STRICT;
CREATE INDEX audit_events_by_time ON audit_events (at);

-- Seats ----------------------------------------------------------------------

-- A role at an organiser. Memberships hang on the seat, not on its holder.
CREATE TABLE seats (
    id blob NOT NULL PRIMARY KEY,
    organiser_code text NOT NULL REFERENCES organisers (code),
    role text NOT NULL,
    level text NOT NULL CHECK (level IN ('board', 'administration', 'principal', 'teacher')),
    person_id blob REFERENCES people (id),
    held_from text,
    confirmed_at text,
    confirmed_by blob,
    created_at text NOT NULL
) STRICT;
CREATE INDEX seats_by_person ON seats (person_id);
CREATE INDEX seats_by_organiser ON seats (organiser_code);

-- Who held a seat when; the open row is the present holder.
CREATE TABLE seat_holdings (
    id blob NOT NULL PRIMARY KEY,
    seat_id blob NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    person_id blob NOT NULL REFERENCES people (id),
    held_from text NOT NULL,
    held_until text
) STRICT;
CREATE INDEX seat_holdings_by_seat ON seat_holdings (seat_id, held_from);
CREATE INDEX seat_holdings_by_person ON seat_holdings (person_id);

-- A seat offered to a successor, until accepted or withdrawn.
CREATE TABLE handovers (
    id blob NOT NULL PRIMARY KEY,
    seat_id blob NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    email text NOT NULL,
    name text NOT NULL,
    offered_by blob NOT NULL REFERENCES people (id),
    created_at text NOT NULL,
    accepted_at text,
    withdrawn_at text
) STRICT;
CREATE INDEX handovers_by_seat ON handovers (seat_id);

-- E-mail domains that prove employment at an organiser.
CREATE TABLE organiser_domains (
    domain text NOT NULL PRIMARY KEY,
    organiser_code text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    created_by blob,
    created_at text NOT NULL
) STRICT;
CREATE INDEX organiser_domains_by_organiser ON organiser_domains (organiser_code);

-- Networks -------------------------------------------------------------------

CREATE TABLE networks (
    id blob NOT NULL PRIMARY KEY,
    slug text NOT NULL,
    name text NOT NULL,
    purpose text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('regional', 'thematic')),
    visibility text NOT NULL CHECK (visibility IN ('public', 'members')),
    joining text NOT NULL CHECK (joining IN ('open', 'approval', 'invitation')),
    county_code text,
    created_by blob REFERENCES people (id),
    created_at text NOT NULL,
    archived_at text
) STRICT;
CREATE UNIQUE INDEX networks_by_slug ON networks (slug);

CREATE TABLE network_coordinators (
    network_id blob NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    appointed_by blob,
    appointed_at text NOT NULL,
    PRIMARY KEY (network_id, person_id)
) STRICT;
CREATE INDEX network_coordinators_by_person ON network_coordinators (person_id);

CREATE TABLE network_memberships (
    id blob NOT NULL PRIMARY KEY,
    network_id blob NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    seat_id blob NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    state text NOT NULL CHECK (state IN ('requested', 'active', 'declined', 'left')),
    message text NOT NULL,
    requested_at text NOT NULL,
    decided_by blob,
    decided_at text,
    left_at text
) STRICT;
CREATE UNIQUE INDEX network_memberships_once ON network_memberships (network_id, seat_id);
CREATE INDEX network_memberships_by_seat ON network_memberships (seat_id, state);

CREATE TABLE invitations (
    id blob NOT NULL PRIMARY KEY,
    network_id blob NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    email text NOT NULL,
    name text NOT NULL,
    organiser_code text REFERENCES organisers (code),
    role text NOT NULL,
    level text,
    language text NOT NULL,
    invited_by blob REFERENCES people (id),
    created_at text NOT NULL,
    sent_at text,
    opened_at text,
    joined_at text,
    bounced_at text,
    revoked_at text,
    expires_at text NOT NULL
) STRICT;
CREATE UNIQUE INDEX invitations_once ON invitations (network_id, email);

-- Rounds and groups ----------------------------------------------------------

CREATE TABLE rounds (
    id blob NOT NULL PRIMARY KEY,
    network_id blob NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    name text NOT NULL,
    preset text NOT NULL CHECK (preset IN ('neighbours', 'similar', 'mixed')),
    size_min integer NOT NULL,
    size_max integer NOT NULL,
    per_organiser integer NOT NULL,
    categories text NOT NULL CHECK (categories IN ('apart', 'mixed')),
    levels text NOT NULL CHECK (levels IN ('apart', 'mixed')),
    last_day text NOT NULL,
    seed integer NOT NULL,
    note text NOT NULL,
    created_by blob REFERENCES people (id),
    created_at text NOT NULL,
    matched_at text,
    published_at text,
    published_by blob,
    cancelled_at text,
    cancelled_by blob,
    result text
) STRICT;
CREATE INDEX rounds_by_network ON rounds (network_id, created_at);

CREATE TABLE registrations (
    id blob NOT NULL PRIMARY KEY,
    round_id blob NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    seat_id blob NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    state text NOT NULL CHECK (state IN ('active', 'paused', 'withdrawn')),
    wishes text NOT NULL,
    meeting_format text NOT NULL CHECK (meeting_format IN ('in_person', 'online', 'either')),
    travel_limit_km integer,
    created_at text NOT NULL,
    updated_at text NOT NULL
) STRICT;
CREATE UNIQUE INDEX registrations_once ON registrations (round_id, seat_id);
CREATE INDEX registrations_by_seat ON registrations (seat_id);

-- The proposal of a round before it is published.
CREATE TABLE proposal_groups (
    id blob NOT NULL PRIMARY KEY,
    round_id blob NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    position integer NOT NULL,
    name text NOT NULL,
    why text NOT NULL
) STRICT;
CREATE UNIQUE INDEX proposal_groups_in_order ON proposal_groups (round_id, position);

-- Where the proposal puts a registration, or why it has no place. `why` is the explanation as data (JSON).
CREATE TABLE proposal_places (
    registration_id blob NOT NULL PRIMARY KEY REFERENCES registrations (id) ON DELETE CASCADE,
    round_id blob NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    proposal_group_id blob REFERENCES proposal_groups (id) ON DELETE CASCADE,
    why text NOT NULL,
    moved_by blob,
    moved_at text
) STRICT;
CREATE INDEX proposal_places_by_round ON proposal_places (round_id);
CREATE INDEX proposal_places_by_group ON proposal_places (proposal_group_id);

CREATE TABLE groups (
    id blob NOT NULL PRIMARY KEY,
    network_id blob NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    round_id blob REFERENCES rounds (id),
    name text NOT NULL,
    agreement text NOT NULL,
    why text NOT NULL,
    open integer NOT NULL,
    created_by blob,
    created_at text NOT NULL,
    closed_at text
) STRICT;
CREATE INDEX groups_by_network ON groups (network_id, name);
CREATE INDEX groups_by_round ON groups (round_id);

CREATE TABLE group_memberships (
    id blob NOT NULL PRIMARY KEY,
    group_id blob NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    seat_id blob NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    why text NOT NULL,
    joined_at text NOT NULL,
    left_at text
) STRICT;
-- A seat that left may come back: one open row at a time.
CREATE UNIQUE INDEX group_memberships_once ON group_memberships (group_id, seat_id) WHERE left_at IS NULL;
CREATE INDEX group_memberships_by_seat ON group_memberships (seat_id);

CREATE TABLE group_requests (
    id blob NOT NULL PRIMARY KEY,
    group_id blob NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    seat_id blob NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    message text NOT NULL,
    state text NOT NULL CHECK (state IN ('requested', 'accepted', 'declined', 'withdrawn')),
    created_at text NOT NULL,
    decided_by blob,
    decided_at text
) STRICT;
CREATE UNIQUE INDEX group_requests_once ON group_requests (group_id, seat_id) WHERE state = 'requested';
CREATE INDEX group_requests_by_seat ON group_requests (seat_id);

-- Meetups --------------------------------------------------------------------

-- Times are UTC; `time_zone` is what the wall time was given in and what ICS says.
CREATE TABLE meetups (
    id blob NOT NULL PRIMARY KEY,
    group_id blob NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    title text NOT NULL,
    agenda text NOT NULL,
    starts_at text NOT NULL,
    ends_at text NOT NULL,
    time_zone text NOT NULL,
    place text NOT NULL,
    link text NOT NULL,
    capacity integer,
    revision integer NOT NULL,
    created_by blob REFERENCES people (id),
    created_at text NOT NULL,
    updated_at text NOT NULL,
    cancelled_at text,
    cancelled_by blob
) STRICT;
CREATE INDEX meetups_by_group ON meetups (group_id, starts_at);
CREATE INDEX meetups_by_start ON meetups (starts_at);

CREATE TABLE answers (
    meetup_id blob NOT NULL REFERENCES meetups (id) ON DELETE CASCADE,
    seat_id blob NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    answer text NOT NULL CHECK (answer IN ('yes', 'maybe', 'no')),
    answered_by blob,
    answered_at text NOT NULL,
    PRIMARY KEY (meetup_id, seat_id)
) STRICT;
CREATE INDEX answers_by_seat ON answers (seat_id);

-- Stories --------------------------------------------------------------------

CREATE TABLE posts (
    id blob NOT NULL PRIMARY KEY,
    group_id blob NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    network_id blob NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    author_id blob NOT NULL REFERENCES people (id),
    seat_id blob REFERENCES seats (id),
    title text NOT NULL,
    form text NOT NULL CHECK (form IN ('guided', 'free')),
    body text NOT NULL,
    situation text NOT NULL,
    tried text NOT NULL,
    happened text NOT NULL,
    learned text NOT NULL,
    question text NOT NULL,
    visibility text NOT NULL CHECK (visibility IN ('group', 'network', 'public')),
    created_at text NOT NULL,
    updated_at text NOT NULL,
    published_at text,
    withdrawn_at text
) STRICT;
CREATE INDEX posts_by_group ON posts (group_id, published_at);
CREATE INDEX posts_by_network ON posts (network_id, visibility, published_at);
CREATE INDEX posts_by_author ON posts (author_id, updated_at);
CREATE INDEX posts_by_visibility ON posts (visibility, published_at);

CREATE TABLE post_themes (
    post_id blob NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    theme_slug text NOT NULL REFERENCES themes (slug),
    PRIMARY KEY (post_id, theme_slug)
) STRICT;
CREATE INDEX post_themes_by_theme ON post_themes (theme_slug);

-- What a story said before an edit.
CREATE TABLE post_revisions (
    id blob NOT NULL PRIMARY KEY,
    post_id blob NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    title text NOT NULL,
    markdown text NOT NULL,
    edited_by blob NOT NULL REFERENCES people (id),
    edited_at text NOT NULL
) STRICT;
CREATE INDEX post_revisions_by_post ON post_revisions (post_id, edited_at);

CREATE TABLE comments (
    id blob NOT NULL PRIMARY KEY,
    post_id blob NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    author_id blob NOT NULL REFERENCES people (id),
    seat_id blob REFERENCES seats (id),
    body text NOT NULL,
    created_at text NOT NULL,
    edited_at text,
    withdrawn_at text
) STRICT;
CREATE INDEX comments_by_post ON comments (post_id, created_at);
CREATE INDEX comments_by_author ON comments (author_id);

-- Digests, mail, jobs ----------------------------------------------------------

-- One bundle per person and period; the key makes it exactly one.
CREATE TABLE digests (
    id blob NOT NULL PRIMARY KEY,
    person_id blob NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    period text NOT NULL,
    since text NOT NULL,
    until text NOT NULL,
    items integer NOT NULL,
    composed_at text NOT NULL
) STRICT;
CREATE UNIQUE INDEX digests_once ON digests (person_id, period);

-- Mail on its way out. Bodies are emptied some days after sending.
CREATE TABLE outbox (
    id blob NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    logical_key text NOT NULL,
    person_id blob REFERENCES people (id) ON DELETE CASCADE,
    network_id blob,
    email text NOT NULL,
    name text NOT NULL,
    message_id text NOT NULL,
    subject text NOT NULL,
    text_body text NOT NULL,
    html_body text NOT NULL,
    calendar text,
    calendar_method text,
    list_id text,
    unsubscribe_url text,
    state text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'unknown', 'dropped')),
    attempts integer NOT NULL,
    due_at text NOT NULL,
    lease_until text,
    fence integer NOT NULL,
    last_error text,
    created_at text NOT NULL,
    sent_at text
) STRICT;
CREATE UNIQUE INDEX outbox_once ON outbox (logical_key);
CREATE INDEX outbox_due ON outbox (state, due_at);
CREATE INDEX outbox_by_person ON outbox (person_id, created_at);

CREATE TABLE jobs (
    id blob NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    payload text NOT NULL,
    unique_key text,
    state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
    attempts integer NOT NULL,
    due_at text NOT NULL,
    lease_until text,
    fence integer NOT NULL,
    last_error text,
    created_at text NOT NULL,
    finished_at text
) STRICT;
CREATE UNIQUE INDEX jobs_once ON jobs (unique_key);
CREATE INDEX jobs_due ON jobs (state, due_at);
