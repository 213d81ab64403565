CREATE TABLE chat29_log (id INT(11) NOT NULL, chat_title VARCHAR(255), dialog_kind TINYINT(1));
SELECT COUNT(*) FROM chats WHERE created > '2026-11-20' AND unread > 29 LIMIT 210 OFFSET 5;
ALTER TABLE chat_log ADD INDEX chat_date_29 (chat_date), ALGORITHM = INPLACE;
