"""What came out of examples, as text, JSON or JUnit XML.

In: rubrics with their trials. Out: the whole page. The order is that of the files and of
the examples within them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from xml.etree import ElementTree as ET

import attrs

from scorelang.cli.terms import TERMS
from scorelang.diagnostics.visible import escape_for_json, replace_for_xml, to_visible
from scorelang.model.rubric import CheckedRubric
from scorelang.reports.words import find_words
from scorelang.source.span import Span
from scorelang.source.text import SourceText
from scorelang.trials.coverage import Coverage, coverage, missing_untouched
from scorelang.trials.given import values_as_read
from scorelang.trials.run import Mismatch, Trial


@attrs.frozen
class Tested:
    """A rubric with what came out of its examples."""

    source: SourceText
    rubric: CheckedRubric
    trials: tuple[Trial, ...]

    @property
    def coverage(self) -> Coverage:
        """What the examples touch."""
        return coverage(self.rubric, self.trials)

    @property
    def never_missing(self) -> tuple[str, ...]:
        """Indicators that every example rates, so that their missing path is untried."""
        return tuple(part.name for part in missing_untouched(self.rubric, self.trials))

    def line(self, span: Span | None) -> int | None:
        """Give the line of a place."""
        if span is None or span.path != self.source.path:
            return None
        return self.source.position(min(span.start, len(self.source.content))).line


_ENGLISH = {
    "lang": "en",
    "comma": ", ",
    "ok": "{path}: {passed} of {count} examples as expected",
    "none": "{path}: no examples",
    "differs": "{place}: example `{name}`: {what}: expected {expected}, got {got}",
    "difference": "{what}: expected {expected}, got {got}",
    "read": "    read: {values}",
    "untouched": "  no example touches {untouched} of {total} lines, grades and overrides:",
    "line": "    {place} {kind} of {part}: {text}",
    "own": "    {place} {kind}: {text}",
    "never_missing": "  no example leaves these unrated: {names}",
}
_CHINESE = {
    "lang": "zh",
    "comma": "，",
    "ok": "{path}：{count} 个示例中 {passed} 个符合",
    "none": "{path}：没有示例",
    "differs": "{place}：示例 `{name}`：{what}：应得 {expected}，实得 {got}",
    "difference": "{what}：应得 {expected}，实得 {got}",
    "read": "    读作：{values}",
    "untouched": "  {total} 个条款、等级和调整事项中有 {untouched} 个没有示例涉及：",
    "line": "    {place} {part} 的{kind}：{text}",
    "own": "    {place} {kind}：{text}",
    "never_missing": "  没有示例使下列项目未评分：{names}",
}


def to_text(tested: tuple[Tested, ...], lang: str) -> str:
    """Give a page for people."""
    words = _CHINESE if lang == "zh" else _ENGLISH
    return "".join(f"{to_visible(line)}\n" for one in tested for line in _lines(one, words))


def _lines(one: Tested, words: Mapping[str, str]) -> Iterator[str]:
    path = one.source.path
    for trial in one.trials:
        for mismatch in trial.mismatches:
            place = _place(one, mismatch.span or trial.example.span)
            yield words["differs"].format(
                place=place,
                name=trial.example.name,
                what=_said(mismatch.what),
                expected=_said(mismatch.expected),
                got=_said(mismatch.got),
            )
        if trial.mismatches and (read := _read(one, trial, words)):
            yield words["read"].format(values=read)
    if not one.trials:
        yield words["none"].format(path=path)
        return
    passed = sum(trial.passed for trial in one.trials)
    yield words["ok"].format(path=path, passed=passed, count=len(one.trials))
    seen = one.coverage
    if seen.untouched:
        yield words["untouched"].format(untouched=len(seen.untouched), total=seen.total)
    for missed in seen.untouched:
        place = _place(one, missed.span)
        is_own = missed.part == missed.kind  # the grade of the rubric itself
        yield words["own" if is_own else "line"].format(
            place=place, kind=TERMS.said(missed.kind), part=missed.part, text=missed.text
        )
    if one.never_missing:
        yield words["never_missing"].format(names=", ".join(one.never_missing))


def _read(one: Tested, trial: Trial, words: Mapping[str, str]) -> str:
    """Give the values of an example as they are read."""
    values = values_as_read(one.rubric, trial.example, find_words(words["lang"]))
    return words["comma"].join(f"{name} = {value}" for name, value in values)


def _said(text: str) -> str:
    """Say what differs: a word of ours in the language being spoken, a value as it stands."""
    if text.startswith("rejected ("):
        told = text.removeprefix("rejected (").removesuffix(")")
        return TERMS["rejected ({told})"].format(told=told)
    if text.startswith("field "):
        return TERMS["field {name}"].format(name=text.removeprefix("field "))
    return TERMS.said(text)


def to_json(tested: tuple[Tested, ...], lang: str) -> str:
    """Give one object: ``files`` with their examples and what no example touches."""
    del lang  # keys never change with the language
    document = {
        "tool": "scorelang",
        "files": [_file_object(one) for one in tested],
        "summary": {
            "examples": sum(len(one.trials) for one in tested),
            "failed": sum(not trial.passed for one in tested for trial in one.trials),
        },
    }
    return escape_for_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _file_object(one: Tested) -> dict[str, object]:
    seen = one.coverage
    return {
        "file": one.source.path,
        "rubric": one.rubric.name,
        "examples": [_trial_object(one, trial) for trial in one.trials],
        "coverage": {
            "total": seen.total,
            "touched": seen.total - len(seen.untouched),
            "untouched": [
                {
                    "kind": missed.kind,
                    "part": missed.part,
                    "text": missed.text,
                    "line": one.line(missed.span),
                }
                for missed in seen.untouched
            ],
            "never_missing": list(one.never_missing),
        },
    }


def _trial_object(one: Tested, trial: Trial) -> dict[str, object]:
    return {
        "name": trial.example.name,
        "line": one.line(trial.example.span),
        "passed": trial.passed,
        "read": dict(values_as_read(one.rubric, trial.example, find_words("en"))),
        "differences": [
            {
                "what": found.what,
                "expected": found.expected,
                "got": found.got,
                "line": one.line(found.span),
            }
            for found in trial.mismatches
        ],
    }


def to_junit(tested: tuple[Tested, ...], lang: str) -> str:
    """Give a suite for each file and a test for each example; what differs is for people."""
    words = _CHINESE if lang == "zh" else _ENGLISH
    root = ET.Element("testsuites", name="scorelang")
    for one in tested:
        failed = sum(not trial.passed for trial in one.trials)
        suite = ET.SubElement(root, "testsuite", name=replace_for_xml(one.source.path))
        for key, count in (("tests", len(one.trials)), ("failures", failed), ("errors", 0)):
            suite.set(key, str(count))
        for trial in one.trials:
            _add_case(suite, one, trial, words)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _add_case(suite: ET.Element, one: Tested, trial: Trial, words: Mapping[str, str]) -> None:
    case = ET.SubElement(
        suite,
        "testcase",
        name=replace_for_xml(trial.example.name),
        classname=replace_for_xml(one.rubric.name),
    )
    line = one.line(trial.example.span)
    if line is not None:
        case.set("file", replace_for_xml(one.source.path))
        case.set("line", str(line))
    if trial.mismatches:
        told = "\n".join(_difference(found, words) for found in trial.mismatches)
        failure = ET.SubElement(case, "failure", message=replace_for_xml(told.split("\n")[0]))
        failure.text = replace_for_xml(told)


def _difference(found: Mismatch, words: Mapping[str, str]) -> str:
    sides = {"expected": _said(found.expected), "got": _said(found.got)}
    return words["difference"].format(what=_said(found.what), **sides)


def _place(one: Tested, span: Span | None) -> str:
    line = one.line(span)
    return one.source.path if line is None else f"{one.source.path}:{line}"


Page = Callable[[tuple[Tested, ...], str], str]
PAGES: Mapping[str, Page] = MappingProxyType({"text": to_text, "json": to_json, "junit": to_junit})
