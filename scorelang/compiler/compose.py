"""One tree out of several files: base, grades of another rubric, fields of used rubrics.

In: the tree of a file. Out: ``Composed``: a tree that stands by itself, the used rubrics by
alias, and what a variant was made from. Reports E0614 (a field that cannot be added) and
E0615 (nothing to use); what the files themselves do wrong is reported by ``Family``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from scorelang.compiler.errors import WORDS
from scorelang.compiler.expression_walk import walk
from scorelang.compiler.extend import Lineage, extended
from scorelang.compiler.family import Family, Member
from scorelang.compiler.rule_exprs import exprs_of_rubric
from scorelang.diagnostics.collector import Collector
from scorelang.model.expressions import FieldValue
from scorelang.model.rubric import CheckedRubric
from scorelang.source.structure import Structure
from scorelang.syntax import ast


@attrs.frozen(eq=False, repr=False)
class Used(Structure):
    """A ``use`` with the rubric it stands for; ``member`` is ``None`` where that has errors."""

    decl: ast.UseDecl
    alias: str
    member: Member | None


@attrs.frozen(eq=False, repr=False)
class Composed(Structure):
    """A tree that needs no other file any more, and what came from other files.

    ``is_whole`` is not set where a base or a used rubric could not be had.
    """

    tree: ast.RubricDecl
    uses: dict[str, Used] = attrs.field(factory=dict)
    lineage: Lineage | None = None
    is_whole: bool = True


def compose(given: ast.RubricDecl, family: Family, collector: Collector) -> Composed:
    """Bring together all files that a rubric names."""
    whole = extended(given, family, collector)
    items = tuple(_with_grades(whole.tree.items, family, collector))
    uses = _uses(items, family, collector)
    added = _added_fields(items, uses.values(), collector)
    if added:
        record = ast.RecordDecl(added, span=added[0].span)
        items = (*items, record)
    items = tuple(item for item in items if not isinstance(item, ast.UseDecl))
    is_whole = whole.is_whole and all(used.member is not None for used in uses.values())
    # The tree stays the same one where nothing was put in: places are looked up by identity.
    tree = whole.tree if items == whole.tree.items else attrs.evolve(whole.tree, items=items)
    if tree is not given:
        tree = attrs.evolve(tree, others=tuple(family.loader.sources.values()))
    return Composed(tree, uses, whole.lineage, is_whole)


def _with_grades(
    items: Iterable[ast.Item], family: Family, collector: Collector
) -> Iterator[ast.Item]:
    """Put the grades of other rubrics where they are used."""
    for item in items:
        if isinstance(item, ast.UseDecl) and item.part is not None:
            found = _grades_of(item, family, collector)
            if found is not None:
                yield attrs.evolve(found, name=item.alias or None, taken_from=item.path.value)
        else:
            yield item


def _grades_of(decl: ast.UseDecl, family: Family, collector: Collector) -> ast.GradesDecl | None:
    tree = family.tree(decl.path, collector)
    if tree is None:
        return None
    with family.inside(tree, decl.path, collector) as may_go:
        if not may_go:
            return None
        whole = extended(tree, family, collector).tree
        for item in _with_grades(whole.items, family, collector):
            if isinstance(item, ast.GradesDecl) and item.name is None:
                return item
    collector.add(WORDS, "E0615.grades", decl.path.span, path=decl.path.value)
    return None


def _uses(items: Iterable[ast.Item], family: Family, collector: Collector) -> dict[str, Used]:
    found: dict[str, Used] = {}
    for item in items:
        if not isinstance(item, ast.UseDecl) or item.part is not None:
            continue
        member = family.member(item.path, collector)
        alias = item.alias.text if item.alias else member.rubric.name if member else ""
        if member is not None and member.rubric.populations:
            collector.add(WORDS, "E0615.compares", item.path.span, path=item.path.value)
            member = None
        if alias in found:
            span = item.alias.span if item.alias else item.path.span
            collector.add(WORDS, "E0615.twice", span, alias=alias)
        found.setdefault(alias, Used(item, alias, member))
    return found


def _added_fields(
    items: Iterable[ast.Item], uses: Iterable[Used], collector: Collector
) -> tuple[ast.FieldDecl, ...]:
    """Give the fields of used rubrics that this record lacks; a mapped one is not asked for."""
    items = tuple(items)
    own = {field.name.text for field in _fields(items)}
    others = {item.name.text for item in items if isinstance(item, ast.LetDecl | ast.TableDecl)}
    has_key = any(field.is_key for field in _fields(items))
    added: dict[str, ast.FieldDecl] = {}
    for used in uses:
        if used.member is None:
            continue
        mapped = {name.text for name, _ in used.decl.mapping}
        for field in _fields(used.member.tree.items):
            name = field.name.text
            if name in mapped | own | set(added) or (field.is_key and has_key):
                continue
            if name in others:
                span = used.decl.span
                collector.add(WORDS, "E0614.taken", span, name=name, alias=used.alias)
                continue
            has_key = has_key or field.is_key
            added[name] = field
    return tuple(added.values())


def _fields(items: Iterable[ast.Item]) -> Iterator[ast.FieldDecl]:
    for item in items:
        if isinstance(item, ast.RecordDecl):
            yield from (each for each in item.items if isinstance(each, ast.FieldDecl))


def reads_field(rubric: CheckedRubric, name: str) -> bool:
    """Whether anything in a rubric reads a field."""
    found = (part for expr in exprs_of_rubric(rubric) for part in walk(expr))
    behind = (part for let in rubric.lets for part in walk(let.value))
    return any(FieldValue(name) == part for part in (*found, *behind))
