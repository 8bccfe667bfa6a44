"""The record: fields with their types, units and other spellings, rules between fields."""

from __future__ import annotations

from scorelang.formatter import expressions, ranges
from scorelang.formatter.clauses import behind_comma, following, unit_text
from scorelang.formatter.document import Block, Doc, Entry, Group, Line, concat, entry, join
from scorelang.formatter.parts import category_value_doc
from scorelang.formatter.style import Style, phrase
from scorelang.formatter.words import RATER_COMBINES, TYPES
from scorelang.syntax.ast import (
    FieldDecl,
    RatedBy,
    RaterGroup,
    RecordDecl,
    RecordRuleDecl,
    TypeWord,
)


def record_doc(node: RecordDecl, style: Style) -> Doc:
    """Write the record, a field on each line."""
    lines = tuple(
        _field(item, style) if isinstance(item, FieldDecl) else _rule(item, style)
        for item in node.items
    )
    return phrase(style.word("RECORD"), Block(lines, node.span))


def _rule(node: RecordRuleDecl, style: Style) -> Entry:
    condition = expressions.condition_doc(node.condition, style)
    said = style.text(node.text) if node.text is not None else None
    return entry(phrase(style.word("RULE"), condition, said), span=node.span)


def _field(node: FieldDecl, style: Style) -> Entry:
    name = phrase(style.word("KEY") if node.is_key else None, style.name(node.name))
    if node.type is TypeWord.CATEGORY:
        name, kind = style.named(node.name, node.label), _category(node, style)
    else:
        kind = _type(node, style)
    more = [behind_comma(part, style, is_list=True) for part in _parts(node, style)]
    more += [following(clause, style) for clause in node.clauses]
    return entry(name, concat(kind, *more), span=node.span)


def _category(node: FieldDecl, style: Style) -> Doc:
    sign = concat(" >" if node.ordered else " |", Group(Line()))
    return join(sign, [category_value_doc(value, style) for value in node.values])


def _type(node: FieldDecl, style: Style) -> Doc:
    """Write the type with range and label; in English unit and other names need no comma."""
    domain = ranges.range_doc(node.domain, style) if node.domain is not None else None
    label = style.text(node.label) if node.label is not None else None
    kind = phrase(style.word(TYPES[node.type]), domain)
    if style.is_chinese:
        return phrase(kind, label)
    return phrase(kind, _unit(node, style), label, *_also(node, style))


def _unit(node: FieldDecl, style: Style) -> Doc | None:
    if node.unit is None:
        return None
    return phrase(style.word("IN"), unit_text(node.unit.multiplier, node.unit.unit))


def _also(node: FieldDecl, style: Style) -> list[Doc]:
    return [phrase(style.word("ALSO"), style.text(text)) for text in node.also]


def _parts(node: FieldDecl, style: Style) -> list[Doc]:
    """Write what stands behind commas."""
    parts: list[Doc] = []
    if style.is_chinese or node.type is TypeWord.CATEGORY:
        parts += [unit] if (unit := _unit(node, style)) is not None else []
        parts += _also(node, style)
    if node.is_required:
        parts.append(concat(style.word("REQUIRED")))
    if node.step is not None:
        parts.append(phrase(style.word("STEP"), expressions.number_text(node.step)))
    if node.decimals is not None:
        parts.append(phrase(style.word("DECIMALS"), str(node.decimals)))
    if node.blank_means is not None:
        blank = expressions.operand_doc(node.blank_means, style)
        parts.append(phrase(style.word("BLANK_MEANS"), blank))
    if node.blank_also:
        texts = style.listed(style.text(text) for text in node.blank_also)
        parts.append(phrase(style.word("BLANK_ALSO"), texts))
    for special in node.specials:
        code = expressions.operand_doc(special.code, style)
        said = style.text(special.label) if special.label is not None else None
        parts.append(phrase(style.word("SPECIAL"), code, said))
    if node.has_last:
        label = style.text(node.last_label) if node.last_label is not None else None
        parts.append(phrase(style.word("AND_LAST", "and last year"), label))
    if node.rated_by is not None:
        parts.append(_rated_by(node.rated_by, style))
    return parts


def _rated_by(node: RatedBy, style: Style) -> Doc:
    parts = [_rater_group(group, style) for group in node.groups]
    parts += _combining(node.combine, node.quorum, style)
    if node.drop_ends:
        parts.append(concat(style.word("DROP_ENDS")))
    return phrase(style.word("RATED_BY"), style.listed(parts))


def _rater_group(group: RaterGroup, style: Style) -> Doc:
    weight = expressions.sum_doc(group.weight, style) if group.weight is not None else None
    options = _combining(group.combine, group.quorum, style)
    options += [concat(style.word("DROP_ENDS"))] if group.drop_ends else []
    rater = phrase(style.name(group.name), weight)
    return style.bracketed(rater, style.listed(options)) if options else rater


def _combining(combine: str | None, quorum: int | None, style: Style) -> list[Doc]:
    parts: list[Doc] = []
    if combine is not None:
        parts.append(concat(style.word(RATER_COMBINES[combine])))
    if quorum is not None:
        parts.append(phrase(style.word("AT_LEAST"), style.count(quorum, "人")))
    return parts
