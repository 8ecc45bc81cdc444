-- Derived records by stage and id, as the last build left them: what readers see. `key` is the digest of what a record
-- was made from. Texts are compared by their bytes, as SQLite does.
CREATE TABLE record (
    stage text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    key text NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (stage, id)
);

-- What the build under way has changed: a record without content is one that goes.
CREATE TABLE pending_record (
    stage text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    key text,
    content text,
    PRIMARY KEY (stage, id)
);

CREATE VIEW record_now AS
    SELECT stage, id, key, content FROM record WHERE NOT EXISTS (
        SELECT FROM pending_record AS pending WHERE pending.stage = record.stage AND pending.id = record.id
    )
    UNION ALL
    SELECT stage, id, key, content FROM pending_record WHERE content IS NOT NULL;

-- Words to be searched. The server itself makes arrays and length from the words, so that they can't differ.
CREATE TABLE searched (
    number bigint PRIMARY KEY,
    kind text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    folded text COLLATE "C" NOT NULL,
    stems text COLLATE "C" NOT NULL,
    folded_words text[] COLLATE "C" GENERATED ALWAYS AS (string_to_array(folded, ' ')) STORED,
    stems_words text[] COLLATE "C" GENERATED ALWAYS AS (string_to_array(stems, ' ')) STORED,
    length integer GENERATED ALWAYS AS (
        cardinality(string_to_array(folded, ' ')) + cardinality(string_to_array(stems, ' '))
    ) STORED
);
CREATE INDEX ON searched USING gin (folded_words);
CREATE INDEX ON searched USING gin (stems_words);

CREATE TABLE pending_searched (
    number bigint PRIMARY KEY,
    kind text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    folded text COLLATE "C",
    stems text COLLATE "C",
    folded_words text[] COLLATE "C" GENERATED ALWAYS AS (string_to_array(folded, ' ')) STORED,
    stems_words text[] COLLATE "C" GENERATED ALWAYS AS (string_to_array(stems, ' ')) STORED,
    length integer GENERATED ALWAYS AS (
        cardinality(string_to_array(folded, ' ')) + cardinality(string_to_array(stems, ' '))
    ) STORED
);

CREATE VIEW searched_now AS
    SELECT number, kind, id, folded, stems, folded_words, stems_words, length FROM searched WHERE NOT EXISTS (
        SELECT FROM pending_searched AS pending WHERE pending.number = searched.number
    )
    UNION ALL
    SELECT number, kind, id, folded, stems, folded_words, stems_words, length FROM pending_searched WHERE folded IS NOT NULL;

-- Every word that was ever searched for in this case: what `word*` may mean.
CREATE TABLE word (word text COLLATE "C" PRIMARY KEY);

-- The version of this schema, and the digest of the case.db that holds the same records.
CREATE TABLE about (version integer NOT NULL, settled text);
INSERT INTO about (version) VALUES (0);
