"""Whether a change cures a mistake: it is tried before it is said.

In: a ``Trouble``, and what reads a text up to its first trouble. Out: the first explanation
that is certain, or whose change lets the statement be read to its end. A change that leads
to the next trouble of the same statement is not offered: it would make nothing better.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import attrs

from scorelang.syntax.recovery import Statements
from scorelang.syntax.trouble import Mistake, Trouble

ONCE: Final = frozenset(("E0101.quoted_name", "E0101.spaced_name"))
"""What is said once: who writes one name so writes all names so."""
FirstTrouble = Callable[[str], Trouble | None]
_MOST_IN_A_ROW: Final = 2
"""How many mistakes of one statement are mended together, to try the first of them."""

_MOST_READ_AGAIN: Final = 250_000
"""How many signs of one source are read again for its changes, a second or two in all."""


@attrs.define
class Tries:
    """What is left of the work that one source may cost; then no further change is offered."""

    left: int = _MOST_READ_AGAIN

    def take(self, text: str) -> bool:
        """Take the reading of a text; ``False``: too much was read already."""
        self.left -= len(text)
        return self.left >= 0


def _explanations(trouble: Trouble) -> Iterator[Mistake]:
    # A text without mistakes needs none of the many patterns.
    from scorelang.syntax.mistakes import explanations  # noqa: PLC0415

    return explanations(trouble)


def explain(trouble: Trouble, first_trouble: FirstTrouble, tries: Tries) -> Mistake:
    """Say what is wrong, with a change only where it was tried and cures."""
    for mistake in _explanations(trouble):
        if mistake.change is None or _cures(mistake, trouble, first_trouble, tries, _MOST_IN_A_ROW):
            return mistake
        if mistake.is_sure:
            return attrs.evolve(mistake, replacement=None, trial=None)
    raise AssertionError(trouble)  # the last explanation changes nothing


def _cures(mistake: Mistake, trouble: Trouble, read: FirstTrouble, tries: Tries, left: int) -> bool:
    """Tell whether the statement reads with the change, and perhaps with further ones."""
    mended = mistake.mend(trouble.text)
    behind = mistake.start + len(mistake.change or "")
    if not tries.take(mended):
        return False
    further = read(mended)
    if further is None or further.at >= Statements(mended).bounds(behind)[1]:
        return True
    if not left or not mistake.change or not mended[behind : further.at].strip():
        return False
    return any(
        _cures(each, further, read, tries, left - 1)
        for each in _explanations(further)
        if each.change is not None
    )
