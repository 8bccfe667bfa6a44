"""What all parts of a generated rubric are written with: names, numbers, conditions."""

from itertools import pairwise

import attrs
from hypothesis import strategies as st

CATEGORIES = ("red", "blue", "green")
ORDERED = ("high", "mid", "low")
ROUNDINGS = (
    "",
    ", round 0.1",
    ", round 0.5 half even",
    ", round exact",
    ", round 1 down",
    ", round 0.001 then 0.1 up",
)
SUFFIX = {
    "number": "",
    "percent": "%",
    "integer": "",
    "money": "元",
    "rating": "",
    "days": " days",
    "months": " months",
}


@attrs.frozen
class Known:
    """A field that generated rules may use: its kind and, for numbers, its range as written."""

    name: str
    kind: str
    low: int = 0
    high: int = 0

    @property
    def unit(self):
        """What follows its numbers."""
        return SUFFIX[self.kind]

    @property
    def values(self):
        """The values of a category, or yes and no."""
        if self.kind == "yes/no":
            return ("yes", "no")
        return CATEGORIES if self.kind == "category" else ORDERED


class Pen:
    """Draws choices, and remembers which names have been given."""

    def __init__(self, draw, fields):
        self.draw = draw
        self.fields = fields
        self.numbers = [each for each in fields if each.kind in SUFFIX]
        self.plain = [each for each in fields if each.kind in {"number", "integer"}]
        self.flags = [each for each in fields if each.kind == "yes/no"]
        self.categories = [each for each in fields if each.kind in {"category", "ordered"}]
        self.indicators, self.groups, self.scores = [], [], []
        self.tables, self.before = [], []
        self.has_scale = self.is_graded = self.is_weighted = False

    def flip(self, chance=2):
        """Give yes once in so many times."""
        return self.draw(st.integers(1, chance)) == chance

    def pick(self, items):
        """Give one of the items; the first is the simplest."""
        return self.draw(st.sampled_from(items))

    def field(self, kind):
        """Give the first field of a kind."""
        return next(field for field in self.fields if field.kind == kind)

    def points(self):
        """Points above zero, sometimes with more decimals than are kept."""
        return self.pick(("1", "2", "3.5", "4.25", "6", "7.125", "10", "12.345", "20"))

    def limit(self, field):
        """A number inside the range of a field, with its unit."""
        value = self.draw(st.integers(field.low + 1, field.high - 1))
        return f"{value}{field.unit}"

    def limits(self, field, count):
        """Some numbers inside the range of a field, rising."""
        inside = st.integers(field.low + 1, field.high - 1)
        return sorted(self.draw(st.lists(inside, min_size=1, max_size=count, unique=True)))

    def stretches(self, field, count):
        """The range of a field cut into pieces: pairs of ends, with units."""
        edges = [field.low, *self.limits(field, count), field.high]
        return [(f"{a}{field.unit}", f"{b}{field.unit}") for a, b in pairwise(edges)]

    def condition(self, depth=1):
        """A condition on fields, and sometimes on points that are known already."""
        kind = self.draw(st.integers(0, 8 if depth else 5))
        if kind == 0:
            return self.pick(self.flags).name
        if kind == 1:
            return f"{self.pick(self.flags).name} is no"
        if kind == 2:
            return self._category_test()
        if kind == 3 and self.flip(3):
            return f"{self.field('integer').name} {self.pick(('is', 'is not'))} special -999"
        if kind == 3:
            missing = self.pick(("is missing", "is not missing"))
            return f"{self.pick(self.numbers).name} {missing}"
        if kind in {4, 5}:
            return self._number_test()
        if kind == 6:
            word = self.pick(("and", "or"))
            return f"({self.condition(0)} {word} {self.condition(0)})"
        if kind == 7:
            return f"not ({self.condition(0)})"
        names = ", ".join(flag.name for flag in self.flags)
        return f"{self.pick(('at least 2 of', 'all of', 'any of', 'none of'))} ({names})"

    def _category_test(self):
        field = self.pick(self.categories)
        values = field.values
        if field.kind == "ordered" and self.flip(3):
            return f"{field.name} >= {values[1]}"
        if self.flip():
            return f"{field.name} {self.pick(('is', 'is not'))} {self.pick(values)}"
        return f"{field.name} is any of ({values[0]}, {values[2]})"

    def _number_test(self):
        field = self.pick(self.numbers)
        if self.flip(4):
            low, high = self.pick(self.stretches(field, 1))
            return f"{field.name} is {low}..{high}"
        operator = self.pick((">=", ">", "<=", "<", "=", "!="))
        return f"{field.name} {operator} {self.limit(field)}"


def indent(text):
    """Move a text into a block."""
    return "\n".join(f"  {line}" for line in text.split("\n"))


def block(head, lines):
    """Put lines in a block."""
    return "\n".join([f"{head} {{", *map(indent, lines), "}"])


def table(rows):
    """Write rows as the lines of a table."""
    return ["| " + " | ".join(row) + " |" for row in rows]
