"""A whole file, and all that may stand in it."""

from __future__ import annotations

import enum

import attrs

from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.source.text import SourceText
from scorelang.syntax.ast.clauses import (
    AllowClause,
    CombineClause,
    MissingClause,
    NoteClause,
    ReasonsClause,
    RoundClause,
)
from scorelang.syntax.ast.examples import ExampleDecl, ExamplesDecl
from scorelang.syntax.ast.fields import RecordDecl
from scorelang.syntax.ast.files import ElementsDecl, ExtendsDecl, ReplaceDecl, UseDecl, VersionDecl
from scorelang.syntax.ast.grades import EligibilityDecl, GradesDecl, OverrideDecl, ResultDecl
from scorelang.syntax.ast.parts import BaseDecl, GroupDecl, IndicatorDecl, ScoreDecl, TotalDecl
from scorelang.syntax.ast.promises import PromiseDecl
from scorelang.syntax.ast.values import LetDecl, ScaleDecl, TableDecl
from scorelang.syntax.ast.words import Name, spanned

Item = (
    VersionDecl
    | NoteClause
    | AllowClause
    | MissingClause
    | ReasonsClause
    | RoundClause
    | CombineClause
    | ElementsDecl
    | UseDecl
    | ExtendsDecl
    | ReplaceDecl
    | RecordDecl
    | LetDecl
    | ScaleDecl
    | TableDecl
    | BaseDecl
    | TotalDecl
    | IndicatorDecl
    | GroupDecl
    | ScoreDecl
    | GradesDecl
    | EligibilityDecl
    | OverrideDecl
    | ResultDecl
    | PromiseDecl
    | ExampleDecl
    | ExamplesDecl
)


class Vocabulary(enum.Enum):
    """The keywords a file is written in, by its first keyword."""

    ENGLISH = "en"
    CHINESE = "zh"


@attrs.frozen(eq=False, repr=False)
class Comment(Structure):
    """``# …`` with its place; ``own_line`` where nothing else stands on its line."""

    text: str
    own_line: bool
    span: Span = spanned()


@attrs.frozen(eq=False, repr=False)
class RubricDecl(Structure):
    """A whole file: ``rubric customer_rating "客户评级规定" { … }``."""

    name: Name
    items: tuple[Item, ...]
    label: str | None = None
    vocabulary: Vocabulary = attrs.field(default=Vocabulary.ENGLISH, eq=False)
    comments: tuple[Comment, ...] = attrs.field(default=(), eq=False)
    source: SourceText | None = attrs.field(default=None, eq=False, repr=False)
    others: tuple[SourceText, ...] = attrs.field(default=(), eq=False, repr=False)
    span: Span = spanned()
