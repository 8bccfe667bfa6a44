"""What holds for every rubric and every record, as functions that name the first breach.

Shared by the properties and by ``benchmarks/fuzz.py``: each gives ``None`` or one line that
says what is broken.
"""

from fractions import Fraction

from scorelang.diagnostics.formats import FORMATS
from scorelang.model.fields import Rejection
from scorelang.model.outcome import PartStatus, Status
from tests.generators.scoring import is_within, parts_of

# C0 and C1 controls, bidirectional marks and overrides, invisible separators
_RANGES = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0x200E, 0x200F), (0x2028, 0x202E), (0x2066, 0x2069),
)  # fmt: skip
_UNSEEN = frozenset(chr(n) for low, high in _RANGES for n in range(low, high + 1))


def breach_of_findings(loaded):
    """Every finding is said, lies in its text, and no format lets a hidden sign through."""
    for found in loaded.diagnostics:
        if not found.message:
            return "a finding without words"
    if loaded.checked is None and not any(
        found.severity.value == "error" for found in loaded.diagnostics
    ):
        return "not compiled, and no error says why"
    for name, render in FORMATS.items():
        if seen := _UNSEEN.intersection(render(loaded.diagnostics, loaded.sources)):
            return f"hidden signs in {name}: {sorted(map(ord, seen))}"
    return None


def breach_of_outcome(rubric, outcome):
    """Name the first law an outcome breaks; ``None`` for a rejected record as well."""
    if isinstance(outcome, Rejection):
        return None if outcome.faults else "rejected without a fault"
    laws = (_ledger, _ranges, _names, _grade)
    return next((found for law in laws if (found := law(rubric, outcome))), None)


def _ledger(rubric, outcome):
    del rubric
    if outcome.total_exact is not None and outcome.contributions:
        return _sum("total", outcome.contributions, outcome.adjustments, outcome.total_exact)
    return None


def _sum(name, children, adjustments, points):
    amounts = [child.contribution for child in children] + [each.amount for each in adjustments]
    if sum(amounts, Fraction(0)) != points:
        return f"`{name}` is {points}, its lines add up to {sum(amounts, Fraction(0))}"
    return next((found for child in children if (found := _part(child))), None)


def _part(part):
    if part.contribution != (part.points or 0) * part.factor:
        return f"`{part.name}` counts {part.contribution}, not its points times its factor"
    if part.status is PartStatus.NOT_APPLYING and part.contribution and not part.adjustments:
        return f"`{part.name}` does not apply and counts {part.contribution}"
    if part.is_group and part.points is not None:
        return _sum(part.name, part.children, part.adjustments, part.points)
    return next((found for child in part.children if (found := _part(child))), None)


def _ranges(rubric, outcome):
    for part in (*parts_of(rubric), *rubric.scores):
        points = outcome.scores.get(part.name)
        if points is not None and not is_within(points, part.range):
            return f"`{part.name}` is {points}, outside {part.range}"
    total = outcome.total_exact
    if total is None or rubric.total is None:
        return None
    if not is_within(total, rubric.total.range):
        return f"the total is {total}, outside {rubric.total.range}"
    if rubric.total.declared is not None and not is_within(total, rubric.total.declared):
        return f"the total is {total}, outside {rubric.total.declared} as declared"
    return None


def _names(rubric, outcome):
    del rubric
    if unnoted := {*outcome.missing, *outcome.undecided} - set(outcome.notes):
        return f"no reason why {sorted(unnoted)} is missing or undecided"
    if outcome.status is Status.NOT_RATABLE:
        if (outcome.total, outcome.grade) != (None, None):
            return "not ratable, with a total or a grade"
        return None if outcome.reason else "not ratable without a reason"
    return None


def _grade(rubric, outcome):
    is_graded = rubric.grading is not None and outcome.status is Status.SCORED
    if is_graded and outcome.grade is None and not outcome.notes and not outcome.undecided:
        return "no grade and no reason"
    return None
