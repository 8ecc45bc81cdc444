"""Compile the built-in gazetteer ahead of the first run: `python -m ascertain.knowledge.gazetteer`."""

from ascertain.knowledge.gazetteer.cache import built_in_table

if __name__ == "__main__":
    table, digest = built_in_table()
    print(f"{len(table.arrays['lat']):,} places, {len(table.arrays['pair']):,} names, sha256 {digest[:16]}")
