DROP TABLE round_searches;
