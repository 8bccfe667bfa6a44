"""The words of ``figures_errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "E0512": Words(
        "比较表的{place}中缺少 `{part}`",
        "大类的每个部分在标题行各有一列，并各有一行",
    ),
    "E0512.twice": Words(
        "`{part}` 在比较表的{place}中出现两次",
        "请删去其中一个",
    ),
    "E0512.gap": Words(
        "`{row}` 与 `{column}` 没有比较",
        "请填写 `{row}` 的重要程度是 `{column}` 的几倍；两格填一格即可",
    ),
    "E0512.diagonal": Words(
        "`{part}` 与自身比较写了 {value}",
        "与自身同样重要，请写 `1`",
    ),
    "E0512.combine": Words(
        "`{group}` 用两两比较定权重，但没有按权重相加",
        "请在 `weights from pairs` 之前写 `weighted`",
    ),
    "E0512.weight": Words(
        "`{part}` 有权重，而 `{group}` 用两两比较定权重",
        "请删去权重，或删去比较表",
    ),
    "E0512.many": Words(
        "两两比较了 {count} 个部分；这种方法最多用于 {most} 个",
        "请把相关的部分归为大类，先在大类内、再在大类间比较",
    ),
    "E0512.value": Words(
        "没有 `{value}` 的比较表",
        "请加一张第一格为 `{value}` 的表，或一张 `otherwise` 的表",
    ),
    "E0512.again": Words(
        "`{value}` 有两张比较表",
        "请删去其中一张",
    ),
    "E0512.head": Words(
        "比较表没有以标题行开头",
        "每张表先写各部分的名称，如 `| export | profit | size |`",
    ),
    "E0512.unnamed": Words(
        "比较表的{place}中有空格子",
        "请写上部分的名称",
    ),
    "E0513": Words(
        "比较值为 {value}：应大于零",
        "前者重要程度为后者三倍的写 3，反过来的写 1/3",
    ),
    "E0514": Words(
        "`{row}` 对 `{column}` 是 {value}，反过来却是 {other}",
        "请在这里写 `{fit}`，或两格中留空一格",
    ),
    "W0506": Words(
        "比较相互矛盾：一致性比率为 {ratio}，不应超过 0.1；`{row}` 对 `{column}` 最不相符",
        "请重新考虑 {value}：按其他比较应为 {fit}，这样比率为 {then}",
    ),
    "E0704": Words(
        "`{path}` 中没有表",
        "应有标题行，并且每项一行",
    ),
    "E0704.quotes": Words(
        "这一格的引号不成对",
        '请补上引号；格内的引号写两个：`""`',
    ),
    "E0704.unit": Words(
        "`{title}` 为整张表写了单位，而这里的标准值按原样读取",
        "请把单位写在每个数后面，如 `100 {unit}`，并从这一行删去",
    ),
    "E0704.indicator": Words(
        "`{path}` 没有指标 `{name}` 的行",
        "`{column}` 列说明每行是哪项指标的标准值：请在那里写名称或标签",
    ),
    "E0704.indicator_near": Words(
        "`{path}` 没有指标 `{name}` 的行",
        "是否指 `{near}`？",
    ),
    "E0704.both": Words(
        "`{name}` 的标准值来自文件，这里又写了各行",
        "请删去各行，或不用文件",
    ),
    "E0704.comma": Words(
        "`{path}` 的格子 `{cell}` 不是数字",
        "小数用小数点，逗号只用于三位分节：`0.80`、`10,000`；几个值之间逗号后要加空格",
    ),
    "E0704.doubtful": Words(
        "`{path}` 的格子 `{cell}` 有两种读法：用分号分列的文件常以逗号作小数点",
        "请写成不带逗号的数：`1250`；如为小数，用小数点写 `1.250`",
    ),
    "E0512.rows": Words(
        "两两比较表只有表头，下面没有内容",
        "请为每一项加一行，行首写该项的名称",
    ),
    "E0513.scale": Words(
        "比较值 {text} 超出标度：应在 1/{most} 至 {most} 之间",
        "最重要的写 {most}；若相差更大，请把相近的各项归为一组，再分层比较",
    ),
}
"""Words by the same keys and with the same placeholders."""
