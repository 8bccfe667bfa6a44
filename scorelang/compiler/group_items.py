"""What may stand inside a group: parts, notes and claims; all else is said of the rubric.

In: a group. Reports E0204 for what nothing would read there, such as ``grades`` behind a
missing ``}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from scorelang.compiler.clauses import part_place
from scorelang.compiler.draft import Draft
from scorelang.diagnostics.quoting import quoted
from scorelang.syntax import ast

_STRAY: Mapping[type, str] = MappingProxyType(
    {
        ast.VersionDecl: "version",
        ast.ElementsDecl: "elements",
        ast.UseDecl: "use",
        ast.ExtendsDecl: "extends",
        ast.ReplaceDecl: "replace",
        ast.RecordDecl: "record",
        ast.ReasonsClause: "reasons",
        ast.LetDecl: "let",
        ast.ScaleDecl: "scale",
        ast.TableDecl: "table",
        ast.BaseDecl: "base",
        ast.TotalDecl: "total",
        ast.ScoreDecl: "score",
        ast.GradesDecl: "grades",
        ast.EligibilityDecl: "not ratable when",
        ast.ResultDecl: "result",
        ast.ExampleDecl: "example",
        ast.ExamplesDecl: "examples",
    }
)


def check_items(group: ast.GroupDecl, draft: Draft) -> None:
    """Report what stands in a group and would have no effect there."""
    for item in group.items:
        if isinstance(item, ast.OverrideDecl):
            word = item.word.value
        elif isinstance(item, ast.GradesDecl) and item.name is not None:
            word = "class"
        else:
            word = _STRAY.get(type(item), "")
        if word:
            name = getattr(item, "name", None)
            span = name.span if isinstance(name, ast.Name) else item.span
            place = part_place("group", group.name.text)
            draft.report("E0204.group", span, clause=quoted(word), place=place)
