import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.diagnostics.visible import (
    count_columns,
    escape_for_json,
    is_hidden,
    replace_for_xml,
    to_visible,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain 文字", "plain 文字"),
        ("a\tb", "a    b"),
        ("a\nb", "a<U+000A>b"),
        ("\x1b[31m", "<U+001B>[31m"),
        ("\u202e\u2066\u200b\ufeff", "<U+202E><U+2066><U+200B><U+FEFF>"),
        ("\x7f\x85\u2028", "<U+007F><U+0085><U+2028>"),
        ("\ud800", "<U+D800>"),
        ("\U000e0041", "<U+E0041>"),
        ("a\u3000b", "a\u3000b"),
    ],
)
def test_hidden_characters_are_shown_by_number(text: str, shown: str) -> None:
    assert to_visible(text) == shown


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("abc", 3), ("付款", 4), ("e\u0301", 1), ("ａ", 2), ("ｱ", 1)]
)
def test_columns(text: str, columns: int) -> None:
    assert count_columns(text) == columns


@given(st.text(st.characters()))
def test_visible_text_hides_nothing_and_can_be_written(text: str) -> None:
    shown = to_visible(text)
    assert not any(is_hidden(char) for char in shown)
    assert to_visible(shown) == shown
    shown.encode("utf-8")


@given(st.text(st.characters()))
def test_escaped_json_has_the_same_value_and_hides_nothing(text: str) -> None:
    dumped = escape_for_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(dumped) == text or any("\ud800" <= char <= "\udfff" for char in text)
    assert not any(is_hidden(char) for char in dumped)


def test_characters_that_xml_cannot_carry_are_shown_by_number() -> None:
    assert replace_for_xml("a\x00\x0b\ud800\uffff\t好") == "a<U+0000><U+000B><U+D800>\ufffd\t好"
