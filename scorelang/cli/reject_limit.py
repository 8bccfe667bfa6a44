"""How many rejected records a run bears: a number, or a share of the records."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NoReturn

import attrs

from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.failure import fail
from scorelang.cli.terms import TERMS

_NUMBER = re.compile(r"([0-9]{1,18})")
_SHARE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)[%％]")


@attrs.frozen
class RejectLimit:
    """``count`` or ``share``; neither: any number is borne."""

    text: str = ""
    count: int | None = None
    share: Fraction | None = None

    @property
    def is_set(self) -> bool:
        """Whether there is a limit at all."""
        return self.count is not None or self.share is not None

    def check_running(self, rejected: int, seen: int) -> None:
        """Stop as soon as a number is passed; a share is known at the end only."""
        if self.count is not None and rejected > self.count:
            self._stop(rejected, seen)

    def check_end(self, rejected: int, seen: int) -> None:
        """Stop where the share is passed."""
        if self.share is not None and rejected > self.share * seen:
            self._stop(rejected, seen)

    def _stop(self, rejected: int, seen: int) -> NoReturn:
        fail("U0207", ExitCode.FINDINGS, rejected=rejected, count=seen, limit=self.text)


def read_limit(text: str | None) -> RejectLimit:
    """Read ``10`` or ``2%``; anything else ends the run."""
    if text is None:
        return RejectLimit()
    plain = text.strip()
    if found := _NUMBER.fullmatch(plain):
        return RejectLimit(plain, count=int(found[1]))
    if (found := _SHARE.fullmatch(plain)) and Fraction(found[1]) <= 100:
        return RejectLimit(plain, share=Fraction(found[1]) / 100)
    return fail(
        "U0208",
        value=text,
        expected=TERMS["a number of records or a share of them"],
        option="--max-rejects",
        example=TERMS["10` or `--max-rejects 2%"],
    )
