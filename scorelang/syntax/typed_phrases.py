"""Phrases that owners carry over from the policy, and how the language says the same.

In: a line, the place of the trouble or fault in it, and the vocabulary. Out: the mistakes that
may explain it, each with what is to be written; they are tried before they are said. Code E0101.
"""

# ruff: noqa: E501  a pattern is one line

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

import attrs

from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.numerals import in_digits
from scorelang.syntax.trouble import Mistake, Trouble, line_at

Found = re.Match[str]
_N: Final = r"[0-9]+(?:\.[0-9]+)?"
_UNIT: Final = r"(?:[%％‰]|万元|亿元|个月|小时|[万亿元天日年月分次家人项])"
_COUNT: Final = r"[0-9一二两三四五六七八九十]+|one|two|three|four|five"
_ENGLISH_COUNTS: Final = {
    word: str(at) for at, word in enumerate(("one", "two", "three", "four", "five"), start=1)
}
_GRADE: Final = r"(?P<grade>「[^」\n]+」|[^\W\d]\w*)"


@attrs.frozen
class _Phrase:
    """What is written, how the language says it, and the key of the words."""

    pattern: re.Pattern[str]
    say: Callable[[Found, str], str]
    key: str = "E0101.phrase"


def typed_phrase(trouble: Trouble) -> Iterator[Mistake]:
    """Give what the line may mean, where it was written as a policy says it."""
    start, line = line_at(trouble)
    yield from phrases_in(line, start, trouble.text)


HINTED: Final = frozenset(
    (
        *("E0101.stray_expression", "E0101.stray_mode", "E0101.stray_each", "E0101.stray_rater"),
        *("E0101.no_range", "E0101.other_name", "E0103.units", "E0103.no_unit"),
        "E0101.drop_ends",
    )
)
"""Faults of lines that the grammar reads, behind which such a phrase may stand."""
_FIRST: Final = re.compile(
    r"\s*(?P<word>评[分价]\w*?|考[核评]\w*?|打分\w*?|信用\w*?|绩效\w*?|标准|制度|办法"
    r"|scoring|scorecard|score card|policy|rating|rubrics?|evaluation)"
    r"(?=\s+[「`\w][^\n]*[{｛])",
    re.IGNORECASE,
)
_GLUED: Final = re.compile(r"\s*(?P<word>评分标准|评价办法)(?=\w)")


_UNPOINTED: Final = re.compile(r"\s*(?P<guard>[^:：\n]*?[^:：\s\n])[ \t]+(?P<n>-?[0-9.]+)\s*分?\s*")


def unpointed(trouble: Trouble) -> Mistake | None:
    """``90%以上	10分``, as pasted from a table: a line without its colon."""
    start, line = line_at(trouble)
    found = _UNPOINTED.fullmatch(line)
    if found is None:
        return None
    colon = "：" if trouble.vocabulary is Vocabulary.CHINESE else " : "
    meant = f"{found['guard']}{colon}{found['n']}"
    begin, end = start + found.start("guard"), start + len(line.rstrip())
    return Mistake("E0101.points", begin, end, {"found": line.strip(), "meant": meant}, meant)


def first_word(trouble: Trouble) -> Iterator[Mistake]:
    """``评分办法 X {``, ``scoring x {``, ``评分标准X {`` at the beginning of the file."""
    if not trouble.standing.accepts("RUBRIC"):
        return
    for pattern, key in ((_GLUED, "E0101.phrase"), (_FIRST, "E0101.first_word")):
        found = pattern.match(trouble.text)
        if found is not None and found.end() >= trouble.at:
            written = found["word"]
            meant = "rubric" if written.isascii() else "评分标准"
            meant = f"{written} " if pattern is _GLUED else meant
            whole = re.match(r"\w+", trouble.text[found.start("word") :])
            shown = whole.group() if whole is not None and pattern is _GLUED else written
            apart = f"{meant}{shown[len(written) :]}"
            arguments = {"found": shown, "meant": apart.strip()}
            yield Mistake(key, found.start("word"), found.end("word"), arguments, meant)


def phrases_in(line: str, start: int, text: str) -> Iterator[Mistake]:
    """Give the phrases of a line that begins at ``start`` of the text."""
    for phrase in _PHRASES:
        for found in phrase.pattern.finditer(line):
            meant = phrase.say(found, text)
            written = found.group()
            begin = start + found.start() + len(written) - len(written.lstrip())
            end = start + found.start() + len(written.rstrip())
            arguments = {"found": written.strip(), "meant": meant.strip()}
            if meant.strip() != written.strip():
                gap = " " if meant.endswith(" ") and not written.endswith(" ") else ""
                yield Mistake(phrase.key, begin, end, arguments, meant.strip() + gap)


def _count(written: str) -> str:
    return _ENGLISH_COUNTS.get(written) or in_digits(written) or written


def _step(places: str) -> str:
    """Write the step of so many decimal places."""
    number = int(_count(places)) if _count(places).isdecimal() else 1
    return "1" if number == 0 else f"0.{'0' * (min(number, 9) - 1)}1"


def _rounded(found: Found, _: str) -> str:
    step = _step(found["places"]) if found["places"] else found["step"] or "1"
    return f"精确到 {step}{'，四舍五入' if '四舍五入' in found.group() else ''}"


def _round(found: Found, _: str) -> str:
    return f"round {_step(found['places']) if found['places'] else found['step'] or '1'}"


def _grade(found: Found, text: str) -> str:
    """Give the name of a grade: ``C级`` is C unless the rubric calls it so."""
    name = found["grade"]
    declared = re.search(rf"(?m)^\s*[「`]?{re.escape(name)}[」`]?(?!\w)", text)
    return name if declared or not name.endswith("级") or len(name) == 1 else name[:-1]


def _most_taken(found: Found, text: str) -> str:
    """``最多扣 20分``: the least that is left of the marks, if there are any."""
    line = text[text.rfind("\n", 0, text.find(found.string)) + 1 :].split("\n", maxsplit=1)[0]
    marks = re.search(rf"(?:满分|max)\s*({_N})", line)
    left = Fraction(marks.group(1)) - Fraction(found["n"]) if marks else -Fraction(found["n"])
    shown = f"{float(left):g}"
    return f"{'at least' if found.group().isascii() else '至少'} {shown}"


def _category(found: Found, _: str) -> str:
    values = re.split(r"\s*[、/／，,]\s*", found["values"].strip())
    return f"{found['field']} {' | '.join(values)}"


def _labelled(found: Found, _: str) -> str:
    return f'{found["name"]} "{found["name"]}{found["open"]}{found["label"]}{found["close"]}"'


def _to(template: str) -> Callable[[Found, str], str]:
    return lambda found, _: found.expand(template)


def _p(pattern: str, say: str | Callable[[Found, str], str], key: str = "E0101.phrase") -> _Phrase:
    return _Phrase(re.compile(pattern), _to(say) if isinstance(say, str) else say, key)


_HEADS: Final = "指标|大类|分组|计算|得分项|对照表|一票否决|上限|下限|升降|清零|结果"
_PHRASES: Final = (
    # limits
    _p(rf"({_N})\s*个?百分点", r"\1%"),
    _p(
        rf"(?:在|介于)?\s*({_N}\s*{_UNIT}?)\s*[-－~～—–至到与和]\s*({_N}\s*{_UNIT}?)\s*(?:之间|之内|间)",
        r"\1~\2",
    ),
    _p(rf"({_N}\s*{_UNIT}?)((?:[（(]含[^()（）]*[)）])?)\s*(?:之内|内(?!插))", r"\1\2以内"),
    _p(
        rf"([\[［【(（])\s*({_N})\s*[,，]\s*({_N})\s*([\]］】)）])\s*({_UNIT})",
        r"\1\g<2>\5, \g<3>\5\4",
    ),
    _p(
        rf"({_N}\S*) (?:to|and|but) (?:but )?(?:less than|below|under) ({_N}\S*)", r"\1 to under \2"
    ),
    _p(
        rf"(?:at least|from) ({_N}\S*),? (?:to|and|but) (?:less than|below|under) ({_N}\S*)",
        r"\1 to under \2",
    ),
    _p(
        rf"(?:above|over|more than) ({_N}\S*),? (?:and |but )?(?:to|up to|not more than) ({_N}[^\s:]*)",
        r"above \1 at most \2",
    ),
    _p(rf"({_N}\S*) ?(?:to|-|\.\.) ?({_N}\S*),? \(?exclusive\)?", r"\1 to under \2"),
    _p(rf"({_N}\S*) ?(?:to|-|\.\.) ?({_N}\S*),? \(?inclusive\)?", r"\1 to \2"),
    _p(rf"(?:over|greater than) (?={_N})", "above "),
    # rounding
    _p(
        r"(?:四舍五入[,，]?\s*)?(?:保留|精确[到至]|取|四舍五入[到至])\s*(?:小数点?后?|到|至)?\s*"
        r"(?P<places>[0-9一二两三四五六]+)\s*位(?:小数)?(?P<step>)(?:[（(]四舍五入[)）])?",
        _rounded,
    ),
    _p(
        r"(?:四舍五入[,，]?\s*)?(?:保留(?:到|至)?(?:整数|个位)|取整数?|精确[到至](?:整数|个位)数?|四舍五入[到至](?:整数|个位))位?"
        r"(?P<places>)(?P<step>)(?:[（(]四舍五入[)）])?",
        _rounded,
    ),
    _p(rf"(?:四舍五入[到至]|精确至|保留[到至])\s*(?P<step>{_N})(?P<places>)", _rounded),
    _p(
        rf"(?:round(?:ed)?(?: off)? to )?(?P<places>[0-9]|{'|'.join(_ENGLISH_COUNTS)}) decimals?"
        r"(?: places?)?(?P<step>)",
        _round,
    ),
    _p(
        rf"round(?:ed)?(?: off)? to (?:the nearest )?(?:(?P<step>{_N})|(?:integers?|whole numbers?|whole points?"
        r"|points?|units?))(?P<places>)",
        _round,
    ),
    # overrides
    _p(
        rf"(?:上调|提高|调高|调升|上升|升|加)\s*({_COUNT})\s*个?等?级",
        lambda found, _: f"上调 {_count(found[1])}",
    ),
    _p(
        rf"(?:下调|降低|调低|调降|下降|降)\s*({_COUNT})\s*个?等?级",
        lambda found, _: f"下调 {_count(found[1])}",
    ),
    _p(
        r"(?<=[:：,，])\s*最?高?(?:不(?:得|能|应)?(?:超过|高于|优于)|最高(?:评|定|为|评定为)?)\s*为?\s*"
        + _GRADE,
        lambda found, text: f"最高评为 {_grade(found, text)}",
    ),
    _p(
        r"(?<=[:：,，])\s*最?低?(?:不(?:得|能|应)?(?:低于|差于)|最低(?:评|定|为|评定为)?)\s*为?\s*"
        + _GRADE,
        lambda found, text: f"最低评为 {_grade(found, text)}",
    ),
    _p(
        r"(?<=[:：,，])\s*(?:直接|一律)?(?:(?:评|定|判|认|列|降)定?级?)?(?:为|到|至|入)?\s*(?:等级)?\s*"
        + _GRADE
        + r"(?=\s*(?:$|[,，]))",
        lambda found, text: f"等级 {_grade(found, text)}",
    ),
    _p(
        rf"(?:downgraded?|lower(?:ed)?|drop|reduced?|down)(?: by)? ({_COUNT}) (?:grades?|levels?|notch(?:es)?)",
        lambda found, _: f"down {_count(found[1])}",
    ),
    _p(
        rf"(?:upgraded?|raised?|up)(?: by)? ({_COUNT}) (?:grades?|levels?|notch(?:es)?)",
        lambda found, _: f"up {_count(found[1])}",
    ),
    _p(
        rf"(?<=:) ?(?:at most|max(?:imum)?|not above|no higher than|not better than|capped at) {_GRADE}",
        lambda found, _: f"no better than {found['grade']}",
    ),
    _p(
        rf"(?<=:) ?(?:at least|min(?:imum)?|not below|no lower than|not worse than) {_GRADE}",
        lambda found, _: f"no worse than {found['grade']}",
    ),
    _p(
        rf"(?<=:) ?(?:rated?(?: as)?|graded(?: as)?|grade (?:is|=|as)|set to)? ?{_GRADE}(?=\s*(?:$|,))",
        lambda found, _: f"grade {found['grade']}",
    ),
    # grades
    _p(r"(?<=\S)\s*[,，]?\s*(?:并且|且|同时|并)\s*(?!须)(?=\S)", "，且须 "),
    _p(r"(?<=\S)\s*,?\s+(?:and|with) (?=\S)", ", needs "),
    _p(rf"(?:末|最后|倒数|后)\s*{_N}\s*[%％]\s*$", "其余"),
    _p(rf"(?:bottom|last|lowest) {_N}%\s*$", "rest"),
    # steps
    _p(rf"扣\s*({_N})\s*分?\s*(?=每有|当)", r"-\1 "),
    _p(rf"(?:加|得|计|奖)\s*({_N})\s*分?\s*(?=每有|当)", r"\1 "),
    _p(r"每有\s*(?=\S+\s*(?:扣|加)\s*[0-9])", "每 "),
    _p(r"(?<=\S)\s*[,，]\s*按比例", " 按比例"),
    _p(r"(?<=\S)\s*,\s*pro rata", " pro rata"),
    _p(rf"(?:最多|至多|最高)扣(?:减|除)?\s*(?P<n>{_N})\s*分?", _most_taken),
    _p(rf"(?:最多|至多|最高)(?:加|得|计)\s*({_N})\s*分?", r"最多 \1"),
    # heads and names
    _p(rf"^\s*总分\s*(?:为|[:：=，,])?\s*(?:满分)?\s*[:：]?\s*({_N})\s*分?", r"总分 \1分"),
    _p(rf"^\s*满分\s*[:：]?\s*({_N})\s*分?(?=\s*$|\s*[,，])", r"总分 \1分"),
    _p(rf"^\s*({_HEADS})(?=[^\W\d])(?!.*\1\s)", r"\1 "),
    _p(rf"^\s*({_HEADS})\s*([^\W\d]\w*?)\s*按\s*([^\W\d])", r"\1 \2 按 \3"),
    _p(rf"(?<=\w)\s*[(（]\s*(?:满分)?\s*({_N})\s*分\s*[)）]", r"，满分 \1"),
    _p(rf"^(\s*(?:{_HEADS})\s+\w+)\s+({_N})\s*分(?=\s*[{{｛=按,，])", r"\1，满分 \2"),
    _p(rf"(?<=\w)\s*[(（]\s*(?:权重|占)?\s*({_N})\s*[%％]\s*[)）]", r"，权重 \1%"),
    _p(rf"(?<=\w) *\( *(?:max )?({_N})(?: points?| pts?)? *\)", r", max \1"),
    _p(rf"(?<=\w) *\( *(?:weight )?({_N})% *\)", r", weight \1%"),
    _p(
        r"(?P<name>[^\W\d]\w*)\s*[(（](?P<label>[^\W\d]+)[)）]\s*[:：]?(?=\s*(?:[0-9<>=≥≤＜＞]|其余|当|超过|不足|前|次))",
        r'\g<name> "\g<label>" ',
    ),
    _p(
        r"(?P<name>[^\W\d]\w*) *\((?P<label>[\w ]+)\) *:?(?= *(?:[0-9<>=]|otherwise|when|above|under|top|next))",
        r'\g<name> "\g<label>" ',
    ),
    _p(
        r"(?P<name>[^\W\d]\w*)\s*(?P<open>[(（])(?P<label>[^()（）\n]*)(?P<close>[)）])",
        _labelled,
        "E0101.bracket_in_name",
    ),
    _p(
        r"(?P<field>[^\W\d]\w*(?:\s*[\"“][^\"”\n]*[\"”])?)\s+"
        r"(?P<values>[^\W\d]\w*(?:\s*[、/／，,]\s*(?!必填|required|又名|also)[^\W\d]\w*)+)(?=\s*$|\s*[,，])",
        _category,
    ),
    _p(
        r"去掉(?:一个|1个)?最高分?(?:[和、及与,，]|并)?(?:去掉)?(?:一个|1个)?最低分?",
        "去掉最高最低",
    ),
    _p(
        r"(?:drop|dropping|without|excluding) (?:the )?highest and (?:the )?lowest(?: score)?",
        "drop highest and lowest",
    ),
)
