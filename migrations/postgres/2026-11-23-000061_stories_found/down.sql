DROP INDEX networks_by_word;
DROP INDEX groups_by_word;
DROP INDEX people_by_word;
DROP FUNCTION search_words(text);
DROP TABLE search_posts;
DROP INDEX people_by_digest;
DROP INDEX posts_latest;
