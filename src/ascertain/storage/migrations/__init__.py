"""The schemas of case.db, one file a version, carried out in order."""
