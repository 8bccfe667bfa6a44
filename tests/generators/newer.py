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


ALL = (without_value, with_specials)
