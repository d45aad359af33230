DROP TABLE digest_items;
