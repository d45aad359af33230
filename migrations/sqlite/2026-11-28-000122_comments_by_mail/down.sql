DROP INDEX comments_by_mail;
ALTER TABLE comments DROP COLUMN mail_hash;
