"""An extractor behind any OpenAI-compatible server: it may propose words that stand in the text, and nothing else."""
