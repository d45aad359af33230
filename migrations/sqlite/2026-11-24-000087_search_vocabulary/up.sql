-- Every word and stem that stories have had: what the beginning of a word can stand for. Its key is read in order, from
-- the beginning that was typed on; looking a beginning up in the index of stories would gather every story that has it.
CREATE TABLE search_vocabulary (
    word text NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search_post_vocabulary USING fts5vocab (search_post_terms, 'row');
INSERT INTO search_vocabulary (word) SELECT substr(term, 2) FROM search_post_vocabulary WHERE term GLOB 'b*';
DROP TABLE search_post_vocabulary;
