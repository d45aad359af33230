-- When the network, and everybody, got to read a story that fewer had read before, and the later of both: to them it is new then.
ALTER TABLE posts ADD COLUMN network_at timestamp;
ALTER TABLE posts ADD COLUMN public_at timestamp;
ALTER TABLE posts ADD COLUMN widened_at timestamp;
-- Digests ask for those of a few hours, of the few that there are.
CREATE INDEX posts_widened ON posts (widened_at) WHERE widened_at IS NOT NULL;
