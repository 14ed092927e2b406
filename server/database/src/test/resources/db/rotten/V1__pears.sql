CREATE TABLE pear (name text PRIMARY KEY);
INSERT INTO pear VALUES ('same'), ('same');
