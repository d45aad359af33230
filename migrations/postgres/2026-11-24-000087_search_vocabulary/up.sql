-- Every word and stem that stories have had: what the beginning of a word can stand for. Its key is read in order, from
-- the beginning that was typed on; looking a beginning up in the index of stories would gather every story that has it.
CREATE TABLE search_vocabulary (
    word text COLLATE "C" NOT NULL PRIMARY KEY
);

INSERT INTO search_vocabulary (word) SELECT substr(word, 2) FROM ts_stat('SELECT terms FROM search_posts') WHERE word LIKE 'b%';
