import pytest

from scorelang.diagnostics.model import Diagnostic, Severity, Words
from scorelang.diagnostics.translate import translate

FOUND = Diagnostic(
    code="E0101",
    severity=Severity.ERROR,
    span=None,
    message="unknown name `x`",
    help="did you mean `y`",
    key="E0101.name",
    arguments=(("name", "x"), ("near", "y")),
)


def test_message_and_help_are_said_again() -> None:
    chinese = {"E0101.name": Words("没有名为 `{name}` 的项", "是否想写 `{near}`")}
    said = translate(FOUND, chinese)
    assert (said.message, said.help) == ("没有名为 `x` 的项", "是否想写 `y`")
    assert (said.code, said.key, said.arguments) == (FOUND.code, FOUND.key, FOUND.arguments)


def test_a_translation_without_help_drops_the_english_help() -> None:
    assert translate(FOUND, {"E0101.name": Words("没有 `{name}`")}).help is None


def test_a_key_that_is_not_there_stays_english() -> None:
    assert translate(FOUND, {"E0101": Words("别的")}) is FOUND


def test_braces_in_arguments_are_not_templates() -> None:
    odd = Diagnostic("E0101", Severity.ERROR, None, "m", key="k", arguments=(("name", "{near}"),))
    assert translate(odd, {"k": Words("`{name}`")}).message == "`{near}`"


def test_a_template_that_asks_for_more_is_our_bug() -> None:
    with pytest.raises(KeyError):
        translate(FOUND, {"E0101.name": Words("{other}")})
