-- Who would come if there was a place: their number in the line, the lowest first. Such an answer says maybe, so that nothing
-- that counts who comes counts them.
ALTER TABLE answers ADD COLUMN waiting integer;
