"""The files one rubric is made of, while it is compiled.

In: the name of a file and the place that names it. Out: the tree of that file, or the
rubric it compiles to, each made once. Reports E0611 (no such file), E0612 (files that need
each other), E0613 (one rubric in two versions), E0615 (a file with errors of its own).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import attrs

from scorelang.compiler.errors import WORDS
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.model import Diagnostic, Label, Severity
from scorelang.library.loader import MOST_FILES, MOST_STEPS, Loader, Refused
from scorelang.model.rubric import CheckedRubric
from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax import ast
from scorelang.syntax.parser import parse


@attrs.frozen(eq=False, repr=False)
class Member(Structure):
    """One used file: its tree with all that was put into it, and what it compiles to.

    ``levels`` are those of its indicators, best first.
    """

    tree: ast.RubricDecl
    rubric: CheckedRubric
    levels: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)


Compile = Callable[[ast.RubricDecl, Collector, "Family"], Member | None]


@attrs.define
class Family:
    """All files of one rubric; ``opened`` are those that are being read, by identity and name."""

    loader: Loader
    compile: Compile
    opened: list[tuple[str, str]] = attrs.field(factory=list)
    trees: dict[str, ast.RubricDecl | None] = attrs.field(factory=dict)
    members: dict[str, Member | None] = attrs.field(factory=dict)
    versions: dict[str, tuple[str, str | None]] = attrs.field(factory=dict)
    places: dict[str, Span] = attrs.field(factory=dict)

    def start(self, path: str) -> None:
        """Note the file that everything begins with."""
        self.opened.append((self.loader.identity(path), path))

    def tree(self, named: ast.Text, collector: Collector) -> ast.RubricDecl | None:
        """Give the tree of a file; ``None`` where there is none, which was reported."""
        found = self.loader.open(named.value, named.span.path)
        if isinstance(found, Refused):
            self._refuse(found, named, collector)
            return None
        self.places.setdefault(found.path, named.span)
        if found.path not in self.trees:
            own = Collector()
            self.trees[found.path] = parse(found, own)
            collector.extend(self.placed(own.sorted()))
        return self.trees[found.path]

    @contextmanager
    def inside(self, tree: ast.RubricDecl, named: ast.Text, collector: Collector) -> Iterator[bool]:
        """Be at work in a file; says ``False`` where that would go round in a circle."""
        key = self.loader.identity(tree.span.path)
        names = [name for name, _ in self.opened]
        if key in names or len(self.opened) > MOST_STEPS:
            self._report_circle(names, key, named, collector)
            yield False
            return
        self.opened.append((key, tree.span.path))
        try:
            yield True
        finally:
            self.opened.pop()

    def member(self, named: ast.Text, collector: Collector) -> Member | None:
        """Give what a used file compiles to; its errors are reported at their own places."""
        tree = self.tree(named, collector)
        if tree is None:
            return None
        path = tree.span.path
        with self.inside(tree, named, collector) as may_go:
            if not may_go:
                return None
            if path not in self.members:
                own = Collector()
                self.members[path] = self.compile(tree, own, self)
                errors = [d for d in own.sorted() if d.severity is Severity.ERROR]
                collector.extend(self.placed(errors))
            found = self.members[path]
        if found is not None and not self._is_one_version(found, path, named, collector):
            return None
        return found

    def placed(self, findings: list[Diagnostic] | tuple[Diagnostic, ...]) -> list[Diagnostic]:
        """Add to findings in other files where this rubric names the file."""
        return [self._labelled(found) for found in findings]

    def _labelled(self, found: Diagnostic) -> Diagnostic:
        place = self.places.get(found.span.path) if found.span is not None else None
        label = None if place is None else Label(place, TERMS["this file is named here"])
        if label is None or label in found.labels:
            return found
        return attrs.evolve(found, labels=(*found.labels, label))

    def _refuse(self, refused: Refused, named: ast.Text, collector: Collector) -> None:
        key = "E0611" if refused.kind == "absent" else f"E0611.{refused.kind}"
        collector.add(
            WORDS,
            key,
            named.span,
            path=named.value,
            near=refused.near,
            reason=refused.reason,
            most=MOST_FILES,
        )

    def _report_circle(
        self, names: list[str], key: str, named: ast.Text, collector: Collector
    ) -> None:
        if key not in names:
            collector.add(WORDS, "E0611.depth", named.span, path=named.value, most=MOST_STEPS)
            return
        paths = [path for _, path in self.opened[names.index(key) :]]
        circle = " → ".join(f"`{path}`" for path in (*paths, paths[0]))
        collector.add(WORDS, "E0612", named.span, path=named.value, circle=circle)

    def _is_one_version(
        self, member: Member, path: str, named: ast.Text, collector: Collector
    ) -> bool:
        rubric = member.rubric
        first_path, first = self.versions.setdefault(rubric.name, (path, rubric.version))
        if first_path == path:
            return True
        collector.add(
            WORDS,
            "E0613",
            named.span,
            name=rubric.name,
            first=_version(first_path, first),
            second=_version(path, rubric.version),
        )
        return False


def _version(path: str, version: str | None) -> str:
    return f'`{path}` (version "{version}")' if version is not None else f"`{path}`"
