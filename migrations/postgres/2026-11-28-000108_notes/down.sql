ALTER TABLE meetups DROP COLUMN nudged_at;
DROP TABLE opinions;
DROP TABLE materials;
DROP TABLE outcomes;
DROP TABLE note_drafts;
DROP TABLE note_versions;
DROP TABLE notes;
