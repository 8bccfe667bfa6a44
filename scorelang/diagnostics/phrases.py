"""The fixed words around a finding, in each language that people may choose.

In: the name of a language. Out: its words. Codes, keys of JSON and the machine formats
never change with the language; the words of findings come from the rooms' catalogues.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from scorelang.diagnostics.model import Severity
from scorelang.source.structure import Structure


@attrs.frozen(eq=False, repr=False)
class Phrases(Structure):
    """Headings and counts; ``counts`` has the wording for one and for several."""

    severities: Mapping[Severity, str]
    help: str
    example: str
    fix: str
    counts: Mapping[Severity, tuple[str, str]]
    separator: str
    nothing: str
    more: str


_ENGLISH = Phrases(
    severities=MappingProxyType({severity: severity.value for severity in Severity}),
    help="help",
    example="for example",
    fix="fix",
    counts=MappingProxyType(
        {
            Severity.ERROR: ("{} error", "{} errors"),
            Severity.WARNING: ("{} warning", "{} warnings"),
            Severity.NOTE: ("{} note", "{} notes"),
        },
    ),
    separator=", ",
    nothing="no problems found",
    more="... and {} more; `--format concise` or `json` lists them all",
)

_CHINESE = Phrases(
    severities=MappingProxyType(
        {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"},
    ),
    help="帮助",
    example="例如",
    fix="修改",
    counts=MappingProxyType(
        {
            Severity.ERROR: ("{} 个错误", "{} 个错误"),
            Severity.WARNING: ("{} 个警告", "{} 个警告"),
            Severity.NOTE: ("{} 个提示", "{} 个提示"),
        },
    ),
    separator="，",
    nothing="没有发现问题",
    more="……另有 {} 条；用 `--format concise` 或 `json` 查看全部",
)

_LANGUAGES: Mapping[str, Phrases] = MappingProxyType({"en": _ENGLISH, "zh": _CHINESE})


def find_phrases(lang: str) -> Phrases:
    """Give the words of a language (``en``, ``zh``), English if it has none."""
    return _LANGUAGES.get(lang, _ENGLISH)
