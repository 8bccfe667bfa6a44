"""What a rubric asks of a run, and what it will say: known before any record is read."""

from __future__ import annotations

from scorelang.model.expressions import AsOf
from scorelang.model.rubric import CheckedRubric, GradeLine, Override
from scorelang.model.rules import Branch
from scorelang.model.walk import descend


def has_actions(rubric: CheckedRubric) -> bool:
    """Whether any line or override of a rubric says what is to be done."""
    return any(
        isinstance(node, Branch | GradeLine | Override) and node.action is not None
        for node in descend(rubric)
    )


def reads_as_of(rubric: CheckedRubric) -> bool:
    """Whether a value depends on the day of the evaluation."""
    return any(isinstance(node, AsOf) for node in descend(rubric))
