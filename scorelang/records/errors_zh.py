"""The words of ``errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "R0101": Words(
        "`{value}` 不是数值",
        "应为{expected}",
    ),
    "R0101.exponent": Words(
        "`{value}` 用了科学计数法",
        "请把数字完整写出",
    ),
    "R0101.grouping": Words(
        "`{value}` 中的逗号没有每三位分一节",
        "请写 12,000 或 12000，小数用小数点",
    ),
    "R0101.percent": Words(
        "`{value}` 是百分数，而本数据项不是",
        "应为{expected}",
    ),
    "R0101.money": Words(
        "`{value}` 是金额，而本数据项不是",
        "应为{expected}",
    ),
    "R0101.unit": Words(
        "`{value}` 带有本数据项不用的单位",
        "应为{expected}，只写数字",
    ),
    "R0101.own": Words(
        "`{value}` 重复写了本列的单位",
        "请只写数字：数据项已写明单位 `{unit}`",
    ),
    "R0101.currency": Words(
        "`{value}` 可能以元计，也可能以本列的单位 {unit} 计",
        "请只写数字，或在数字后写单位",
    ),
    "R0101.kind": Words(
        "单元格里是{kind}，不是数值",
        "应为{expected}",
    ),
    "R0102": Words(
        "`{value}` 位数过多",
        "最多读取 40 位",
    ),
    "R0103": Words(
        "`{value}` 不是有限的数值",
        "不知道的请留空",
    ),
    "R0104": Words(
        "`{value}` 不是整数",
        "应为{expected}",
    ),
    "R0105": Words(
        "`{value}` 超出允许范围",
        "应为{expected}",
    ),
    "R0105.percent": Words(
        "`{value}` 超出允许范围",
        "应为{expected}；本列的数字按比率读取，百分之十五请写 `15%` 或 0.15",
    ),
    "R0106": Words(
        "`{value}` 不在允许的步长上",
        "应为{expected}",
    ),
    "R0107": Words(
        "`{value}` 不是本数据项的取值",
        "应为{expected}",
    ),
    "R0107.near": Words(
        "`{value}` 不是本数据项的取值",
        "是否想写 `{near}`；应为{expected}",
    ),
    "R0107.case": Words(
        "`{value}` 不是本数据项的取值",
        "区分大小写，请写 `{near}`",
    ),
    "R0108": Words(
        "`{value}` 既不是“是”也不是“否”",
        "请写 是、否、yes、no、true、false、1 或 0",
    ),
    "R0109": Words(
        "`{value}` 不是日期",
        "请写 2024-01-31、2024/1/31 或 2024年1月31日",
    ),
    "R0109.time": Words(
        "`{value}` 带有时刻",
        "只读取日期",
    ),
    "R0109.number": Words(
        "`{value}` 是数字，不是日期",
        "请把单元格设为日期格式，或写 2024-01-31",
    ),
    "R0110": Words(
        "没有 `{value}` 这一天",
        "月或日超出范围",
    ),
    "R0111": Words(
        "单元格为空，而本数据项必填",
        "应为{expected}",
    ),
    "R0112": Words(
        "`{value}` 不是单个的值",
        "应为{expected}",
    ),
    "R0112.kind": Words(
        "单元格里是{kind}",
        "应为{expected}",
    ),
    "R0112.character": Words(
        "`{value}` 含有不能作为文字的字符",
        "请重新输入该单元格",
    ),
    "R0130": Words(
        "没有说明该评分属于哪一组评价人",
        "组别有 {known}",
    ),
    "R0131": Words(
        "同一评价人已评过",
        "以第一次评分为准",
    ),
    "R0113": Words(
        "该行有 {found} 格，标题行有 {named} 列",
        "单元格内有逗号的，请给该格加引号",
    ),
    "R0114": Words(
        "该行只有 {found} 格，标题行有 {named} 列；缺少 {columns}",
        "空格也要保留逗号；该行可能不完整",
    ),
    "R0115": Words(
        "第 {line} 行不是可读的记录",
        "{reason}",
    ),
    "R0115.empty": Words("第 {line} 项是空的", "请补填该记录，或将其删除"),
    "R0115.kind": Words(
        "第 {line} 项不是记录",
        '记录应写成 {{"名称": 值, …}}',
    ),
    "R0116": Words(
        "记录中 `{key}` 出现两次",
        "请删去其中一个",
    ),
    "R0132": Words(
        "这条记录的各行分别写 `{first}` 和 `{value}`",
        "同一记录的各行只应评分不同",
    ),
    "R0133": Words(
        "该行没有说明评分属于哪条记录",
        "请填写记录的编号",
    ),
    "R0117": Words(
        "单元格 {cell} 显示错误 `{value}`",
        "请在工作簿中修正公式",
    ),
    "R0117.formula": Words(
        "单元格 {cell} 的公式没有保存结果",
        "请用 Excel 打开该工作簿并重新保存",
    ),
    "R0118": Words(
        "单元格与 {anchor} 合并",
        "请取消合并，逐格填写",
    ),
    "R0101.comma": Words(
        "`{value}` 中的逗号不是千位分隔符",
        "小数用逗号的文件请加 `--decimal comma`，否则请用小数点",
    ),
    "R0101.groups": Words(
        "`{value}` 中有不止一个点；用点分千位的写法，小数用逗号",
        "这种写法的文件请加 `--decimal comma`，否则请去掉分千位的点",
    ),
    "R0101.doubtful": Words(
        "`{value}` 有两种读法，因为文件中另有用逗号作小数点的数",
        "请指明 `--decimal comma` 或 `--decimal point`",
    ),
    "R0101.semicolon": Words(
        "`{value}` 有两种读法，因为用分号分列的文件常用逗号作小数点",
        "请指明 `--decimal comma` 或 `--decimal point`",
    ),
    "R0101.point": Words(
        "`{value}` 中的点不在三位一组之间",
        "使用 `--decimal comma` 时请写 12.000 或 12000，小数用逗号",
    ),
    "R0101.blank": Words(
        "`{value}` 不是数",
        '若表示未填，请在数据项后写 `空白包括 "{value}"`',
    ),
    "R0107.blank": Words(
        "`{value}` 不是该数据项的取值",
        '若表示未填，请在数据项后写 `空白包括 "{value}"`',
    ),
    "R0108.blank": Words(
        "`{value}` 既不是“是”也不是“否”",
        '请写 是 或 否；若表示不知道，请在数据项后写 `blank also "{value}"`，这时按未填处理',
    ),
    "R0108.yes": Words(
        "`{value}` 既不是“是”也不是“否”",
        "若表示“是”，请写 是；可用的写法：是、否、yes、no、true、false、1、0",
    ),
    "R0108.no": Words(
        "`{value}` 既不是“是”也不是“否”",
        "若表示“否”，请写 否；可用的写法：是、否、yes、no、true、false、1、0",
    ),
    "R0109.blank": Words(
        "`{value}` 不是日期",
        '若表示未填，请在数据项后写 `空白包括 "{value}"`',
    ),
    "R0113.cell": Words(
        "单元格 {cell} 没有对应的表头",
        "请为该列加上表头，或清空该单元格",
    ),
    "R0117.format": Words(
        "单元格 {cell} 存的是 {value}，而数字格式 `{format}` 显示的是另外的内容",
        "请改用普通数字格式，并按原意录入",
    ),
    "R0119": Words(
        "`{value}` 超过 15 位，工作簿和二进制数存不下更多位",
        "请把该列设为文本格式后重新录入",
    ),
    "U0101": Words(
        "没有文件 `{path}`",
        "请检查文件名和文件夹",
    ),
    "U0101.near": Words(
        "没有文件 `{path}`",
        "是否想写 `{near}`",
    ),
    "U0102": Words(
        "`{path}` 是文件夹，不是数据文件",
        "请写出其中一个文件",
    ),
    "U0103": Words(
        "无法读取 `{path}`：{reason}",
    ),
    "U0104": Words(
        "`{path}` 是空的",
        "第一行写列名，其后每行一条记录",
    ),
    "U0105": Words(
        "`{path}` 的第一行没有列名",
        "第一行必须是列名，请删去其上的标题和空行",
    ),
    "U0106": Words(
        "`{path}` 中有两列都对应数据项 `{field}`：`{first}` 和 `{second}`",
        "请改名或删去其中一列",
    ),
    "U0107": Words(
        "`{path}` 缺少评分要用的 {fields} 列",
        "已有的列：{columns}；如确实没有，可用 `--absent blank` 按空白评分",
    ),
    "U0107.near": Words(
        "`{path}` 缺少评分要用的 {fields} 列",
        "是否应改名：{near}；已有的列：{columns}；如确实没有，可用 `--absent blank` 按空白评分",
    ),
    "U0107.value": Words(
        "`{path}` 缺少评分要用的 {fields} 列",
        '`also` 写在取值 `{value}` 之后，属于该取值；在 `also "{near}"` 前加逗号，才是列名',
    ),
    "U0107.last": Words(
        "`{path}` 缺少评分要用的 {fields} 列",
        "请用 `--last 文件` 给出上期数据；已有的列：{columns}；如确实没有，可用 `--absent"
        " blank` 按空白评分",
    ),
    "U0107.required": Words(
        "`{path}` 缺少必填的 {fields} 列",
        "已有的列：{columns}",
    ),
    "U0108": Words(
        "`{path}` 不是 {encoding} 编码：第 {line} 行第 {column} 个字符处的字节 {byte} 无法读取",
        "请另存为 UTF-8（Excel 中的“CSV UTF-8”），或用 `--encoding` 指明编码",
    ),
    "U0109": Words(
        "没有编码 `{encoding}`",
        "常用的有 {known}",
    ),
    "U0109.near": Words(
        "没有编码 `{encoding}`",
        "是否想写 `{near}`",
    ),
    "U0110": Words(
        "`{path}` 没有任何一列对应评分标准的数据项",
        "第一行必须是列名；已有的列：{columns}；应有：{expected}",
    ),
    "U0110.separator": Words(
        "`{path}` 没有任何一列对应评分标准的数据项",
        "各列似乎用 `{separator}` 分隔，请改用半角逗号 `,` 保存",
    ),
    "U0110.space": Words(
        "`{path}` 没有任何一列对应评分标准的数据项",
        "各列似乎用空格隔开；请用逗号或制表符保存",
    ),
    "U0111": Words(
        "`{path}` 不是可读的 XLSX 工作簿：{reason}",
        "请重新另存为 .xlsx",
    ),
    "U0112": Words(
        "`{path}` 没有工作表 `{sheet}`",
        "已有的工作表：{sheets}",
    ),
    "U0112.hidden": Words(
        "`{path}` 中只有隐藏的工作表 {sheets} 有评分标准的列名",
        "如需评分，请加 `--sheet {sheet}`，或取消隐藏",
    ),
    "U0113": Words(
        "`{path}` 第 {line} 行附近有一个单元格超过 1 MB",
        "常见原因是前面有引号没有成对",
    ),
    "U0114": Words(
        "`{path}` 有 {found} 列",
        "最多读取 {most} 列",
    ),
    "U0115": Words(
        "`{path}` 第 {line} 行附近的引号不成对",
        '带引号的单元格在逗号前以引号结束，其中的引号写两个（`""`）',
    ),
    "U0116": Words(
        "`{path}` 第 {line} 行不是可读的 JSON：{reason}",
    ),
    "U0116.wrapped": Words(
        "`{path}` 整个是一个对象，记录在其中的列表 `{named}` 里",
        "请只保留该列表：`[{{…}}, …]`",
    ),
    "U0116.lines": Words(
        "`{path}` 中有多个对象，但没有组成一个列表",
        "每行一个对象的是 JSON Lines：请改名为 .jsonl，或加 `--from jsonl`；"
        "否则请用逗号分隔各对象，并在首尾加 `[` 和 `]`",
    ),
    "U0117": Words(
        "不认识 `{path}` 的格式",
        "可读的有 {known}，可用 `--from` 指明",
    ),
    "U0117.name": Words(
        "没有格式 `{format}`",
        "可用的有 {known}",
    ),
    "U0118": Words(
        "`{path}` 的表头 `{name}` 合并了 {count} 列（{cells}）",
        "请取消合并，每列各写列名；若表头在别的行，请用 `--header-row 行号` 指明",
    ),
    "U0119": Words(
        "`{option}` 不适用于格式 {format}",
        "请去掉该选项",
    ),
    "U0120": Words(
        "`{path}` 不是可读的 Parquet 文件：{reason}",
        "请重新导出，或改用 CSV",
    ),
    "U0130": Words(
        "`{path}` 的列 `{column}` 不对应 `{field}` 的任何评价人组别",
        "组别有 {known}；请写 `{field}.{first}` 或 `{field}({first})`",
    ),
    "U0140": Words(
        "{place}：没有编号，这些上期数据不知属于谁",
        "请给上期文件加上编号列，或名为 `id` 的列",
    ),
    "U0140.twice": Words(
        "{place}：上期编号 `{id}` 重复，首次出现于 {first}",
        "每条记录只保留一行",
    ),
    "U0140.faulty": Words(
        "{place}：上期的这一行无法读取：{why}",
        "请更正或删去该行；删去后该记录没有上期数据",
    ),
    "U0140.none": Words(
        "评分标准没有用到上期数据",
        "请去掉 `--last`，或在数据项后写 `及上期`",
    ),
    "U0150": Words(
        "读取过程中 `{path}` 被改动",
        "没有写出任何结果；请在无人写入该文件时重新运行",
    ),
    "U0151": Words(
        "`{path}` 的数据超过 {most} 仍未结束",
        "请先把记录存成文件，或检查前一个程序能否结束",
    ),
    "U0131": Words(
        "没有说明评价人的列 `{column}`",
        "已有的列：{columns}",
    ),
    "U0131.near": Words(
        "没有说明评价人的列 `{column}`",
        "是否想写 `{near}`",
    ),
    "U0131.id": Words(
        "`{path}` 没有说明评分属于哪条记录的列",
        "请加上记录的编号列，或名为 `id` 的列",
    ),
    "U0131.none": Words(
        "评分标准中没有多人评价的数据项",
        "请去掉 `{option}`，或在数据项中写 `评价人`",
    ),
    "U0160": Words(
        "`{path}` 的列 `{column}` 写的单位是{unit}，而数据项 `{field}` 按{own}读取",
        "请更正列名，或在数据项后写明该列的单位：`单位 {written}`",
    ),
    "U0160.plain": Words(
        "`{path}` 的列 `{column}` 写的单位是{unit}，而数据项 `{field}` 按不带单位的数读取",
        "请更正列名，或在数据项后写明该列的单位：`单位 {written}`",
    ),
    "U0160.no_word": Words(
        "`{path}` 的列 `{column}` 写的单位是{unit}，而数据项 `{field}` 按{own}读取",
        "请换算该列并更正列名：评分标准中没有单位{unit}",
    ),
    "U0160.no_word.plain": Words(
        "`{path}` 的列 `{column}` 写的单位是{unit}，而数据项 `{field}` 按不带单位的数读取",
        "请换算该列并更正列名：评分标准中没有单位{unit}",
    ),
    "U0160.headings": Words(
        "数据项 `{field}` 的列名写了不同的单位：`{path}` 的 `{first}`，`{other}` 的 `{second}`",
        "请换算其中一列，使两列单位相同",
    ),
    "U0160.title": Words(
        "`{path}` 表头上方写着 `{title}`，而数据项 `{field}` 按{own}读取",
        "请在数据项后写明该列的单位：`单位 {written}`；"
        "或在列名中写明该列自己的单位：`{field}（{own}）`",
    ),
    "U0160.no_word.title": Words(
        "`{path}` 表头上方写着 `{title}`，而数据项 `{field}` 按{own}读取",
        "请换算该列；或在列名中写明该列自己的单位：`{field}（{own}）`",
    ),
    "U0161": Words(
        "`--absent` 中的 `{name}` 不是数据项",
        "请写 `blank`，或数据项：{fields}",
    ),
    "U0161.near": Words(
        "`--absent` 中的 `{name}` 不是数据项",
        "是否想写 `{near}`",
    ),
    "U0176": Words(
        "`{path}` 中有 {count} 个数超过 15 位，按 15 位读取：`{written}` 读作 `{read}`",
        "若每一位都有意义，请加引号写成文字",
    ),
    "U0173": Words(
        "已读取 `{path}` 的工作表 `{sheet}`，因为评分标准的表头在这张表中",
        "要读别的工作表，请用 `--sheet` 指明",
    ),
    "U0173.several": Words(
        "只读取了 `{path}` 的工作表 `{sheet}`；{others} 的表头相同",
        "请用 `--sheet` 逐张评分，或先合并成一张表",
    ),
    "U0173.hidden": Words(
        "`{path}` 的隐藏工作表 {others} 有同样的列名，未读取",
        "如需评分，请取消隐藏，并用 `--sheet` 指定",
    ),
    "U0174": Words(
        "工作表 `{sheet}` 中有 {count} 行被隐藏，已一并评分",
        "请取消筛选后核对，或删去这些行",
    ),
    "U0175": Words(
        "`{path}` 解压后过大，不予读取",
        "请只保存数据表，或另存为 CSV",
    ),
    "U0175.reach": Words(
        "`{path}` 的工作表 `{sheet}` 一直延伸到单元格 {cell}，超出可读取的范围",
        "请删去远离表格的内容（按 Ctrl+End 可到达），或另存为 CSV",
    ),
    "U0170": Words(
        "`{path}` 的表头在第 {line} 行，其上各行已跳过：{rows}",
        "若表头在别的行，请用 `--header-row 行号` 指明",
    ),
    "U0171": Words(
        "`{path}` 第 {line} 行没有表头",
        "行号按编辑器或 Excel 的行号计；其后有内容的是第 {last} 行",
    ),
    "U0121": Words(
        "有 {count} 列不对应任何数据项，不读取：{columns}",
    ),
    "U0121.one": Words(
        "列 {columns} 不对应任何数据项，不读取",
    ),
    "U0121.left": Words(
        "有 {count} 列不对应任何数据项，结果中不保留：{columns}",
        "加 `--keep-columns` 可一并写出",
    ),
    "U0121.left.one": Words(
        "列 {columns} 不对应任何数据项，结果中不保留",
        "加 `--keep-columns` 可一并写出",
    ),
    "U0121.kept": Words(
        "有 {count} 列不对应任何数据项，随结果一并写出：{columns}",
    ),
    "U0121.kept.one": Words(
        "列 {columns} 不对应任何数据项，随结果一并写出",
    ),
    "U0122": Words(
        "没有 {fields} 列：按 `--absent` 所允许，所有记录均视为空白",
    ),
    "U0122.file": Words("`{path}` 没有 {fields} 列：按 `--absent` 所允许，其中所有记录均视为空白"),
    "U0122.key": Words(
        "没有编号列 `{field}`：记录只以行号相称",
    ),
    "U0122.near": Words(
        "没有编号列 `{field}`：记录只以行号相称",
        '如果 `{column}` 列就是编号，请在该数据项后写 `also "{column}"`',
    ),
    "U0122.id": Words(
        "没有编号列 `{field}`：以 `{column}` 列作为记录编号",
    ),
    "U0123": Words(
        "`{path}` 不是 UTF-8，已按 {encoding} 读取",
        "若正确，可写明 `--encoding {encoding}`；若不正确，请指明其他编码",
    ),
}
"""Words by the same keys and with the same placeholders."""

RATINGS_ZH = {
    "by": "{who} 的评分：{message}",
    "rater of group": "{name}（{group}）",
    "group": "{group} {place}",
    "nobody": "评价人 {place}",
}
"""Whose rating a fault is about."""
