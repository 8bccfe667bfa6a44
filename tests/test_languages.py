"""Every word exists in both languages, with the same placeholders, and is said in one of them."""

from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from scorelang.diagnostics.language import InBoth, Phrases, follow, speaking, spoken
from scorelang.diagnostics.model import Words

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "scorelang"


def tables():
    """Each table of words in both languages, by module and name."""
    for file in sorted(PACKAGE.rglob("*.py")):
        if "InBoth" not in (text := file.read_text("utf-8")) and "Phrases" not in text:
            continue
        module = import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
        for name, found in vars(module).items():
            if isinstance(found, InBoth):
                yield f"{module.__name__}.{name}", found


def placeholders(said):
    texts = (said.message, said.help or "") if isinstance(said, Words) else (said,)
    return {field for text in texts for _, field, _, _ in Formatter().parse(text) if field}


def test_words_are_said_in_the_language_being_spoken():
    words = InBoth({"a": "one", "b": "two"}, {"a": "一"})
    assert words["a"] == "one"
    with speaking("zh"):
        assert (words["a"], words["b"]) == ("一", "two")
    assert spoken() == "en"


def test_a_phrase_that_is_none_is_said_as_it_stands():
    with speaking("zh"):
        assert [Phrases({"a number": "数值"}).said(each) for each in ("a number", "x")] == [
            "数值",
            "x",
        ]


@pytest.mark.parametrize(
    ("usual", "is_told", "is_chinese", "expected"),
    [
        ("en", True, True, "en"),
        ("en", False, True, "zh"),
        ("en", False, False, "en"),
        ("zh", False, False, "zh"),
    ],
)
def test_a_file_is_answered_in_its_language_unless_one_was_told(
    usual, is_told, is_chinese, expected
):
    with speaking(usual, is_told=is_told):
        follow(is_chinese=is_chinese)
        assert spoken() == expected


def test_words_have_the_same_placeholders_in_both_languages():
    faults = [
        f"{name}: {key}: {sorted(placeholders(english))} and {sorted(placeholders(chinese))}"
        for name, table in tables()
        for key, english in table.english.items()
        if (chinese := table.chinese.get(key)) is not None
        if placeholders(english) != placeholders(chinese)
    ]
    assert not faults, "\n".join(faults)


def test_no_table_has_chinese_words_for_a_key_that_is_gone():
    gone = [
        f"{name}: {key}"
        for name, table in tables()
        for key in table.chinese
        if key not in table.english
    ]
    assert not gone, "\n".join(gone)
