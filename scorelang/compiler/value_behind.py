"""The expression of a used rubric that stands behind a value that is read of it."""

from __future__ import annotations

from scorelang.model import expressions as model


def value_behind(expr: model.UsedValue) -> model.Expr:
    """Give the expression of the used rubric that a value of it stands for."""
    name = expr.name or ""
    match expr.word:
        case model.UsedWord.TOTAL:
            return model.TotalValue()
        case model.UsedWord.POINTS:
            return model.ScorePoints(name)
        case model.UsedWord.LEVEL:
            return model.ScoreLevel(name)
        case model.UsedWord.GRADE:
            return model.GradeValue()
        case model.UsedWord.CLASS:
            return model.ClassValue(name)
        case model.UsedWord.RESULT:
            return model.ResultValue(name)
