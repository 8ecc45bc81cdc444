"""How a command that went well ends: at once.

Python takes apart at its end what a program has read in, object by object, which takes a twelfth of a build to which
one report was added. The system takes all of it back in no time.
"""

import atexit
import os
import sys
import threading


class Ending:
    """Ends the program without taking its memory apart, once `is_well` was said and all else that ends it is done."""

    def __init__(self) -> None:
        """Be the last of what is done at the end: what is registered later is done before."""
        self.is_well = False
        atexit.register(self._end)

    def _end(self) -> None:
        if not self.is_well or threading.active_count() > 1:
            return
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:  # nobody reads any more: Python says so as it always does
            return
        os._exit(0)
