"""Phrases of grades and of what a veto, a cap or a notch does with them.

Each is tried before it is said.
"""

# ruff: noqa: E501  a pattern is one line

from __future__ import annotations

import re
from typing import Final

from scorelang.syntax.blocks import Block
from scorelang.syntax.declared_names import is_field
from scorelang.syntax.phrase import COUNT, NAME, NUMBER, UNIT, Found, digits_of, phrase
from scorelang.syntax.told_vocabulary import is_chinese

_LETTER: Final = r"(?P<grade>[A-Za-z]+[+＋-]?|「[^」\n]+」)"
_BEHIND: Final = r"(?<=[:：])\s*"
_KEPT: Final = r"\s*级?(?=\s*(?:$|[,，]))"
_QUANTITY: Final = rf"{NUMBER}\s*{UNIT}?"
_LIMIT: Final = (
    rf"(?:(?:[<>≥≤＜＞]=?|不低于|不满|超过|低于|高于|below|above|under)\s*{_QUANTITY}"
    rf"|{_QUANTITY}(?:\s*[-－~～—至到]\s*{_QUANTITY}|\s*及?以[上下])?)"
)
_BEST: Final = r"(?:最高(?:评|定|为|评定为|只能评|只能评为|只能为|可评|不超过|不高于|不优于)?|至多|最多|不(?:得|能|应)?(?:超过|高于|优于|好于)|封顶)"
_WORST: Final = r"(?:最低(?:评|定|为|评定为)?|至少|不(?:得|能|应)?(?:低于|差于|劣于)|保底)"
_ENGLISH_BEST: Final = r"(?:at (?:the )?most|max(?:imum)?|not (?:above|better than|higher than|over)|no higher than|capped at|limited to|best)"
_ENGLISH_WORST: Final = (
    r"(?:at least|min(?:imum)?|not (?:below|worse than|lower than)|no lower than|worst)"
)
_DOWN: Final = r"(?:下调|降低|下降|调降|下浮|降|减|扣)"
_UP: Final = r"(?:上调|提高|调高|晋升|晋|提升|上浮|升|加)"


def _grade_meant(found: Found, text: str, chinese: str, english: str) -> str:
    grade = found["grade"].replace("＋", "+")
    return f"{chinese} {grade}" if is_chinese(text) else f" {english} {grade}"


def _and_below(found: Found, text: str) -> str:
    """``B级以下`` behind a cap, ``B级及以上`` behind a floor: the side that is left."""
    is_cap = re.match(r"\s*(?:上限|cap)(?!\w)", found.string) is not None
    is_down = re.search("下|below|or worse|lower", found["side"]) is not None
    if is_cap is not is_down or re.match(r"\s*(?:上限|下限|cap|floor)(?!\w)", found.string) is None:
        return found.group()
    names = (("不优于", "no better than"), ("不劣于", "no worse than"))
    return _grade_meant(found, text, *names[not is_cap])


def _notch(found: Found, text: str, chinese: str, english: str) -> str:
    if not re.match(r"\s*(?:升降|notch|一票否决|veto)(?!\w)", found.string):
        return found.group()
    lead = chinese if is_chinese(text) else f" {english}"
    return f"{lead} {digits_of(found['n'])}"


def _graded_when(found: Found, text: str) -> str:
    """``大 x 50以上``: a condition on a field of the record."""
    if not is_field(found["field"], text) or is_field(found["name"], text):
        return found.group()
    when = "当" if is_chinese(text) else "when"
    return f"{found['name']} {when} {found['field']} {found['rest'].strip()}"


def _other_way(found: Found, text: str) -> str:
    """``A 80以上 或 y 为 是``: one of two conditions, where the total is graded."""
    head = text[: text.find(found.string)].rstrip()
    line = head[head.rfind("\n") + 1 :] if head.endswith(("{", "｛")) else ""
    before = [line, *re.findall(r"(?m)^\s*(?:等级|grades)(?!\w)[^\n]*[{｛]\s*$", head)[-1:]]
    if not any(re.match(r"\s*(?:等级|grades)\s*[{｛]", each) for each in before):
        return found.group()
    if is_chinese(text):
        return f"{found['name']} 当 总分 {found['limit'].strip()} 或 "
    return f"{found['name']} when total {found['limit'].strip()} or "


def _shown(found: Found, _: str) -> str:
    return f' {found["name"]} "{found["label"].strip()}" : '


def _framed(found: Found, _: str) -> str:
    """``80分＞B≥60分``: the name first."""
    high = "<" if found["first"] in {">", "＞"} else "<="
    low = ">=" if found["second"] in {"≥", ">=", "＞=", "＞＝"} else ">"
    join = "且" if re.search("[一-鿿＞]", found.string) else "and"
    return f"{found['name']} {low} {found['low']} {join} {high} {found['high']}"


PHRASES: Final = (
    # overrides
    phrase(
        rf"{_BEHIND}{_LETTER}\s*级?\s*(?P<side>及?(?:或)?以[上下]|(?:and|or) (?:below|above|lower|higher|worse|better))(?=\s*(?:$|[,，]))",
        _and_below,
    ),
    phrase(
        rf"{_BEHIND}{_BEST}\s*为?\s*{_LETTER}{_KEPT}",
        lambda f, t: _grade_meant(f, t, "不优于", "no better than"),
    ),
    phrase(
        rf"{_BEHIND}{_WORST}\s*为?\s*{_LETTER}{_KEPT}",
        lambda f, t: _grade_meant(f, t, "不劣于", "no worse than"),
    ),
    phrase(
        rf"{_BEHIND}{_ENGLISH_BEST} (?:grade )?{_LETTER}(?=\s*(?:$|,))",
        lambda f, t: _grade_meant(f, t, "不优于", "no better than"),
    ),
    phrase(
        rf"{_BEHIND}{_ENGLISH_WORST} (?:grade )?{_LETTER}(?=\s*(?:$|,))",
        lambda f, t: _grade_meant(f, t, "不劣于", "no worse than"),
    ),
    phrase(
        rf"{_BEHIND}(?:直接|一律)?(?:评|定|判|认|列|降)?(?:为|到|至)?\s*{_LETTER}\s+级(?=\s*(?:$|[,，]))",
        lambda f, t: (
            _grade_meant(f, t, "等级", "grade")
            if re.match(r"\s*(?:一票否决|veto)", f.string)
            else f.group()
        ),
    ),
    phrase(
        rf"{_BEHIND}{_DOWN}\s*(?P<n>{COUNT})?\s*个?(?:等?级|档次?|等)(?=\s*$)",
        lambda f, t: _notch(f, t, "下调", "down"),
    ),
    phrase(
        rf"{_BEHIND}{_UP}\s*(?P<n>{COUNT})?\s*个?(?:等?级|档次?|等)(?=\s*$)",
        lambda f, t: _notch(f, t, "上调", "up"),
    ),
    phrase(
        rf"{_BEHIND}(?P<n>{COUNT}) (?:grades?|levels?|notch(?:es)?|steps?|ranks?) (?:down|lower|worse)(?=\s*$)",
        lambda f, t: _notch(f, t, "下调", "down"),
    ),
    phrase(
        rf"{_BEHIND}(?P<n>{COUNT}) (?:grades?|levels?|notch(?:es)?|steps?|ranks?) (?:up|higher|better)(?=\s*$)",
        lambda f, t: _notch(f, t, "上调", "up"),
    ),
    phrase(
        rf"^\s*(?:限制|封顶|控制|限定)\s+(?={NAME}\s+当\s[^:：\n]*[:：]\s*(?:不优于|最高|不高于|不超过))",
        "上限 ",
    ),
    phrase(
        r"^\s*(?:limit|ceiling|restrict)\s+(?=\w+\s+when\s[^:\n]*:\s*(?:no better|at most|max))",
        "cap ",
    ),
    # grades by share, before a name of several words is thought of
    phrase(
        rf"^(?P<head>\s*{NAME}\s+)(?:best|highest|first|upper)\s+(?={NUMBER}\s?%)",
        r"\g<head>top ",
        block=Block.GRADES,
    ),
    phrase(
        rf"^(?P<head>\s*{NAME}\s+)(?:最高|最好|头)\s*(?={NUMBER}\s*[%％])",
        r"\g<head>前 ",
        block=Block.GRADES,
    ),
    # grades
    phrase(
        rf"^\s*(?P<name>{NAME})\s+(?P<field>{NAME})\s*(?P<rest>{_LIMIT}\s*)(?=$|[}}｝,，])",
        _graded_when,
        block=Block.GRADES,
    ),
    phrase(
        rf"^\s*(?P<name>{NAME})\s*[:：]?\s*(?P<limit>{_LIMIT})\s*(?:[,，]\s*)?(?:或者?|\bor)\s*(?=[^\W\d「])",
        _other_way,
        block=Block.GRADES,
    ),
    phrase(
        r"^\s*(?P<name>[^\W\d]\w*)\s+[-–—]\s+(?P<label>[^\W\d][\w ]*?)\s*:\s*",
        _shown,
        block=Block.GRADES,
    ),
    phrase(
        r"(?P<before>^\s*[^\W\d][^:：\n]*[0-9]\S*)(?<!\band)\s*,?\s+(?:if|when|provided(?: that)?|only if|only when|as long as|where) (?=\S)",
        r"\g<before>, needs ",
        block=Block.GRADES,
    ),
    phrase(
        r"(?P<before>^\s*[^\W\d][^:：\n]*[0-9]\S*)\s*[,，]?\s+(?:当|如果|前提是?|条件是|要求) ?(?=\S)",
        r"\g<before>，且须 ",
        block=Block.GRADES,
    ),
    phrase(
        rf"^\s*(?P<high>{NUMBER})\s*分?\s*(?P<first>[>＞≥]=?)\s*(?P<name>[^\W\d]\w*)\s*(?P<second>[>＞≥]=?)\s*(?P<low>{NUMBER})\s*分?",
        _framed,
        block=Block.GRADES,
    ),
    phrase(
        rf"^\s*(?P<limit>{_LIMIT})\s+(?P<name>[^\W\d]\w*)(?=\s*(?:$|[}}｝]))",
        r" \g<name> \g<limit>",
        block=Block.GRADES,
    ),
)
