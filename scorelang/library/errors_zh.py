"""The words of ``errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "U0301": Words(
        "没有评分标准 `{name}`",
        "请给出 `.rubric` 文件的路径，或自带标准的名称；`scorelang new --list` 可列出名称",
    ),
    "U0301.near": Words(
        "没有评分标准 `{name}`",
        "是否指自带标准 `{near}`；文件要写出路径，如 `my/{name}.rubric`",
    ),
    "U0301.near_file": Words(
        "没有文件 `{name}`",
        "是否指同一文件夹中的 `{near}`",
    ),
    "U0302": Words(
        "`{name}` 是文件夹，其中没有评分标准",
        "请写出一个 `.rubric` 文件",
    ),
    "U0302.several": Words(
        "`{name}` 是文件夹，其中有几个评分标准：{files}",
        "请写出其中一个",
    ),
    "U0305": Words(
        "`{name}` 在 {day} 没有施行的版本",
        "各版本的施行期：{known}",
    ),
    "U0305.single": Words(
        "`{name}` 在 {day} 未施行",
        "施行期：{known}",
    ),
    "U0306": Words(
        "`{name}` 有几个版本，没有说明用哪一个",
        "请用 `--as-of DATE` 给出日期，或用 `--as-of-field NAME` 指明记录中的日期；各版本"
        "的施行期：{known}",
    ),
    "U0306.field": Words(
        "`{field}` 不是 `{name}` 每个版本都有的日期",
        "请写出各版本都规定为 `date` 的数据项",
    ),
    "U0303": Words(
        "`{name}` 不是 UTF-8 文本：第 {line} 行、位置 {offset} 的字节为 {byte}",
        "请另存为 UTF-8；看来是 {guess}",
    ),
    "U0304": Words(
        "无法读取 `{name}`：{reason}",
        "请检查路径和权限",
    ),
    "E0701": Words(
        "评分标准所在文件夹中没有文件 `{path}`",
        "请把该文件放在评分标准旁边，或改正文件名",
    ),
    "E0701.near": Words(
        "评分标准所在文件夹中没有文件 `{path}`",
        "是否指 `{near}`？",
    ),
    "E0702": Words(
        "`{path}` 在评分标准所在文件夹之外",
        "请把文件放在评分标准旁边或其下的文件夹中，并用 `/` 写出相对路径，如 `data/limits.csv`",
    ),
    "E0702.text": Words(
        "找不到 `{path}`：这个评分标准不是从文件读取的，没有所在文件夹",
        "请先把评分标准存成文件，再把 `{path}` 放在旁边",
    ),
    "E0703.kind": Words(
        "`{path}` 是{kind}，而评分标准用的表应为文本文件",
        "请用相应的程序打开，把表另存为 CSV（UTF-8）",
    ),
    "E0703": Words(
        "无法读取 `{path}`：{reason}",
        "请检查文件和权限，并存为 UTF-8",
    ),
}
"""Words by the same keys and with the same placeholders."""
