"""Checks that run over all versions of one rubric together.

In: the versions. Out: findings E0617 (two in force on one day), E0618 (no days, other
fields) and W0611 (days without a version), each at the name of the later version.
"""

from __future__ import annotations

import datetime as dt

from scorelang.compiler.composition_errors import WORDS
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.model import Diagnostic, Label
from scorelang.model.history import History, version_name
from scorelang.model.rubric import CheckedRubric


def check_history(history: History) -> tuple[Diagnostic, ...]:
    """Find what does not fit together among the versions of a rubric."""
    collector = Collector()
    if len(history.versions) > 1:
        _check_days(history, collector)
        _check_names(history, collector)
        _check_fields(history, collector)
    return collector.sorted()


def _check_days(history: History, collector: Collector) -> None:
    undated = [v for v in history.versions if v.first_day is None and v.last_day is None]
    for version in undated:
        collector.add(WORDS, "E0618.undated", version.span, name=version.name)
    if undated:
        return
    for earlier, later, start, end in history.overlaps():
        labels = (Label(earlier.span, TERMS["this is the other version"]),) if earlier.span else ()
        collector.add(
            WORDS,
            "E0617",
            later.span,
            labels=labels,
            name=history.name,
            first=_title(earlier),
            second=_title(later),
            start=_day(start),
            end=_day(end),
        )
    for later, start, end in history.holes():
        collector.add(WORDS, "W0611", later.span, name=history.name, start=start, end=end)


def _check_names(history: History, collector: Collector) -> None:
    seen: set[str] = set()
    for version in history.versions:
        name = version_name(version)
        if name in seen:
            collector.add(WORDS, "E0618.names", version.span, name=history.name, version=name)
        seen.add(name)


def _check_fields(history: History, collector: Collector) -> None:
    names = {version.day_field for version in history.versions}
    if len(names) < 2:
        return
    said = sorted(f"`{name}`" if name is not None else "none" for name in names)
    last = history.versions[-1]
    collector.add(
        WORDS, "E0618.fields", last.span, name=history.name, fields=", ".join(map(str, said))
    )


def _title(version: CheckedRubric) -> str:
    if version.version is not None:
        return TERMS['version "{version}"'].format(version=version.version)
    day = _day(version.first_day or dt.date.min)
    return TERMS["the version from {day}"].format(day=day)


def _day(day: dt.date) -> str:
    return TERMS["open end"] if day in {dt.date.min, dt.date.max} else day.isoformat()
