-- Derived records by stage and id. `key` is the digest of what a record was made from.
CREATE TABLE record (
    stage TEXT NOT NULL,
    id TEXT NOT NULL,
    key TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (stage, id)
) WITHOUT ROWID;

-- Words to be searched. The row's number is made from its kind and id, so that it is the same in every database.
CREATE TABLE searched (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    folded TEXT NOT NULL,
    stems TEXT NOT NULL
);

CREATE VIRTUAL TABLE words USING fts5 (
    folded, stems,
    content = 'searched', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 0'
);
