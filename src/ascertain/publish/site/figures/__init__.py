"""Drawings in SVG, made here so that they print and need no script."""
