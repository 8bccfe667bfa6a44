"""Random cells for any rubric: every kind of value, edges often, blanks sometimes."""

from fractions import Fraction

from scorelang.model.fields import FieldType
from scorelang.numeric.exact import show

STEPS = {FieldType.INTEGER: Fraction(1), FieldType.PERCENT: Fraction(1, 1000)}


def texts(rubric, chance, edges=None, blank=0.05):
    """The cells of one record by field; ``edges`` are numbers worth trying, by field."""
    return {
        field.name: cell(field, chance, (edges or {}).get(field.name, ()), blank)
        for field in rubric.fields
    }


def cell(field, chance, edges, blank):
    if field.type is FieldType.TEXT:
        return f"{chance.randrange(10_000):04}"
    if not field.required and chance.random() < blank:
        return ""
    if field.type is FieldType.YES_NO:
        return chance.choice(("yes", "no", "是", "否", "1", "0"))
    if field.type is FieldType.CATEGORY:
        value = chance.choice(field.categories)
        return chance.choice((value.name, value.label or value.name))
    return number(field, chance, edges)


def number(field, chance, edges):
    if edges and chance.random() < 0.6:
        step = Fraction(1) if field.type is FieldType.INTEGER else Fraction(1, 100_000)
        at = Fraction(chance.choice(edges)) + step * chance.choice((-1, 0, 0, 0, 1))
        if field.domain is None or field.domain.contains(at):
            return show(at / field.scale)
    return show(anywhere(field, chance) / field.scale)


def anywhere(field, chance):
    low, high = Fraction(0), Fraction(10_000_000 if field.type is FieldType.MONEY else 100)
    if field.domain is not None:
        low = low if field.domain.low is None else field.domain.low
        high = max(low + 1, high) if field.domain.high is None else field.domain.high
    step = STEPS.get(field.type, Fraction(1, 100))
    inside = low + (high - low) * Fraction(chance.randrange(1, 1000), 1000)
    return inside // step * step or low + step
