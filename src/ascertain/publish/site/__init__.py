"""The dossier as a static site: pages that need neither network nor script."""
