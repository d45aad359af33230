DROP TABLE post_readings;
