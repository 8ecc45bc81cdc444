"""How people say it: one folder a language, words and patterns as data."""
