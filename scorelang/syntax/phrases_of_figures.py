"""Phrases of figures: parts that are kept or dropped, ranks, and values over all records.

Each is tried before it is said.
"""

# ruff: noqa: E501  a pattern is one line

from __future__ import annotations

import re
from typing import Final

from scorelang.syntax.phrase import COUNT, NAME, NUMBER, Found, digits_of, phrase

_KEPT_OF: Final = r"(?<=[,，])\s*"
_ENDS_CLAUSE: Final = r"(?=\s*(?:[,，{｛]|$))"
_OVER_ALL: Final = {
    **dict.fromkeys(("average", "avg", "mean value"), "mean of"),
    **dict.fromkeys(("max", "maximum", "largest", "biggest"), "highest of"),
    **dict.fromkeys(("min", "minimum", "smallest"), "lowest of"),
    **dict.fromkeys(("最大值", "最高", "最大"), "的最高值"),
    **dict.fromkeys(("最小值", "最低", "最小"), "的最低值"),
    **dict.fromkeys(("平均值", "平均数", "平均"), "的均值"),
    "中值": "的中位数",
}


def _is_group(found: Found) -> bool:
    """Whether the line is the head of what has parts."""
    return re.match(r"\s*(?:大类|分组|总分|group|total)(?!\w)", found.string) is not None


def _best(found: Found, _: str) -> str:
    if not _is_group(found):
        return found.group()
    if found.group().strip().startswith(("mean", "the mean")):
        return f" mean, best {digits_of(found['n'])} of"
    if found.group().strip().isascii():
        return f" best {digits_of(found['n'])} of"
    return f"取最好 {digits_of(found['n'])}项"


def _dropped(found: Found, _: str) -> str:
    if not _is_group(found):
        return found.group()
    if found.group().strip().isascii():
        return f" drop lowest {digits_of(found['n'])}"
    return f"去掉最低 {digits_of(found['n'])}项"


def _quantile(found: Found, _: str) -> str:
    return f"quantile {found['share']}% of "


PHRASES: Final = (
    # parts that count
    phrase(
        rf"{_KEPT_OF}(?:(?:只?取?|按)?(?:最好|最优|最高|得分最高)的?|只?取(?:得分)?前)\s*(?P<n>{COUNT})\s*[项个次]?{_ENDS_CLAUSE}",
        _best,
    ),
    phrase(
        rf"{_KEPT_OF}(?:the )?(?:mean of (?:the )?best|highest|top|best)\s+(?P<n>{COUNT})(?: of)?{_ENDS_CLAUSE}",
        _best,
    ),
    phrase(
        rf"{_KEPT_OF}(?:去掉|去除|剔除|扣除|不计)(?:最低的?)?\s*(?P<n>{COUNT})?\s*[项个次]?(?:最低)?分?{_ENDS_CLAUSE}",
        lambda found, text: _dropped(found, text) if "最低" in found.group() else found.group(),
    ),
    phrase(
        rf"{_KEPT_OF}(?:drop|dropping|without|excluding)(?: the)? lowest(?: (?P<n>{COUNT}))?(?: scores?)?{_ENDS_CLAUSE}",
        _dropped,
    ),
    # ranks
    phrase(rf"(?:排名|排序|位次)\s+(?={NAME})", "名次 "),
    phrase(
        rf"(?P<what>{NAME})\s*的\s*(?P<word>名次|排名|位次|百分位名次|百分位排名)(?!\w)",
        lambda found, _: f"{'百分位名次' if '百分' in found['word'] else '名次'} {found['what']}",
    ),
    phrase(r"\b(?:percentile|percentage) rank of\b", "percent rank of"),
    phrase(
        r"\b(?P<head>(?:percent )?rank of [^,\n]+?),? (?:within|in|per|among) (?=[^\W\d])",
        r"\g<head> by ",
    ),
    phrase(
        r"\b(?P<head>rank of [^,\n]+), (?:ties (?:average|share|shared)|average ties)",
        r"\g<head>, average",
    ),
    phrase(r"\b(?P<head>dense rank of) (?P<what>\w+)", r"rank of \g<what>, dense"),
    phrase(r"\b(?P<head>rank of [^,\n]+?),? (?:descending|desc)(?!\w)", r"\g<head>, highest first"),
    phrase(r"\b(?P<head>rank of [^,\n]+?),? (?:ascending|asc)(?!\w)", r"\g<head>, lowest first"),
    phrase(
        r"(?P<head>名次\s+[^,，\n]+?)\s*[,，]?\s*(?:降序|由高到低|从大到小)", r"\g<head>，从高到低"
    ),
    phrase(
        r"(?P<head>名次\s+[^,，\n]+?)\s*[,，]?\s*(?:升序|由低到高|从小到大)", r"\g<head>，从低到高"
    ),
    # values over all records
    phrase(
        rf"(?P<head>{NAME}\s*)的\s*(?P<word>最大值|最小值|平均值|平均数|中值|最[高大低小](?!值)|平均(?!值|数))(?![^\W\d])",
        lambda found, _: f"{found['head'].rstrip()} {_OVER_ALL[found['word']]}",
    ),
    phrase(
        rf"(?P<head>{NAME}\s*)的\s*(?P<word>上|下)四分位数?(?!\w)",
        lambda found, _: (
            f"{found['head'].rstrip()} 的 {'75' if found['word'] == '上' else '25'}% 分位数"
        ),
    ),
    phrase(
        rf"\b(?P<word>average|avg|mean value|max|maximum|largest|biggest|min|minimum|smallest) of (?={NAME})",
        lambda found, _: f"{_OVER_ALL[found['word']]} ",
    ),
    phrase(rf"\b(?P<share>{NUMBER})(?:st|nd|rd|th)? percentile of ", _quantile),
    phrase(rf"\bpercentile (?P<share>{NUMBER})%? of ", _quantile),
    # points of a part
    phrase(
        rf"(?P<head>(?<!\w){NAME})\s+得分(?=\s*(?:[-+*/×÷)）]|$))",
        r"\g<head> 的得分",
    ),
    # special values
    phrase(
        r"(?P<head>特殊值\s*[-－]?[0-9]+)\s*[=＝:：]?\s*(?P<what>(?!以)[^\W\d]\w*)(?=\s*(?:[,，]|$))",
        r"\g<head> “\g<what>”",
    ),
    phrase(
        r"(?P<head>\bspecial\s+-?[0-9]+)\s*[=:]\s*(?P<what>[^\W\d]\w*)(?=\s*(?:,|$))",
        r'\g<head> "\g<what>"',
    ),
    # signs
    phrase(r"(?P<low>[0-9])\s*(?:\.{3,}|…+)\s*(?=[0-9])", r"\g<low>.."),
    phrase(
        r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9.])",
        lambda found, _: found.group().replace(".", ""),
    ),
    phrase(r"(?<!\w)(?P<word>大于|小于)\s+(?:或\s*)?等于(?=\s*[0-9])", r"\g<word>等于"),
)
