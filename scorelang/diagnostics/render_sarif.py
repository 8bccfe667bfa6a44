"""Findings as SARIF 2.1.0, the format of code-scanning services and editors.

In: diagnostics and the source texts by path. Out: one log with one run. Its rules are
the codes that occur, with the page of each as help. Columns count code points
(``columnKind``), ends are excluded. Witness and help have no place of their own in
SARIF and stand in ``properties``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from scorelang.diagnostics.codes import CODES
from scorelang.diagnostics.explain import explain
from scorelang.diagnostics.model import Diagnostic, Fix
from scorelang.diagnostics.places import find_place, sort_findings
from scorelang.diagnostics.visible import escape_for_json
from scorelang.source.span import Span
from scorelang.source.text import SourceText

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_DRIVE = re.compile(r"[A-Za-z]:/")


def to_sarif(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, SourceText],
    *,
    color: bool = False,  # noqa: ARG001  all formats have one signature
    tool: str = "scorelang",
    lang: str = "en",  # noqa: ARG001
) -> str:
    """Give a SARIF log as text."""
    found = sort_findings(diagnostics)
    codes = sorted({diagnostic.code for diagnostic in found})
    run = {
        "tool": {"driver": {"name": tool, "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, sources, codes) for diagnostic in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return escape_for_json(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule(code: str) -> dict[str, object]:
    known = CODES.get(code)
    if known is None:
        return {"id": code}
    page = explain(code) or known.name
    return {
        "id": code,
        "name": known.name,
        "shortDescription": {"text": known.name.replace("-", " ")},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": known.severity.value},
    }


def _result(
    found: Diagnostic, sources: Mapping[str, SourceText], codes: Sequence[str]
) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": found.code,
        "ruleIndex": codes.index(found.code),
        "level": found.severity.value,
        "message": {"text": found.message},
    }
    if found.span:
        result["locations"] = [{"physicalLocation": _location(found.span, sources)}]
    if found.labels:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _location(label.span, sources),
                "message": {"text": label.text},
            }
            for number, label in enumerate(found.labels, start=1)
        ]
    if found.fixes:
        result["fixes"] = [_fix(fix, sources) for fix in found.fixes]
    if properties := _properties(found):
        result["properties"] = properties
    return result


def _properties(found: Diagnostic) -> dict[str, object]:
    properties: dict[str, object] = {}
    if found.help:
        properties["help"] = found.help
    if found.witness:
        properties["witness"] = {
            "values": [{"field": name, "value": value} for name, value in found.witness.values],
            "outcome": found.witness.outcome,
        }
    return properties


def _fix(fix: Fix, sources: Mapping[str, SourceText]) -> dict[str, object]:
    location = _location(fix.span, sources)
    replacement = {
        "deletedRegion": location["region"],
        "insertedContent": {"text": fix.replacement},
    }
    change = {"artifactLocation": location["artifactLocation"], "replacements": [replacement]}
    return {"description": {"text": fix.text}, "artifactChanges": [change]}


def _location(span: Span, sources: Mapping[str, SourceText]) -> dict[str, object]:
    place = find_place(span, sources)
    region: dict[str, int] = {}
    if place.first and place.last:
        region = {
            "startLine": place.first.line,
            "startColumn": place.first.column,
            "endLine": place.last.line,
            "endColumn": place.last.column,
        }
    region |= {"charOffset": place.start, "charLength": place.end - place.start}
    return {"artifactLocation": {"uri": _to_uri(place.path)}, "region": region}


def _to_uri(path: str) -> str:
    """Write a path as a URI: relative paths stay relative, absolute ones get ``file:``."""
    slashed = path.replace("\\", "/")
    if _DRIVE.match(slashed):
        slashed = f"/{slashed}"
    uri = quote(slashed, safe="/", errors="replace")
    return f"file://{uri}" if slashed.startswith("/") else uri
