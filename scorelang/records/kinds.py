"""Files that are something else than their name says, such as a workbook called ``.csv``.

In: an input and the format it is to be read in. Out: nothing, or the run ends with what the
file is and what to do with it, under the code of the format (``U0110``, ``U0111``, ``U0116``,
``U0120``; ``U0117`` where the ending names none).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import NoReturn

from scorelang.diagnostics.kind_words import say_kind
from scorelang.records.inputs import STDIN, Input
from scorelang.records.terms import TERMS
from scorelang.records.unreadable import refuse
from scorelang.source.file_kinds import FileKind, is_table, kind_of

_FITTING: Mapping[str, frozenset[FileKind]] = MappingProxyType(
    {
        "csv": frozenset({FileKind.TEXT}),
        "tsv": frozenset({FileKind.TEXT}),
        "json": frozenset({FileKind.JSON, FileKind.JSON_LINES}),
        "jsonl": frozenset({FileKind.JSON_LINES}),
        "xlsx": frozenset({FileKind.WORKBOOK}),
        "parquet": frozenset({FileKind.PARQUET}),
    }
)
_NAMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "csv": ("CSV", "U0110"),
        "tsv": ("TSV", "U0110"),
        "json": ("JSON", "U0116"),
        "jsonl": ("JSON Lines", "U0116"),
        "xlsx": ("XLSX", "U0111"),
        "parquet": ("Parquet", "U0120"),
    }
)
"""Formats as people call them, with the code of what is none."""
_READ_AS: Mapping[FileKind, str] = MappingProxyType(
    {
        FileKind.WORKBOOK: "xlsx",
        FileKind.PARQUET: "parquet",
        FileKind.JSON: "json",
        FileKind.JSON_LINES: "jsonl",
        FileKind.TEXT: "csv",
    }
)
_CURES: Mapping[FileKind, str] = MappingProxyType(
    {
        FileKind.OLD_WORKBOOK: "password",
        FileKind.OPEN_DOCUMENT: "save",
        FileKind.WEB_PAGE: "save",
        FileKind.XML_TABLE: "save",
        FileKind.ARCHIVE: "unpack",
        FileKind.COMPRESSED: "unpack",
        FileKind.DOCUMENT: "table",
        FileKind.PDF: "table",
        FileKind.PICTURE: "table",
    }
)


def require_kind(source: Input, wanted: str) -> None:
    """Refuse a file that is plainly something else than ``wanted``."""
    kind = _kind_of(source)
    if kind is None or kind in _FITTING[wanted]:
        return
    if kind is FileKind.TEXT and wanted in {"json", "jsonl"} and not _is_table(source):
        return  # a line of it is spoilt, which its reader says
    name, code = _NAMES[wanted]
    _refuse(source, kind, code, TERMS[", not {format}"].format(format=name))


def refuse_stranger(source: Input, *, may_be_text: bool) -> None:
    """Refuse a file whose ending nobody knows, if it can be told what it is."""
    kind = _kind_of(source)
    if kind is not None and (may_be_text or kind is not FileKind.TEXT):
        _refuse(source, kind, "U0117", "")


def is_parquet(source: Input) -> bool:
    """Whether the content is Parquet; a heading may be called ``PAR1``."""
    return _kind_of(source) is FileKind.PARQUET


def _kind_of(source: Input) -> FileKind | None:
    with source.open() as stream:
        return kind_of(stream)


def _is_table(source: Input) -> bool:
    with source.open() as stream:
        return is_table(stream)


def _refuse(source: Input, kind: FileKind, code: str, rather: str) -> NoReturn:
    said = {"path": source.name, "kind": say_kind(kind), "rather": rather}
    if kind not in _READ_AS:
        refuse(f"{code}.{_CURES[kind]}", **said)
    name = _READ_AS[kind]
    is_file = source.path is not None and source.name != STDIN
    renamed = f"{PurePath(source.name).stem}.{name}"
    refuse(f"{code}.{'rename' if is_file else 'from'}", **said, format=name, renamed=renamed)
