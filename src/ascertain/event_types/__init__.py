"""What can happen: one TOML file a type, with its codes, cues and examples."""
