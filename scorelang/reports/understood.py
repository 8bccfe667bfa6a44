"""What was understood of a rubric, as plain data: fields, points, defaults, notes.

In: a checked rubric. Out: an ``Understanding``. Every default that acts becomes one
sentence, so that nothing the policy did not say stays hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import attrs

from scorelang.model.expressions import FieldValue, LetValue
from scorelang.model.fields import Field, FieldType
from scorelang.model.rubric import (
    CheckedRubric,
    Combine,
    Grading,
    Group,
    IfMissing,
    Indicator,
    Override,
    Part,
    Range,
)
from scorelang.model.walk import descend
from scorelang.numeric.exact import show
from scorelang.numeric.rounding import Rounding
from scorelang.reports.rating_lines import tell_raters
from scorelang.reports.shown_weights import show_consistency, show_weight
from scorelang.reports.understood_intent import ElementLine, map_elements
from scorelang.reports.understood_words import find_sentences


@attrs.frozen
class FieldLine:
    """A field: its type with the unit of its column, what a cell may hold, how blanks read."""

    name: str
    label: str | None
    type: str
    allowed: str
    required: bool
    key: bool
    also: tuple[str, ...]


@attrs.frozen
class PartLine:
    """A part with the points it can have, how it is put together and rounded.

    ``consistency`` says how far comparisons in pairs agree, where weights come from them.
    """

    depth: int
    name: str
    label: str | None
    points: str
    declared_max: str | None
    combine: str | None
    rounding: str
    owner: str | None
    weight: str | None = None
    consistency: str | None = None


@attrs.frozen
class NamedLine:
    """A grade, an override or a result with its words as written."""

    name: str
    label: str | None
    text: str


@attrs.frozen
class NoteLine:
    """A ``source``, ``chosen``, ``note`` or ``owner`` of a part."""

    kind: str
    part: str
    text: str


@attrs.frozen
class Understanding:
    """All of it, in the order of the rubric."""

    name: str
    label: str | None
    version: str | None
    fields: tuple[FieldLine, ...]
    parts: tuple[PartLine, ...]
    total: str | None
    grades: tuple[NamedLine, ...]
    classes: tuple[tuple[str, tuple[NamedLine, ...]], ...]
    not_ratable: tuple[str, ...]
    overrides: tuple[NamedLine, ...]
    results: tuple[NamedLine, ...]
    defaults: tuple[str, ...]
    notes: tuple[NoteLine, ...]
    examples: int
    made_of: tuple[str, ...] = ()
    elements: tuple[ElementLine, ...] = ()


def understand(rubric: CheckedRubric, *, lang: str = "en") -> Understanding:
    """Set out what a rubric means; ``lang`` chooses the words of the sentences."""
    words = find_sentences(lang)
    total = rubric.total
    return Understanding(
        name=rubric.name,
        label=rubric.label,
        version=rubric.version,
        fields=tuple(_field(field, words) for field in rubric.fields),
        parts=(*_parts(rubric.parts, 0, words), *_scores(rubric, words)),
        total=", ".join((show_range(total.range), show_roundings(total.roundings, words)))
        if total
        else None,
        grades=_grades(rubric.grading),
        classes=tuple((one.name or "", _grades(one)) for one in rubric.classes),
        not_ratable=tuple(rule.reason for rule in rubric.eligibility),
        overrides=tuple(_override(one) for one in rubric.overrides),
        results=tuple(
            NamedLine(
                one.name, one.label, show_roundings(filter(None, (one.rounding,)), words, exact="")
            )
            for one in rubric.results
        ),
        defaults=tuple(_defaults(rubric, words)),
        notes=tuple(NoteLine(note.kind.value, note.part, note.text) for note in rubric.notes),
        examples=len(rubric.examples),
        elements=map_elements(rubric.elements, rubric.parts),
        made_of=tuple(_made_of(rubric, words)),
    )


def _made_of(rubric: CheckedRubric, words: Mapping[str, str]) -> Iterator[str]:
    """Say when a rubric is in force, what it extends and replaces, and which others it uses."""
    first, last = rubric.first_day, rubric.last_day
    if first is not None or last is not None:
        key = "effective" if first and last else "effective_from" if first else "effective_to"
        yield words[key].format(first=first, last=last)
    if rubric.day_field is not None:
        yield words["day_field"].format(field=rubric.day_field)
    if rubric.base is not None:
        yield words["base"].format(base=rubric.base)
        yield from (words["replaced"].format(part=part) for part in rubric.replaced)
    for used in rubric.used:
        version = f" {used.rubric.version}" if used.rubric.version else ""
        title = (used.rubric.label or used.rubric.name) + version
        yield words["used"].format(alias=used.alias, title=title)
        for name, value in used.fields:
            if value != FieldValue(name) and isinstance(value, FieldValue):
                yield words["mapped"].format(alias=used.alias, name=name, field=value.name)


def show_range(found: Range) -> str:
    """Write a range of points: ``0..20``; an open side stays empty."""
    low, high = (("" if end is None else show(end)) for end in (found.low, found.high))
    return f"{low}..{high}"


def show_roundings(
    roundings: Iterable[Rounding], words: Mapping[str, str], *, exact: str | None = None
) -> str:
    """Write how something is rounded: ``round 0.01 half up``."""
    texts = [
        words["round"].format(step=show(rounding.step), mode=words[rounding.mode.value])
        for rounding in roundings
    ]
    return words["then"].join(texts) or (words["exact"] if exact is None else exact)


def _field(field: Field, words: Mapping[str, str]) -> FieldLine:
    allowed = [text for text in (_domain(field), _values(field)) if text]
    if field.blank_means is not None:
        blank = (
            show(field.blank_means)
            if isinstance(field.blank_means, Fraction)
            else field.blank_means
        )
        allowed.append(words["blank_means"].format(value=blank))
    if field.raters:
        allowed += [tell_raters(field, words["lang"]), words["raters"]]
    if field.blank_also:
        allowed.append(words["blank_also"].format(texts=", ".join(field.blank_also)))
    unit = words["unit"].format(unit=field.unit_text) if field.unit_text else ""
    return FieldLine(
        field.name,
        field.label,
        f"{words[field.type.value]}{unit}",
        ", ".join(allowed),
        field.required,
        field.is_key,
        field.also,
    )


def _domain(field: Field) -> str:
    """Write the domain in the unit of the column."""
    if field.domain is None:
        return ""
    percent = field.type is FieldType.PERCENT
    scale = Fraction(1, 100) if percent else field.scale
    low, high = (
        None if end is None else show(end / scale) + ("%" if percent else "")
        for end in (field.domain.low, field.domain.high)
    )
    above = ">" if field.domain.low_open else ">="
    below = "<" if field.domain.high_open else "<="
    if low is None and high is None:
        return ""
    if low is None:
        return f"{below} {high}"
    if high is None:
        return f"{above} {low}"
    is_closed = not field.domain.low_open and not field.domain.high_open
    return f"{low}..{high}" if is_closed else f"{above} {low}, {below} {high}"


def _values(field: Field) -> str:
    names = (f'{one.name} "{one.label}"' if one.label else one.name for one in field.categories)
    return (" > " if field.ordered else " | ").join(names)


def _parts(parts: tuple[Part, ...], depth: int, words: Mapping[str, str]) -> Iterator[PartLine]:
    for part in parts:
        is_group = isinstance(part, Group)
        yield PartLine(
            depth,
            part.name,
            part.label,
            show_range(part.range),
            None if part.declared_max is None else show(part.declared_max),
            words[part.combine.value] if isinstance(part, Group) else None,
            show_roundings(part.roundings, words, exact="" if is_group else None),
            part.owner,
            show_weight(part.weight, words),
            show_consistency(part, words) if isinstance(part, Group) else None,
        )
        if isinstance(part, Group):
            yield from _parts(part.children, depth + 1, words)


def _scores(rubric: CheckedRubric, words: Mapping[str, str]) -> Iterator[PartLine]:
    for score in rubric.scores:
        rounding = show_roundings(score.roundings, words)
        points = show_range(score.range)
        yield PartLine(0, score.name, score.label, points, None, words["score"], rounding, None)


def _grades(grading: Grading | None) -> tuple[NamedLine, ...]:
    if grading is None:
        return ()
    lines = tuple(NamedLine(line.name, line.label, line.text) for line in grading.lines)
    return lines or tuple(NamedLine(name, None, "") for name in grading.order)


def _override(override: Override) -> NamedLine:
    said = [f"{override.kind.value}: {override.text}"]
    last = override.until_field or (override.until.isoformat() if override.until else None)
    said += [f"until {last}"] if last else []
    said += [f"action {override.action}"] if override.action else []
    return NamedLine(override.name, override.label, ", ".join(said))


def _defaults(rubric: CheckedRubric, words: Mapping[str, str]) -> Iterator[str]:
    """Say every default that acts, one sentence each."""
    every = tuple(_walk(rubric.parts))
    indicators = [part for part in every if isinstance(part, Indicator)]
    optional = _optional_fields(rubric)
    for indicator in indicators:
        if indicator.missing.is_default and _fields_below(indicator.rule, rubric) & optional:
            yield _missing_sentence(indicator, words)
    yield from _rounding_sentences(rubric, indicators, words)
    for part in every:
        is_weighted = isinstance(part, Group) and part.combine is Combine.WEIGHTED
        if is_weighted and part.declared_max is None:
            yield words["weighted_default"].format(part=part.label or part.name)
    for field in rubric.fields:
        if field.domain is None and field.type in {FieldType.NUMBER, FieldType.MONEY}:
            yield words["no_range"].format(field=field.label or field.name)
    for override in rubric.overrides:
        if _fields_below(override.condition, rubric) & optional:
            yield words["override"].format(name=override.label or override.name)


def _missing_sentence(part: Indicator, words: Mapping[str, str]) -> str:
    name = part.label or part.name
    match part.missing.policy:
        case IfMissing.POINTS | IfMissing.WORST:
            return words["missing"].format(part=name, points=show(part.missing.points))
        case IfMissing.REJECT:
            return words["missing_reject"].format(part=name)
        case IfMissing.LEAVE_OUT:
            return words["missing_leave_out"].format(part=name)


def _rounding_sentences(
    rubric: CheckedRubric, indicators: Iterable[Indicator], words: Mapping[str, str]
) -> Iterator[str]:
    by_rounding: dict[str, list[str]] = {}
    for part in indicators:
        rounding = show_roundings(part.roundings, words)
        by_rounding.setdefault(rounding, []).append(part.label or part.name)
    for rounding, names in by_rounding.items():
        named = words["all_indicators"] if len(by_rounding) == 1 else ", ".join(names)
        yield words["rounding"].format(parts=named, rounding=rounding)
    if rubric.total is not None:
        yield words["total"].format(rounding=show_roundings(rubric.total.roundings, words))


def _optional_fields(rubric: CheckedRubric) -> frozenset[str]:
    """Give the fields that can be missing in a record that is scored."""
    return frozenset(
        field.name for field in rubric.fields if not field.required and field.blank_means is None
    )


def _fields_below(node: object, rubric: CheckedRubric) -> frozenset[str]:
    """Give the fields that a rule reads, also through derived values."""
    lets = {let.name: let.value for let in rubric.lets}
    found: set[str] = set()
    waiting: list[object] = [node]
    seen: set[str] = set()
    while waiting:
        for below in descend(waiting.pop()):
            if isinstance(below, FieldValue):
                found.add(below.name)
            elif isinstance(below, LetValue) and below.name in lets and below.name not in seen:
                seen.add(below.name)
                waiting.append(lets[below.name])
    return frozenset(found)


def _walk(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Group):
            yield from _walk(part.children)
