DROP TABLE network_rivals;
