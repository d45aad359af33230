-- Reference data ------------------------------------------------------------

-- Which edition of which reference file is loaded; makes loading idempotent.
CREATE TABLE reference_loads (
    name text NOT NULL PRIMARY KEY,
    edition text NOT NULL,
    loaded_at timestamp NOT NULL
);

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
    longitude double precision,
    latitude double precision,
    search_name text NOT NULL,
    reference boolean NOT NULL,
    updated_at timestamp NOT NULL,
    updated_by uuid
);
CREATE INDEX organisers_by_county ON organisers (county_code, name);
CREATE UNIQUE INDEX organisers_by_number ON organisers (organisation_number);

-- Where an independent organiser runs schools.
CREATE TABLE organiser_municipalities (
    organiser_code text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    municipality_code text NOT NULL REFERENCES organisers (code),
    PRIMARY KEY (organiser_code, municipality_code)
);
CREATE INDEX organiser_municipalities_by_municipality ON organiser_municipalities (municipality_code);

-- Neighbouring municipalities, each pair in both directions. kind `distance` is our documented fallback.
CREATE TABLE neighbours (
    code text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    neighbour_code text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('land', 'water', 'distance')),
    kilometres double precision NOT NULL,
    PRIMARY KEY (code, neighbour_code)
);

-- Kolada's lists of similar municipalities, by area of activity.
CREATE TABLE similar_organisers (
    code text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    area text NOT NULL,
    similar_code text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    year integer NOT NULL,
    PRIMARY KEY (code, area, similar_code)
);

-- Themes that people offer, need and write about.
CREATE TABLE themes (
    slug text NOT NULL PRIMARY KEY,
    name_sv text NOT NULL,
    name_en text NOT NULL,
    position integer NOT NULL
);

-- People and how they get in -----------------------------------------------

CREATE TABLE people (
    id uuid NOT NULL PRIMARY KEY,
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
    protected boolean NOT NULL,
    administrator boolean NOT NULL,
    confirmed_at timestamp,
    disabled_at timestamp,
    disabled_by uuid,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);
CREATE UNIQUE INDEX people_by_email ON people (email);

-- direction `offers` or `needs`.
CREATE TABLE person_themes (
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    theme_slug text NOT NULL REFERENCES themes (slug),
    direction text NOT NULL CHECK (direction IN ('offers', 'needs')),
    PRIMARY KEY (person_id, direction, theme_slug)
);

CREATE TABLE sessions (
    token_hash text NOT NULL PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at timestamp NOT NULL,
    seen_at timestamp NOT NULL,
    expires_at timestamp NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Personal and one-time tokens: one purpose each, only the hash is kept.
CREATE TABLE tokens (
    id uuid NOT NULL PRIMARY KEY,
    token_hash text NOT NULL,
    purpose text NOT NULL,
    person_id uuid REFERENCES people (id) ON DELETE CASCADE,
    subject_id uuid,
    created_at timestamp NOT NULL,
    expires_at timestamp,
    used_at timestamp,
    revoked_at timestamp
);
CREATE UNIQUE INDEX tokens_by_hash ON tokens (token_hash);
CREATE INDEX tokens_by_person ON tokens (person_id, purpose);
CREATE INDEX tokens_by_subject ON tokens (subject_id, purpose);

CREATE TABLE api_tokens (
    id uuid NOT NULL PRIMARY KEY,
    token_hash text NOT NULL,
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    name text NOT NULL,
    scopes text NOT NULL,
    created_at timestamp NOT NULL,
    last_used_at timestamp,
    revoked_at timestamp
);
CREATE UNIQUE INDEX api_tokens_by_hash ON api_tokens (token_hash);
CREATE INDEX api_tokens_by_person ON api_tokens (person_id);

-- One answer per key and person, so that a repeated POST is answered as the first was.
CREATE TABLE idempotency_keys (
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    idempotency_key text NOT NULL,
    request_hash text NOT NULL,
    status integer NOT NULL,
    body text NOT NULL,
    created_at timestamp NOT NULL,
    PRIMARY KEY (person_id, idempotency_key)
);

-- Sign-ins, denials and administration.
CREATE TABLE audit_events (
    id uuid NOT NULL PRIMARY KEY,
    at timestamp NOT NULL,
    actor_id uuid,
    action text NOT NULL,
    subject text NOT NULL,
    address text
);
CREATE INDEX audit_events_by_time ON audit_events (at);

-- Seats ----------------------------------------------------------------------

-- A role at an organiser. Memberships hang on the seat, not on its holder.
CREATE TABLE seats (
    id uuid NOT NULL PRIMARY KEY,
    organiser_code text NOT NULL REFERENCES organisers (code),
    role text NOT NULL,
    level text NOT NULL CHECK (level IN ('board', 'administration', 'principal', 'teacher')),
    person_id uuid REFERENCES people (id),
    held_from date,
    confirmed_at timestamp,
    confirmed_by uuid,
    created_at timestamp NOT NULL
);
CREATE INDEX seats_by_person ON seats (person_id);
CREATE INDEX seats_by_organiser ON seats (organiser_code);

-- Who held a seat when; the open row is the present holder.
CREATE TABLE seat_holdings (
    id uuid NOT NULL PRIMARY KEY,
    seat_id uuid NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES people (id),
    held_from date NOT NULL,
    held_until date
);
CREATE INDEX seat_holdings_by_seat ON seat_holdings (seat_id, held_from);
CREATE INDEX seat_holdings_by_person ON seat_holdings (person_id);

-- A seat offered to a successor, until accepted or withdrawn.
CREATE TABLE handovers (
    id uuid NOT NULL PRIMARY KEY,
    seat_id uuid NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    email text NOT NULL,
    name text NOT NULL,
    offered_by uuid NOT NULL REFERENCES people (id),
    created_at timestamp NOT NULL,
    accepted_at timestamp,
    withdrawn_at timestamp
);
CREATE INDEX handovers_by_seat ON handovers (seat_id);

-- E-mail domains that prove employment at an organiser.
CREATE TABLE organiser_domains (
    domain text NOT NULL PRIMARY KEY,
    organiser_code text NOT NULL REFERENCES organisers (code) ON DELETE CASCADE,
    created_by uuid,
    created_at timestamp NOT NULL
);
CREATE INDEX organiser_domains_by_organiser ON organiser_domains (organiser_code);

-- Networks -------------------------------------------------------------------

CREATE TABLE networks (
    id uuid NOT NULL PRIMARY KEY,
    slug text NOT NULL,
    name text NOT NULL,
    purpose text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('regional', 'thematic')),
    visibility text NOT NULL CHECK (visibility IN ('public', 'members')),
    joining text NOT NULL CHECK (joining IN ('open', 'approval', 'invitation')),
    county_code text,
    created_by uuid REFERENCES people (id),
    created_at timestamp NOT NULL,
    archived_at timestamp
);
CREATE UNIQUE INDEX networks_by_slug ON networks (slug);

CREATE TABLE network_coordinators (
    network_id uuid NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    appointed_by uuid,
    appointed_at timestamp NOT NULL,
    PRIMARY KEY (network_id, person_id)
);
CREATE INDEX network_coordinators_by_person ON network_coordinators (person_id);

CREATE TABLE network_memberships (
    id uuid NOT NULL PRIMARY KEY,
    network_id uuid NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    seat_id uuid NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    state text NOT NULL CHECK (state IN ('requested', 'active', 'declined', 'left')),
    message text NOT NULL,
    requested_at timestamp NOT NULL,
    decided_by uuid,
    decided_at timestamp,
    left_at timestamp
);
CREATE UNIQUE INDEX network_memberships_once ON network_memberships (network_id, seat_id);
CREATE INDEX network_memberships_by_seat ON network_memberships (seat_id, state);

CREATE TABLE invitations (
    id uuid NOT NULL PRIMARY KEY,
    network_id uuid NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    email text NOT NULL,
    name text NOT NULL,
    organiser_code text REFERENCES organisers (code),
    role text NOT NULL,
    level text,
    language text NOT NULL,
    invited_by uuid REFERENCES people (id),
    created_at timestamp NOT NULL,
    sent_at timestamp,
    opened_at timestamp,
    joined_at timestamp,
    bounced_at timestamp,
    revoked_at timestamp,
    expires_at timestamp NOT NULL
);
CREATE UNIQUE INDEX invitations_once ON invitations (network_id, email);

-- Rounds and groups ----------------------------------------------------------

CREATE TABLE rounds (
    id uuid NOT NULL PRIMARY KEY,
    network_id uuid NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    name text NOT NULL,
    preset text NOT NULL CHECK (preset IN ('neighbours', 'similar', 'mixed')),
    size_min integer NOT NULL,
    size_max integer NOT NULL,
    per_organiser integer NOT NULL,
    categories text NOT NULL CHECK (categories IN ('apart', 'mixed')),
    levels text NOT NULL CHECK (levels IN ('apart', 'mixed')),
    last_day date NOT NULL,
    seed bigint NOT NULL,
    note text NOT NULL,
    created_by uuid REFERENCES people (id),
    created_at timestamp NOT NULL,
    matched_at timestamp,
    published_at timestamp,
    published_by uuid,
    cancelled_at timestamp,
    cancelled_by uuid,
    result text
);
CREATE INDEX rounds_by_network ON rounds (network_id, created_at);

CREATE TABLE registrations (
    id uuid NOT NULL PRIMARY KEY,
    round_id uuid NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    seat_id uuid NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    state text NOT NULL CHECK (state IN ('active', 'paused', 'withdrawn')),
    wishes text NOT NULL,
    meeting_format text NOT NULL CHECK (meeting_format IN ('in_person', 'online', 'either')),
    travel_limit_km integer,
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL
);
CREATE UNIQUE INDEX registrations_once ON registrations (round_id, seat_id);
CREATE INDEX registrations_by_seat ON registrations (seat_id);

-- The proposal of a round before it is published.
CREATE TABLE proposal_groups (
    id uuid NOT NULL PRIMARY KEY,
    round_id uuid NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    position integer NOT NULL,
    name text NOT NULL,
    why text NOT NULL
);
CREATE UNIQUE INDEX proposal_groups_in_order ON proposal_groups (round_id, position);

-- Where the proposal puts a registration, or why it has no place. `why` is the explanation as data (JSON).
CREATE TABLE proposal_places (
    registration_id uuid NOT NULL PRIMARY KEY REFERENCES registrations (id) ON DELETE CASCADE,
    round_id uuid NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    proposal_group_id uuid REFERENCES proposal_groups (id) ON DELETE CASCADE,
    why text NOT NULL,
    moved_by uuid,
    moved_at timestamp
);
CREATE INDEX proposal_places_by_round ON proposal_places (round_id);
CREATE INDEX proposal_places_by_group ON proposal_places (proposal_group_id);

CREATE TABLE groups (
    id uuid NOT NULL PRIMARY KEY,
    network_id uuid NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    round_id uuid REFERENCES rounds (id),
    name text NOT NULL,
    agreement text NOT NULL,
    why text NOT NULL,
    open boolean NOT NULL,
    created_by uuid,
    created_at timestamp NOT NULL,
    closed_at timestamp
);
CREATE INDEX groups_by_network ON groups (network_id, name);
CREATE INDEX groups_by_round ON groups (round_id);

CREATE TABLE group_memberships (
    id uuid NOT NULL PRIMARY KEY,
    group_id uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    seat_id uuid NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    why text NOT NULL,
    joined_at timestamp NOT NULL,
    left_at timestamp
);
-- A seat that left may come back: one open row at a time.
CREATE UNIQUE INDEX group_memberships_once ON group_memberships (group_id, seat_id) WHERE left_at IS NULL;
CREATE INDEX group_memberships_by_seat ON group_memberships (seat_id);

CREATE TABLE group_requests (
    id uuid NOT NULL PRIMARY KEY,
    group_id uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    seat_id uuid NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    message text NOT NULL,
    state text NOT NULL CHECK (state IN ('requested', 'accepted', 'declined', 'withdrawn')),
    created_at timestamp NOT NULL,
    decided_by uuid,
    decided_at timestamp
);
CREATE UNIQUE INDEX group_requests_once ON group_requests (group_id, seat_id) WHERE state = 'requested';
CREATE INDEX group_requests_by_seat ON group_requests (seat_id);

-- Meetups --------------------------------------------------------------------

-- Times are UTC; `time_zone` is what the wall time was given in and what ICS says.
CREATE TABLE meetups (
    id uuid NOT NULL PRIMARY KEY,
    group_id uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    title text NOT NULL,
    agenda text NOT NULL,
    starts_at timestamp NOT NULL,
    ends_at timestamp NOT NULL,
    time_zone text NOT NULL,
    place text NOT NULL,
    link text NOT NULL,
    capacity integer,
    revision integer NOT NULL,
    created_by uuid REFERENCES people (id),
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    cancelled_at timestamp,
    cancelled_by uuid
);
CREATE INDEX meetups_by_group ON meetups (group_id, starts_at);
CREATE INDEX meetups_by_start ON meetups (starts_at);

CREATE TABLE answers (
    meetup_id uuid NOT NULL REFERENCES meetups (id) ON DELETE CASCADE,
    seat_id uuid NOT NULL REFERENCES seats (id) ON DELETE CASCADE,
    answer text NOT NULL CHECK (answer IN ('yes', 'maybe', 'no')),
    answered_by uuid,
    answered_at timestamp NOT NULL,
    PRIMARY KEY (meetup_id, seat_id)
);
CREATE INDEX answers_by_seat ON answers (seat_id);

-- Stories --------------------------------------------------------------------

CREATE TABLE posts (
    id uuid NOT NULL PRIMARY KEY,
    group_id uuid NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    network_id uuid NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    author_id uuid NOT NULL REFERENCES people (id),
    seat_id uuid REFERENCES seats (id),
    title text NOT NULL,
    form text NOT NULL CHECK (form IN ('guided', 'free')),
    body text NOT NULL,
    situation text NOT NULL,
    tried text NOT NULL,
    happened text NOT NULL,
    learned text NOT NULL,
    question text NOT NULL,
    visibility text NOT NULL CHECK (visibility IN ('group', 'network', 'public')),
    created_at timestamp NOT NULL,
    updated_at timestamp NOT NULL,
    published_at timestamp,
    withdrawn_at timestamp
);
CREATE INDEX posts_by_group ON posts (group_id, published_at);
CREATE INDEX posts_by_network ON posts (network_id, visibility, published_at);
CREATE INDEX posts_by_author ON posts (author_id, updated_at);
CREATE INDEX posts_by_visibility ON posts (visibility, published_at);

CREATE TABLE post_themes (
    post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    theme_slug text NOT NULL REFERENCES themes (slug),
    PRIMARY KEY (post_id, theme_slug)
);
CREATE INDEX post_themes_by_theme ON post_themes (theme_slug);

-- What a story said before an edit.
CREATE TABLE post_revisions (
    id uuid NOT NULL PRIMARY KEY,
    post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    title text NOT NULL,
    markdown text NOT NULL,
    edited_by uuid NOT NULL REFERENCES people (id),
    edited_at timestamp NOT NULL
);
CREATE INDEX post_revisions_by_post ON post_revisions (post_id, edited_at);

CREATE TABLE comments (
    id uuid NOT NULL PRIMARY KEY,
    post_id uuid NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    author_id uuid NOT NULL REFERENCES people (id),
    seat_id uuid REFERENCES seats (id),
    body text NOT NULL,
    created_at timestamp NOT NULL,
    edited_at timestamp,
    withdrawn_at timestamp
);
CREATE INDEX comments_by_post ON comments (post_id, created_at);
CREATE INDEX comments_by_author ON comments (author_id);

-- Digests, mail, jobs ----------------------------------------------------------

-- One bundle per person and period; the key makes it exactly one.
CREATE TABLE digests (
    id uuid NOT NULL PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    period text NOT NULL,
    since timestamp NOT NULL,
    until timestamp NOT NULL,
    items integer NOT NULL,
    composed_at timestamp NOT NULL
);
CREATE UNIQUE INDEX digests_once ON digests (person_id, period);

-- Mail on its way out. Bodies are emptied some days after sending.
CREATE TABLE outbox (
    id uuid NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    logical_key text NOT NULL,
    person_id uuid REFERENCES people (id) ON DELETE CASCADE,
    network_id uuid,
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
    due_at timestamp NOT NULL,
    lease_until timestamp,
    fence bigint NOT NULL,
    last_error text,
    created_at timestamp NOT NULL,
    sent_at timestamp
);
CREATE UNIQUE INDEX outbox_once ON outbox (logical_key);
CREATE INDEX outbox_due ON outbox (state, due_at);
CREATE INDEX outbox_by_person ON outbox (person_id, created_at);

CREATE TABLE jobs (
    id uuid NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    payload text NOT NULL,
    unique_key text,
    state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
    attempts integer NOT NULL,
    due_at timestamp NOT NULL,
    lease_until timestamp,
    fence bigint NOT NULL,
    last_error text,
    created_at timestamp NOT NULL,
    finished_at timestamp
);
CREATE UNIQUE INDEX jobs_once ON jobs (unique_key);
CREATE INDEX jobs_due ON jobs (state, due_at);
