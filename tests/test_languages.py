"""Every word exists in both languages, with the same placeholders, and is said in one of them."""

import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import click
import pytest

from scorelang.cli.help_words import HELP
from scorelang.cli.main import cli
from scorelang.diagnostics.codes import CODES
from scorelang.diagnostics.explain import explain
from scorelang.diagnostics.language import InBoth, Phrases, follow, speaking, spoken
from scorelang.diagnostics.model import Words
from scorelang.diagnostics.quoted_words import QUOTED
from scorelang.loading import read_text
from scorelang.source.text import SourceText

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "scorelang"
NO_LANGUAGE = re.compile(
    r"-|scorelang |E[0-9]|\.rubric|id$|\"post|data/|my/|x \^|\[score|\{path\}/|\{program\}"
    r"|\{name\} = (true|false)|rubric|A > B|blank$|check$|keeps_duplicates=True$| or $| 或 $"
)
"""Quoted, but not a word of the language: options, files, columns; formulas of signs."""


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


def test_every_word_has_chinese_words():
    missing = [
        f"{name}: {key}"
        for name, table in tables()
        for key in table.english
        if key not in table.chinese
    ]
    assert not missing, "add to errors_zh.py of the room:\n" + "\n".join(missing)


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


def test_what_messages_quote_of_the_language_has_chinese_words():
    missing = {
        f"{name}: `{quoted}`"
        for name, table in tables()
        for quoted in quoted_words(table)
        if quoted not in QUOTED and not NO_LANGUAGE.match(quoted)
    }
    assert not missing, "add to diagnostics/quoted_words.py:\n" + "\n".join(sorted(missing))


def test_chinese_words_of_messages_quote_the_language_in_english():
    """What a template quotes is put into the words of the file that is read, whichever it is."""
    chinese = set(QUOTED.values()) - set(QUOTED)
    fixed = {
        f"{name}: {key}: `{quoted}`"
        for name, table in tables()
        if name.split(".")[1] in {"compiler", "syntax"}
        for key, said in table.chinese.items()
        if isinstance(said, Words)
        for quoted in re.findall(r"`([^`]*)`", f"{said.message} {said.help or ''}")
        if quoted in chinese
    }
    assert not fixed, "\n".join(sorted(fixed))


def quoted_words(table):
    for said in (*table.english.values(), *table.chinese.values()):
        texts = (said.message, said.help or "") if isinstance(said, Words) else (said,)
        for quoted in (each for text in texts for each in re.findall(r"`([^`]*)`", text)):
            if re.search(r"[A-Za-z]", re.sub(r"\{[^{}]*\}", "", quoted)):
                yield quoted


def test_what_is_quoted_keeps_its_placeholders():
    wrong = [key for key, said in QUOTED.items() if placeholders(key) != placeholders(said)]
    assert not wrong


def test_a_cure_in_a_chinese_file_is_in_chinese_whatever_the_language_of_the_message():
    for lang in ("en", "zh"):
        found = load_text_errors(
            "评分标准 甲 {\n  指标 a 按 天数，满分 1 {\n    <= 5：1\n  }\n"
            "  数据项 {\n    天数 整数 >= 0\n  }\n}\n",
            lang,
        )
        assert any("`其余`" in (each.help or "") for each in found), found


def load_text_errors(text, lang):
    with speaking(lang):
        return read_text(SourceText("a.rubric", text)).diagnostics


def test_the_help_of_each_verb_is_in_chinese():
    missing = [
        f"{verb}: {text}"
        for verb in cli.list_commands(click.Context(cli))
        for text in help_texts(cli.get_command(click.Context(cli), verb))
        if " ".join(text.split()) not in HELP
    ]
    assert not missing, "add to cli/help_words.py:\n" + "\n".join(missing)


def help_texts(command):
    yield command.help
    yield from (each.help for each in command.params if isinstance(each, click.Option))


def test_a_page_of_a_code_is_chinese_where_there_is_one():
    with speaking("zh"):
        assert explain("e0402").startswith("# E0402：各行之间有空当\n\n## 含义")


PAGES = ROOT / "docs" / "errors"


def test_each_chinese_page_is_that_of_a_code():
    assert not {path.stem for path in (PAGES / "zh").glob("*.md")} - set(CODES)


def parts(page):
    """What a page is made of: its headings, and the kind of each block."""
    text = page.read_text("utf-8")
    return len(re.findall(r"(?m)^#+ ", text)), re.findall(r"(?m)^```(\w+)", text)


@pytest.mark.parametrize("code", sorted(CODES))
def test_each_code_has_a_page_in_both_languages_with_the_same_parts(code):
    chinese = PAGES / "zh" / f"{code}.md"
    assert chinese.is_file(), f"write docs/errors/zh/{code}.md"
    assert parts(PAGES / f"{code}.md") == parts(chinese)
    assert chinese.read_text("utf-8").startswith(f"# {code}：")
