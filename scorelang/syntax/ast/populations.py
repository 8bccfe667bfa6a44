"""Values over all records: means, ranks, shares."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax.ast.words import Name, spanned

if TYPE_CHECKING:  # these are made of one another
    from scorelang.syntax.ast.expressions import Expr


class PopulationWord(enum.Enum):
    """A value that is taken over all scored records."""

    MEAN = "mean of"
    MEDIAN = "median of"
    LOWEST = "lowest of"
    HIGHEST = "highest of"
    QUANTILE = "quantile"
    COUNT = "count of"
    RANK = "rank of"
    PERCENT_RANK = "percent rank of"
    CUMULATIVE_SHARE = "cumulative share of"


class PopulationManner(enum.Enum):
    """How ties share a rank, and where a quantile ends."""

    DENSE = "dense"
    AVERAGE = "average"
    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


RANKS = frozenset(
    {PopulationWord.RANK, PopulationWord.PERCENT_RANK, PopulationWord.CUMULATIVE_SHARE}
)
"""Values that say where a record stands; they have tie keys and an order."""


@attrs.frozen(eq=False, repr=False)
class PopulationExpr(Structure):
    """``mean of x by y``, ``quantile 90% of x``, ``rank of rpn, severity, highest first``.

    ``keys`` has one expression, for a rank or a cumulative share the tie keys too; ``level``
    is the quantile; ``highest_first`` is ``None`` where no order was written.
    """

    word: PopulationWord
    keys: tuple[Expr, ...]
    by: Name | None = None
    level: Expr | None = None
    highest_first: bool | None = None
    manner: PopulationManner | None = None
    span: Span = spanned()
