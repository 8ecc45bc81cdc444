"""What the words of one item leave open and those of the others settle: years, days, places of one name."""

from ascertain.resolve.collection.clock import with_zone
from ascertain.resolve.collection.settle import settle

__all__ = ["settle", "with_zone"]
