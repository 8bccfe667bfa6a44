"""Cells of records as texts, by field: good ones, edges often, and wrong ones."""

import datetime as dt
from fractions import Fraction

from hypothesis import strategies as st

from scorelang.model.fields import NUMERIC, FieldType
from scorelang.numeric.exact import to_text

_FIRST_DAY = dt.date(1000, 1, 1)
WRONG = {
    FieldType.YES_NO: ("maybe", "y", "2", "yes no"),
    FieldType.DATE: ("2023-02-29", "2024-13-01", "31.1.2024", "yesterday", "20240131"),
    FieldType.CATEGORY: ("purple", "1e5", "RED ", "red|blue", "?"),
}
WRONG_NUMBERS = ("?", "1e5", "12,34", "abc", "NaN", "-inf", "1.2.3", "--1", "1" * 60, "0x10", "½")


def records_for(rubric, *, valid=True):
    """The cells of a record as texts by field; not ``valid``: some of them are wrong."""
    return st.fixed_dictionaries({field.name: cells(field, valid=valid) for field in rubric.fields})


def cells(field, *, valid=True):
    """Cells of one field; empty ones too where that is allowed."""
    good = good_cells(field)
    if not field.required:
        good = st.one_of(good, good, good, good, st.just(""))
    if valid or field.raters or field.type is FieldType.TEXT:  # a bad rating rejects nothing
        return good
    return st.one_of(good, good, good, wrong_cells(field))


def good_cells(field):
    """Cells that are not empty and can be read, special values among them."""
    if field.specials:
        codes = st.sampled_from([special.code for special in field.specials])
        plain = plain_cells(field)
        return st.one_of(plain, plain, plain, codes)
    return plain_cells(field)


def plain_cells(field):
    """Cells that hold a value."""
    if field.type in NUMERIC:
        return numbers(field).map(lambda x: to_text(x) or "0")
    if field.type is FieldType.YES_NO:
        return st.sampled_from(("yes", "no", "是", "否", "TRUE", "0"))
    if field.type is FieldType.DATE:
        return st.dates(min_value=_FIRST_DAY).map(lambda day: day.isoformat())
    if field.type is FieldType.CATEGORY:
        return st.sampled_from(
            [
                text
                for each in field.categories
                for text in (each.name, each.label, *each.also)
                if text
            ]
        )
    return st.text(alphabet="abc123", min_size=1, max_size=5)


def wrong_cells(field):
    """Cells that must be refused."""
    found = [st.sampled_from(WRONG.get(field.type, WRONG_NUMBERS))]
    if field.type in NUMERIC:
        found += [st.just(text) for text in outside(field)]
    if field.required and field.blank_means is None:
        found.append(st.sampled_from(("", "  ")))
    return st.one_of(found)


def outside(field):
    """Numbers just outside of the domain and just off the grid."""
    domain, step = field.domain, field.grid.step or Fraction(1)
    step /= field.scale
    if domain and domain.low is not None:
        yield to_text(domain.low / field.scale - step)
    if domain and domain.high is not None:
        yield to_text(domain.high / field.scale + step)
    if field.grid.step is not None:
        low = domain.low / field.scale if domain and domain.low is not None else Fraction(0)
        yield to_text(low + step / 2)


def numbers(field, edges=()):
    """Numbers of the domain as written in a column: its ends, whole ones and ``edges`` often."""
    domain = field.domain
    low = domain.low / field.scale if domain and domain.low is not None else Fraction(-1000)
    high = domain.high / field.scale if domain and domain.high is not None else low + 2000
    step = field.grid.step / field.scale if field.grid.step is not None else Fraction(1, 100)
    fine = st.integers(0, int((high - low) / step)).map(lambda n: low + n * step)
    near = (low, high, *(edge / field.scale + n * step for edge in edges for n in (-1, 0, 1)))
    near = tuple(x for x in near if is_inside(field, x * field.scale))
    whole = st.integers(0, max(int(high - low), 0)).map(lambda n: low + n)
    found = st.one_of(fine, whole, *([st.sampled_from(near)] if near else []))
    return found.filter(lambda x: is_inside(field, x * field.scale))


def is_inside(field, value):
    """Whether a value in base units is in the domain and on the grid."""
    inside = field.domain is None or field.domain.contains(value)
    return inside and field.grid.contains(value)
