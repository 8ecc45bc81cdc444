"""The schemas of a case on a PostgreSQL server, one file a version, carried out in order."""
