-- Words are kept as they were split, one space between two, so that every store of records finds the same. What an
-- older version kept had its punctuation: all of it is derived and is made again by the next build.
DELETE FROM record;
DELETE FROM searched;
INSERT INTO words (words) VALUES ('delete-all');
