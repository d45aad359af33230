-- Half-days when somebody can usually meet, a bit each from Monday morning to Friday afternoon; 0 where they have not said.
ALTER TABLE people ADD COLUMN availability integer NOT NULL DEFAULT 0;
ALTER TABLE registrations ADD COLUMN availability integer NOT NULL DEFAULT 0;
