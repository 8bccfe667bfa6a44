"""The words of ``errors.py`` in Chinese."""

from __future__ import annotations

from types import MappingProxyType

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = MappingProxyType(
    {
        "U0202": Words("无法读取 `{path}`：{reason}", "请给出可以读取的文件"),
        "U0203": Words("无法写入 `{path}`：{reason}", "请用 `-o` 另选位置"),
        "U0203.closed": Words("无法写出结果：标准输出已关闭", "启动时请不要关闭标准输出"),
        "U0203.standard": Words("无法把结果写到标准输出：{reason}", "请用 `-o` 另选位置"),
        "U0203.folder": Words(
            "无法写入 `{path}`：它是文件夹", "请加上文件名，如 `{path}/results.csv`"
        ),
        "U0203.shipped": Words(
            "无法写入 `{path}`：它是自带的标准", "请用 `scorelang new NAME --template {path}` 复制"
        ),
        "U0203.parent": Words(
            "无法写入 `{path}`：没有文件夹 `{parent}`", "请先建立文件夹，或另选位置"
        ),
        "U0204": Words("`{path}` 既要读取又要写入", "请给输出另起名称，以免丢失数据"),
        "U0204.twice": Words("`{path}` 要写入两次", "请给每个输出各起名称"),
        "U0205": Words("从 `{path}` 的后缀看不出格式", "请用 `{option}` 说明：{known}"),
        "U0205.plain": Words(
            "`{path}` 不能按其后缀的格式写出", "请让文件名以下列之一结尾：{known}"
        ),
        "U0205.rubric": Words("评分标准不能写成 `{path}`", "请让文件名以 `.rubric` 结尾"),
        "U0205.page": Words(
            "不能按 `{path}` 的后缀写出说明页", "后缀请用 {known} 之一，或用 `--format` 说明"
        ),
        "U0205.headings": Words(
            "`--headings labels` 用于给人看的表格，而 {format} 供程序读取",
            "请去掉它，或改写 CSV 或 XLSX",
        ),
        "U0205.versions": Words(
            "基准属于一个版本，而记录由几个版本评分", "请用 `--as-of DATE` 选定版本"
        ),
        "U0205.terminal": Words("{format} 不能显示在终端", "请用 `-o results.{format}` 写入文件"),
        "U0205.rows": Words("记录多于一张 XLSX 表的上限 1,048,575 条", "请改写 CSV 或 JSON Lines"),
        "U0206": Words("没有编号为 `{id}` 的记录", "记录中的编号有 {known}"),
        "U0206.near": Words("没有编号为 `{id}` 的记录", "是否指 `{near}`？"),
        "U0206.row": Words(
            "没有第 {row} 条记录：记录从 1 到 {count}", "请用 `--row` 或 `--id` 选择"
        ),
        "U0206.which": Words(
            "共有 {count} 条记录，没有说明是哪一条", "请用 `--id` 或 `--row` 选择"
        ),
        "U0207": Words(
            "{count} 条记录中有 {rejected} 条被退回，超过允许的 {limit}",
            "请更正记录，或用 `--max-rejects` 放宽；没有写出结果",
        ),
        "U0208": Words("`{value}` 不是{expected}", "请写 `{option} {example}`"),
        "U0209": Words("`{path}` 已经存在", "请用 `-o` 另起名称，或用 `--force` 替换"),
        "U0210": Words("没有代码 `{asked}`", "代码写在提示的方括号里，如 `E0101`"),
        "U0210.near": Words("没有代码 `{asked}`", "是否指 `{near}`？"),
        "U0211": Words("`{path}` 中没有 `.rubric` 文件", "请给出评分标准文件或其文件夹"),
        "U0212": Words("没有阶段 `{stage}`", "阶段有 {known}"),
        "U0213": Words("{message}", "见 `{program} --help`"),
        "U0213.name": Words("没有写新评分标准的名称", "见 `scorelang new --help`"),
        "U0213.start": Words("`--template` 与 `--from` 不能同时使用", "见 `scorelang new --help`"),
        "U0214": Words("标准输入只能读取一次", "其余的请给出文件"),
        "U0215": Words("无法读取配置 `{path}`：{reason}", "请更正或移走该文件"),
        "U0215.syntax": Words(
            "配置文件 `{path}` 第 {line} 行第 {column} 列无法读取：{reason}",
            '每项设置请写成 `名称 = "值"`，文字要加引号',
        ),
        "U0215.value": Words(
            "{message}（写在配置文件 `{path}` 中）", "请更正其中的 `{name}`，或删去"
        ),
        "U0215.table": Words(
            "配置文件 `{path}` 中的 `{name}` 不是一节设置", "请单独写一行 `[{name}]`，设置写在其下"
        ),
        "U0215.name": Words(
            "配置文件 `{path}` 中的 `{name}` 不起任何作用",
            "可用的有 {known}；某个命令的选项写在以其命名的一节里，如 `[score]`",
        ),
        "U0215.near": Words("配置文件 `{path}` 中的 `{name}` 不起任何作用", "是否想写 `{near}`？"),
        "U0215.option": Words(
            "配置文件 `{path}` 设置了 `{name}`，但 `{verb}` 没有这个选项",
            "见 `scorelang {verb} --help`",
        ),
        "U0215.option_near": Words(
            "配置文件 `{path}` 设置了 `{name}`，但 `{verb}` 没有这个选项", "是否想写 `{near}`？"
        ),
        "U0215.said_only": Words(
            "配置文件 `{path}` 不能设置 `{name}`：它决定写出或覆盖哪个文件",
            "请从中删去，改在命令行写 `--{name}`",
        ),
        "U0215.flag": Words(
            "配置文件 `{path}` 中的 `{name}` 写成了 `{value}`，应为 true 或 false",
            "请写 `{name} = true` 或 `{name} = false`",
        ),
        "U0215.text": Words(
            "配置文件 `{path}` 中的 `{name}` 只能是一个文本或整数，不能是 `{value}`",
            "请写一个带引号的值",
        ),
        "U0215.choice": Words("配置文件 `{path}` 中的 `{name}` 不能是 `{value}`", "可选 {known}"),
        "U0217": Words("评分标准用到评价日，但没有给出", "请用 `--as-of 2026-01-31` 给出"),
        "U0220": Words(
            "{records} 条记录中有 {count} 条未填 `{field}`，超过 {limit}",
            "请补充数据，或在标准中去掉该数据项",
        ),
        "U0221": Words(
            "`check` 对 `{path}` 有 {count} 处警告，首处在第 {line} 行：{message}（{code}）",
            "`scorelang check {path}` 可全部列出",
        ),
        "U0221.one": Words(
            "`check` 对 `{path}` 第 {line} 行有警告：{message}（{code}）",
            "`scorelang check {path}` 有详细说明",
        ),
        "U0216": Words(
            "`{path}` 不能用作基准：{reason}", "请用 `scorelang score … --save-baseline FILE` 生成"
        ),
        "U0216.state": Words(
            "基准 `{path}` 生成之后，评分标准有过改动",
            "如单位、数据项或比较对象有变，请用 `--save-baseline` 重新生成",
        ),
        "U0216.none": Words("{reason}", "请一次评全部记录，或用 `--baseline FILE` 给出基准"),
    }
)
