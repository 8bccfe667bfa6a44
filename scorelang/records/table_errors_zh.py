"""The words of ``table_errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "R0140": Words(
        "编号 `{key}` 重复，首次出现于 {place}", "请只保留一行；确需都评，可用 `--duplicates keep`"
    ),
    "R0140.frame": Words(
        "编号 `{key}` 重复，首次出现于 {place}",
        "请只保留一行；确需都评，可用 `keeps_duplicates=True`",
    ),
    "R0140.join": Words("编号 `{key}` 重复，首次出现于 {place}", "请只保留一行：各文件按编号合并"),
    "R0141": Words("记录的编号是空的", "请填写编号，或删去该行"),
    "R0142": Words("`{word}` 是合计行，不是记录", "请从表中删去该行"),
    "R0143": Words("该行只有第一格有内容，是备注而不是记录", "请删去该行，或填全该记录"),
    "R0144": Words("列名 `{key}` 写的单位与 {field} 的单位不同", "请更正列名，或更正数据项的单位"),
    "R0144.two": Words(
        "`{first}` 和 `{key}` 是同一数据项的数，单位却不同", "请换算其中之一，使单位相同"
    ),
    "U0162": Words(
        "`{path}` 没有 {fields} 列，而 `{other}` 有",
        "加 `--join` 可先按编号合并各文件，再评分",
    ),
    "U0162.rows": Words(
        "`{path}` 和 `{other}` 是同一批记录（如 `{id}`）的不同列",
        "加 `--join` 可先按编号合并各文件，再评分",
    ),
    "U0163": Words("`{path}` 没有编号列，无法合并", "每个文件都要有编号 {field}，或名为 `id` 的列"),
    "U0163.differ": Words(
        "编号 `{key_}` 的 `{column}` 在各文件中不一致：`{path}` 中是 `{first}`，"
        "`{other}` 中是 `{second}`",
        "分别在 {place}、{there}；请更正其中之一，或从一个文件中删去该列",
    ),
    "U0163.raters": Words("`--join` 不能与 `{option}` 同用", "多人评价的各行本来就会合并"),
    "U0163.one": Words("`--join` 需要几个文件", "请写出所有文件"),
    "U0164": Words("`{path}` 缺 {all} 个编号中的 {count} 个，如 {keys}：其各列视为空白"),
    "U0167": Words(
        "有 {count} 个编号的 `{column}` 在各文件中不一致，如 {keys}",
        "评分不用这一列，保留排在前面的文件中的内容",
    ),
    "U0168": Words(
        "上期文件 `{path}` 中有 {count} 个数值无法读取，按未填处理",
        "第一个是 `{key_}` 的 `{field}`，{place}：{why}",
    ),
    "U0165": Words("{all} 个编号中有 {found} 个在上期文件 `{path}` 中找到"),
    "U0165.others": Words(
        "{all} 个编号中有 {found} 个在上期文件 `{path}` 中找到",
        "未找到的如 {keys}；上期文件中的编号如 {others}",
    ),
    "U0166": Words(
        "列 `{column}` 中百分比的写法不一：{kinds}",
        "目前的读法：{readings}；如不符合本意，请把所有单元格都写上 %",
    ),
    "U0166.large": Words(
        "列 `{column}` 的 {count} 个数都超过 {limit} 且不带 %，而该数据项按比例读取",
        "目前的读法：{reading}；如不符合本意，请写上 %，或在数据项后写 `单位 %`",
    ),
    "U0166.small": Words(
        "列 `{column}` 的 {count} 个数都不超过 {limit} 且不带 %，而该数据项按百分数读取",
        "目前的读法：{reading}；如不符合本意，请写上 %，或去掉数据项后的 `单位 %`",
    ),
}
OTHER_KINDS_ZH: Catalogue = {
    "rename": Words("`{path}` 是{kind}{rather}", "请改名为 `{renamed}`，或加 `--from {format}`"),
    "from": Words("`{path}` 是{kind}{rather}", "请加 `--from {format}`"),
    "save": Words("`{path}` 是{kind}{rather}", "请用 Excel 打开，核对后另存为 .xlsx"),
    "password": Words("`{path}` 是{kind}{rather}", "请用 Excel 打开，取消密码后另存为 .xlsx"),
    "unpack": Words("`{path}` 是{kind}{rather}", "请先解压，再指定其中的文件"),
    "table": Words("`{path}` 是{kind}{rather}", "请把表格复制到工作簿，另存为 .xlsx"),
}
FAULT_KINDS_ZH = {
    "R0101": "不是数",
    "R0102": "位数过多",
    "R0103": "不是有限的数",
    "R0104": "不是整数",
    "R0105": "超出范围",
    "R0106": "不在步长上",
    "R0107": "不是规定的取值",
    "R0108": "不是“是”或“否”",
    "R0109": "不是日期",
    "R0110": "没有这一天",
    "R0111": "空白",
    "R0112": "不是单个值",
    "R0113": "单元格过多",
    "R0114": "单元格不足",
    "R0115": "不是记录",
    "R0116": "重复出现",
    "R0117": "单元格没有可用的值",
    "R0118": "合并的单元格",
    "R0119": "丢失位数",
    "R0130": "评价人组别不明",
    "R0131": "重复评价",
    "R0132": "各行不一致",
    "R0133": "评分没有对应的记录",
    "R0140": "编号重复",
    "R0141": "编号空白",
    "R0142": "合计行",
    "R0143": "备注行",
    "R0144": "列名的单位不符",
    "R0201": "不符合记录的规定",
    "R0202": "评分不在所选等级内",
    "R0203": "缺少评分所需的值",
    "R0204": "该日没有适用的版本",
    "R0210": "评分人数不足",
}
PLACES_ZH = {
    "row": "第 {row} 条",
    "file": "第 {row} 条（{file}）",
    "file.number": "第 {row} 条（{file} 中第 {number} 条）",
    "both": "第 {row} 条（{file} 第 {line} 行）",
    "both.number": "第 {row} 条（{file} 中第 {number} 条，第 {line} 行）",
    "sheet": "{file} 的工作表 `{sheet}`",
    "cell": "{file}",
    "line": "{file} 第 {line} 行",
    "number": "{file} 第 {number} 条",
    "whole": "整行",
}
WHOLE_ZH = {
    "R0113": "{named} 个单元格",
    "R0114": "{named} 个单元格",
    "R0115": "由名称和值组成的对象",
    "R0116": "每个名称只出现一次",
    "R0133": "记录的编号",
    "R0140": "不重复的编号",
    "R0141": "编号",
    "R0142": "记录",
    "R0143": "记录",
    "R0144": "数据项的单位",
}
PERCENT_KINDS_ZH = {
    "signed": "{count} 个带 %（如 {example}）",
    "small": "{count} 个不带 %、不超过 {limit}（如 {example}）",
    "large": "{count} 个不带 %、超过 {limit}（如 {example}）",
    "reading": "{example} 按 {here} 读取，而不是 {there}",
    "and": "；",
}
