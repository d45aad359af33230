DROP INDEX comments_in_threads;
