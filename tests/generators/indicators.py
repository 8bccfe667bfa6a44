"""Indicators: every way of coming by points."""

from tests.generators import newer, times
from tests.generators.pen import ROUNDINGS, block, table

CLOSED = ("[{}, {}]", "{}..{}", "{}~{}", "{}-{}", "{} 到 {}", "{}（含）~{}（含）")
_MISSING = ("", "", "", ", if missing: 1", ", if missing: leave out", ", if missing: lowest points")


def indicator(pen, kinds=None, **clauses):
    """Write an indicator of a random kind; ``clauses`` by their first words."""
    name = f"i{len(pen.indicators)}"
    head, rule, lines = pen.pick(kinds or ALL)(pen)
    pen.indicators.append(name)
    settled = "round" in head or "max" in head  # a maximum must be reached after rounding, too
    missing = ", if missing: reject" if pen.flip(12) else pen.pick(_MISSING)
    rounding = pen.pick(ROUNDINGS) if pen.flip(3) and not settled else ""
    more = "".join(f", {key} {text}" for key, text in clauses.items() if text)
    label = f' "标签 {name}"' if pen.flip(6) else ""
    if pen.flip(6):
        more += f', baseline {pen.pick((5, 0, "2.5"))}, reason R{name} "why {name}"'
    if pen.flip(8):
        more += pen.pick((', source "第六条"', ', chosen "自定"', ", owner sales"))
    text = f"indicator {name}{label}{head}{more}{missing}{rounding}{rule}"
    return text if lines is None else block(text, lines)


def _with_missing(pen, lines):
    extra = ("missing : 0.5", "missing : 2, flag none_known")
    return [*lines, pen.pick(extra)] if pen.flip(5) else lines


def ladder(pen):
    """Limits from the top, each line taking what is left."""
    field = pen.pick(pen.numbers)
    limits = [f"{limit}{field.unit}" for limit in reversed(pen.limits(field, 4))]
    sign, last = pen.pick(((">=", "<"), (">", "<=")))
    lines = [f"{sign} {limit} : {pen.points()}" for limit in limits]
    last = pen.pick((f"{last} {limits[-1]}", "otherwise"))
    return f" of {field.name}", "", _with_missing(pen, [*lines, f"{last} : 0.25"])


def falling_ladder(pen):
    """Limits from below, where less is better."""
    field = pen.pick(pen.numbers)
    limits = [f"{limit}{field.unit}" for limit in pen.limits(field, 4)]
    lines = [f"<= {limit} : {pen.points()}" for limit in limits]
    return f" of {field.name}", "", _with_missing(pen, [*lines, f"> {limits[-1]} : 0"])


def ranges(pen):
    """Two-sided lines in any of the ways to write them."""
    field = pen.pick(pen.numbers)
    *most, (low, high) = pen.stretches(field, 3)
    written = pen.pick(("[{}, {})", "{} to under {}"))
    lines = [f"{written.format(*ends)} : {pen.points()}" for ends in most]
    ways = [way for way in CLOSED if way != "{}-{}" or not low.startswith("-")]
    lines.append(f"{pen.pick(ways).format(low, high)} : {pen.points()}")
    return f" of {field.name}", "", lines[:: pen.pick((1, -1))]


def interpolated(pen):
    """Points that run from one end of a band to the other."""
    field = pen.pick(pen.numbers)
    *most, (low, high) = pen.stretches(field, 2)
    lines = [f"{a} to under {b} : linear {pen.points()} to {pen.points()}" for a, b in most]
    return f" of {field.name}", "", [*lines, f"{low}..{high} : {pen.points()}"]


def shares(pen):
    """Shares of full marks."""
    field = pen.pick(pen.numbers)
    limits = [f"{limit}{field.unit}" for limit in reversed(pen.limits(field, 2))]
    lines = [f">= {limits[0]} : full"]
    lines += [f">= {limit} : 80% of full" for limit in limits[1:]]
    head = f" of {field.name}, max {pen.pick((10, '7.5'))}"
    return head, "", [*lines, f"< {limits[-1]} : 50% of full"]


def levels(pen):
    """A line for each value of a category."""
    field = pen.pick(pen.categories)
    first, second, third = field.values
    flag = ", flag watch" if pen.flip(3) else ""
    lines = [f"{first} : {pen.points()}", f"{second} : 0.5{flag}"]
    return (
        f" of {field.name}",
        "",
        _with_missing(pen, [*lines, f"{pen.pick((third, 'otherwise'))} : 0"]),
    )


def scaled(pen):
    """Levels of a scale, by conditions."""
    pen.has_scale = True
    flag = pen.flags[0].name
    lines = [f"good when {flag} or {pen.condition(0)}", f"fair when {pen.condition()}"]
    lines.append("bad otherwise")
    return ", max 8, scale abc, first that holds", "", lines


def first(pen):
    """Conditions in order."""
    lines = [f"{pen.points()} when {pen.condition()}"]
    if pen.flip():
        lines.append(f"{pen.points()} when {pen.condition()}")
    if pen.flip(8):
        lines.append(f'not ratable "unclear" when {pen.condition(0)}')
    return ", first that holds", "", [*lines, "0 otherwise"]


def counts(pen):
    """Points by how many criteria are met."""
    names = ", ".join(flag.name for flag in pen.flags)
    return f", counts ({names})", "", ["3 : 3.5", "2 : 1.5", "0..1 : 0"]


def additive(pen):
    """Whatever holds adds up."""
    # never two lines that cancel: a list that gives nothing has no share of its full marks
    lines = [f"{pen.pick(('1', '2.5'))} when {pen.condition()}"]
    lines.append(f"-0.75 when {pen.flags[0].name}")
    if pen.flip():
        lines.append(f"0.5 for each {pen.field('integer').name}")
    return ", all that hold, at least 0, at most 8", "", lines


def formula(pen):
    """An expression."""
    field, other = pen.pick(pen.plain), pen.pick(pen.plain)
    written = (
        f"{field.name} * {pen.pick(('1', '0.3', '2.5', '1 / 3'))}",
        f"max ({field.name}, {other.name}) - {other.name} ^ 2 / 10",
        f"if {pen.condition()} then {pen.points()} else {field.name}",
        f"first known of ({field.name}, {other.name}, 3)",
        f"sqrt (abs ({field.name})) + round ({other.name} / 7) to 0.1 half even",
        f"{field.name} / {other.name}",
    )
    return "", f" = {pen.pick(written)}, limited to 0..{pen.pick((5, 10))}", None


def chosen_by_category(pen):
    """A value for each value of a category."""
    field = pen.pick(pen.categories)
    first, second, _ = field.values
    lines = f"\n  {first} : {pen.points()}\n  {second} : 2\n  otherwise : 0.5\n"
    return "", f" = by {field.name} {{{lines}}}", None


def steps(pen):
    """So much for each step away from a limit."""
    field = pen.pick(pen.plain)
    each = pen.pick(("1", "2", "0.5"))
    how = pen.pick(("started ", "full ", ""))
    rata = "" if how else " pro rata"
    side = pen.pick(("below", "above"))
    limit = pen.pick((", at least 0", ", limited to 0..9"))
    rule = f" = 10, less {each} for each {how}1 {side} {pen.limit(field)}{rata}{limit}"
    return f" of {field.name}", rule, None


def occurrences(pen):
    """So much for each time."""
    integer = pen.field("integer").name
    rule = f" = 2, less 0.25 for each {integer}, plus 1 for each full 3 of {integer} at most 4"
    return "", f"{rule}, at least 0", None


def within(pen):
    """A given rating that must fit its level."""
    rating, level = pen.field("rating").name, pen.field("ordered").name
    return "", f" = {rating} within {level}", ["high : 6..10", "mid : 3..6", "low : 0..3"]


def given(pen):
    """A given rating, as it is."""
    return ", round exact", f" = {pen.field('rating').name}", None


def linear(pen):
    """A line between two anchors."""
    field = pen.pick(pen.plain)
    low, high = pen.pick(((field.low, field.high), (field.high, field.low)))
    return f" of {field.name}", f" = linear from {low} to {high}, limited to 0..1", None


def by_segment(pen):
    """Bands that differ by a category."""
    field, segment = pen.pick(pen.plain), pen.pick([*pen.categories, *pen.flags])
    values = segment.values
    limits = [pen.limits(field, 1)[0] for _ in values]
    rows = [
        ["", *values],
        ["4", *(f">= {limit}" for limit in limits)],
        ["0", *(f"< {limit}" for limit in limits)],
    ]
    return f" of {field.name}, max 4", f" by {segment.name}", table(rows)


def limits_by(pen):
    """A table of limits, a line for each value of a category."""
    field, segment = pen.pick(pen.plain), pen.pick(pen.categories)
    order, step = pen.pick((("at least", -1), ("at most", 1)))
    a, b = field.low + 1, field.high - 1
    lines = [sorted((a + place, b - place))[::step] for place, _ in enumerate(segment.values)]
    rows = [["", "6", "3", "otherwise 0"]]
    for value, (one, other) in zip(segment.values, lines, strict=True):
        rows.append([value, str(one), "-" if one == other else str(other), ""])
    return f" of {field.name}, limits by {segment.name}, {order}", "", table(rows)


def lookup(pen):
    """Points by two fields."""
    field, other = pen.pick(pen.categories), pen.pick(pen.flags)
    rows = [[field.name, other.name, "points"]]
    for value in field.values:
        rows.append([value, "yes", pen.points()])
        rows.append(["", "no", pen.pick(("0", "0.5"))])
    return "", "", table(rows)


def from_table(pen):
    """Points by a table of its own, with ranges in head and cells."""
    integer, segment = pen.field("integer"), pen.pick(pen.categories)
    limit = pen.limits(integer, 1)[0]
    name = f"t{len(pen.tables)}"
    pen.tables.append(name)
    head = [segment.name, f"{integer.name} {integer.low}..{limit}", f"{limit + 1}..{integer.high}"]
    rows = [head, *([value, pen.points(), "0.75"] for value in segment.values)]
    pen.before.append(block(f"table {name} gives number", table(rows)))
    return "", f" = {name}", None


ALL = (
    ladder,
    falling_ladder,
    ranges,
    interpolated,
    shares,
    levels,
    scaled,
    first,
    counts,
    additive,
    formula,
    chosen_by_category,
    steps,
    occurrences,
    within,
    given,
    linear,
    by_segment,
    limits_by,
    lookup,
    from_table,
    times.dates,
    times.elapsed,
    times.growth,
    *newer.ALL,
)
"""All kinds of indicators."""

BOUNDED = (ladder, levels, shares, first, counts, linear, additive, given)
"""Kinds whose full marks are known and above zero."""
