"""The file, its record, its derived values and its examples."""

# ruff: noqa: ARG001, D103  a builder is named for its rule, whose sample in the grammar says
# what it reads; all take the same arguments

from __future__ import annotations

import re
from typing import Any, Final

import attrs

from scorelang.source.span import Span, join
from scorelang.syntax import ast
from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.field_words import KEY_WORDS, TYPE_WORDS, type_meant
from scorelang.syntax.from_tree_lines import keyed
from scorelang.syntax.gathering import clauses_only, gather
from scorelang.syntax.reading import (
    Kids,
    Place,
    expressions,
    has,
    label,
    node,
    nodes,
    the,
    the_one,
    token,
    whole_number,
    words,
)
from scorelang.syntax.vocabulary import spellings

_TYPE: Final = {
    "TYPE_TEXT": ast.TypeWord.TEXT,
    "TYPE_NUMBER": ast.TypeWord.NUMBER,
    "TYPE_INTEGER": ast.TypeWord.INTEGER,
    "TYPE_PERCENT": ast.TypeWord.PERCENT,
    "TYPE_MONEY": ast.TypeWord.MONEY,
    "TYPE_DATE": ast.TypeWord.DATE,
    "TYPE_PERIOD": ast.TypeWord.PERIOD,
    "TYPE_YES_NO": ast.TypeWord.YES_NO,
    "TYPE_RATING": ast.TypeWord.RATING,
}
_RATERS: Final = {"MEAN": "mean", "MEDIAN": "median", "TRIMMED_MEAN": "trimmed mean"}


# --- the file ------------------------------------------------------------------------


def rubric_decl(kids: Kids, place: Place) -> ast.RubricDecl:
    items = tuple(kid for kid in kids if isinstance(kid, ast.Item))
    return ast.RubricDecl(the(kids, ast.Name), items, label(kids), span=place.span)


def version_decl(kids: Kids, place: Place) -> ast.VersionDecl:
    days = nodes(kids, ast.DateExpr)
    is_end_only = has(kids, "EFFECTIVE_TO")
    first, last = (None, days[0]) if is_end_only else (*days, None, None)[:2]
    return ast.VersionDecl(label(kids), first, last, node(kids, ast.Name), span=place.span)


def elements_decl(kids: Kids, place: Place) -> ast.ElementsDecl:
    return ast.ElementsDecl(nodes(kids, ast.Name), has(kids, "MEASURABLE"), span=place.span)


@attrs.frozen
class Mapping:
    """``level = post_level``."""

    name: ast.Name
    value: ast.Expr


def mapping(kids: Kids, place: Place) -> Mapping:
    return Mapping(the(kids, ast.Name), expressions(kids)[0])


def use_decl(kids: Kids, place: Place) -> ast.UseDecl:
    part = "grades" if has(kids, "GRADES") else None
    pairs = tuple((found.name, found.value) for found in nodes(kids, Mapping))
    return ast.UseDecl(the(kids, ast.Text), part, node(kids, ast.Name), pairs, span=place.span)


def extends_decl(kids: Kids, place: Place) -> ast.ExtendsDecl:
    return ast.ExtendsDecl(the(kids, ast.Text), span=place.span)


def replace_decl(kids: Kids, place: Place) -> ast.ReplaceDecl:
    item = next(kid for kid in kids if isinstance(kid, ast.Item))
    return ast.ReplaceDecl(item, span=place.span)  # type: ignore[arg-type]


# --- the record ----------------------------------------------------------------------


@attrs.frozen
class FieldPart:
    """One part of a field: the name of its rule with what it says."""

    rule: str
    kids: tuple[object, ...]
    span: Span


def field_part(rule: str, kids: Kids, place: Place) -> FieldPart:
    """Keep a part of a field until the whole field is known."""
    return FieldPart(rule, tuple(kids), place.span)


def category_value(kids: Kids, place: Place) -> ast.CategoryValue:
    texts = nodes(kids, ast.Text)
    also = len([word for word in words(kids) if word == "ALSO"])
    first = texts[: len(texts) - also]
    return ast.CategoryValue(
        the(kids, ast.Name),
        first[0].value if first else None,
        tuple(text.value for text in texts[len(first) :]),
        span=place.span,
    )


_DROPPED: Final = re.compile(r"去掉|剔除|drop(?!\w)", re.IGNORECASE)


def rater_group(kids: Kids, place: Place) -> ast.RaterGroup:
    weight = expressions(kids)
    options = nodes(kids, FieldPart)
    _report_twice(options, place)
    if _DROPPED.match(the(kids, ast.Name).text):
        place.fault("E0101.drop_ends", found=the(kids, ast.Name).text)
    combine, quorum = _combining(options, place)
    drop = any(part.rule == "field_drop" for part in options)
    return ast.RaterGroup(
        the(kids, ast.Name), weight[0] if weight else None, combine, quorum, drop, span=place.span
    )


def _combining(parts: tuple[FieldPart, ...], place: Place) -> tuple[str | None, int | None]:
    combine, quorum = None, None
    for part in parts:
        if part.rule == "field_combine":
            combine = _RATERS[words(part.kids)[0]]
        elif part.rule == "field_quorum":
            quorum = whole_number(part.kids, place)
    return combine, quorum


def record_decl(kids: Kids, place: Place) -> ast.RecordDecl:
    items = tuple(kid for kid in kids if isinstance(kid, ast.FieldDecl | ast.RecordRuleDecl))
    return ast.RecordDecl(items, span=place.span)


def record_rule_decl(kids: Kids, place: Place) -> ast.RecordRuleDecl:
    return ast.RecordRuleDecl(expressions(kids)[0], label(kids), span=place.span)


def field_decl(kids: Kids, place: Place) -> ast.FieldDecl:
    found = token(kids, *_TYPE)
    kind = _TYPE[found.type] if found is not None else ast.TypeWord.CATEGORY
    _report_one_word(the(kids, ast.Name), nodes(kids, ast.CategoryValue), place)
    return ast.FieldDecl(
        the(kids, ast.Name),
        kind,
        is_key=has(kids, "KEY"),
        domain=the_one(kids, ast.RangeDecl, place),
        values=nodes(kids, ast.CategoryValue),
        ordered=has(kids, "GT") and kind is ast.TypeWord.CATEGORY,
        unit=the_one(kids, ast.UnitClause, place),
        clauses=nodes(kids, ast.NoteClause) + nodes(kids, ast.AllowClause),
        span=place.span,
        **_field_parts(nodes(kids, FieldPart), label(kids), place),
    )


def _report_one_word(name: ast.Name, values: tuple[ast.CategoryValue, ...], place: Place) -> None:
    """Report ``name string``, ``key id``, ``主键 id``: read as a column with one value."""
    if len(values) != 1 or values[0].label is not None:
        return
    word = values[0].name.text
    if name.text in _KEY:
        place.fault("E0101.key_type", word=name.text, name=word)
    elif name.text in KEY_WORDS:
        place.fault("E0101.key_word", found=name.text, name=word)
    elif word in TYPE_WORDS:
        meant = f"{name.text} {type_meant(word)}"
        place.fault("E0101.type_word", values[0].span, type=word, meant=meant)


def _field_parts(parts: tuple[FieldPart, ...], name: str | None, place: Place) -> dict[str, Any]:
    """Read the parts of a field; a bare text goes on with ``also``, or is the label."""
    found: dict[str, Any] = {}
    also: dict[str, Any] = {"also": (), "blank_also": ()}
    specials: list[ast.SpecialValue] = []
    listing: str | None = None
    _report_twice(parts, place)
    for part in parts:
        match part.rule:
            case "field_text" if listing == "last":
                found["last_label"] = label(part.kids)
            case "field_text" if listing == "special":
                if specials[-1].label is not None:
                    place.fault("E0101.second_label", part.span)
                specials[-1] = attrs.evolve(specials[-1], label=label(part.kids))
            case "field_special":
                listing = "special"
                specials.append(ast.SpecialValue(expressions(part.kids)[0], span=part.span))
            case "field_text" if listing is not None:
                also[listing] += (label(part.kids) or "",)
            case "field_text" if name is None and "label" not in found:
                found["label"] = label(part.kids)
            case "field_text":
                place.fault("E0101.second_label", part.span)
            case "field_also" | "field_blank_also":
                listing = part.rule.removeprefix("field_")
                also[listing] += (label(part.kids) or "",)
            case rule:
                found.update(_field_part(rule, part.kids, place))
                listing = "last" if rule == "field_last" else None
    if name is not None:
        found.setdefault("label", name)
    rated = _rated_by(parts, place)
    also = {**also, "specials": tuple(specials)}
    return {**found, **also, **({"rated_by": rated} if rated is not None else {})}


def _report_twice(parts: tuple[FieldPart, ...], place: Place) -> None:
    """Report what a field or a group of raters says a second time, as one would be dropped."""
    seen: set[str] = set()
    for part in parts:
        if part.rule in seen and part.rule in _ONCE:
            place.fault("E0101.twice", part.span)
        seen.add(part.rule)


_ONCE: Final = frozenset(
    (
        *("field_required", "field_step", "field_decimals", "field_blank_means", "field_last"),
        *("field_rated_by", "field_quorum", "field_combine", "field_drop"),
    )
)


def _field_part(rule: str, kids: Kids, place: Place) -> dict[str, Any]:
    match rule:
        case "field_required":
            return {"is_required": True}
        case "field_step":
            return {"step": the(kids, ast.NumberExpr)}
        case "field_decimals":
            return {"decimals": whole_number(kids, place)}
        case "field_blank_means":
            return {"blank_means": expressions(kids)[0]}
        case "field_last":
            return {"has_last": True}
        case _:
            return {}


def _rated_by(parts: tuple[FieldPart, ...], place: Place) -> ast.RatedBy | None:
    raters = tuple(part for part in parts if part.rule in _RATER_PARTS)
    if not raters:
        return None
    span = join(raters[0].span, raters[-1].span)
    if raters[0].rule != "field_rated_by":
        first = next(iter(nodes(raters[0].kids, ast.RaterGroup)), None)
        is_key = first is not None and first.name.text in _KEY
        shown = first.name.text if first is not None else ""
        key = "E0101.late_key" if is_key else _stray(raters[0], first)
        place.fault(key, raters[0].span, found=shown)
    groups = tuple(group for part in raters for group in nodes(part.kids, ast.RaterGroup))
    combine, quorum = _combining(raters, place)
    drop = any(part.rule == "field_drop" for part in raters)
    return ast.RatedBy(groups, combine, quorum, drop, span=span)


def _stray(part: FieldPart, first: ast.RaterGroup | None) -> str:
    """Tell whether it can be a rater, who has a weight, or is a clause that is unknown."""
    is_rater = part.rule != "field_raters" or (first is not None and first.weight is not None)
    return "E0101.stray_rater" if is_rater else "E0101.so_field"


_KEY: Final = frozenset(word for each in Vocabulary for word in spellings("KEY", each))
_RATER_PARTS: Final = frozenset(
    ("field_rated_by", "field_raters", "field_quorum", "field_combine", "field_drop")
)


# --- values and tables ---------------------------------------------------------------


def let_decl(kids: Kids, place: Place) -> ast.LetDecl:
    value, clauses = keyed(expressions(kids)[0], kids, place)
    return ast.LetDecl(the(kids, ast.Name), value, label(kids), clauses, span=place.span)


def scale_decl(kids: Kids, place: Place) -> ast.ScaleDecl:
    levels = nodes(kids, ast.ScaleLevel)
    clauses = clauses_only(kids, place)
    return ast.ScaleDecl(the(kids, ast.Name), levels, label(kids), clauses, span=place.span)


_TABLE: Final = frozenset(("worst_first",))


def table_decl(kids: Kids, place: Place) -> ast.TableDecl:
    found = gather(kids, place, _TABLE)
    return ast.TableDecl(
        the(kids, ast.Name),
        nodes(kids, ast.CategoryValue),
        the(kids, ast.Grid),
        has(kids, "GT"),
        found.worst_first,
        label(kids),
        found.clauses,
        span=place.span,
    )


# --- examples ------------------------------------------------------------------------


@attrs.frozen
class RatedGroup:
    """``(peer)`` behind the name of a field."""

    name: ast.Name


def rated_group(kids: Kids, place: Place) -> RatedGroup:
    return RatedGroup(the(kids, ast.Name))


def given(kids: Kids, place: Place) -> ast.Given:
    value, *more = expressions(kids) or (None,)
    group = node(kids, RatedGroup)
    by = group.name if group is not None else None
    name = node(kids, ast.Name)
    if name is None:
        name = ast.Name(ast.OwnWord.AS_OF.value, span=place.span)
    elif has(kids, "LAST"):
        name = ast.Name(f"{ast.PeriodWord.LAST.value} {name.text}", span=name.span)
    return ast.Given(name, value, by, tuple(filter(None, more)), span=place.span)


@attrs.frozen
class GivenLine:
    """``given a = 1, b = 2``."""

    values: tuple[ast.Given, ...]


def given_line(kids: Kids, place: Place) -> GivenLine:
    return GivenLine(nodes(kids, ast.Given))


_EXPECT: Final = {
    "REJECTED": ast.ExpectWord.REJECTED,
    "FLAGS": ast.ExpectWord.FLAGS,
    "MISSING": ast.ExpectWord.MISSING,
    "NOT_RATABLE": ast.ExpectWord.NOT_RATABLE,
}


@attrs.frozen
class NameOnly:
    """A further name after ``rejected``, ``flags`` or ``missing``."""

    name: ast.Name


def expectation(kids: Kids, place: Place) -> ast.Expectation | NameOnly:
    name = node(kids, ast.Name)
    if has(kids, "EQ"):
        own = token(kids[:1], "TOTAL", "GRADE")
        if own is not None:
            name = ast.Name(own.type.lower(), span=place.at(own))
        value = expressions(kids)
        return ast.Expectation(
            ast.ExpectWord.VALUE, name, value[0] if value else None, span=place.span
        )
    word = token(kids, *_EXPECT)
    if word is None:
        return NameOnly(the(kids, ast.Name))
    names = (name,) if name is not None else ()
    return ast.Expectation(_EXPECT[word.type], names=names, span=place.span)


@attrs.frozen
class ExpectLine:
    """``expect total = 87.5, flags review, watch``."""

    expected: tuple[ast.Expectation, ...]


def expect_line(kids: Kids, place: Place) -> ExpectLine:
    """Join further names to the expectation before them."""
    expected: list[ast.Expectation] = []
    for kid in kids:
        match kid:
            case ast.Expectation():
                expected.append(kid)
            case NameOnly(name) if expected and expected[-1].names:
                last = expected[-1]
                names, span = (*last.names, name), join(last.span, name.span)
                expected[-1] = attrs.evolve(last, names=names, span=span)
            case NameOnly(name):
                place.fault("E0101.expect_name", name.span, name=name.text)
            case _:
                pass
    return ExpectLine(tuple(expected))


def assumption(kids: Kids, place: Place) -> ast.Assumption | None:
    population, *value = expressions(kids)
    if not isinstance(population, ast.PopulationExpr):
        place.fault("E0101.assume", population.span)
        return None
    if value:
        return ast.Assumption(population, value[0], span=place.span)
    branches = nodes(kids, ast.ByBranch)
    if population.by is None:
        place.fault("E0101.assume_by", population.span)
        return None
    if not branches:
        place.fault("E0101.empty_block")
        return None
    span = join(branches[0].span, branches[-1].span)
    subject = ast.NameExpr(population.by, span=population.by.span)
    return ast.Assumption(population, ast.ByExpr(subject, branches, span=span), span=place.span)


def example_decl(kids: Kids, place: Place) -> ast.ExampleDecl:
    name, *base = nodes(kids, ast.Name)
    return ast.ExampleDecl(
        name,
        label(kids),
        base[0] if base else None,
        tuple(given for line in nodes(kids, GivenLine) for given in line.values),
        nodes(kids, ast.Assumption),
        tuple(found for line in nodes(kids, ExpectLine) for found in line.expected),
        nodes(kids, ast.NoteClause) + nodes(kids, ast.AllowClause),
        span=place.span,
    )


def examples_decl(kids: Kids, place: Place) -> ast.ExamplesDecl:
    notes = nodes(kids, ast.NoteClause) + nodes(kids, ast.AllowClause)
    return ast.ExamplesDecl(the(kids, ast.Grid), node(kids, ast.Name), notes, span=place.span)
