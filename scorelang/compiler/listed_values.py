"""Several values beside one column, of which only the first is compared: ``k is not a or b``.

In: a name that stands where a condition is needed, or a word of several values. Reports
E0201.values with the whole list as the language says it; a *not* before the list stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from scorelang.compiler.draft import Draft
from scorelang.compiler.errors import WORDS
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.model import Fix
from scorelang.source.span import Span
from scorelang.syntax import ast
from scorelang.syntax.value_lists import ValueList, value_lists


def report_list(place: Span, draft: Draft, pieces: Sequence[str] = ()) -> bool:
    """Report the list in which a name stands; ``pieces`` are the values that it runs together.

    ``False`` where it stands in none.
    """
    if draft.tree.source is None:
        return False
    text = draft.tree.source.content
    start = text.rfind("\n", 0, place.start) + 1
    line = text[start:].split("\n", maxsplit=1)[0]
    at, end = place.start - start, place.end - start
    apart = "、".join(pieces) if pieces else line[at:end]
    written = line[:at] + apart + line[end:]
    found = _around(at, at + len(apart), written, draft)
    if found is None:
        return False
    more = len(apart) - (end - at)
    span = Span(place.path, start + found.start, start + found.end - more)
    fix = Fix(span, found.meant, TERMS["write `{text}`"].format(text=found.meant))
    was = text[span.start : span.end]
    draft.collector.add(WORDS, "E0201.values", span, fixes=(fix,), found=was, meant=found.meant)
    return True


def _around(start: int, end: int, line: str, draft: Draft) -> ValueList | None:
    fields = draft.symbols.of(ast.FieldDecl)

    def is_value(column: str, value: str) -> bool:
        decl = fields.get(column.strip("「」`"))
        return decl is not None and any(value == each.name.text for each in decl.values)

    lists = value_lists(line, is_value)
    return next((each for each in lists if each.start <= start and end <= each.end), None)
