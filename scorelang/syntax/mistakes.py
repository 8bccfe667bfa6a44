"""What is wrong at a place where the parser could not go on, in the words of the owner.

In: the text, the place, what was found there and what might have stood there. Out: the key
of the words (E0101 to E0105), the span, the arguments and a fix where one is sure. The
first rule that fits gives the answer; the last one names what is expected.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import attrs
from lark import Token

from scorelang.diagnostics.suggest import did_you_mean
from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.numerals import in_digits
from scorelang.syntax.standing import Standing
from scorelang.syntax.terms import TERMS
from scorelang.syntax.vocabulary import (
    KEYWORDS,
    is_plain_name,
    is_reserved,
    keywords,
    part_words,
    spellings,
)

_SIGNS: Final = {
    "_COLON": ":",
    "_COMMA": ",",
    "_LBRACE": "{",
    "_RPAR": ")",
    "IS": "is",
    "EQ": "=",
    "BODY_EQ": "=",
    "WHEN": "when",
    "OF": "of",
    "HEAD_OF": "of",
    "TO": "to",
    "FOR_EACH": "for each",
    "GIVES": "gives",
    "BECAUSE": "because",
}
_WORD_SIGNS: Final = {":": "colon", ",": "comma"}
_VALUES: Final = frozenset(("NUMBER", "NAME", "POINTS_OF", "MINUS"))
_IS_VALUES: Final = frozenset(("YES", "NO", "TEXT"))
_COMPARISONS: Final = frozenset(("GE", "GT", "LE", "LT"))
_OPERATORS: Final = frozenset(("PLUS", "MINUS", "TIMES", "DIVIDE", "POWER"))
_HIDDEN: Final = frozenset(
    (
        *("_NL", "_RBRACE", "SPACE", "NAME", "NUMBER", "TEXT", "DATE", "ROW", "UNIT"),
        *("_LPAR", "LSQUARE", "RSQUARE", "INCLUSIVE", "EXCLUSIVE", "DOTS", "BAR"),
        *_SIGNS,
    )
)
_PARTS: Final = ("INDICATOR", "GROUP", "LET", "TOTAL", "GRADES", "RECORD", "RESULT", "EXAMPLE")
_PART_WORDS: Final = frozenset(
    word
    for kind in (*_PARTS, "CLASS", "SCORE", "TABLE", "VETO", "CAP", "PROMISE", "GIVEN", "EXPECT")
    for language in KEYWORDS[kind]
    for word in language
)
_CLAUSES: Final = (
    *("MAX", "WEIGHT", "OWNER", "SOURCE", "CHOSEN", "NOTE", "ALLOW"),
    *("WEIGHTED", "APPLIES", "FIRST_HOLDS", "ALL_HOLD", "COVERS", "NEEDS", "FLAG"),
    *("ACTION", "REASON", "BASELINE", "UNTIL", "LIMITED", "AT_LEAST", "AT_MOST"),
    *("NOT_BELOW_ZERO", "ROUND", "IF_MISSING", "LIMITS_BY", "PAIRS", "LESS", "SCALE"),
    *("REQUIRED", "BLANK_MEANS", "ELSE_RESCALE"),
)
_CLAUSE_WORDS: Final = tuple(
    sorted((word for kind in _CLAUSES for language in KEYWORDS[kind] for word in language), key=len)
)[::-1]
_KEYWORDS: Final = keywords()
_ENDS: Final = frozenset(("_NL", "$END", "_RBRACE"))
_SHORTEST_GUESS: Final = 3
_MOST_EXPECTED: Final = 8
_MOST_SHOWN: Final = 40
_WORD: Final = re.compile(r"\w+|[^\w\s]")
_NAMED: Final = frozenset(("VETO", "CAP", "FLOOR", "NOTCH", "ZERO", "FLAG"))
_BEFORE_COMMA: Final = re.compile(r"[0-9]+[,，]\Z")
_SEVERAL: Final = re.compile(r"\s*(?P<words>[^\W\d]\w*(?: +\w+)+)\s*")
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


@attrs.frozen
class Trouble:
    """Where the parser stopped: the place, the word found there, the word before."""

    text: str
    at: int
    found: Token | None
    last: Token | None
    standing: Standing
    vocabulary: Vocabulary

    @property
    def kind(self) -> str:
        """The kind of the word found, empty where no word begins."""
        return self.found.type if self.found is not None else ""

    @property
    def is_early_end(self) -> bool:
        """Whether a line, a block or the file ends where something is missing."""
        return self.kind in _ENDS

    @property
    def is_behind_all(self) -> bool:
        """Whether the rubric is complete, and something stands behind it."""
        return not self.standing.kinds and self.standing.accepts("$END")

    @property
    def shown(self) -> str:
        """What was found, as it is shown."""
        word = self.found
        written = str(word) if word is not None else _WORD.match(self.text, self.at)
        if isinstance(written, re.Match):
            written = written.group()
        shown = (written or self.text[self.at : self.at + 1]).split("\n")[0].rstrip()
        return shown if len(shown) <= _MOST_SHOWN else shown[:_MOST_SHOWN] + "…"


@attrs.frozen
class Mistake:
    """The key of the words with their arguments, the place, and the change that cures it."""

    key: str
    start: int
    end: int
    arguments: dict[str, Any] = attrs.Factory(dict)
    replacement: str | None = None


Rule = Callable[[Trouble], Mistake | None]


def explain(trouble: Trouble) -> Mistake:
    """Say what is wrong: the first rule that fits, else what is expected."""
    for rule in _RULES:
        found = rule(trouble)
        if found is not None:
            return found
    return _expected(trouble)


def _here(key: str, trouble: Trouble, replacement: str | None = None, **more: str) -> Mistake:
    shown = trouble.shown
    end = trouble.at + max(1, len(shown.rstrip("…")))
    return Mistake(key, trouble.at, end, {"found": shown, **more}, replacement)


# --- signs ---------------------------------------------------------------------------


def _quotes(trouble: Trouble) -> Mistake | None:
    sign = trouble.text[trouble.at : trouble.at + 1]
    if trouble.found is None and sign in _OPEN_QUOTES and sign:
        line_end = trouble.text.find("\n", trouble.at)
        end = line_end if line_end >= 0 else len(trouble.text)
        return Mistake(
            "E0102.text", trouble.at, end, {"found": sign, "closing": _OPEN_QUOTES[sign]}
        )
    if sign in _ODD_QUOTES and sign:
        return _here("E0101.quotes", trouble)
    return None


def _other_sign(trouble: Trouble) -> Mistake | None:
    """``=>`` for ``>=``, ``&&`` for ``and``: signs of other languages."""
    for start in range(max(trouble.at - 1, 0), trouble.at + 1):
        for length in (3, 2, 1):
            written = trouble.text[start : start + length]
            if written in _MENDS and start + length > trouble.at:
                meant = _MENDS[written]
                arguments = {"found": written, "meant": meant}
                return Mistake("E0101.sign", start, start + length, arguments, meant)
    return None


def _full_stop(trouble: Trouble) -> Mistake | None:
    sign = trouble.text[trouble.at : trouble.at + 1]
    rest = trouble.text[trouble.at + 1 : trouble.at + 2]
    if sign in {".", "．"} and rest.isdecimal():
        return _here("E0103.leading_dot", trouble)
    if sign in {".", "。", "．", "｡"} and not rest.strip():
        return _here("E0101.full_stop", trouble, "")
    if sign in {";", "；"}:
        return _here("E0101.semicolon", trouble)
    return None


def _strange(trouble: Trouble) -> Mistake | None:
    if trouble.found is not None or trouble.at >= len(trouble.text):
        return None
    sign = trouble.text[trouble.at]
    if sign.isprintable():
        return _here("E0104", trouble)
    number = f"U+{ord(sign):04X}"
    return Mistake("E0104.invisible", trouble.at, trouble.at + 1, {"found": number})


def _comment(trouble: Trouble) -> Mistake | None:
    """``// so``: a comment of other languages."""
    for start in (trouble.at, trouble.at - 1):
        if start >= 0 and trouble.text.startswith("//", start):
            return Mistake("E0101.comment", start, start + 2, {"found": "//"}, "#")
    return None


def _decimal_comma(trouble: Trouble) -> Mistake | None:
    """``round 0,1``: a decimal comma."""
    start = max(0, trouble.at - _MOST_SHOWN)
    found = _BEFORE_COMMA.search(trouble.text[start : trouble.at])
    if trouble.kind != "NUMBER" or found is None:
        return None
    begin = start + found.start()
    written = found.group() + trouble.shown
    meant = written.replace(",", ".").replace("，", ".")
    end = trouble.at + len(trouble.shown)
    return Mistake("E0103.decimal", begin, end, {"found": written, "meant": meant})


def _operator_first(trouble: Trouble) -> Mistake | None:
    """A formula that goes on with ``-`` at the beginning of a line."""
    line = trouble.text.rfind("\n", 0, trouble.at) + 1
    if trouble.kind not in _OPERATORS or trouble.text[line : trouble.at].strip() or not line:
        return None
    return _here("E0101.operator_first", trouble)


def _no_points(trouble: Trouble) -> Mistake | None:
    """``6..6.9 :`` with nothing behind it, and a further line of the block."""
    line = trouble.text.rfind("\n", 0, trouble.at) + 1
    before = trouble.text[:line].rstrip()
    if not line or before[-1:] not in {":", "："}:
        return None
    is_first = not trouble.text[line : trouble.at].strip()
    if not is_first and trouble.kind not in {"_COLON", "DOTS", "TO"}:
        return None
    start = before.rfind("\n") + 1
    start += len(before[start:]) - len(before[start:].lstrip())
    return Mistake("E0101.no_points", start, len(before), {"found": before[start:]})


# --- words ---------------------------------------------------------------------------


def _yes_or_no(trouble: Trouble) -> Mistake | None:
    """``是/否`` as the type of a field."""
    if not trouble.text.startswith("是/否", trouble.at):
        return None
    return Mistake(
        "E0101.sign", trouble.at, trouble.at + 3, {"found": "是/否", "meant": "是否"}, "是否"
    )


def _no_name(trouble: Trouble) -> Mistake | None:
    """``一票否决 当 …``: what is declared has no name."""
    last = trouble.last
    if trouble.kind != "WHEN" or last is None or last.type not in _NAMED:
        return None
    return _here("E0101.no_name", trouble, before=str(last))


def _misspelt_before(trouble: Trouble) -> Mistake | None:
    """``mx 20``: a misspelt clause was taken for a name."""
    word = trouble.last
    if trouble.kind != "NUMBER" or word is None or word.type != "NAME" or word[0] in "「`":
        return None
    start = word.start_pos or 0
    if trouble.text[:start].rstrip()[-1:] not in {",", "，"}:
        return None
    own = [spelt for spelt in _CLAUSE_WORDS if spelt.isascii() is word.isascii()]
    near = did_you_mean(str(word), own)
    if near is None:
        near = next((n for n in ("max", "满分") if len(word) > 1 and _is_like(str(word), n)), None)
    if near is None:
        return None
    arguments = {"found": str(word), "meant": near}
    return Mistake("E0101.did_you_mean", start, start + len(word), arguments, near)


def _is_like(word: str, other: str) -> bool:
    """Whether two short words begin alike and differ in one letter."""
    return (
        word[0] == other[0]
        and abs(len(word) - len(other)) <= 1
        and set(word[1:]) <= {*other[1:], "份", "粉"}
    )


def _quoted_name(trouble: Trouble) -> Mistake | None:
    """``"Very high" >= 2``: a name in the quotes of a text."""
    standing = trouble.standing
    if trouble.kind != "TEXT" or not standing.accepts("NAME") or standing.accepts("TEXT"):
        return None
    name = trouble.shown[1:-1].strip()
    if not name or set(name) & set("「」…"):
        return None
    meant = name if is_plain_name(name) else f"「{name}」"
    return _here("E0101.quoted_name", trouble, meant, meant=meant)


def _spaced_name(trouble: Trouble) -> Mistake | None:
    """``Very low otherwise``: a name of several words, without signs round it."""
    last, found = trouble.last, trouble.found
    line = trouble.text.rfind("\n", 0, trouble.at) + 1
    several = _SEVERAL.fullmatch(trouble.text[line : trouble.at])
    if trouble.kind == "OTHERWISE" and several is not None:
        words, meant = several["words"], f"「{several['words']}」"
        begin, end = line + several.start("words"), line + several.end("words")
        return Mistake("E0101.spaced_name", begin, end, {"found": words, "meant": meant}, meant)
    if found is None or last is None or {found.type, last.type} != {"NAME"}:
        return None
    start = last.start_pos or 0
    between = trouble.text[start + len(last) : trouble.at]
    if between.strip(" ") or not between or trouble.standing.after("_COLON"):
        return None
    if set(found) & set("「`") or set(last) & set("「`"):
        return None
    words = f"{last} {found}"
    end = trouble.at + len(found)
    meant = f"「{words}」"
    return Mistake("E0101.spaced_name", start, end, {"found": words, "meant": meant}, meant)


def _reserved(trouble: Trouble) -> Mistake | None:
    if is_reserved(trouble.shown) and trouble.standing.accepts("NAME"):
        return _here("E0105", trouble, f"「{trouble.shown}」")
    return None


def _number_in_words(trouble: Trouble) -> Mistake | None:
    """``超过三十``: a number that is not written in digits."""
    for word in (trouble.found, trouble.last):
        if word is not None and word.type == "NAME":
            parted = in_digits(str(word))
            if parted is not None:
                start = word.start_pos or 0
                arguments = {"found": str(word), "parted": parted}
                return Mistake("E0101.digits", start, start + len(word), arguments, parted)
    return None


def _run_together(trouble: Trouble) -> Mistake | None:
    """``逾期天数超过30天``: one name to the reader, three words to the writer."""
    for word in (trouble.found, trouble.last):
        if word is not None and word.type == "NAME":
            start = word.start_pos or 0
            rest = re.compile(r"[%％]|\.[0-9]+%?").match(trouble.text, start + len(word))
            parted = part_words(str(word) + (rest.group() if rest else ""))
            if parted is not None:
                written = str(word) + (rest.group() if rest else "")
                arguments = {"found": written, "parted": parted}
                return Mistake("E0101.run_together", start, start + len(written), arguments, parted)
    return None


def _missing_sign(trouble: Trouble) -> Mistake | None:
    """A colon, comma or word is left out if what was found could stand after it."""
    if trouble.kind in {"", "$END", "_NL", "_RBRACE", "SPACE"} or trouble.last is None:
        return None
    for kind in ("_COLON", "_COMMA"):
        after = trouble.standing.after(kind)
        if after is None or not after.accepts(trouble.kind):
            continue
        if kind == "_COMMA" and trouble.kind in {"NAME", "NUMBER", "TEXT", "_LPAR"}:
            continue
        sign = _SIGNS[kind]
        key = f"E0101.{_WORD_SIGNS[sign]}"
        between = " : " if sign == ":" else ", "
        return _here(key, trouble, between + trouble.shown, before=_shown_last(trouble))
    return None


def _own_line(trouble: Trouble) -> Mistake | None:
    after = trouble.standing.after("_NL")
    if after is None or trouble.kind in {"NAME", "NUMBER", "_LBRACE", "_NL", "", "$END"}:
        return None
    return _here("E0101.own_line", trouble) if after.accepts(trouble.kind) else None


def _misspelt(trouble: Trouble) -> Mistake | None:
    if trouble.kind != "NAME" or trouble.found is None or trouble.found[0] in "「`":
        return None
    kinds = set(trouble.standing.kinds)
    comma = trouble.standing.after("_COMMA")
    if comma is not None:
        kinds |= comma.kinds
    word = str(trouble.found)
    if word.isascii() and len(word) < _SHORTEST_GUESS:
        return None
    near = did_you_mean(word, [spelt for kind in kinds for spelt in _all_spellings(kind)])
    return _here("E0101.did_you_mean", trouble, near, meant=near) if near is not None else None


def _missing_word(trouble: Trouble) -> Mistake | None:
    """One word or sign is left out if what was found could stand behind it."""
    if trouble.kind in {"", "SPACE"} | _ENDS or trouble.last is None:
        return None
    is_comparison = trouble.standing.accepts("GE")
    for kind in _SIGNS:
        after = trouble.standing.after(kind)
        if after is None or not after.accepts(trouble.kind) or kind in {"_COMMA", "OF", "HEAD_OF"}:
            continue
        if (kind == "EQ" and is_comparison) or (kind == "IS" and trouble.kind not in _IS_VALUES):
            continue
        return _here("E0101.missing", trouble, missing=_sign(kind, trouble.vocabulary))
    return None


def _word_as_name(trouble: Trouble) -> Mistake | None:
    """``max 20 flag x``: without the comma the keyword was taken for a name or a unit."""
    word = trouble.last
    if word is None or word.type != "NAME" or word[0] in "「`":
        return None
    start = word.start_pos or 0
    for spelt in _CLAUSE_WORDS:
        end = start + len(spelt)
        if trouble.text.startswith(spelt, start) and not trouble.text[end : end + 1].isalpha():
            before = trouble.text[trouble.text.rfind("\n", 0, start) + 1 : start].strip()
            if not before or before[-1] in ",，、:：{｛(（":
                break
            arguments = {"found": spelt, "before": before[-_MOST_SHOWN:]}
            return Mistake("E0101.comma", start, end, arguments, ", " + spelt)
    if str(word) in _KEYWORDS and trouble.kind not in _ENDS:
        arguments = {"found": str(word), "next": trouble.shown}
        return Mistake("E0101.read_as_name", start, start + len(word), arguments)
    return None


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


# --- the rest ------------------------------------------------------------------------


def _after_rubric(trouble: Trouble) -> Mistake | None:
    if not trouble.is_behind_all:
        return None
    rest = _WORD.search(trouble.text, trouble.at)
    start, end = rest.span() if rest is not None else (trouble.at, trouble.at)
    return Mistake("E0101.after_rubric", start, end, {"found": trouble.text[start:end]})


def _no_rubric(trouble: Trouble) -> Mistake | None:
    if trouble.last is None and trouble.standing.accepts("RUBRIC"):
        if trouble.kind in {"$END", ""}:
            return Mistake("E0101.empty", trouble.at, trouble.at)
        return None if trouble.kind == "NAME" else _here("E0101.no_rubric", trouble)
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
        return _here("E0101.block_end", trouble, expected=expected)
    return _here("E0101", trouble, expected=expected)


_RULES: Final[tuple[Rule, ...]] = (
    # Order: signs first, as they say most; a misspelt word before a missing one.
    _comment,
    _decimal_comma,
    _no_points,
    _operator_first,
    _yes_or_no,
    _no_name,
    _other_sign,
    _quotes,
    _full_stop,
    _number_in_words,
    _run_together,
    _strange,
    _no_rubric,
    _after_rubric,
    _line_before,
    _quoted_name,
    _reserved,
    _misspelt_before,
    _word_as_name,
    _missing_sign,
    _misspelt,
    _own_line,
    _spaced_name,
    _missing_word,
)
ONCE: Final = frozenset(("E0101.quoted_name", "E0101.spaced_name"))
"""What is said once: who writes one name so writes all names so."""


def expectations(standing: Standing, vocabulary: Vocabulary) -> list[str]:
    """Give in plain words what may stand here, most telling first."""
    kinds = standing.kinds
    is_value, may_end = kinds >= _VALUES, "_COMMA" in kinds or "_NL" in kinds
    found = _plain_expectations(kinds, is_value=is_value)
    signs = [kind for kind in _SIGNS if kind in kinds and kind not in {"_COMMA", "IS", "TO"}]
    found += [f"`{_sign(kind, vocabulary)}`" for kind in signs if kind != "EQ" or "GE" not in kinds]
    if "INDICATOR" in kinds:
        parts = [_spelt(kind, vocabulary) for kind in _PARTS[:3]]
        shown = TERMS[", "].join(f"`{part}`" for part in parts)
        found.append(TERMS["a part such as {parts}"].format(parts=shown))
    elif not is_value and not may_end:
        words = sorted(kinds - _HIDDEN - _OPERATORS - _COMPARISONS - {"EQ_WORD", "NE", "NE_WORD"})
        spelt = [_spelt(kind, vocabulary) for kind in words if kind in KEYWORDS]
        found += [f"`{word}`" for word in dict.fromkeys(spelt) if word]
    if "_COMMA" in kinds:
        found.append(TERMS["a comma with more behind it"])
    if "_NL" in kinds:
        found.append(TERMS["a new line"])
    return found if len(found) <= _MOST_EXPECTED else [*found[:_MOST_EXPECTED], "…"]


def _plain_expectations(kinds: frozenset[str], *, is_value: bool) -> list[str]:
    tests = (
        (is_value, "a value"),
        ("NAME" in kinds and not is_value, "a name"),
        ("NUMBER" in kinds and not is_value and "GE" not in kinds, "a number"),
        ("TEXT" in kinds, "a text in quotes"),
        ("DATE" in kinds and not is_value, "a date such as 2026-12-31"),
        ("ROW" in kinds, "a line of a table"),
        (kinds >= _COMPARISONS, "a comparison such as `>=`"),
        (kinds >= _OPERATORS and not is_value, "a sign such as `+`"),
    )
    return [TERMS[words] for holds, words in tests if holds]


def _sign(kind: str, vocabulary: Vocabulary) -> str:
    return _spelt(kind, vocabulary) if kind in KEYWORDS else _SIGNS[kind]


def _spelt(kind: str, vocabulary: Vocabulary) -> str:
    english, chinese = KEYWORDS[kind]
    own = chinese if vocabulary is Vocabulary.CHINESE else english
    return own[0] if own else ""


def _all_spellings(kind: str) -> tuple[str, ...]:
    if kind not in KEYWORDS:
        return ()
    return spellings(kind, Vocabulary.ENGLISH) + spellings(kind, Vocabulary.CHINESE)


def _shown_last(trouble: Trouble) -> str:
    start = trouble.text.rfind("\n", 0, trouble.at) + 1
    return trouble.text[max(start, trouble.at - _MOST_SHOWN) : trouble.at].strip()
