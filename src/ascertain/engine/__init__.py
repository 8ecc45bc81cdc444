"""Where functions run: one process, a pool, a cluster."""
