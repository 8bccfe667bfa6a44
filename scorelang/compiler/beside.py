"""What is said of a number as written by what it stands beside: one place for all of it.

In: a number of the tree and the value that it is compared with, limited by, or put beside.
Out: whether it can stand there. Every place that reads such a number asks here: bands,
conditions, ranges, blanks, limits, steps, the least and the greatest of several.
"""

from __future__ import annotations

from scorelang.compiler.percent_limits import report_percent
from scorelang.compiler.reading import Reading
from scorelang.compiler.typed import Typed
from scorelang.compiler.unit_words_beside import refuse_count
from scorelang.syntax import ast


def is_right_beside(node: ast.Expr, subject: Typed, reading: Reading) -> bool:
    """Report a number whose unit is wrong, and ask about one that reads otherwise than meant."""
    if refuse_count(node, subject, reading):
        return False
    report_percent(node, subject.expr, reading)
    return True
