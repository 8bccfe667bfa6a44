"""Groups of every kind, nested, and the total."""

from hypothesis import strategies as st

from tests.generators.indicators import BOUNDED, indicator
from tests.generators.pen import ROUNDINGS, block

COMBINES = ("sum", "mean", "lowest", "highest", "product", "geometric mean", "weighted")


def part(pen, depth=0):
    """Write a group or an indicator."""
    if depth < 2 and pen.flip(3):
        return group(pen, depth)
    return indicator(pen, **_applying(pen))


def _applying(pen):
    if not pen.flip(6):
        return {}
    otherwise = pen.pick(("rescale", "full marks", "0"))
    return {"applies when": f"{pen.condition(0)}, else {otherwise}"}


def group(pen, depth):
    """Write a group with its children."""
    name = f"g{len(pen.groups)}"
    pen.groups.append(name)
    combine = pen.pick(COMBINES)
    if combine == "weighted" and pen.flip(2):
        children = pairs(pen)
        clauses = ", weighted, weights from pairs, max 40"
    elif combine == "weighted":
        children = weighted(pen)
        clauses = ", weighted, max 40"
    else:
        children = [part(pen, depth + 1) for _ in range(pen.draw(st.integers(1, 3)))]
        kept = pen.pick(("best 1 of", "drop lowest 1"))
        may_keep = combine in {"sum", "mean"} and len(children) > 1
        kept = f", {kept}" if may_keep and pen.flip(3) else ""
        clauses = f", {combine}{kept}" + pen.pick(("", "", "", ", at most 15", ", at least 1"))
    clauses += "".join(f", {key} {text}" for key, text in _applying(pen).items())
    clauses += ", if missing: leave out, at least 60%" if pen.flip(8) else ""
    clauses += pen.pick(ROUNDINGS) if pen.flip(3) else ""
    label = f' "大类 {name}"' if pen.flip(6) else ""
    return block(f"group {name}{label}{clauses}", children)


def weighted(pen):
    """Three indicators with weights."""
    return [indicator(pen, BOUNDED, weight=weight) for weight in ("30%", "50%", "20%")]


def pairs(pen):
    """Three indicators with a table of comparisons, one half of it, below them."""
    children = [indicator(pen, BOUNDED) for _ in range(3)]
    first, second, third = pen.indicators[-3:]
    times = [pen.pick(("1", "2", "5", "9", "1/3", "1.5")) for _ in range(3)]
    grid = [
        f"|  | {second} | {first} | {third} |",
        f"| {first} | {times[0]} | 1 | {times[1]} |",
        f"| {second} |  |  | {times[2]} |",
        f"| {third} |  |  |  |",
    ]
    return [*children, *grid]


def total(pen):
    """Write the parts with the total: lines of the rubric."""
    kind = pen.draw(st.integers(0, 9))
    rounding = pen.pick(ROUNDINGS)
    if kind == 9:
        pen.is_weighted = True
        return [*weighted(pen), f"total weighted{rounding}"]
    parts = [part(pen) for _ in range(pen.draw(st.integers(1, 4)))]
    if kind == 8:
        pen.scores.append("s_total")
        read = pen.pick(pen.indicators)
        return [*parts, f"score s_total = points of {read} * 3", f"total = s_total{rounding}"]
    if kind == 7:
        return [*parts, f"total {pen.pick(('mean', 'highest', 'lowest'))}{rounding}"]
    if kind == 6:
        return [*parts, f"base 7.5\ntotal sum{rounding}"]
    return [*parts, f"total sum{rounding}"] if kind > 2 else parts
