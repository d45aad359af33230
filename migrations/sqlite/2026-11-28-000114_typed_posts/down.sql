DROP TABLE typed_posts;
