"""What comes after the total: grades, classes, overrides, eligibility, results, examples."""

from tests.generators import times
from tests.generators.pen import ROUNDINGS, block, table

GRADES = ("A", "B", "C", "D")


def grades(pen):
    """Write grades, mostly."""
    kind = pen.pick(("ladder", "ladder", "ranges", "conditions", "none"))
    if kind == "none":
        return []
    pen.is_graded = True
    needs = f", needs {pen.condition(0)}" if pen.flip(3) else ""
    if kind == "conditions":
        lines = [f"{name} when {pen.condition()}" for name in "AB"]
        lines.append(f"C when total >= 3 and points of {pen.pick(pen.indicators)} >= 1")
    elif kind == "ranges":
        lines = [f"A >= 12{needs}", "B 6 to under 12", "C [2, 6)"]
    else:
        lines = [f"A >= 12{needs}", f"B >= 6{pen.pick(('', ', flag fair'))}", "C >= 2"]
    if pen.flip(4):
        lines.append("missing : D")
    lines.append("D otherwise" + pen.pick(("", ' : action "停止供货"')))
    return [block("grades", lines)]


def _by_columns(pen):
    """A class whose limits differ by a category."""
    field = pen.pick(pen.categories)
    first, second, third = field.values
    rows = [["size", f"{first}, {third}", pen.pick((second, "otherwise"))]]
    rows += [["Large", ">= 5", ">= 3"], ["Mid", ">= 1", "-"], ["Small", *["otherwise"] * 2]]
    return block(f"class k3 of s1 by {field.name}", table(rows))


def overrides(pen):
    """Write overrides of each kind."""
    if not pen.is_graded:
        return []
    known = (
        ("cap", ": no better than B, flag capped"),
        ("veto", ': grade D because "no"'),
        ("floor", ": no worse than C, until 2026-12-31"),
        ("notch", ": down 1"),
        ("notch", ": up 1, no better than B, owner sales"),
        ("notch", ": up 2"),
        ("notch", ": down 2, no worse than C"),
        ("flag", ": flag seen"),
        ("cap", f': no better than C, until {pen.field("date").name}, action "report"'),
    )
    lines = [
        f"{kind} o{place} when {pen.condition()} {what}"
        for place, (kind, what) in enumerate(known)
        if pen.flip(4)
    ]
    if pen.flip(4):
        lines.append(f"cap o_time when {times.condition(pen)} : no better than C")
    part = pen.pick(pen.indicators + pen.groups)
    return [*lines, f"zero {part} when {pen.condition(0)}"] if pen.flip(5) else lines


def rest(pen):
    """Write eligibility, scores, classes, results, reasons."""
    lines = []
    read = pen.pick(pen.indicators)
    if pen.flip(6):
        lines.append(f'not ratable when {pen.condition(0)} "not for this"')
    if pen.flip(4):
        lines.append(f"score s1 = points of {read} * 2{pen.pick(ROUNDINGS)}")
        lines.append(block("class k1 of s1", ["Great >= 5", "Some >= 0.1", "None otherwise"]))
        if pen.flip(3):
            lines.append(_by_columns(pen))
    if pen.flip(6) and len(pen.indicators) > 1:
        first, second, *_ = pen.indicators
        ties = pen.pick(("", ", ties first"))
        lines.append(f"class k2 = highest of ({first}, {second}, {first}_copy){ties}")
        lines.append(f"score {first}_copy = points of {first} + 0")
    if pen.groups and pen.flip(3):
        word, group = pen.pick(("any", "every")), pen.pick(pen.groups)
        lines.append(f"flag each when {word} indicator of {group} has points >= {pen.points()}")
    if pen.flip(6):
        lines.append("flag all when points of any indicator < 1.5")
    if pen.flip(8):
        lines.append(f"elements e1, e2{pen.pick(('', ', measurable'))}")
    if pen.flip(4):
        lines.append(f"result r1 = points of {read} + 1")
    if pen.flip(5):
        date = pen.field("date").name
        lines.append(f"result r5 = {date} + {pen.pick(('90 days', '1 month', '2 years'))}")
        lines.append(f"result r3 = if {date} >= 2020-01-31 then 1.5 else 2")
    if pen.flip(5):
        lines.append(f"result r4 = if {pen.condition()} then yes else no")
    if pen.is_graded and pen.flip(4):
        lines.append("result r2 = by grade {\n  A : 500万\n  otherwise : 0\n}")
    if pen.flip(4):
        lines.append(f"reasons points {pen.pick(('below', 'above'))}, first 3")
    return lines


def defaults(pen):
    """Write what is said once for the whole rubric."""
    lines = ['version "2025"'] * pen.flip(4)
    if pen.flip(4):
        # a coverage is one of the total's parts, and a total that is a score has none
        coverage = "" if "s_total" in pen.scores else ", at least 40%"
        policies = ("lowest points", f"leave out{coverage}", "2")
        lines.append(f"if missing: {pen.pick(policies)}")
    if pen.flip(5):
        lines.append("round 0.1 half even")
    return lines


def populations(pen):
    """Write results that compare a record with the others."""
    name = pen.numbers[0].name
    segment = pen.categories[0].name
    lines = [f"result p1 = {name} - mean of {name} by {segment}"]
    more = (
        f"result p2 = rank of {name}, highest first",
        f"result p3 = rank of total, {name}, lowest first",
        f"result p4 = median of {name}",
        f"result p5 = quantile 90% of {name} by {segment}",
        f"result p6 = cumulative share of {pen.field('integer').name} highest first",
        f"result p8 = rank of {name} by {segment}, {pen.pick(('dense', 'average'))}",
        f"result p9 = percent rank of {name} lowest first",
        f"result p10 = count of {name} by {segment}",
        f"result p11 = quantile 30% of {name} {pen.pick(('inclusive', 'exclusive'))}",
        f"result p7 = highest of {name} by {segment} - lowest of {name} by {segment}",
    )
    if not pen.is_weighted:
        steps = f"plus 1 for each full 1 above mean of {name} by {segment}, at most 3"
        more += (f"indicator ip of {name} = 0, {steps}",)
    ranked = ["A top 20%", "B next 70%", "C rest"]
    ties, by = pen.pick(("up", "down")), pen.pick(("", f", by {segment}"))
    more += (block(f"class p12, ties {ties}{by}", ranked),)
    return lines + [line for line in more if pen.flip(3)]


def examples(pen):
    """Write examples that only say what is given."""
    if not pen.flip(6):
        return []
    flag, category = pen.flags[0].name, pen.categories[0].name
    return [f"example e1 {{\n  given {flag} = yes, {category} = red\n}}"]
