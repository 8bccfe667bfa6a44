"""Indicators by the newer words of the language."""


def without_value(pen):
    """A choice one side of which gives no value."""
    field, other = pen.pick(pen.plain), pen.pick(pen.categories)
    first, second, _ = other.values
    lines = f"\n  {first} : {field.name}\n  {second} : missing\n  otherwise : 0.5\n"
    written = (
        f"if {pen.condition()} then missing else {field.name}",
        f"if {pen.condition()} then {field.name} else if {pen.condition(0)} then 2 else missing",
        f"by {other.name} {{{lines}}}",
    )
    return "", f" = {pen.pick(written)}, limited to 0..{pen.pick((5, 10))}", None


def with_specials(pen):
    """Lines for special values beside the others."""
    field = pen.field("integer")
    limit = pen.limit(field)
    lines = [f">= {limit} : {pen.points()}", f"< {limit} : 0.25"]
    lines.insert(pen.pick((0, 1, 2)), pen.pick(("special -999 : 3", "special -999, -998 : 1.5")))
    if pen.flip(3):
        lines.append("missing : 0.5")
    return f" of {field.name}", "", lines


def used(pen):
    """What another rubric gives: a scale of grades, read as points and by its grade."""
    field, name = pen.pick(pen.plain), f"u{len(pen.tables)}"
    pen.tables.append(name)
    given = f"first known of ({pen.pick(('max ({}, 0)', 'abs ({})')).format(field.name)}, 0)"
    pen.before.append(f'use "bank-scale" as {name} {{ score = {given} }}')
    written = (
        f"points of {name}.total / 10",
        f"if points of {name}.total >= 40 then {pen.points()} else 1",
        f"if grade of {name} is any of (D, C) then 0 else 2.5",
    )
    return "", f" = {pen.pick(written)}, limited to 0..10", None


def chained(pen):
    """Derived values that read one another, one of them several times."""
    first, second = pen.pick(pen.plain), pen.pick(pen.plain)
    name = f"x{len(pen.tables)}"
    pen.tables.append(name)
    pen.before += [
        f"let {name}a = {first.name} - {second.name}",
        f"let {name}b = max ({name}a, 0) + min ({name}a, 2)",
        f"let {name}c = if {name}b > {name}a then {name}b * 2 else {name}a + {name}b",
    ]
    return "", f" = {name}c / 2 + {name}b, limited to 0..{pen.pick((5, 10))}", None


def losing(pen):
    """Lines that take points away."""
    field = pen.pick(pen.numbers)
    limit = pen.limit(field)
    lines = [f">= {limit} : {pen.points()}", f"< {limit} : -{pen.points()}"]
    return f" of {field.name}", "", lines


ALL = (without_value, with_specials, used, chained, losing)
