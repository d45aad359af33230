-- Of a comment that came by mail: what names the message, so that the same one makes no second comment.
ALTER TABLE comments ADD COLUMN mail_hash text;
CREATE UNIQUE INDEX comments_by_mail ON comments (mail_hash) WHERE mail_hash IS NOT NULL;
