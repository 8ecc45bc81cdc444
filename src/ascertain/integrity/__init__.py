"""Evidence that holds: canonical JSON, digests, the ledger and its verification."""
