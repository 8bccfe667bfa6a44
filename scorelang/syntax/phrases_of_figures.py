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


def _of_several(found: Found, _: str) -> str:
    """``max of x, y``: of several values of one record, not of one over all records."""
    names = re.split(_BETWEEN, found["names"].strip())
    word, is_english = found["word"], found.group().isascii()
    if word in _MEANS:
        mean = f"({' + '.join(names)}) / {len(names)}"
        is_whole = found.string[: found.start()].rstrip()[-1:] in {"=", "＝"}
        return mean if is_whole and not found.string[found.end() :].strip() else f"({mean})"
    is_most = word in _MOST
    if is_english:
        return f"{'max' if is_most else 'min'} ({', '.join(names)})"
    return f"{'最大' if is_most else '最小'}（{'，'.join(names)}）"


_BETWEEN: Final = r"\s*[,，、]\s*(?:and\s+)?|\s+and\s+|\s*[和与及]\s*"
_MEANS: Final = frozenset(("average", "avg", "mean", "平均值", "平均数", "均值", "平均"))
_MOST: Final = frozenset(
    (
        *("max", "maximum", "largest", "biggest", "highest", "larger", "greater", "higher"),
        *(
            "greatest",
            "最大值",
            "最大",
            "最高值",
            "最高",
            "较大者",
            "较大值",
            "较高者",
            "较高值",
            "大者",
            "高者",
        ),
    )
)
_SEVERAL: Final = rf"(?P<names>{NAME}(?:(?:{_BETWEEN}){NAME})+)"


PHRASES: Final = (
    # of several values of one record
    phrase(
        r"\b(?:the )?(?P<word>max|maximum|largest|biggest|highest|larger|greater|greatest|higher|min"
        r"|minimum|smallest|lowest|smaller|lesser|lower|average|avg|mean) of (?:the )?"
        rf"\(?{_SEVERAL}\)?(?!\w)",
        _of_several,
    ),
    phrase(
        rf"(?<!\w){_SEVERAL}\s*(?:中|之中|二者|两者|三者)?\s*的?\s*(?P<word>最大值|最小值|平均值|平均数|均值|最[大小高低]值?"
        r"|较[大小高低][者值]|平均|[大小高低]者)(?!\w)",
        _of_several,
    ),
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
    phrase(
        r"\b(?:ranking|place|position|standing) (?:of|by|in) (?=[^\W\d])",
        "rank of ",
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
