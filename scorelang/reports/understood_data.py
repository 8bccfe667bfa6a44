"""What ``show`` tells of a rubric, as plain data; every text is ready to be read.

In: nothing. Out: the classes that the files ``understood_*.py`` fill and the pages print.
The names of the attributes are the keys of ``show --format json``.
"""

from __future__ import annotations

import attrs

from scorelang.model.wording import SaidClause
from scorelang.reports.understood_intent import ElementLine


@attrs.frozen
class ValueName:
    """A value of a category with its label and its other spellings."""

    name: str
    label: str | None
    also: tuple[str, ...] = ()


@attrs.frozen
class FieldLine:
    """A field: its type with the unit of its column, what a cell may hold, how blanks read.

    ``low`` and ``high`` are in the unit of the column, ``None`` where that side is open.
    """

    name: str
    label: str | None
    type: str
    allowed: str
    required: bool
    key: bool
    also: tuple[str, ...]
    unit: str | None = None
    low: str | None = None
    high: str | None = None
    step: str | None = None
    values: tuple[ValueName, ...] = ()
    ordered: bool = False
    blank_means: str | None = None
    blank_also: tuple[str, ...] = ()
    specials: tuple[ValueName, ...] = ()
    last_of: str | None = None
    raters: str | None = None


@attrs.frozen
class FormulaLine:
    """A derived value, a named score or a result with its formula and clauses as written."""

    name: str
    label: str | None
    formula: str
    type: str
    rounding: str = ""
    clauses: tuple[SaidClause, ...] = ()
    range: str | None = None


@attrs.frozen
class TableRow:
    """A line of a table: its key cells and what it gives."""

    cells: tuple[str, ...]
    gives: str


@attrs.frozen
class TableLines:
    """A table with its keys; ``gives`` are its values as written, none where it gives numbers."""

    name: str
    label: str | None
    keys: tuple[str, ...]
    lines: tuple[TableRow, ...]
    gives: str | None = None
    marks: tuple[str, ...] = ()


@attrs.frozen
class RuleLine:
    """One line of an indicator: for whom, when, what it takes and gives, what it leaves behind.

    ``takes`` is the range that the line really takes, where the lines above leave less than it
    says. ``gives`` is as written, ``points`` the number where it is one.
    """

    guard: str
    gives: str
    segment: str | None = None
    takes: str | None = None
    points: str | None = None
    level: str | None = None
    flags: tuple[str, ...] = ()
    reason: str | None = None
    action: str | None = None
    not_ratable: str | None = None
    note: str | None = None


@attrs.frozen
class PartLine:
    """A part with the points it can have, how it is put together and rounded, and its lines.

    ``consistency`` says how far comparisons in pairs agree, where weights come from them;
    ``pairs`` are those comparisons, the cells of each line.
    ``missing`` is what happens where it cannot be rated.
    """

    depth: int
    name: str
    label: str | None
    points: str
    declared_max: str | None
    combine: str | None
    rounding: str
    owner: str | None
    weight: str | None = None
    consistency: str | None = None
    kind: str = "indicator"
    subject: str | None = None
    formula: str | None = None
    clauses: tuple[SaidClause, ...] = ()
    applies: str | None = None
    missing: str | None = None
    baseline: str | None = None
    reason: str | None = None
    covers: tuple[str, ...] = ()
    lines: tuple[RuleLine, ...] = ()
    pairs: tuple[tuple[str, ...], ...] = ()


@attrs.frozen
class GradeText:
    """A grade with its line as written, what else it needs, and what follows from it."""

    name: str
    label: str | None
    text: str
    needs: tuple[str, ...] = ()
    action: str | None = None
    flags: tuple[str, ...] = ()
    note: str | None = None


@attrs.frozen
class GradingText:
    """The grades, or a class: of which score, by which formula, its lines as they stand.

    ``marks`` are words that say how they are read, ``winners`` the scores of which the highest
    gives the class. ``taken_from`` is another file they stand in.
    """

    name: str | None
    label: str | None
    score: str | None
    formula: str | None
    lines: tuple[GradeText, ...]
    clauses: tuple[SaidClause, ...] = ()
    marks: tuple[str, ...] = ()
    winners: tuple[str, ...] = ()
    taken_from: str | None = None


@attrs.frozen
class ReasonedText:
    """A condition with its reason: when a record is not ratable, or rejected."""

    condition: str
    reason: str | None


@attrs.frozen
class OverrideText:
    """An override: when, what it does, why, by whom, until when."""

    name: str
    label: str | None
    kind: str
    condition: str
    effects: tuple[str, ...]
    flags: tuple[str, ...] = ()
    reason: str | None = None
    owner: str | None = None
    until: str | None = None
    action: str | None = None


@attrs.frozen
class SaidText:
    """Something with its words as written: a scale, a promise."""

    name: str
    text: str
    label: str | None = None


@attrs.frozen
class NoteLine:
    """A ``source``, ``chosen``, ``note`` or ``owner`` of a part."""

    kind: str
    part: str
    text: str


@attrs.frozen
class Understanding:
    """All of it, in the order of the rubric.

    ``general`` is what is said once for all parts, ``blanks`` how it acts where data are
    missing. ``declared`` is the range of the total as written, ``reachable`` as it comes out.
    """

    name: str
    label: str | None
    version: str | None
    fields: tuple[FieldLine, ...]
    parts: tuple[PartLine, ...]
    total: str | None
    grades: tuple[GradeText, ...]
    classes: tuple[GradingText, ...]
    not_ratable: tuple[ReasonedText, ...]
    overrides: tuple[OverrideText, ...]
    results: tuple[FormulaLine, ...]
    defaults: tuple[str, ...]
    notes: tuple[NoteLine, ...]
    examples: int
    made_of: tuple[str, ...] = ()
    elements: tuple[ElementLine, ...] = ()
    rules: tuple[ReasonedText, ...] = ()
    lets: tuple[FormulaLine, ...] = ()
    tables: tuple[TableLines, ...] = ()
    scales: tuple[SaidText, ...] = ()
    populations: tuple[str, ...] = ()
    total_clauses: tuple[SaidClause, ...] = ()
    grading: GradingText | None = None
    grade_remark: str | None = None
    reasons: str | None = None
    promises: tuple[SaidText, ...] = ()
    general: tuple[SaidClause, ...] = ()
    blanks: tuple[str, ...] = ()
    measurable: bool = False
    declared: str | None = None
    reachable: str | None = None
