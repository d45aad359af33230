DROP TABLE inbound_mails;
ALTER TABLE outbox DROP COLUMN reply_to;
ALTER TABLE people DROP COLUMN calendar_alarm;
ALTER TABLE answers DROP COLUMN stamp;
ALTER TABLE meetups DROP COLUMN reply_address;
