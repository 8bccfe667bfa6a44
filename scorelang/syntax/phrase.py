"""One phrase that owners carry over from a policy, and how the language says the same.

The tables of such phrases are ``phrases_of_lines`` and ``phrases_of_heads``.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable
from typing import Final

import attrs

Found = re.Match[str]
NUMBER: Final = r"[0-9]+(?:\.[0-9]+)?"
UNIT: Final = r"(?:[%％‰]|万元|亿元|个月|小时|[万亿元天日年月分次家人项])"


class Block(enum.Enum):
    """Where a phrase may stand."""

    ANY = enum.auto()
    GRADES = enum.auto()
    RECORD = enum.auto()
    EXAMPLE = enum.auto()


@attrs.frozen
class Phrase:
    """What is written, how the language says it, the key of the words, and where it stands.

    ``say`` makes the text of the language from what was found and the whole text.
    """

    pattern: re.Pattern[str]
    say: Callable[[Found, str], str]
    key: str = "E0101.phrase"
    block: Block = Block.ANY


def phrase(
    pattern: str,
    say: str | Callable[[Found, str], str],
    key: str = "E0101.phrase",
    block: Block = Block.ANY,
) -> Phrase:
    """Make a phrase; ``say`` may be a template with the groups of the pattern."""
    return Phrase(re.compile(pattern), _filled(say) if isinstance(say, str) else say, key, block)


def _filled(template: str) -> Callable[[Found, str], str]:
    return lambda found, _: found.expand(template)
