ALTER TABLE networks DROP COLUMN themes_edition;
