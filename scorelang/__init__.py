"""The language for scoring policies: rubrics that are checked, exact and explained.

The names below come from :mod:`scorelang.api` and are loaded when they are first used, so
that the command line can print its help without loading the compiler.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scorelang.api import (
        Loaded,
        NoVersionError,
        RecordError,
        Rubric,
        RubricError,
        Versions,
        format_source,
        load_rubric,
        load_text,
        load_versions,
        read_rubric,
    )

__all__ = [
    "Loaded",
    "NoVersionError",
    "RecordError",
    "Rubric",
    "RubricError",
    "Versions",
    "format_source",
    "load_rubric",
    "load_text",
    "load_versions",
    "read_rubric",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name not in __all__:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module("scorelang.api"), name)
