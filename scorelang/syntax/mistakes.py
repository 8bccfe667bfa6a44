"""What is wrong at a place where the parser could not go on, in the words of the owner.

In: the text, the place, what was found there and what might have stood there. Out: the key
of the words (E0101 to E0105), the span, the arguments and a fix where one is sure. The
first rule that fits gives the answer; the last one names what is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.blocks import Block, block_at
from scorelang.syntax.expectations import OPERATORS, PARTS, SIGNS, expectations, sign
from scorelang.syntax.mistaken_comparisons import comparison_in_words
from scorelang.syntax.mistaken_limits import date_in_words, limit_in_words, points_in_words
from scorelang.syntax.mistaken_names import (
    misspelt,
    misspelt_before,
    no_condition,
    no_name,
    number_in_words,
    quoted_name,
    reserved,
    run_together,
    spaced_name,
    word_as_name,
)
from scorelang.syntax.mistaken_phrases import (
    any_indicator,
    base_of_list,
    between,
    habit,
    joined_conditions,
    line_for_the_rest,
    line_number,
    logarithm,
    lookup_head,
    one_line,
    single_grade,
    step_line,
    uncounted,
)
from scorelang.syntax.terms import TERMS
from scorelang.syntax.trouble import (
    ENDS,
    MOST_SHOWN,
    WORD,
    Mistake,
    Rule,
    Trouble,
    here,
    line_at,
    shown_last,
)
from scorelang.syntax.typed_phrases import first_word, shown_line, typed_phrase, unpointed
from scorelang.syntax.vocabulary import KEYWORDS

_WORD_SIGNS: Final = {":": "colon", ",": "comma"}
_IS_VALUES: Final = frozenset(("YES", "NO", "TEXT"))
_PART_WORDS: Final = frozenset(
    word
    for kind in (*PARTS, "CLASS", "SCORE", "TABLE", "VETO", "CAP", "PROMISE", "GIVEN", "EXPECT")
    for language in KEYWORDS[kind]
    for word in language
)
_BEFORE_COMMA: Final = re.compile(r"[0-9]+[,，]\Z")
_MENDS: Final = {
    "=>": ">=",
    "=<": "<=",
    "＝＞": ">=",
    "＝＜": "<=",
    "==": "=",
    "＝＝": "=",
    "!==": "!=",
    "<>": "!=",
    "＜＞": "!=",
    "≧": ">=",
    "≦": "<=",
    "**": "^",
    "&&": "and",
    "&": "and",
    "＆＆": "and",
    "＆": "and",
    "||": "or",
    "！=": "!=",
    "！＝": "!=",
    "。。": "..",
    "…": "..",
    "……": "..",
    "—": "..",
    "——": "..",
    "–": "..",
}
_ODD_QUOTES: Final = frozenset("'‘’＇＂«»『』《》")
_OPEN_QUOTES: Final = {'"': '"', "“": "”", "「": "」", "`": "`"}


def explanations(trouble: Trouble) -> Iterator[Mistake]:
    """Give what can be wrong here, the likeliest first, at last what is expected."""
    for rule in _RULES:
        found = rule(trouble)
        match found:
            case None:
                pass
            case Mistake():
                yield found
            case _:
                yield from found
    yield _expected(trouble)


def _quotes(trouble: Trouble) -> Mistake | None:
    sign = trouble.text[trouble.at : trouble.at + 1]
    if trouble.found is None and sign in _OPEN_QUOTES and sign:
        line_end = trouble.text.find("\n", trouble.at)
        end = line_end if line_end >= 0 else len(trouble.text)
        return Mistake(
            "E0102.text", trouble.at, end, {"found": sign, "closing": _OPEN_QUOTES[sign]}
        )
    if sign in _ODD_QUOTES and sign:
        return here("E0101.quotes", trouble)
    return None


def _other_sign(trouble: Trouble) -> Mistake | None:
    """``=>`` for ``>=``, ``&&`` for ``and``: signs of other languages."""
    for start in range(max(trouble.at - 1, 0), trouble.at + 1):
        for length in (3, 2, 1):
            written = trouble.text[start : start + length]
            if written in _MENDS and start + length > trouble.at:
                meant = _MENDS[written]
                arguments = {"found": written, "meant": meant}
                is_sure = meant not in {"..", "="}
                found = Mistake("E0101.sign", start, start + length, arguments, meant)
                return attrs.evolve(found, is_sure=is_sure)
    return None


def _full_stop(trouble: Trouble) -> Mistake | None:
    sign = trouble.text[trouble.at : trouble.at + 1]
    rest = trouble.text[trouble.at + 1 : trouble.at + 2]
    if sign in {".", "．"} and rest.isdecimal():
        return here("E0103.leading_dot", trouble)
    if sign in {".", "。", "．", "｡"} and not rest.strip():
        return attrs.evolve(here("E0101.full_stop", trouble, ""), is_sure=not rest.strip(" "))
    if sign in {";", "；"}:
        return here("E0101.semicolon", trouble)
    return None


def _strange(trouble: Trouble) -> Mistake | None:
    if trouble.found is not None or trouble.at >= len(trouble.text):
        return None
    sign = trouble.text[trouble.at]
    if sign.isprintable():
        return here("E0104", trouble)
    number = f"U+{ord(sign):04X}"
    return Mistake("E0104.invisible", trouble.at, trouble.at + 1, {"found": number})


def _comment(trouble: Trouble) -> Mistake | None:
    """``// so``, ``-- so``, ``注：…``: a comment of other languages, or of a document."""
    if trouble.text.startswith("＃", trouble.at):
        return Mistake(
            "E0101.comment", trouble.at, trouble.at + 1, {"found": "＃"}, "#", is_sure=True
        )
    for start in (trouble.at, trouble.at - 1):
        if start >= 0 and trouble.text.startswith("//", start):
            return Mistake("E0101.comment", start, start + 2, {"found": "//"}, "#", is_sure=True)
    start, line = line_at(trouble)
    found = _COMMENT.match(line)
    if found is None:
        return None
    begin, end = start + found.start("sign"), start + found.end("sign")
    written = found["sign"]
    meant = "#" if not written[0].isalpha() else f"# {written}"
    return Mistake("E0101.comment", begin, end, {"found": written}, meant, is_sure=True)


_COMMENT: Final = re.compile(
    r"\s*(?P<sign>--+|/\*|[※★☆]+|REM(?= )|(?:注意?|备注|注释|附注|remarks?|n\.?b\.?)[:：])",
    re.IGNORECASE,
)


def _decimal_comma(trouble: Trouble) -> Mistake | None:
    """``round 0,1``: a decimal comma."""
    start = max(0, trouble.at - MOST_SHOWN)
    found = _BEFORE_COMMA.search(trouble.text[start : trouble.at])
    if trouble.kind != "NUMBER" or found is None:
        return None
    begin = start + found.start()
    written = found.group() + trouble.shown
    end = trouble.at + len(trouble.shown)
    if re.fullmatch(r"[1-9][0-9]{0,2}[,，][0-9]{3}", written):
        meant = re.sub("[,，]", "", written)
        return Mistake("E0103.comma", begin, end, {"found": written, "meant": meant}, meant)
    meant = written.replace(",", ".").replace("，", ".")
    return Mistake("E0103.decimal", begin, end, {"found": written, "meant": meant}, meant)


def _operator_first(trouble: Trouble) -> Mistake | None:
    """A formula that goes on with ``-`` at the beginning of a line."""
    line = trouble.text.rfind("\n", 0, trouble.at) + 1
    if trouble.kind not in OPERATORS or trouble.text[line : trouble.at].strip() or not line:
        return None
    return here("E0101.operator_first", trouble)


def _no_points(trouble: Trouble) -> Mistake | None:
    """``6..6.9 :`` with nothing behind it, and a further line of the block."""
    line = trouble.text.rfind("\n", 0, trouble.at) + 1
    before = trouble.text[:line].rstrip()
    if not line or before[-1:] not in {":", "："}:
        return None
    is_first = not trouble.text[line : trouble.at].strip()
    if not is_first and trouble.kind not in {"_COLON", "DOTS", "TO", "OTHERWISE"}:
        return None
    start = before.rfind("\n") + 1
    start += len(before[start:]) - len(before[start:].lstrip())
    if block_at(before) is Block.GRADES:
        end = len(before)
        return Mistake("E0101.open_colon", end - 1, end, {"found": before[-1]}, "")
    return Mistake("E0101.no_points", start, len(before), {"found": before[start:]})


def _unpointed_line(trouble: Trouble) -> Mistake | None:
    """``40 to under 60`` at the end of a line: a limit without points."""
    if trouble.kind != "_NL" or not trouble.standing.accepts("_COLON"):
        return None
    start, line = line_at(trouble)
    written = line.split("#")[0].strip()
    if block_at(trouble.text[:start]) is not Block.ANY or not re.match(r"[<>≥≤＜＞0-9]", written):
        return None
    begin = start + len(line) - len(line.lstrip())
    colon = "：" if trouble.vocabulary is Vocabulary.CHINESE else " : "
    arguments = {"found": written, "meant": f"{written}{colon}10"}
    return Mistake("E0101.so_no_limit", begin, begin + len(written), arguments)


def _yes_or_no(trouble: Trouble) -> Mistake | None:
    """``是/否`` as the type of a field."""
    if not trouble.text.startswith("是/否", trouble.at):
        return None
    return Mistake(
        "E0101.sign", trouble.at, trouble.at + 3, {"found": "是/否", "meant": "是否"}, "是否"
    )


def _missing_sign(trouble: Trouble) -> Iterator[Mistake]:
    """A colon, comma or word is left out if what was found could stand after it."""
    if trouble.kind in {"", "$END", "_NL", "_RBRACE", "SPACE"} or trouble.last is None:
        return
    for kind in ("_COLON", "_COMMA"):
        after = trouble.standing.after(kind)
        if after is None or not after.accepts(trouble.kind):
            continue
        if kind == "_COMMA" and trouble.kind in {"NAME", "NUMBER", "TEXT", "_LPAR"}:
            continue
        sign = SIGNS[kind]
        key = f"E0101.{_WORD_SIGNS[sign]}"
        between = " : " if sign == ":" else ", "
        yield here(key, trouble, between + trouble.shown, before=shown_last(trouble))


def _own_line(trouble: Trouble) -> Mistake | None:
    after = trouble.standing.after("_NL")
    if after is None or trouble.kind in {"NAME", "NUMBER", "_LBRACE", "_NL", "", "$END"}:
        return None
    if not after.accepts(trouble.kind):
        return None
    return attrs.evolve(here("E0101.own_line", trouble), trial="\n" + trouble.shown)


def _missing_word(trouble: Trouble) -> Iterator[Mistake]:
    """One word or sign is left out if what was found could stand behind it."""
    if trouble.kind in {"", "SPACE"} | ENDS or trouble.last is None:
        return
    is_comparison = trouble.standing.accepts("GE")
    for kind in SIGNS:
        after = trouble.standing.after(kind)
        if after is None or not after.accepts(trouble.kind) or kind in {"_COMMA", "OF", "HEAD_OF"}:
            continue
        if (kind == "EQ" and is_comparison) or (kind == "IS" and trouble.kind not in _IS_VALUES):
            continue
        missing = sign(kind, trouble.vocabulary)
        mended = f" {missing} {trouble.shown}"
        yield attrs.evolve(here("E0101.missing", trouble, missing=missing), trial=mended)


def _line_before(trouble: Trouble) -> Mistake | None:
    """A line that plainly goes on (``=``, a comma) was followed by a new part."""
    word = trouble.last
    if word is None or word.type != "NAME" or str(word) not in _PART_WORDS:
        return None
    start = word.start_pos or 0
    line = trouble.text.rfind("\n", 0, start) + 1
    if trouble.text[line:start].strip() or not line:
        return None
    end = len(trouble.text[:line].rstrip())
    arguments = {"found": trouble.text[end - 1 : end], "next": str(word)}
    return Mistake("E0101.goes_on", max(end - 1, 0), end, arguments)


def _behind_block(trouble: Trouble) -> Mistake | None:
    """``}, max 5``: a clause behind the block of its part."""
    start, line = line_at(trouble)
    found = _CLOSED.match(line)
    if found is None or trouble.at - start > found.end("rest") or trouble.is_behind_all:
        return None
    begin, end = start + found.start("rest"), start + found.end("rest")
    return Mistake("E0101.behind_block", begin, end, {"found": found["rest"]})


_CLOSED: Final = re.compile(r"\s*[}｝]\s*[,，]?\s*(?P<rest>[^\s,，}｝#][^\n#]*?)\s*(?:#[^\n]*)?$")


def _after_rubric(trouble: Trouble) -> Mistake | None:
    if not trouble.is_behind_all:
        return None
    rest = WORD.search(trouble.text, trouble.at)
    start, end = rest.span() if rest is not None else (trouble.at, trouble.at)
    return Mistake("E0101.after_rubric", start, end, {"found": trouble.text[start:end]})


def _no_rubric(trouble: Trouble) -> Mistake | None:
    is_first = trouble.last is None or not trouble.last.strip()
    if is_first and trouble.standing.accepts("RUBRIC"):
        if trouble.kind in {"$END", ""}:
            return Mistake("E0101.empty", trouble.at, trouble.at)
        is_part = trouble.shown in _PART_WORDS
        return here("E0101.no_rubric", trouble) if is_part or trouble.kind != "NAME" else None
    return None


def _expected(trouble: Trouble) -> Mistake:
    found = expectations(trouble.standing, trouble.vocabulary)
    expected = TERMS["; "].join(found) or TERMS["nothing more"]
    last = trouble.last
    if trouble.is_early_end and last is not None:
        start = last.start_pos or 0
        end = start + len(last)
        if trouble.kind != "_RBRACE" or "\n" in trouble.text[end : trouble.at]:
            key = "E0101.file_end" if trouble.kind == "$END" else "E0101.line_end"
            return Mistake(key, start, end, {"expected": expected})
        return here("E0101.block_end", trouble, expected=expected)
    return here("E0101", trouble, expected=expected)


_RULES: Final[tuple[Rule, ...]] = (
    # Order: signs first, as they say most; a misspelt word before a missing one.
    _comment,
    line_number,
    first_word,
    typed_phrase,
    shown_line,
    uncounted,
    any_indicator,
    base_of_list,
    habit,
    joined_conditions,
    between,
    lookup_head,
    logarithm,
    one_line,
    single_grade,
    step_line,
    _no_points,
    line_for_the_rest,
    limit_in_words,
    comparison_in_words,
    points_in_words,
    date_in_words,
    _decimal_comma,
    _operator_first,
    _yes_or_no,
    no_name,
    no_condition,
    _other_sign,
    _quotes,
    _full_stop,
    number_in_words,
    run_together,
    _strange,
    _no_rubric,
    _after_rubric,
    _behind_block,
    _line_before,
    quoted_name,
    reserved,
    misspelt_before,
    word_as_name,
    _missing_sign,
    misspelt,
    _own_line,
    unpointed,
    _unpointed_line,
    spaced_name,
    _missing_word,
)
