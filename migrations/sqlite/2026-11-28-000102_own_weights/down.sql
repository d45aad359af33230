ALTER TABLE rounds DROP COLUMN weights;
