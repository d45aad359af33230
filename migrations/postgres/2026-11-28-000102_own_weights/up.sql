-- The coordinator's own weights (JSON), in place of those of the preset.
ALTER TABLE rounds ADD COLUMN weights text;
