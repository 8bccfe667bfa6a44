"""How names of columns are compared."""

from __future__ import annotations

import unicodedata


def plain(name: str) -> str:
    """Give a name as it is compared: NFKC, trimmed, letter case ignored."""
    return unicodedata.normalize("NFKC", name).strip().casefold()
