"""Fields of a record: what a cell may hold and how it reads."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from fractions import Fraction

import attrs

from scorelang.model.types import PLAIN, Unit, Value
from scorelang.numeric.interval import Grid, Interval
from scorelang.source.span import Span
from scorelang.source.structure import Structure


class FieldType(enum.Enum):
    """How a cell reads; see ``records/cells.py``."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    PERIOD = "period"
    YES_NO = "yes/no"
    RATING = "rating"
    CATEGORY = "category"


NUMERIC = frozenset(
    {
        FieldType.NUMBER,
        FieldType.INTEGER,
        FieldType.PERCENT,
        FieldType.MONEY,
        FieldType.PERIOD,
        FieldType.RATING,
    }
)
"""Field types whose values are exact numbers."""


@attrs.frozen(eq=False, repr=False)
class Category(Structure):
    """One value of a category; a cell may hold its name, its label or another spelling."""

    name: str
    label: str | None = None
    also: tuple[str, ...] = ()


@attrs.frozen(eq=False, repr=False)
class Special(Structure):
    """A value of a column that is no number: ``code`` as it is known, ``label`` what it means.

    ``value`` is what a cell reads as, in base units; the text itself where the code is one.
    """

    code: str
    value: Value
    label: str | None = None

    @property
    def words(self) -> str:
        """The code with what it means."""
        return f"{self.code} ({self.label})" if self.label else self.code


class RaterCombine(enum.Enum):
    """How several ratings become one."""

    MEAN = "mean"
    MEDIAN = "median"


@attrs.frozen(eq=False, repr=False)
class RaterGroup(Structure):
    """Raters who are taken together first.

    ``weight`` is the group's share of one (``None``: there is but this group). Fewer than
    ``quorum`` ratings: the group has none. ``drop_ends`` leaves out the highest and the
    lowest rating.
    """

    name: str | None
    weight: Fraction | None = None
    combine: RaterCombine = RaterCombine.MEAN
    quorum: int = 1
    drop_ends: bool = False


@attrs.frozen(eq=False, repr=False)
class Rating(Structure):
    """One rating of one field: by whom (as far as known) and the value in base units."""

    value: Fraction
    group: str | None = None
    rater: str | None = None


@attrs.frozen(eq=False, repr=False)
class Field(Structure):
    """One field.

    ``domain`` and ``grid`` are in base units (yuan, plain ratio, days): ``None`` bounds
    are open. ``scale`` turns the plain number of a cell into base units (``in 万元``:
    10,000; ``in %``: 1/100; else 1). ``blank_means`` is the value of an empty cell,
    ``None``: missing. ``blank_also`` are texts that read as empty, ``specials`` values that are
    missing and known by their code. A field with ``raters``
    holds several ratings, combined when the record is scored; ``rating_grid`` is the step of
    each, while their mean may lie between. ``last_of`` names the field
    whose value in the last period this one is.
    """

    name: str
    type: FieldType
    label: str | None = None
    required: bool = False
    is_key: bool = False
    unit: Unit = PLAIN
    scale: Fraction = Fraction(1)
    unit_text: str | None = None
    domain: Interval | None = None
    grid: Grid = Grid(None)
    categories: tuple[Category, ...] = ()
    ordered: bool = False
    also: tuple[str, ...] = ()
    blank_means: Value = None
    blank_also: tuple[str, ...] = ()
    specials: tuple[Special, ...] = ()
    raters: tuple[RaterGroup, ...] = ()
    rating_grid: Grid = Grid(None)
    last_of: str | None = None
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(eq=False, repr=False)
class Place(Structure):
    """Where a record stands: the file, and its first line as an editor or Excel counts.

    ``line`` is ``None`` where the format has no lines. ``sheet`` is set where a workbook has
    several, ``number`` (the how manieth record of its file) where lines do not tell it.
    """

    file: str
    line: int | None = None
    sheet: str | None = None
    number: int | None = None


@attrs.frozen(eq=False, repr=False)
class Fault(Structure):
    """One fault of a record: field, cell as written, what was expected, code and words.

    ``place`` is where the cell stands, if it is elsewhere than the record begins.
    """

    field: str
    value: str
    expected: str
    code: str
    message: str
    place: Place | None = None


@attrs.frozen(eq=False, repr=False)
class Record(Structure):
    """One record with typed values: every field of the rubric has an entry.

    ``row`` counts from 1; ``id`` is the text of the key as written. ``ratings`` holds the
    single ratings of fields with raters; their ``values`` are missing until they are combined.
    ``left_out`` are the faults of single ratings that are no part of it.
    ``specials`` are the fields whose cell holds a special value; their ``values`` are missing.
    ``assumed`` are those whose cell is empty and that have the value a blank means.
    ``place`` is where it was read; a record of a program has none. ``places`` are those of
    fields that stand elsewhere, in a record that was put together.
    """

    row: int
    id: str | None
    values: dict[str, Value]
    carried: dict[str, str] = attrs.field(factory=dict)
    ratings: dict[str, tuple[Rating, ...]] = attrs.field(factory=dict)
    left_out: tuple[Fault, ...] = ()
    place: Place | None = attrs.field(default=None, eq=False)
    specials: dict[str, Special] = attrs.field(factory=dict)
    places: Mapping[str, Place] = attrs.field(factory=dict, eq=False, repr=False)
    assumed: frozenset[str] = attrs.field(default=frozenset(), eq=False, repr=False)


@attrs.frozen(eq=False, repr=False)
class Rejection(Structure):
    """A record that cannot be scored, with all its faults in the order of the fields.

    ``readable`` is what of it could be read, faulty fields missing, so that faults between
    fields can be found too; ``None`` where all that could be found has been.
    """

    row: int
    id: str | None
    faults: tuple[Fault, ...]
    readable: Record | None = attrs.field(default=None, eq=False, repr=False)
    place: Place | None = attrs.field(default=None, eq=False)
