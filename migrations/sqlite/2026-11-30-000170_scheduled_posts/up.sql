-- When a draft is to be published by itself, and why that did not happen, until its author does something about it.
ALTER TABLE posts ADD COLUMN scheduled_at text;
ALTER TABLE posts ADD COLUMN missed text CHECK (missed IN ('left', 'unfinished'));
