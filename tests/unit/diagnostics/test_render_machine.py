import json
from xml.etree import ElementTree as ET

from scorelang.diagnostics.model import Diagnostic, Fix, Label, Severity, Witness
from scorelang.diagnostics.render_machine import to_github, to_json, to_junit, to_sarif
from scorelang.source.span import Span
from scorelang.source.text import SourceText

CONTENT = "评级 客户\nscore 😀 x\n"
START = CONTENT.index("x")
SOURCES = {
    "目录/a b.rubric": SourceText("目录/a b.rubric", CONTENT),
    "ok.rubric": SourceText("ok.rubric", ""),
}
FOUND = Diagnostic(
    code="E0101",
    severity=Severity.ERROR,
    span=Span("目录/a b.rubric", START, START + 1),
    message="unknown name `x`: 100%, sure",
    help="write `y`",
    labels=(Label(Span("目录/a b.rubric", 0, 2), "declared here"),),
    witness=Witness((("amount", "3"),), "grade C"),
    fixes=(Fix(Span("目录/a b.rubric", START, START + 1), "y\n", "use `y`"),),
)
WARNING = Diagnostic(
    "E0101", Severity.WARNING, Span("目录/a b.rubric", 0, len(CONTENT)), "two\nlines \x00\ud800"
)
NO_PLACE = Diagnostic("U9999", Severity.NOTE, None, "no such file")


def test_json_carries_every_field() -> None:
    document = json.loads(to_json([FOUND], SOURCES))
    place = {
        "file": "目录/a b.rubric",
        "span": {
            "start": {"offset": 14, "line": 2, "column": 9},
            "end": {"offset": 15, "line": 2, "column": 10},
        },
    }
    label_span = {
        "start": {"offset": 0, "line": 1, "column": 1},
        "end": {"offset": 2, "line": 1, "column": 3},
    }
    assert document == {
        "tool": "scorelang",
        "layout": 1,
        "diagnostics": [
            {
                "code": "E0101",
                "severity": "error",
                **place,
                "message": "unknown name `x`: 100%, sure",
                "help": "write `y`",
                "related": [
                    {"file": place["file"], "span": label_span, "message": "declared here"}
                ],
                "witness": {
                    "values": [{"field": "amount", "value": "3"}],
                    "outcome": "grade C",
                },
                "fixes": [{**place, "replacement": "y\n", "message": "use `y`"}],
            }
        ],
        "summary": {"errors": 1, "warnings": 0, "notes": 0},
    }


def test_json_says_null_where_there_is_nothing() -> None:
    (only,) = json.loads(to_json([NO_PLACE], {}))["diagnostics"]
    assert (only["file"], only["span"], only["help"], only["witness"]) == (None,) * 4
    (unknown,) = json.loads(to_json([FOUND], {}))["diagnostics"]
    assert unknown["span"]["start"] == {"offset": START, "line": None, "column": None}


def test_json_is_readable_and_can_be_written() -> None:
    text = to_json([FOUND, WARNING], SOURCES)
    assert "目录" in text
    text.encode("utf-8")
    assert "\\u0000\\ud800" in text


def test_sarif_has_rules_results_and_regions() -> None:
    log = json.loads(to_sarif([WARNING, FOUND, NO_PLACE], SOURCES))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in rules] == ["E0101", "U9999"]
    assert rules[0]["shortDescription"]["text"] == "syntax mistake"
    assert rules[0]["defaultConfiguration"] == {"level": "error"}
    assert rules[0]["help"]["text"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["note", "warning", "error"]
    assert "locations" not in run["results"][0]


def test_sarif_carries_the_parts_of_a_finding() -> None:
    (result,) = json.loads(to_sarif([FOUND], SOURCES))["runs"][0]["results"]
    location = {
        "artifactLocation": {"uri": "%E7%9B%AE%E5%BD%95/a%20b.rubric"},
        "region": {
            "startLine": 2,
            "startColumn": 9,
            "endLine": 2,
            "endColumn": 10,
            "charOffset": 14,
            "charLength": 1,
        },
    }
    assert result["message"] == {"text": FOUND.message}
    assert result["locations"] == [{"physicalLocation": location}]
    assert result["relatedLocations"][0]["message"] == {"text": "declared here"}
    assert result["properties"]["help"] == "write `y`"
    assert result["properties"]["witness"]["outcome"] == "grade C"
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {"deletedRegion": location["region"], "insertedContent": {"text": "y\n"}}
    ]


def test_sarif_writes_paths_as_uris() -> None:
    def uri(path: str) -> str:
        found = Diagnostic("E0101", Severity.ERROR, Span(path, 0, 0), "m")
        (result,) = json.loads(to_sarif([found], {}))["runs"][0]["results"]
        written: str = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        return written

    assert uri("/home/a.rubric") == "file:///home/a.rubric"
    assert uri("C:\\x\\a.rubric") == "file:///C%3A/x/a.rubric"
    assert uri("x\\a.rubric") == "x/a.rubric"
    assert uri("<stdin>") == "%3Cstdin%3E"


def test_github_commands_are_one_line_each_and_escaped() -> None:
    first, second, third = to_github([FOUND, WARNING, NO_PLACE], SOURCES).splitlines()
    assert first == "::notice title=scorelang (U9999)::no such file"
    assert second.startswith(
        "::warning file=目录/a b.rubric,line=1,endLine=3,title=scorelang (E0101)::two<U+000A>lines"
    )
    assert third == (
        "::error file=目录/a b.rubric,line=2,endLine=2,col=9,endColumn=10,"
        "title=scorelang (E0101)::unknown name `x`: 100%25, sure"
        "%0AE0101 error: 目录/a b.rubric:2:9-2:10 (14..15)"
        "%0A目录/a b.rubric:1:1-1:3 (0..2): declared here"
        "%0Afor example: amount = 3 -> grade C"
        "%0Ahelp: write `y`"
        '%0Afix: use `y` (目录/a b.rubric:2:9-2:10 (14..15) -> "y\\n")'
    )


def test_github_properties_cannot_be_forged_by_a_path() -> None:
    found = Diagnostic("E0101", Severity.ERROR, Span("a,line=9:\r\n::b", 0, 0), "m")
    assert to_github([found], {}).startswith(
        "::error file=a%2Cline=9%3A<U+000D><U+000A>%3A%3Ab,title="
    )


def test_junit_has_a_suite_for_each_file_and_fails_on_errors_only() -> None:
    root = ET.fromstring(to_junit([FOUND, WARNING, NO_PLACE], SOURCES).encode())  # noqa: S314
    assert root.attrib | {"name": ""} == {
        "name": "",
        "tests": "4",
        "failures": "1",
        "errors": "0",
        "skipped": "0",
    }
    assert [suite.get("name") for suite in root] == ["ok.rubric", "scorelang", "目录/a b.rubric"]
    warning, error = root[2]
    assert warning.find("failure") is None
    failure = error.find("failure")
    assert failure is not None
    assert (error.get("line"), failure.get("type")) == ("2", "E0101")
    assert failure.get("message") == FOUND.message
    assert "for example: amount = 3 -> grade C" in (failure.text or "")


def test_junit_shows_what_xml_cannot_carry_by_number() -> None:
    bad = Diagnostic("E0101", Severity.ERROR, None, "a\x00\x1b\ud800\uffff")
    root = ET.fromstring(to_junit([bad], {}).encode())  # noqa: S314
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.get("message") == "a<U+0000><U+001B><U+D800>\ufffd"


def test_a_clean_run_still_has_a_test() -> None:
    root = ET.fromstring(to_junit([], {}).encode())  # noqa: S314
    assert (root.get("tests"), root.get("failures")) == ("1", "0")
    assert to_github([], {}) == ""
    assert json.loads(to_json([], {}))["diagnostics"] == []
    assert json.loads(to_sarif([], {}))["runs"][0]["results"] == []
