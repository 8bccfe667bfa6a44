"""What the interpreter and the kernel say of one record, in one form that can be compared."""

from fractions import Fraction

import attrs

from scorelang.evaluator.interpreter import Evaluator
from scorelang.evaluator.population import AssumedFigures
from scorelang.evaluator.raters import combine, combine_ratings
from scorelang.kernel.compute import Given
from scorelang.kernel.evaluate import Scored, score
from scorelang.model.expressions import FieldValue
from scorelang.model.fields import Rejection
from scorelang.model.outcome import Status
from scorelang.model.rubric import PLACES


def assumed(rubric, numbers):
    """Population values that are assumed for a record, one for each name."""
    found = {}
    for number, each in zip(numbers, rubric.populations, strict=False):
        share = Fraction(number % 101, 100) if each.kind in PLACES else Fraction(number)
        found[each.name] = {None: share}
    return found


def by_interpreter(rubric, record, figures, as_of):
    """What the interpreter says, as ``Scored``."""
    outcome = Evaluator(rubric).score(record, figures, as_of)
    if isinstance(outcome, Rejection):
        return Scored(faults=tuple(sorted({fault.code for fault in outcome.faults})))
    lets = dict(outcome.lets)
    undecided = outcome.undecided
    if outcome.status is Status.NOT_RATABLE:
        return Scored(not_ratable=True, undecided=undecided, lets=lets)
    return Scored(
        total=outcome.total_exact,
        grade=outcome.grade,
        grade_before=outcome.grade_before,
        scores=dict(outcome.scores),
        results=dict(outcome.results),
        levels=dict(outcome.levels),
        flags=outcome.flags,
        overrides=tuple((each.name, each.before, each.after) for each in outcome.overrides),
        missing=outcome.missing,
        undecided=undecided,
        expired=outcome.expired,
        actions=outcome.actions or (),
        reasons=tuple((e.code, e.indicator, e.difference) for e in outcome.reasons or ()),
        lets=lets,
        populations=dict(outcome.populations),
    )


def given(rubric, record, figures, as_of):
    """What a kernel is given of a record."""
    rated = combine_ratings([field for field in rubric.fields if field.raters], record)
    return Given(
        {**rated.values, **_ratings_inside(rubric, record, "")},
        {name: special.code for name, special in record.specials.items()},
        as_of,
        AssumedFigures(figures),
    )


def _ratings_inside(rubric, record, prefix):
    """Values of fields of used rubrics that combine ratings of this record themselves."""
    found = {}
    for used in rubric.used:
        given = {name: expr.name for name, expr in used.fields if isinstance(expr, FieldValue)}
        for field in used.rubric.fields:
            if field.raters and field.name in given:
                outer, name = given[field.name], f"{prefix}{used.alias}.{field.name}"
                found[name] = record.values.get(outer)
                if outer in record.ratings or found[name] is None:
                    ratings = record.ratings.get(outer, ())
                    found[name] = combine(field.raters, ratings).value
    return found


def by_kernel(kernel, rubric, record, figures, as_of):
    """What the kernel says, in the same form."""
    order = rubric.reasons
    values = given(rubric, record, figures, as_of)
    return comparable(score(kernel, values, order.count if order else None))


def comparable(found):
    """What any engine says, in the form of the interpreter."""
    if found.faults:
        return Scored(faults=tuple(sorted({code for code, _ in found.faults})))
    if found.not_ratable is not None:
        return Scored(not_ratable=True, undecided=found.undecided, lets=dict(found.lets))
    return attrs.evolve(
        found,
        overrides=tuple((each.name, each.before, each.after) for each in found.overrides),
        reasons=tuple((e.code, e.indicator, e.difference) for e in found.reasons),
    )
