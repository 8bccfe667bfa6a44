"""Indicators and conditions on dates, on what lies between two, on values of two periods."""

DAYS = ("1999-12-31", "2012-06-30", "2020-02-29", "2024-01-31")


def dates(pen):
    """Lines on a date."""
    name = pen.field("date").name
    early, late = pen.pick((DAYS[:2], DAYS[1:3], DAYS[2:]))
    lines = [f">= {late} : {pen.points()}", f">= {early} : {pen.points()}", f"< {early} : 0"]
    if pen.flip(3):
        lines = [f"{early}..{late} : 3", f"> {late} : 1", f"< {early} : 0.5"]
    return f" of {name}", "", lines


def elapsed(pen):
    """Lines on what lies between two days."""
    name, unit = pen.field("date").name, pen.pick(("years", "months", "days"))
    subject = pen.pick(
        (
            f"{unit} between {name} and {pen.pick(DAYS)}",
            f"{unit} between {name} and as_of",
            f"{unit} between {name} and ({pen.pick(DAYS)} + 14 months)",
        )
    )
    return f" of {subject}", "", [f">= 30 : {pen.points()}", ">= 3 : 2.5", "< 3 : 0"]


def growth(pen):
    """Lines on the growth against the last period, or on the difference."""
    name = pen.field("money").name
    subject = pen.pick((f"growth of {name}", f"{name} - last {name}"))
    last = pen.pick(("", "missing : 1"))
    return (
        f" of {subject}",
        "",
        [f">= 5 : {pen.points()}", ">= 0 : 2", "< 0 : 0", *filter(None, [last])],
    )


def condition(pen):
    """A condition on a date or on two periods."""
    day, money = pen.field("date").name, pen.field("money").name
    return pen.pick(
        (
            f"{day} + 6 months <= {pen.pick(DAYS)}",
            f"{day} is 2020-01-01..2020-12-31",
            f"{pen.pick(DAYS)} - {day} > 400",
            f"last {money} < {money} and growth of {money} < 20%",
            f"years between {day} and as_of >= 3 years",
        )
    )
