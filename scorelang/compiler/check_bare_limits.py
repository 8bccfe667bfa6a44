"""Checks for values that fall between two lines into ``otherwise``, which nobody may have meant.

Raises W0405: single values in a row where limits seem to be meant (``90``, ``80`` for
``>= 90``, ``>= 80``), and ranges that leave out what lies between two written numbers
(``80 to 100``, ``60 to 79`` of a number with decimals). Values for which ``otherwise`` gives
something between its neighbours, or makes the record not ratable, are left alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs

from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.grids import constant_of, grid_of
from scorelang.compiler.ranges import bounds
from scorelang.compiler.rule_places import RulePlace, rules_of, witness_of
from scorelang.compiler.scope import Scope, ScoreReach
from scorelang.compiler.scores_that_occur import scores_that_occur
from scorelang.compiler.shown_values import PLAIN, Display, display_of, field_of, name_of
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.model import Label, Witness
from scorelang.model.expressions import Expr
from scorelang.model.fields import FieldType
from scorelang.model.rubric import CheckedRubric, GradeLine, Grading
from scorelang.model.rules import Bands, Branch, Levels
from scorelang.numeric.exact import places_of, show
from scorelang.numeric.interval import Grid, Interval
from scorelang.numeric.interval_arithmetic import is_nothing, only, tighten
from scorelang.numeric.interval_set import gaps
from scorelang.source.span import Span
from scorelang.source.structure import Structure


@attrs.frozen(eq=False, repr=False)
class _Line(Structure):
    """One line of a list with what it gives; ``worth`` is known where that is a number."""

    interval: Interval
    text: str
    worth: Fraction | None
    span: Span | None

    @property
    def is_bare(self) -> bool:
        """Whether the line is a single value, written as nothing but that."""
        is_single = self.interval.low is not None and self.interval.low == self.interval.high
        return is_single and not any(mark in self.text for mark in _EXACTLY)


_EXACTLY = ("=", "＝", "等于", "为", "是", "exactly", "is")


@attrs.frozen(eq=False, repr=False)
class _Listing(Structure):
    """The lines of one list in the order of the file, with all that is needed to speak of them."""

    name: str
    subject: str
    lines: Sequence[_Line]
    numbers: Interval
    grid: Grid
    display: Display
    given: str
    worth: Fraction | None
    scores: Sequence[Fraction] | None = None


def check_bare_limits(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Check the lines of all indicators, grades and classes that have an ``otherwise``."""
    for place in rules_of(rubric, scope):
        found = _listing_of_rule(place)
        if found is not None:
            _check(found, _fields(place), place.scope, collector)
    for grading in (*((rubric.grading,) if rubric.grading else ()), *rubric.classes):
        for values in dict.fromkeys(line.segment for line in grading.lines):
            lines = [line for line in grading.lines if line.segment == values]
            listing = _listing_of_grades(grading, lines, rubric, scope)
            if listing is not None:
                _check(listing, None, scope, collector)


def _fields(place: RulePlace) -> str | None:
    subject = place.rule.subject if isinstance(place.rule, Bands | Levels) else None
    field = field_of(subject, place.scope) if subject is not None else None
    return field.name if field is not None and field.type is not FieldType.DATE else None


def _listing_of_rule(place: RulePlace) -> _Listing | None:
    match place.rule:
        case Bands(subject, bands, Branch() as otherwise):
            pairs = [(interval, branch) for interval, branch in bands]
        case Levels(subject, cases, Branch() as otherwise):
            pairs = [(only(value), branch) for value, branch in _single_numbers(cases)]
        case _:
            return None
    if otherwise.not_ratable is not None or otherwise.points is None:
        return None
    lines = [_line(interval, branch) for interval, branch in pairs]
    worth = _worth(otherwise.points)
    given = TERMS["what `otherwise` gives"]
    if worth is not None:
        given = TERMS["{points} points"].format(points=show(worth))
    return _Listing(
        place.name,
        name_of(subject),
        lines,
        bounds(subject, place.scope),
        grid_of(subject, place.scope),
        display_of(subject, place.scope, (line.text for line in lines)),
        given,
        worth,
    )


def _single_numbers(
    cases: Sequence[tuple[frozenset[object], Branch]],
) -> Iterator[tuple[Fraction, Branch]]:
    for values, branch in cases:
        for value in values:
            if isinstance(value, Fraction):
                yield value, branch


def _line(interval: Interval, branch: Branch) -> _Line:
    return _Line(interval, branch.text, _worth(branch.points), branch.span)


def _worth(points: Expr | None) -> Fraction | None:
    return None if points is None else constant_of(points)


def _listing_of_grades(
    grading: Grading, lines: Sequence[GradeLine], rubric: CheckedRubric, scope: Scope
) -> _Listing | None:
    reach: ScoreReach | None = (
        scope.total if grading.score is None else scope.scores.get(grading.score)
    )
    rest = next((line for line in lines if _is_otherwise(line)), None)
    if reach is None or rest is None or any(line.condition or line.needs for line in lines):
        return None
    found = [
        _Line(line.interval, line.text.lstrip("=＝ "), None, line.span)
        for line in lines
        if line.interval is not None
    ]
    occur = scores_that_occur(rubric, scope, grading.score) if found else None
    return _Listing(
        grading.name or TERMS["grades"],
        grading.score or TERMS["total"],
        found,
        reach.numbers,
        reach.grid,
        PLAIN,
        rest.name,
        None,
        None if occur is None else sorted(occur),
    )


def _is_otherwise(line: GradeLine) -> bool:
    return line.interval is None and line.condition is None and not line.is_missing


# --- what falls between two lines ----------------------------------------------------


def _check(listing: _Listing, field: str | None, scope: Scope, collector: Collector) -> None:
    """Report the first gap; the others are of the same making."""
    if is_nothing(listing.numbers) or _counts(listing):
        return
    found = gaps(listing.numbers, [line.interval for line in listing.lines], listing.grid)
    for gap in found if _rises(listing.lines) else found[::-1]:
        below, above = _neighbours(listing.lines, gap)
        if below is None or above is None or _is_between(listing.worth, below, above):
            continue
        value = _value_in(gap, listing)
        is_meant = not (below.is_bare or above.is_bare) and not _is_crack(below, above)
        if value is None or is_meant:
            continue
        cells = ((listing.subject, listing.display.show(value)),)
        witness = Witness(cells, listing.given)
        if field is not None:
            witness = witness_of({field: value}, scope, listing.given)
        _add(listing, _Found(gap, value, below, above), witness, collector)
        return


def _rises(lines: Sequence[_Line]) -> bool:
    """Whether the list begins with its lowest line; findings then go up with the file."""
    ends = [line.interval.low or line.interval.high or Fraction(0) for line in lines]
    return bool(ends) and ends[0] <= ends[-1]


@attrs.frozen(eq=False, repr=False)
class _Found(Structure):
    """A gap with one of its values and the lines beside it."""

    gap: Interval
    value: Fraction
    below: _Line
    above: _Line


def _add(listing: _Listing, found: _Found, witness: Witness, collector: Collector) -> None:
    below, above = found.below, found.above
    rises = listing.lines.index(below) < listing.lines.index(above)
    first, second = (below, above) if rises else (above, below)
    bare = next((line for line in (first, second) if line.is_bare), None)
    if _is_crack(below, above):
        bare = None
    limit = listing.display.show(bare.interval.low or Fraction(0)) if bare else ""
    key = "W0405.range" if bare is None else "W0405.up" if rises else "W0405"
    collector.add(
        WORDS,
        key,
        (bare or second).span,
        labels=[
            Label(line.span, TERMS["the line beside it"])
            for line in (first, second)
            if line is not (bare or second) and line.span is not None
        ],
        witness=witness,
        part=listing.name,
        subject=listing.subject,
        value=listing.display.show(found.value),
        given=listing.given,
        limit=limit,
        region=listing.display.values(found.gap),
    )


def _neighbours(lines: Sequence[_Line], gap: Interval) -> tuple[_Line | None, _Line | None]:
    """Give the line that ends right below a gap and the one that begins right above it."""
    low, high = gap.low, gap.high
    below = [(each.interval.high, each) for each in lines if each.interval.high is not None]
    above = [(each.interval.low, each) for each in lines if each.interval.low is not None]
    under = [pair for pair in below if low is not None and pair[0] <= low]
    over = [pair for pair in above if high is not None and pair[0] >= high]
    return (
        max(under, key=lambda pair: pair[0])[1] if under else None,
        min(over, key=lambda pair: pair[0])[1] if over else None,
    )


def _counts(listing: _Listing) -> bool:
    """Whether the single values are counts or ratings, such as 5, 4, 3: then they are meant."""
    step = listing.grid.step
    singles = sorted(line.interval.low or Fraction(0) for line in listing.lines if line.is_bare)
    if step is None or len(singles) < len(listing.lines):
        return False
    return any(second - first == step for first, second in itertools.pairwise(singles))


def _is_between(worth: Fraction | None, below: _Line, above: _Line) -> bool:
    """Whether what ``otherwise`` gives lies between what the two lines give."""
    if worth is None or below.worth is None or above.worth is None:
        return False
    return min(below.worth, above.worth) <= worth <= max(below.worth, above.worth)


def _is_crack(below: _Line, above: _Line) -> bool:
    """Whether between two ranges nothing can be written with the decimals of their limits."""
    low, high = below.interval.high, above.interval.low
    assert low is not None, "a line below a gap ends"
    assert high is not None, "a line above a gap begins"
    factor = Fraction(100 if "%" in below.text + above.text else 1)
    places = [places_of(end * factor) for end in (low, high)]
    if any(place is None for place in places) or (low == high == 0):
        return False
    return (high - low) * factor <= Fraction(1, 10 ** max(place or 0 for place in places))


def _value_in(gap: Interval, listing: _Listing) -> Fraction | None:
    """Choose a value in a gap: in the middle of it where that can occur."""
    if listing.scores is not None:
        return next((score for score in listing.scores if gap.contains(score)), None)
    inside = tighten(gap, listing.grid)
    if is_nothing(inside):
        return None
    if gap.low is not None and gap.high is not None:
        middle = (gap.low + gap.high) / 2
        if gap.contains(middle) and listing.grid.contains(middle):
            return middle
    return listing.display.sample(gap, listing.grid)
