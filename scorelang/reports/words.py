"""The fixed words of reports, in each language that people may choose.

In: the name of a language. Out: its words by key. Names, labels and codes are never
translated; they come from the rubric.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "record": "record",
        "row": "row",
        "part": "part",
        "given": "given",
        "rule": "rule that applied",
        "points": "points",
        "of": "of",
        "factor": "factor",
        "counts": "counts",
        "subtotal": "subtotal {}",
        "total": "total",
        "before_rounding": "total before rounding",
        "grade": "grade",
        "grade_line": "by the line",
        "grade_before": "before overrides",
        "overrides": "overrides",
        "unchanged": "unchanged",
        "missing": "not (fully) rated",
        "undecided": "left open by missing values",
        "flags": "flags",
        "actions": "actions",
        "results": "results",
        "reasons": "reasons",
        "notes": "remarks",
        "not ratable": "not ratable",
        "scores": "scores",
        "level": "level",
        "status.rated": "",
        "status.partly rated": "partly rated",
        "status.missing": "not rated",
        "status.does not apply": "does not apply",
        "base points": "base points",
        "limit": "limit",
        "rounding": "rounding",
        "scores nothing": "scores nothing",
        "full marks": "full marks given",
        "combined": "taken together",
        "others": "other data",
        "used": "used rubric",
        "ratings": "ratings",
        "compared": "compared",
        "nothing_given": "(empty)",
        "yes": "yes",
        "no": "no",
        "why_row": "#{}",
        "version": "version",
        "derived": "derived values",
        "compared_with": "compared with",
        "kind.zero": "zero",
        "kind.floor": "floor",
        "kind.notch": "notch",
        "kind.cap": "cap",
        "kind.veto": "veto",
        "kind.flag": "flag",
    }
)

_CHINESE: Mapping[str, str] = MappingProxyType(
    {
        "record": "记录",
        "row": "行",
        "part": "项目",
        "given": "数据",
        "rule": "适用条款",
        "points": "得分",
        "of": "满分",
        "factor": "系数",
        "counts": "计入",
        "subtotal": "{} 小计",
        "total": "总分",
        "before_rounding": "舍入前总分",
        "grade": "等级",
        "grade_line": "依据条款",
        "grade_before": "调整前",
        "overrides": "调整事项",
        "unchanged": "未变",
        "missing": "未(完全)评分",
        "undecided": "因缺数据而未定",
        "flags": "提示",
        "actions": "措施",
        "results": "结果",
        "reasons": "原因",
        "notes": "备注",
        "not ratable": "不予评级",
        "scores": "分值",
        "level": "档次",
        "status.rated": "",
        "status.partly rated": "部分评分",
        "status.missing": "未评分",
        "status.does not apply": "不适用",
        "base points": "基础分",
        "limit": "封顶或保底",
        "rounding": "舍入",
        "scores nothing": "本项不得分",
        "full marks": "给满分",
        "combined": "合并计算",
        "others": "其他数据",
        "used": "引用的评分标准",
        "ratings": "评分",
        "compared": "比较值",
        "nothing_given": "(空)",
        "yes": "是",
        "no": "否",
        "why_row": "第{}行",
        "version": "版本",
        "derived": "计算值",
        "compared_with": "对比值",
        "kind.zero": "清零",
        "kind.floor": "下限",
        "kind.notch": "升降",
        "kind.cap": "上限",
        "kind.veto": "一票否决",
        "kind.flag": "提示",
    }
)

_LANGUAGES: Mapping[str, Mapping[str, str]] = MappingProxyType({"en": _ENGLISH, "zh": _CHINESE})


def find_words(lang: str) -> Mapping[str, str]:
    """Give the words of a language (``en``, ``zh``), English if it has none."""
    return _LANGUAGES.get(lang, _ENGLISH)
