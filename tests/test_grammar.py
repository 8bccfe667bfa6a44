"""The grammar: no conflict settled in silence, a sample over each rule, one home for Lark."""

import re
from pathlib import Path

import pytest
from lark.lexer import ContextualLexer

from scorelang.resources import grammar_text
from scorelang.source.text import SourceText
from scorelang.syntax.from_tree import BUILDERS
from scorelang.syntax.lexer import untwinned
from scorelang.syntax.parser import GRAMMARS, make_lark
from scorelang.syntax.trivia import prepare
from tests.conftest import CASES

ROOT = Path(__file__).resolve().parent.parent
RULE = re.compile(r"(?m)^[?!]*([a-z_]+)\s*:")
ALIAS = re.compile(r"->\s*([a-z_]+)")


class LarkLexer(ContextualLexer):
    """Lark's own lexer, with the one thing that ours adds: words with two meanings."""

    def lex(self, lexer_state, parser_state):
        """Give the words, each with the meaning that can go on."""
        for token in super().lex(lexer_state, parser_state):
            token.type = untwinned(token.type, parser_state)
            yield token


@pytest.mark.slow
def test_the_grammar_is_built_strictly_and_our_lexer_reads_as_that_of_lark_does():
    """One test, as the strict parser takes minutes: two words that collide end its making."""
    pytest.importorskip("interegular")
    strict, ours = make_lark(strict=True, lexer=LarkLexer), make_lark()
    assert strict.parse("rubric r { }", start="rubric_decl")
    for path in sorted((CASES / "format").glob("*.in")):
        text = prepare(SourceText(path.name, path.read_bytes().decode())).text
        found = ours.parse(text, start="rubric_decl")
        assert found == strict.parse(text, start="rubric_decl"), path.stem


def rules(name):
    return RULE.findall(grammar_text(name))


def test_each_rule_has_a_sample_above_it():
    faults = []
    for name in GRAMMARS[:2]:
        lines = grammar_text(name).splitlines()
        for number, line in enumerate(lines):
            if RULE.match(line) and not line.startswith(("_", "?_")) and number:
                above = lines[number - 1]
                if not above.startswith("//") or above.startswith("// ---"):
                    faults.append(f"{name}:{number + 1}: {line[:40]}")
    assert not faults, "\n".join(faults)


def test_each_rule_is_built_by_a_builder_of_its_name():
    names = {
        rule
        for name in GRAMMARS[:2]
        for rule in (*rules(name), *ALIAS.findall(grammar_text(name)))
        if not rule.startswith("_")
    }
    inlined = set(re.findall(r"(?m)^\?([a-z_]+)", "".join(map(grammar_text, GRAMMARS))))
    without = {rule for rule in names - inlined - set(BUILDERS) if not rule.startswith("field_")}
    assert without == {"date_value"}  # each of its alternatives has an alias


def test_lark_is_built_in_one_file():
    building = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "scorelang").rglob("*.py")
        if re.search(r"(?<!\w)Lark\(", path.read_text("utf-8"))
    ]
    assert building == ["scorelang/syntax/parser.py"]
