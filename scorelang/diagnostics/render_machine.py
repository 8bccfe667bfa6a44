"""Findings for programs: JSON, SARIF, annotations of GitHub, JUnit XML.

In: diagnostics and the source texts by path. Out: the whole output, which carries the
same in each format: file, span (offsets, lines and columns in code points), code,
severity, message, help, related places, witness and fixes. Keys and severities never
change with the language; files and findings always stand in the same order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from scorelang.diagnostics.model import Diagnostic, Severity, Witness
from scorelang.diagnostics.phrases import find_phrases
from scorelang.diagnostics.places import Place, find_place, sort_findings
from scorelang.diagnostics.render_sarif import to_sarif
from scorelang.diagnostics.visible import escape_for_json, replace_for_xml, to_visible
from scorelang.source.span import Span
from scorelang.source.text import Position, SourceText

__all__ = ["to_github", "to_json", "to_junit", "to_sarif"]

_LAYOUT = 1
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def to_json(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, SourceText],
    *,
    color: bool = False,  # noqa: ARG001  all formats have one signature
    tool: str = "scorelang",
    lang: str = "en",  # noqa: ARG001
) -> str:
    """Give one object: ``tool``, ``layout`` (a number), ``diagnostics`` and ``summary``."""
    found = sort_findings(diagnostics)
    document = {
        "tool": tool,
        "layout": _LAYOUT,
        "diagnostics": [_to_object(diagnostic, sources) for diagnostic in found],
        "summary": {
            f"{severity.value}s": sum(diagnostic.severity is severity for diagnostic in found)
            for severity in Severity
        },
    }
    return escape_for_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def to_github(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, SourceText],
    *,
    color: bool = False,  # noqa: ARG001  all formats have one signature
    tool: str = "scorelang",
    lang: str = "en",
) -> str:
    """Give a workflow command for each finding, which GitHub shows beside the line."""
    lines: list[str] = []
    for found in sort_findings(diagnostics):
        properties = {
            **(_github_place(find_place(found.span, sources)) if found.span else {}),
            "title": f"{tool} ({found.code})",
        }
        written = ",".join(f"{key}={_github_property(str(properties[key]))}" for key in properties)
        body = _github_data("\n".join(_describe(found, sources, lang)))
        lines.append(f"::{_COMMANDS[found.severity]} {written}::{body}\n")
    return "".join(lines)


def to_junit(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, SourceText],
    *,
    color: bool = False,  # noqa: ARG001  all formats have one signature
    tool: str = "scorelang",
    lang: str = "en",
) -> str:
    """Give a suite for each file; errors are failures, other findings output of a test."""
    suites: dict[str, list[Diagnostic]] = {path: [] for path in sorted(sources)}
    for found in sort_findings(diagnostics):
        suites.setdefault(found.span.path if found.span else tool, []).append(found)
    root = ET.Element("testsuites", name=replace_for_xml(tool))
    for path, inside in sorted(suites.items()) or [(tool, [])]:
        suite = ET.SubElement(root, "testsuite", name=replace_for_xml(path))
        _count_tests(suite, inside)
        for found in inside:
            _add_test(suite, found, sources, lang)
        if not inside:
            ET.SubElement(suite, "testcase", name="check", classname=replace_for_xml(path))
    _count_tests(root, [found for inside in suites.values() for found in inside])
    root.set("tests", str(len(root.findall("testsuite/testcase"))))
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _to_object(found: Diagnostic, sources: Mapping[str, SourceText]) -> dict[str, object]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        **_place_object(found.span, sources),
        "message": found.message,
        "help": found.help,
        "related": [
            {**_place_object(label.span, sources), "message": label.text} for label in found.labels
        ],
        "witness": found.witness
        and {
            "values": [{"field": name, "value": value} for name, value in found.witness.values],
            "outcome": found.witness.outcome,
        },
        "fixes": [
            {
                **_place_object(fix.span, sources),
                "replacement": fix.replacement,
                "message": fix.text,
            }
            for fix in found.fixes
        ],
    }


def _place_object(span: Span | None, sources: Mapping[str, SourceText]) -> dict[str, object]:
    if span is None:
        return {"file": None, "span": None}
    place = find_place(span, sources)
    start = _position_object(place.start, place.first)
    end = _position_object(place.end, place.last)
    return {"file": place.path, "span": {"start": start, "end": end}}


def _position_object(offset: int, position: Position | None) -> dict[str, int | None]:
    line, column = (position.line, position.column) if position else (None, None)
    return {"offset": offset, "line": line, "column": column}


def _github_place(place: Place) -> dict[str, object]:
    """Give the place as properties; GitHub takes columns only within one line."""
    path = place.path.replace("\\", "/")
    if place.first is None or place.last is None:
        return {"file": path}
    lines = {"file": path, "line": place.first.line, "endLine": place.last.line}
    if place.first.line != place.last.line:
        return lines
    return {**lines, "col": place.first.column, "endColumn": place.last.column}


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(to_visible(text)).replace(":", "%3A").replace(",", "%2C")


def _count_tests(element: ET.Element, findings: Sequence[Diagnostic]) -> None:
    failures = sum(found.severity is Severity.ERROR for found in findings)
    counts = {"tests": max(1, len(findings)), "failures": failures, "errors": 0, "skipped": 0}
    for name, count in counts.items():
        element.set(name, str(count))


def _add_test(
    suite: ET.Element, found: Diagnostic, sources: Mapping[str, SourceText], lang: str
) -> None:
    place = find_place(found.span, sources) if found.span else None
    name = f"{found.code} {place.name}" if place else found.code
    test = ET.SubElement(
        suite, "testcase", name=replace_for_xml(name), classname=suite.get("name", "")
    )
    if place and place.first:
        test.set("file", replace_for_xml(place.path))
        test.set("line", str(place.first.line))
    is_failure = found.severity is Severity.ERROR
    result = ET.SubElement(test, "failure" if is_failure else "system-out")
    if is_failure:
        result.set("message", replace_for_xml(found.message))
        result.set("type", found.code)
    result.text = replace_for_xml("\n".join(_describe(found, sources, lang)))


def _describe(found: Diagnostic, sources: Mapping[str, SourceText], lang: str) -> Iterator[str]:
    """Give all parts of a finding as lines, for formats whose body is plain text."""
    phrases = find_phrases(lang)
    yield to_visible(found.message)
    if found.span:
        place = _describe_place(found.span, sources)
        yield f"{found.code} {phrases.severities[found.severity]}: {place}"
    for label in found.labels:
        yield f"{_describe_place(label.span, sources)}: {to_visible(label.text)}"
    if found.witness:
        yield f"{phrases.example}: {_describe_witness(found.witness)}"
    if found.help:
        yield from (to_visible(line) for line in f"{phrases.help}: {found.help}".splitlines())
    for fix in found.fixes:
        replacement = to_visible(json.dumps(fix.replacement, ensure_ascii=False))
        change = f"{_describe_place(fix.span, sources)} -> {replacement}"
        yield f"{phrases.fix}: {to_visible(fix.text)} ({change})"


def _describe_witness(witness: Witness) -> str:
    values = ", ".join(f"{name} = {value}" for name, value in witness.values)
    return to_visible(f"{values} -> {witness.outcome}" if witness.outcome else values)


def _describe_place(span: Span, sources: Mapping[str, SourceText]) -> str:
    """Give a place with its end and its offsets: ``a.rubric:1:2-1:5 (1..4)``."""
    place = find_place(span, sources)
    end = f"-{place.last.line}:{place.last.column}" if place.last else ""
    return to_visible(f"{place.name}{end} ({place.start}..{place.end})")
