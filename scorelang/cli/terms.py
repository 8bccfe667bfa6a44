"""Words that the command line puts into its sentences, and its lines at the end of a run."""

from __future__ import annotations

from scorelang.diagnostics.language import Phrases

TERMS = Phrases(
    {
        "a day": "日期",
        "a share of records": "记录的占比",
        "a number from 0 to 1": " 0 到 1 的数",
        "a number of records or a share of them": "记录数或占比",
        "a name: letters, then letters, digits, `-` and `_`": (
            "名称：以字母开头，其后为字母、数码、`-` 和 `_`"
        ),
        "10` or `--max-rejects 2%": "10` 或 `--max-rejects 2%",
        "none": "无",
        "scored": "已评",
        # fmt
        "{changed} changed, {same} unchanged, {refused} refused": (
            "整理 {changed} 个，未变 {same} 个，放弃 {refused} 个"
        ),
        "{changed} would change, {same} unchanged, {refused} refused": (
            "需整理 {changed} 个，不变 {same} 个，放弃 {refused} 个"
        ),
        "would change: {path}": "需整理：{path}",
        "{path} (formatted)": "{path}（整理后）",
        "no line end": "没有换行",
        # a bug of ours
        "this is a bug in {program}, please report it: {told}": (
            "这是 {program} 的错误，请报告：{told}"
        ),
        "SCORELANG_TRACEBACK=1 shows where it happened": "SCORELANG_TRACEBACK=1 可显示出错位置",
        # examples
        "the record": "记录",
        "the example": "示例",
        "assumed values over all records": "假定的总体数值",
        "rejected": "退回",
        "not ratable": "不予评级",
        "flags": "提示",
        "missing": "未填",
        "total": "总分",
        "grade": "等级",
        "branch": "条款",
        "override": "调整事项",
        "yes": "是",
        "no": "否",
        "field {name}": "数据项 {name}",
        "rejected ({told})": "退回（{told}）",
    }
)
