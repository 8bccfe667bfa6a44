"""Rubrics made of several files: what is put together, and what does not fit together."""

from pathlib import Path

import pytest

from scorelang.api import read_rubric
from scorelang.library.loader import MOST_STEPS
from scorelang.model.expressions import FieldValue
from tests.unit.compiler.test_bad_rubrics import MARK, findings

ROOT = Path(__file__).resolve().parents[3]
CASES = sorted((ROOT / "tests/cases/bad/composition").glob("*.rubric"))
RECORD = "  record {\n    quality number 0..100, required\n  }\n"
POST = """rubric post_rating {
  version "1"
  total 0..100
  indicator skill of level, max 60 {
    5    : 60
    0..4 : 10
  }
  indicator rest, max 40 = 40
  grades {
    A >= 80
    B otherwise
  }
  record {
    key person text
    level integer 0..5, required
  }
}
"""


@pytest.fixture
def folder(tmp_path):
    def write(**files):
        for name, text in files.items():
            path = tmp_path / (name.replace("__", "/") + ".rubric")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return str(tmp_path / f"{next(iter(files))}.rubric")

    return write


def rubric(*lines, record="level integer 0..5, required"):
    inside = "\n".join(f"  {line}" for line in lines)
    return f"rubric card {{\n{inside}\n  record {{\n    {record}\n  }}\n}}\n"


def keys(path):
    return [found.key for found in read_rubric(path).diagnostics]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_marked_lines_are_reported_and_no_others(path):
    text = path.read_text("utf-8")
    _, source, found = findings(text)
    expected = {
        (number, code)
        for number, line in enumerate(text.splitlines(), start=1)
        for mark in MARK.findall(line)
        for code in mark.replace(",", " ").split()
    }
    assert {(source.position(f.span.start).line, f.code) for f in found} == expected


def test_grades_of_a_shipped_rubric_are_those_of_that_rubric():
    checked, _, found = findings(
        'rubric card {\n  total 0..100, round 1\n  use "bank-scale" grades\n'
        "  indicator a, max 100, round exact = quality\n" + RECORD + "}\n"
    )
    assert not found
    assert checked.grading.order[0] == "AAA"
    assert [path for path, _ in checked.files] == ["shipped:bank-scale.rubric"]


def test_fields_of_a_used_rubric_are_asked_for_too(folder):
    main = rubric(
        'use "post.rubric" as post { level = own_level }',
        "total 0..100",
        "indicator a, max 100 = points of post.total",
        record="key customer text\n    own_level integer 0..5, required",
    )
    loaded = read_rubric(folder(main=main, post=POST))
    assert not loaded.diagnostics
    [used] = loaded.checked.used
    assert dict(used.fields)["level"] == FieldValue("own_level")
    assert [field.name for field in loaded.checked.fields] == ["customer", "own_level"]
    assert len(loaded.checked.files) == 1


def test_a_field_that_is_missing_here_is_added(folder):
    post = POST.replace("key person text\n    ", "")
    main = rubric(
        'use "post.rubric" as post',
        "indicator a, max 100 = points of post.total",
        record="key customer text",
    )
    loaded = read_rubric(folder(main=main, post=post))
    assert not loaded.diagnostics
    assert [field.name for field in loaded.checked.fields] == ["customer", "level"]


def test_errors_of_a_used_file_are_shown_there_with_a_label_here(folder):
    main = rubric('use "post.rubric" as post', "indicator a, max 60 = level * 12")
    path = folder(main=main, post=POST.replace("of level, max 60", "of levle, max 60"))
    loaded = read_rubric(path)
    [found] = loaded.diagnostics
    assert found.span.path.endswith("post.rubric")
    assert [label.span.path for label in found.labels] == [path]
    assert set(loaded.sources) == {found.span.path, path}


def test_mistakes_of_writing_in_a_used_file_are_shown_too(folder):
    main = rubric('use "post.rubric" as post', "indicator a, max 60 = level * 12")
    loaded = read_rubric(folder(main=main, post="rubric post {\n  total of\n}\n"))
    assert {found.span.path.rpartition("/")[2] for found in loaded.diagnostics} == {"post.rubric"}


def test_files_that_need_each_other_are_a_circle(folder):
    one = rubric('use "b.rubric" as b', "indicator a, max 60 = level * 12")
    two = one.replace("rubric card", "rubric other").replace("b.rubric", "a.rubric")
    assert "E0612" in keys(folder(a=one, b=two))


def test_a_file_cannot_extend_itself(folder):
    assert keys(folder(a='rubric a {\n  extends "a.rubric"\n}\n')) == ["E0612"]


def test_a_chain_of_files_has_an_end(folder):
    links = {f"f{n}": f'rubric f{n} {{\n  extends "f{n + 1}.rubric"\n}}\n' for n in range(40)}
    assert len(links) > MOST_STEPS
    assert keys(folder(**links)) == ["E0611.depth"]


def test_paths_stay_in_the_folder(folder, tmp_path):
    outside = tmp_path / "outside.rubric"
    outside.write_text(POST, "utf-8")
    path = folder(
        inner__main=rubric('use "link.rubric" as post', "indicator a, max 60 = level * 12")
    )
    path = str(tmp_path / "inner" / "main.rubric")
    (tmp_path / "inner" / "link.rubric").symlink_to(outside)
    assert keys(path) == ["E0611.outside"]
    for name in ("../outside.rubric", str(outside), "C:\\x.rubric", "a/../../outside.rubric"):
        text = rubric(f'use "{name}" as post', "indicator a, max 60 = level * 12")
        (tmp_path / "inner" / "main.rubric").write_text(text, "utf-8")
        assert keys(path) == ["E0611.outside"], name


def test_files_below_the_folder_may_be_named(folder):
    main = rubric('use "parts/post.rubric" as post', "indicator a, max 100 = points of post.total")
    assert keys(folder(main=main, parts__post=POST)) == []


@pytest.mark.parametrize(
    ("files", "key"),
    [
        (
            {"main": rubric('use "pots.rubric" as post', "indicator a, max 60 = level * 12")},
            "E0611.near",
        ),
        (
            {"main": rubric('use "something.rubric" as post', "indicator a, max 60 = level * 12")},
            "E0611",
        ),
        ({"main": rubric('use "post" as post', "indicator a, max 60 = level * 12")}, "E0611.near"),
    ],
)
def test_absent_files_are_reported_with_the_nearest_name(folder, files, key):
    assert keys(folder(**files, post=POST)) == [key]


def test_one_rubric_in_two_versions_is_refused(folder):
    main = rubric(
        'use "post.rubric" as post',
        'use "post2.rubric" as other',
        "indicator a, max 100 = points of post.total",
    )
    later = POST.replace('version "1"', 'version "2"')
    assert keys(folder(main=main, post=POST, post2=later)) == ["E0613"]


@pytest.mark.parametrize(
    ("value", "record", "key"),
    [
        ("quality", "quality number 0..5, required", "E0614.step"),
        ("quality", "quality integer 0..6, required", "E0614.range"),
        ("quality", "quality integer 0..5", "E0614.missing"),
        ("quality", "quality yes/no, required", "E0614.type"),
    ],
)
def test_a_value_must_be_one_the_field_could_hold(folder, value, record, key):
    main = rubric(
        f'use "post.rubric" as post {{ level = {value} }}',
        "indicator a, max 100 = points of post.total",
        record=f"key customer text\n    {record}",
    )
    assert keys(folder(main=main, post=POST)) == [key]


def test_a_circle_through_derived_values_is_named(folder):
    main = rubric(
        'use "post.rubric" as post { level = double }',
        "let double = round (points of post.total) to 1",
        "indicator a, max 100 = points of post.total",
        record="key customer text",
    )
    assert "E0207" in keys(folder(main=main, post=POST))


def test_a_rubric_that_compares_records_cannot_be_used(folder):
    post = POST.replace("indicator rest, max 40 = 40", "indicator rest, max 40 = mean of level * 8")
    main = rubric('use "post.rubric" as post', "indicator a, max 60 = level * 12")
    assert keys(folder(main=main, post=post)) == ["E0615.compares"]


BASE = """rubric base {
  version "1"
  total 0..100
  group g {
    indicator a, max 60 = level * 12
    indicator b, max 40 = 40
  }
  grades {
    A >= 80
    B otherwise
  }
  result share = points of a / 60
  veto v when level = 0 : grade B
  record {
    key person text
    level integer 0..5, required
  }
  example full {
    given level = 5
    expect total = 100
  }
}
"""


def test_a_variant_has_all_of_its_base_with_parts_replaced_in_their_place(folder):
    variant = """rubric variant {
  version "2"
  extends "base.rubric"
  replace indicator a, max 50 = level * 10
  replace veto v when level = 1 : grade B
  result extra = level
  example lower from full {
    expect total = 90, grade = A
  }
}
"""
    loaded = read_rubric(folder(variant=variant, base=BASE))
    assert [found.code for found in loaded.diagnostics] == ["W0501"]
    checked = loaded.checked
    assert (checked.name, checked.version, checked.base) == ("variant", "2", "base 1")
    assert checked.replaced == ("indicator `a`", "veto `v`")
    [group] = checked.parts
    assert [part.name for part in group.children] == ["a", "b"]
    assert [result.name for result in checked.results] == ["share", "extra"]
    assert [example.name for example in checked.examples] == ["lower"]
    assert group.children[0].span.path.endswith("variant.rubric")
    assert group.children[1].span.path.endswith("base.rubric")


def test_a_variant_of_a_variant(folder):
    middle = 'rubric middle {\n  extends "base.rubric"\n  replace indicator b, max 30 = 30\n}\n'
    top = 'rubric top {\n  extends "middle.rubric"\n  replace indicator a, max 5 = level\n}\n'
    checked = read_rubric(folder(top=top, middle=middle, base=BASE)).checked
    assert checked.base == "middle"
    assert [part.range.high for part in checked.parts[0].children] == [5, 30]


def test_what_is_wrong_in_the_base_only_now_is_shown_there(folder):
    grades = "  replace grades {\n    X >= 80\n    Y otherwise\n  }\n"
    variant = 'rubric v {\n  extends "base.rubric"\n' + grades + "}\n"
    [found] = read_rubric(folder(variant=variant, base=BASE)).diagnostics
    assert found.span.path.endswith("base.rubric")
    assert found.labels
