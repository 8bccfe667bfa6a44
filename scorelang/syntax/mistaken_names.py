"""Mistakes of words: misspelt, run together, reserved, in several pieces, a number in letters.

In: a ``Trouble``. Out: a ``Mistake``, or ``None`` where the rule does not fit. Codes E0101, E0105.
"""

from __future__ import annotations

import re
from typing import Final

from scorelang.diagnostics.suggest import did_you_mean
from scorelang.syntax.blocks import Block, block_at
from scorelang.syntax.declared_names import is_field, is_quoted, may_be_a_name
from scorelang.syntax.expectations import all_spellings
from scorelang.syntax.mistaken_comparisons import is_by_table, part_comparison
from scorelang.syntax.numerals import in_digits
from scorelang.syntax.trouble import ENDS, MOST_SHOWN, Mistake, Trouble, here, line_at
from scorelang.syntax.used_words import use_of
from scorelang.syntax.vocabulary import KEYWORDS, is_plain_name, is_reserved, keywords, part_words

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
_SHORTEST_GUESS: Final = 3
_NAMED: Final = frozenset(("VETO", "CAP", "FLOOR", "NOTCH", "ZERO", "FLAG"))
_WITHOUT_NAME: Final = frozenset(
    (*(("WHEN", kind) for kind in _NAMED), ("_LBRACE", "EXAMPLE"), ("_LBRACE", "CLASS"))
)
_OVERRIDES: Final = [word for kind in sorted(_NAMED) for own in KEYWORDS[kind] for word in own]
_OVERRIDE: Final = re.compile(rf"\s*(?P<word>{'|'.join(_OVERRIDES)})(?!\w)")
_WHEN: Final = re.compile("|".join(word for own in KEYWORDS["WHEN"] for word in own))
_SEVERAL: Final = re.compile(r"\s*(?P<words>[^\W\d]\w*(?: +\w+)+)\s*")


def no_name(trouble: Trouble) -> Mistake | None:
    """``一票否决 当 …``: what is declared has no name."""
    last = trouble.last
    if last is None or (trouble.kind, last.type) not in _WITHOUT_NAME:
        return None
    return here("E0101.no_name", trouble, before=str(last))


def no_condition(trouble: Trouble) -> Mistake | None:
    """``一票否决：x > 90``, ``veto x > 90 : grade B``: no name, or no ``when``."""
    start, line = line_at(trouble)
    found = _OVERRIDE.match(line)
    if found is None or _WHEN.search(line):
        return None
    begin, end = start + found.start("word"), start + len(line.rstrip())
    word = found["word"]
    example = f"{word} a when x > 5 : …" if word.isascii() else f"{word} 名称 当 条件：…"
    return Mistake("E0101.no_condition", begin, end, {"found": word, "example": f"`{example}`"})


def misspelt_before(trouble: Trouble) -> Mistake | None:
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


def quoted_name(trouble: Trouble) -> Mistake | None:
    """``"Very high" >= 2``: a name in the quotes of a text."""
    standing = trouble.standing
    if trouble.kind != "TEXT" or not standing.accepts("NAME") or standing.accepts("TEXT"):
        return None
    name = trouble.shown[1:-1].strip()
    if not name or set(name) & set("「」…"):
        return None
    meant = name if is_plain_name(name) else f"「{name}」"
    return here("E0101.quoted_name", trouble, meant, meant=meant)


def spaced_name(trouble: Trouble) -> Mistake | None:
    """``Very low otherwise``: a name of several words, without signs round it."""
    last, found = trouble.last, trouble.found
    line = trouble.text.rfind("\n", 0, trouble.at) + 1
    several = _SEVERAL.fullmatch(trouble.text[line : trouble.at])
    is_name = several is not None and may_be_a_name(several["words"], trouble.text)
    if trouble.kind == "OTHERWISE" and several is not None and is_name:
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
    if any(is_declared(str(word), trouble.text) for word in (last, found)):
        return None
    words = f"{last} {found}"
    if not _is_declaring(trouble.text[line:start]) and not is_quoted(words, trouble.text):
        return None
    if not may_be_a_name(words, trouble.text):
        return None
    end = trouble.at + len(found)
    meant = f"「{words}」"
    return Mistake("E0101.spaced_name", start, end, {"found": words, "meant": meant}, meant)


_DECLARING: Final = re.compile(
    r"\s*(?:(?:indicator|group|let|score|table|scale|class|veto|cap|floor|notch|zero|flag|result|rubric"
    r"|example|指标|大类|分组|计算|得分项|对照表|档次|分类|一票否决|上限|下限|升降|清零|提示|结果|评分标准"
    r"|评价办法|示例)\s+)?"
)


def _is_declaring(before: str) -> bool:
    """Whether a line begins so that a name comes next."""
    return _DECLARING.fullmatch(before) is not None


def is_declared(name: str, text: str) -> bool:
    """Whether a line declares a column or a value by a name, so that it is no piece of one."""
    return (
        re.search(rf"(?m)^\s*(?:(?:编号|key|计算|let)\s+)?{re.escape(name)}\s+\w", text) is not None
    )


def reserved(trouble: Trouble) -> Mistake | None:
    """A word of the language where a name is needed."""
    line = trouble.text.rfind("\n", 0, trouble.at) + 1
    before = trouble.text[line : trouble.at]
    is_value = block_at(trouble.text[:line]) is Block.RECORD and not set(before) & {",", "，"}
    is_naming = _is_declaring(before) or is_value or is_quoted(trouble.shown, trouble.text)
    if is_reserved(trouble.shown) and is_naming and trouble.standing.accepts("NAME"):
        return here("E0105", trouble, f"「{trouble.shown}」")
    return None


def number_in_words(trouble: Trouble) -> Mistake | None:
    """``超过三十``: a number that is not written in digits."""
    for word in (trouble.found, trouble.last):
        if word is not None and word.type == "NAME":
            parted = in_digits(str(word))
            if parted is not None:
                start = word.start_pos or 0
                arguments = {"found": str(word), "parted": parted}
                return Mistake("E0101.digits", start, start + len(word), arguments, parted)
    return None


def run_together(trouble: Trouble) -> Mistake | None:
    """``逾期天数超过30天``: one name to the reader, three words to the writer."""
    for word in (trouble.found, trouble.last):
        if word is not None and word.type == "NAME":
            start = word.start_pos or 0
            rest = re.compile(r"[%％]|\.[0-9]+%?").match(trouble.text, start + len(word))
            written = str(word) + (rest.group() if rest else "")
            parted = part_comparison(written) or part_words(written)
            if parted is not None:
                arguments = {"found": written, "parted": parted}
                return Mistake("E0101.run_together", start, start + len(written), arguments, parted)
    return None


def misspelt(trouble: Trouble) -> Mistake | None:
    """Nearly one of the words that may stand here."""
    if trouble.kind != "NAME" or trouble.found is None or trouble.found[0] in "「`":
        return None
    kinds = set(trouble.standing.kinds)
    comma = trouble.standing.after("_COMMA")
    if comma is not None:
        kinds |= comma.kinds
    word = str(trouble.found)
    if word.isascii() and len(word) < _SHORTEST_GUESS:
        return None
    spelt = (spelt for kind in kinds for spelt in all_spellings(kind))
    near = did_you_mean(word, [each for each in spelt if not is_by_table(each)])
    if near is None or (not word.isascii() and not _shares_a_place(word, near)):
        return None
    return here("E0101.did_you_mean", trouble, near, meant=near)


def _shares_a_place(word: str, other: str) -> bool:
    """Whether two short Chinese words have one sign at the same place: ``加分`` is no ``分类``."""
    if word[0] == other[0] == "的":
        return did_you_mean(word[1:], [other[1:]]) is not None
    is_short = max(len(word), len(other)) <= _SHORTEST_GUESS - 1
    return not is_short or any(one == two for one, two in zip(word, other, strict=False))


def word_as_name(trouble: Trouble) -> Mistake | None:
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
            arguments = {"found": spelt, "before": before[-MOST_SHOWN:]}
            return Mistake("E0101.comma", start, end, arguments, ", " + spelt)
    if str(word) not in _KEYWORDS or trouble.kind in ENDS:
        return None
    return _used_otherwise(str(word), start, trouble)


def _used_otherwise(word: str, start: int, trouble: Trouble) -> Mistake:
    """Say of a keyword that was taken for a name how it is used; quotes only if it is a name."""
    arguments, end = {"found": word, "next": trouble.shown}, start + len(word)
    if is_field(word, trouble.text) or is_quoted(word, trouble.text):
        return Mistake("E0101.read_as_name", start, end, arguments)
    use = use_of(word, trouble.vocabulary)
    if use is None:
        return Mistake("E0101.so_nowhere", start, end, arguments)
    return Mistake("E0101.so_word", start, end, {"found": word, "example": use})
