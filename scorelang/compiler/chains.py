"""Values that are computed from others: how many steps stand one inside the other.

In: the whole tree. Out: whether every value can be computed within the room there is
(syntax/depth.py). Reports E0207.deep at the first value that cannot.
"""

from __future__ import annotations

from collections.abc import Mapping

from scorelang.compiler.draft import Draft
from scorelang.syntax import ast
from scorelang.syntax.depth import MOST_STEPS, depth_of
from scorelang.syntax.walk import walk

_Decl = ast.LetDecl | ast.IndicatorDecl | ast.GroupDecl | ast.ScoreDecl | ast.ResultDecl


def are_chains_short(draft: Draft) -> bool:
    """Report a value that is computed in too many steps; tell whether there is none."""
    decls = {node.name.text: node for node in walk(draft.tree) if isinstance(node, _Decl)}
    behind = {name: _reads(decl, decls) for name, decl in decls.items()}
    steps: dict[str, int] = {}
    for name, decl in decls.items():
        _count(name, behind, decls, steps)
        if steps[name] > MOST_STEPS:
            draft.report("E0207.deep", decl.name.span, name=name, most=MOST_STEPS)
            return False
    return True


def _count(
    name: str, behind: Mapping[str, list[str]], decls: Mapping[str, _Decl], steps: dict[str, int]
) -> None:
    """Count the steps of a value after those of all that it reads; a circle ends where it began."""
    waiting, opened = [name], set[str]()
    while waiting:
        here = waiting[-1]
        if here not in opened:
            opened.add(here)
            waiting += [each for each in behind[here] if each not in steps and each not in opened]
            continue
        waiting.pop()
        longest = max((steps.get(each, 0) for each in behind[here]), default=0)
        steps.setdefault(here, longest + _own(decls[here]))


def _reads(decl: _Decl, decls: Mapping[str, _Decl]) -> list[str]:
    names = {node.text for node in walk(decl) if isinstance(node, ast.Name)}
    return sorted(name for name in names if name in decls and name != decl.name.text)


def _own(decl: _Decl) -> int:
    return 1 if isinstance(decl, ast.GroupDecl) else depth_of(decl)
