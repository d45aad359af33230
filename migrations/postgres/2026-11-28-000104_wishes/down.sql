DROP TABLE not_with_wishes;
