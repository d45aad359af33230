-- Whom a story mentions, as comments have it: a line for each, with the identifier and the name as it was typed.
ALTER TABLE posts ADD COLUMN mentions text;
