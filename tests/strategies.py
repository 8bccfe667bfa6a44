"""Generated rubrics and records, for the laws that must hold for all of them.

``rubric_texts()`` writes rubrics that compile; a construct without a line in ``generators/``
is not finished. ``records_for(rubric)`` gives the cells of a record as texts, by field, as
they stand in a CSV file; some of them are empty, and with ``valid=False`` some are wrong.
"""

from hypothesis import strategies as st

from tests.generators import endings, parts
from tests.generators.compiling import compile_text
from tests.generators.fields import declarations, fields
from tests.generators.mutations import mutated, word_soups
from tests.generators.pen import Known, Pen, block
from tests.generators.records import records_for
from tests.generators.shipped import NAMES, shipped_rubric

__all__ = [
    "NAMES",
    "any_rubrics",
    "checked_rubrics",
    "compile_text",
    "mutated",
    "records_for",
    "rubric_texts",
    "shipped_rubric",
    "word_soups",
]

_SCALE = 'scale abc {\n  good "优" : 100%\n  fair : 60%\n  bad : 0%\n}'


def checked_rubrics(**options):
    """Generated rubrics, compiled."""
    return rubric_texts(**options).map(compile_text)


def any_rubrics():
    """Generated rubrics and shipped ones, compiled."""
    return st.one_of(checked_rubrics(), st.sampled_from(NAMES).map(shipped_rubric))


@st.composite
def rubric_texts(draw, populations=False):
    """The text of a rubric that compiles; with ``populations`` it compares records."""
    known = draw(fields())
    lets, derived = _lets(draw, known)
    pen = Pen(draw, known + derived)
    made = parts.total(pen)
    ending = endings.grades(pen) + endings.overrides(pen) + endings.rest(pen)
    ending += endings.populations(pen) if populations else []
    ending += endings.examples(pen)
    lines = [*endings.defaults(pen), *lets, *pen.before, *made, *ending]
    lines = [_SCALE, *lines] if pen.has_scale else lines
    rules = [f"rule {known[0].name} <= {known[1].name}"] * pen.flip(10)
    record = block("record", ["key id text", *declarations(draw, known), *rules])
    placed = [record, *lines] if pen.flip(4) else [*lines, record]
    return block("rubric generated", placed) + "\n"


def _lets(draw, known):
    """Derived values that rules may read, with their ranges."""
    a, b = known[0], known[1]
    low, high = max(a.low, b.low), max(a.high, b.high)
    found = (
        (
            f"let l_sum = {a.name} + {b.name}",
            Known("l_sum", "number", a.low + b.low, a.high + b.high),
        ),
        (f"let l_max = max ({a.name}, {b.name})", Known("l_max", "number", low, high)),
        (
            f'let l_first "先" = first known of ({a.name}, {a.low + 1})',
            Known("l_first", "number", a.low, a.high),
        ),
        (
            f"let l_kept = {a.name} - {b.name}, limited to {a.low}..{a.high}",
            Known("l_kept", "number", a.low, a.high),
        ),
        (
            f"let l_tier = if {a.name} > 2 then high else if {b.name} < 2 then low else mid",
            Known("l_tier", "ordered"),
        ),
    )
    taken = [each for each in found if draw(st.booleans())]
    return [text for text, _ in taken], [each for _, each in taken]
