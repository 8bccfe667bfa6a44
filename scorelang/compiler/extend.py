"""A variant of a rubric: all that stands in its base, with some parts replaced.

In: the tree of the variant. Out: one tree, in which each replaced part stands in the place
of the old one and new items come last; every item keeps the place where it was written.
Reports E0615 (several bases) and E0616 (nothing to replace, or a part of another kind).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from scorelang.compiler.errors import WORDS
from scorelang.compiler.family import Family
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.source.structure import Structure
from scorelang.syntax import ast

_OWN = (ast.ExtendsDecl, ast.ReplaceDecl)
_ONCE = (ast.MissingClause, ast.RoundClause, ast.ReasonsClause, ast.BaseDecl)
"""What is said once for a rubric: the words of the variant stand instead of those of its base."""


@attrs.frozen(eq=False, repr=False)
class Lineage(Structure):
    """What a variant was made from: its base and the parts it replaced, in words."""

    base: str
    replaced: tuple[str, ...] = ()


@attrs.frozen(eq=False, repr=False)
class Extended(Structure):
    """The whole tree of a rubric and, of a variant, its lineage.

    ``is_whole`` is not set where the base could not be had.
    """

    tree: ast.RubricDecl
    lineage: Lineage | None = None
    is_whole: bool = True


@attrs.frozen(eq=False, repr=False)
class _Target(Structure):
    """A part by its kind in words and its name."""

    kind: str
    name: str | None

    @property
    def words(self) -> str:
        kind = TERMS[self.kind]
        return kind if self.name is None else f"{kind} `{self.name}`"


def extended(tree: ast.RubricDecl, family: Family, collector: Collector) -> Extended:
    """Give the tree with all that it extends; by itself where it extends nothing."""
    bases = [item for item in tree.items if isinstance(item, ast.ExtendsDecl)]
    replacing = [item for item in tree.items if isinstance(item, ast.ReplaceDecl)]
    own = tuple(item for item in tree.items if not isinstance(item, _OWN))
    if not bases:
        for item in replacing:
            collector.add(WORDS, "E0616.alone", item.span)
        return Extended(attrs.evolve(tree, items=own) if replacing else tree)
    for again in bases[1:]:
        collector.add(WORDS, "E0615.bases", again.span)
    base = _base(bases[0], family, collector)
    if base is None:
        return Extended(attrs.evolve(tree, items=own), is_whole=False)
    items, replaced = _replace_all(_inherited(base, own), replacing, base, collector)
    whole = attrs.evolve(tree, items=(*items, *own))
    return Extended(whole, Lineage(_title(base), replaced))


def _base(decl: ast.ExtendsDecl, family: Family, collector: Collector) -> ast.RubricDecl | None:
    tree = family.tree(decl.path, collector)
    if tree is None:
        return None
    with family.inside(tree, decl.path, collector) as may_go:
        found = extended(tree, family, collector) if may_go else None
        return found.tree if found is not None and found.is_whole else None


def _title(base: ast.RubricDecl) -> str:
    versions = (item.version for item in base.items if isinstance(item, ast.VersionDecl))
    version = next((version for version in versions if version is not None), None)
    return base.name.text if version is None else f"{base.name.text} {version}"


def _inherited(base: ast.RubricDecl, own: tuple[ast.Item, ...]) -> tuple[ast.Item, ...]:
    """Give the items a variant takes over: no version, and no examples but those it goes on from.

    What the examples of the base expect is true of the base only.
    """
    said = {type(item) for item in own if isinstance(item, _ONCE)}
    needed = _needed_examples(base, own)
    return tuple(_without_expectations(base.items, said, needed))


def _needed_examples(base: ast.RubricDecl, own: tuple[ast.Item, ...]) -> set[str]:
    examples = {item.name.text: item for item in base.items if isinstance(item, ast.ExampleDecl)}
    waiting = [
        item.base.text
        for item in own
        if isinstance(item, ast.ExampleDecl | ast.ExamplesDecl) and item.base is not None
    ]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in examples and name not in found:
            found.add(name)
            start = examples[name].base
            waiting += [start.text] if start is not None else []
    return found


def _without_expectations(
    items: Iterable[ast.Item], said: set[type], needed: set[str]
) -> Iterator[ast.Item]:
    for item in items:
        match item:
            case ast.VersionDecl() | ast.ExamplesDecl():
                continue
            case ast.ExampleDecl():
                if item.name.text in needed:
                    yield attrs.evolve(item, expected=())
            case _ if type(item) not in said:
                yield item


def _replace_all(
    items: tuple[ast.Item, ...],
    replacing: Iterable[ast.ReplaceDecl],
    base: ast.RubricDecl,
    collector: Collector,
) -> tuple[tuple[ast.Item, ...], tuple[str, ...]]:
    known = {_target(item): item for item in _all(items)}
    seen: dict[_Target, ast.ReplaceDecl] = {}
    for decl in replacing:
        target = _target(decl.item)
        if target in seen:
            collector.add(WORDS, "E0616.twice", decl.item.span, what=target.words)
        elif target in known:
            seen[target] = decl
        else:
            _report_absent(decl, target, known, base, collector)
    new = {target: decl.item for target, decl in seen.items()}
    return tuple(_replaced(items, new)), tuple(target.words for target in seen)


def _replaced(items: Iterable[ast.Item], new: Mapping[_Target, ast.Item]) -> Iterator[ast.Item]:
    """Put the new parts in the places of the old ones, inside groups as well."""
    for item in items:
        found = new.get(_target(item))
        if found is not None:
            yield found
        elif isinstance(item, ast.GroupDecl):
            yield attrs.evolve(item, items=tuple(_replaced(item.items, new)))
        else:
            yield item


def _all(items: Iterable[ast.Item]) -> Iterator[ast.Item]:
    for item in items:
        yield item
        if isinstance(item, ast.GroupDecl):
            yield from _all(item.items)


def _target(item: ast.Item) -> _Target:
    """Say what an item is; those without a name that can be replaced are there once."""
    match item:
        case ast.IndicatorDecl():
            return _Target("indicator", item.name.text)
        case ast.GroupDecl():
            return _Target("group", item.name.text)
        case ast.LetDecl():
            return _Target("derived value", item.name.text)
        case ast.TableDecl():
            return _Target("table", item.name.text)
        case ast.ScaleDecl():
            return _Target("scale", item.name.text)
        case ast.ScoreDecl():
            return _Target("score", item.name.text)
        case ast.ResultDecl():
            return _Target("result", item.name.text)
        case ast.OverrideDecl():
            return _Target(item.word.value, item.name.text)
        case ast.GradesDecl():
            return _Target("grades" if item.name is None else "class", _text(item.name))
        case ast.UseDecl() if item.part is not None:
            return _Target("grades" if item.alias is None else "class", _text(item.alias))
        case ast.TotalDecl():
            return _Target("total", None)
        case _:
            return _Target("item", None)


def _text(name: ast.Name | None) -> str | None:
    return None if name is None else name.text


def _report_absent(
    decl: ast.ReplaceDecl,
    target: _Target,
    known: dict[_Target, ast.Item],
    base: ast.RubricDecl,
    collector: Collector,
) -> None:
    name = getattr(decl.item, "name", None)
    span = name.span if isinstance(name, ast.Name) else decl.item.span
    others = [other for other in known if other.name is not None and other.name == target.name]
    if others:
        collector.add(
            WORDS,
            "E0616.kind",
            span,
            name=target.name,
            what=_article(target.kind),
            found=_article(others[0].kind),
            base=base.name.text,
        )
        return
    alike = [other.name for other in known if other.kind == target.kind and other.name]
    near = did_you_mean(target.name, alike) if target.name else None
    key = "E0616.near" if near else "E0616"
    collector.add(WORDS, key, span, what=target.words, base=base.name.text, near=near)


def _article(kind: str) -> str:
    template = "an {kind}" if kind[0] in "aeiou" else "a {kind}"
    return TERMS[template].format(kind=TERMS[kind])
