"""Exit codes, the same for every verb; see ``docs/interface``."""

from __future__ import annotations

import enum


class ExitCode(enum.IntEnum):
    """What a run tells the shell."""

    FINE = 0
    FINDINGS = 1
    """Check errors, failed examples, too many rejected records."""
    USAGE = 2
    """A mistake on the command line, in a configuration, in reading or writing."""
    REJECTED = 3
    """Scored, but records were rejected."""
    OUR_BUG = 101
    INTERRUPTED = 130
    BROKEN_PIPE = 141
    """Whoever read our output has stopped, as ``head`` does."""
