-- Files of stories and meetups. What they hold is in the storage, under the same identifier.
CREATE TABLE attachments (
    id blob NOT NULL PRIMARY KEY,
    post_id blob REFERENCES posts (id) ON DELETE CASCADE,
    meetup_id blob REFERENCES meetups (id) ON DELETE CASCADE,
    group_id blob NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    network_id blob NOT NULL REFERENCES networks (id) ON DELETE CASCADE,
    uploaded_by blob NOT NULL REFERENCES people (id),
    name text NOT NULL,
    kind text NOT NULL,
    bytes integer NOT NULL,
    sha256 text NOT NULL,
    -- Of what came; pictures are drawn anew. The same file sent twice is known by it.
    source_sha256 text NOT NULL,
    -- Of the small picture.
    small_sha256 text,
    width integer,
    height integer,
    -- What a picture shows, in words.
    alt text NOT NULL,
    -- Before that, whoever added it sees it.
    visible_from text NOT NULL,
    created_at text NOT NULL,
    removed_at text,
    removed_by blob REFERENCES people (id),
    CHECK ((post_id IS NULL) <> (meetup_id IS NULL))
) STRICT;
CREATE INDEX attachments_by_post ON attachments (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX attachments_by_meetup ON attachments (meetup_id) WHERE meetup_id IS NOT NULL;
CREATE INDEX attachments_by_group ON attachments (group_id, created_at);
CREATE INDEX attachments_by_network ON attachments (network_id, created_at);
CREATE INDEX attachments_by_person ON attachments (uploaded_by);
