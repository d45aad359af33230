DROP TABLE letter_mutes;
DROP TABLE letter_recipients;
DROP TABLE letters;
