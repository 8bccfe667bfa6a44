"""From the tree of a rubric to entries: one logical line for each item, as it will be printed.

In: the tree and a style. Out: the entry of the whole file, blocks inside it, without
comments and blank lines (`comments` puts them back). Nothing is read from the source.
"""

from __future__ import annotations

from typing import assert_never

from scorelang.formatter import expressions
from scorelang.formatter.clauses import behind_comma, clause_doc, round_doc, tail
from scorelang.formatter.document import Block, Doc, Entry, concat, entry
from scorelang.formatter.examples import example_doc, examples_doc, promise_doc
from scorelang.formatter.parts import (
    grades_doc,
    group_doc,
    indicator_doc,
    override_doc,
    scale_doc,
    table_doc,
    total_doc,
)
from scorelang.formatter.records import record_doc
from scorelang.formatter.style import Style, phrase
from scorelang.source.span import join as join_spans
from scorelang.syntax.ast import (
    AllowClause,
    BaseDecl,
    CombineClause,
    ElementsDecl,
    EligibilityDecl,
    ExampleDecl,
    ExamplesDecl,
    ExtendsDecl,
    GradesDecl,
    GroupDecl,
    IndicatorDecl,
    Item,
    LetDecl,
    MissingClause,
    NoteClause,
    OverrideDecl,
    PromiseDecl,
    ReasonsClause,
    RecordDecl,
    ReplaceDecl,
    ResultDecl,
    RoundClause,
    RubricDecl,
    ScaleDecl,
    ScoreDecl,
    TableDecl,
    TotalDecl,
    UseDecl,
    VersionDecl,
)


def rubric_entry(rubric: RubricDecl, style: Style) -> Entry:
    """Write a whole file."""
    head = phrase(style.word("RUBRIC"), style.named(rubric.name, rubric.label))
    lines = tuple(item_entry(item, style) for item in rubric.items)
    return entry(phrase(head, Block(lines, rubric.span)), span=rubric.span)


def item_entry(item: Item, style: Style) -> Entry:
    """Write one item of a file or a group as a logical line."""
    return entry(item_doc(item, style), span=item.span)


def item_doc(item: Item, style: Style) -> Doc:  # one case for each node
    """Write one item of a file or a group."""
    match item:
        case VersionDecl():
            return _version(item, style)
        case RoundClause():
            return round_doc(item, style, is_line=True)
        case NoteClause() | AllowClause() | MissingClause() | ReasonsClause() | CombineClause():
            return clause_doc(item, style)
        case ElementsDecl(names, measurable):
            elements = phrase(style.word("ELEMENTS"), style.enumerated(map(style.name, names)))
            last = behind_comma(style.word("MEASURABLE"), style) if measurable else ""
            return concat(elements, last)
        case UseDecl():
            return _use(item, style)
        case ExtendsDecl(path):
            return phrase(style.word("EXTENDS"), style.text(path.value))
        case ReplaceDecl(part):
            return phrase(style.word("REPLACE"), item_doc(part, style))
        case RecordDecl():
            return record_doc(item, style)
        case LetDecl() | ScoreDecl() | ResultDecl():
            return _named_value(item, style)
        case ScaleDecl():
            return scale_doc(item, style)
        case TableDecl():
            return table_doc(item, style)
        case BaseDecl(value, clauses):
            base = phrase(style.word("BASE"), expressions.sum_doc(value, style))
            return concat(base, tail(clauses, style))
        case TotalDecl():
            return total_doc(item, style)
        case IndicatorDecl():
            return indicator_doc(item, style)
        case GroupDecl():
            return group_doc(item, [item_entry(one, style) for one in item.items], style)
        case GradesDecl():
            return grades_doc(item, style)
        case EligibilityDecl():
            return _eligibility(item, style)
        case OverrideDecl():
            return override_doc(item, style)
        case PromiseDecl():
            return promise_doc(item, style)
        case ExampleDecl():
            return example_doc(item, style)
        case ExamplesDecl():
            return examples_doc(item, style)
        case _:
            assert_never(item)


def _version(node: VersionDecl, style: Style) -> Doc:
    parts: list[Doc] = []
    if node.version is not None:
        parts.append(phrase(style.word("VERSION"), style.text(node.version)))
    last = node.last_day.value.isoformat() if node.last_day is not None else None
    if node.first_day is not None:
        to = phrase(style.to, last) if last is not None else None
        first = node.first_day.value.isoformat()
        parts.append(phrase(style.word("EFFECTIVE"), first, to))
    elif last is not None:
        parts.append(phrase(style.word("EFFECTIVE_TO"), last))
    if node.day_field is not None:
        parts.append(phrase(style.word("BY_DAY"), style.name(node.day_field)))
    return style.listed(parts)


def _use(node: UseDecl, style: Style) -> Doc:
    alias = phrase(style.word("AS"), style.name(node.alias)) if node.alias is not None else None
    part = style.word("GRADES") if node.part is not None else None
    lines = tuple(
        entry(
            phrase(style.name(name), "=", expressions.value_doc(value, style)),
            span=join_spans(name.span, value.span),
        )
        for name, value in node.mapping
    )
    block = Block(lines, node.span) if lines else None
    return phrase(style.word("USE"), style.text(node.path.value), part, alias, block)


def _named_value(node: LetDecl | ScoreDecl | ResultDecl, style: Style) -> Doc:
    match node:
        case LetDecl():
            word = style.word("LET")
        case ScoreDecl():
            word = style.word("SCORE")
        case ResultDecl():
            word = style.word("RESULT")
        case _:
            assert_never(node)
    value = expressions.value_doc(node.value, style)
    head = phrase(word, style.named(node.name, node.label), "=", value)
    return concat(head, tail(node.clauses, style))


def _eligibility(node: EligibilityDecl, style: Style) -> Doc:
    holds = phrase(style.word("WHEN"), expressions.condition_doc(node.condition, style))
    head = phrase(style.word("NOT_RATABLE"), holds, style.text(node.reason))
    return concat(head, tail(node.clauses, style))
