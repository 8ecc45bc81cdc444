"""Users, roles and audit (not built yet)."""
