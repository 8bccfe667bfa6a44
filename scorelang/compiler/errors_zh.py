"""The words of ``errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "E0205.subject": Words(
        "`{name}` 有两个对象：`of` 之后所写的，以及它的符合项数",
        "请只保留 `of …` 或 `counts (…)`",
    ),
    "E0201": Words(
        "没有{what} `{name}`",
        "请先规定它，或改正名称",
    ),
    "E0201.near": Words(
        "没有{what} `{name}`",
        "是否指 `{near}`？",
    ),
    "E0201.range": Words("`{name}` 不是本语言的区间写法", "请写 `{meant}`"),
    "E0201.glued": Words(
        "没有数据项或计算值 `{name}`",
        "是否指 `{parted}`？词与词之间要加空格",
    ),
    "E0201.any_indicator": Words(
        "没有数据项或计算值 `{name}`",
        "对多个指标提条件请写 `points of any indicator < 3`，"
        "或 `points of any indicator of finance < 3`",
    ),
    "E0201.value": Words(
        "没有名为 `{name}` 的{what}",
        "`{name}` 是 `{field}` 的取值，请写 `{field} is any of (…, {name})` 或 `{field} is {name}`",
    ),
    "E0201.values": Words(
        "`{found}`：第一个取值之后的内容不是完整的条件", "同一列的几个取值请写 `{meant}`"
    ),
    "E0201.points": Words(
        "没有名为 `{name}` 的{what}",
        "加分、扣分请以带正负号的数字开头：`{meant}`",
    ),
    "E0201.digits": Words(
        "没有名为 `{name}` 的数据项或中间值",
        "数字请写阿拉伯数字：`{parted}`",
    ),
    "E0201.score": Words(
        "`{name}` 是得分，不是数据项",
        "得分要用相应的词读取：`points of {name}`、`level of {name}`、`share of {name}`",
    ),
    "E0201.field": Words(
        "`{name}` 是数据项或计算值，不是{what}",
        "条件里直接写它的名称：`when {name} …`；要给它计分，请用指标",
    ),
    "E0201.result": Words(
        "`{name}` 是结果，不是数据项",
        "在其他结果中请写 `result of {name}`",
    ),
    "E0201.grades": Words(
        "用到了 `grade`，但评分标准没有规定等级",
        "请加上 `grades` 部分",
    ),
    "E0201.levels": Words(
        "`{name}` 没有档次",
        "请规定档次（`scale …`），或用 `points of {name}` 读取得分",
    ),
    "E0202.winner": Words(
        "`{name}` 在列表中出现两次",
        "请删去其中一个",
    ),
    "E0203.tie": Words(
        "`{name}` 已用作并列最高时的分类",
        "请给该得分另起名称，或在列表后写 `ties first`",
    ),
    "E0202": Words(
        "`{name}` 规定了两次",
        "请改名，或删去其中一个",
    ),
    "E0203": Words(
        "`{name}` 是每份结果都有的列名",
        "请另起名称",
    ),
    "E0204.group": Words(
        "`{clause}` 不能写在{place}里面：在那里不起作用",
        "请移到大类之外；前面可能漏了 `}}`",
    ),
    "E0204": Words(
        "`{clause}` 不能写在{place}上",
        "请删去，或移到起作用的地方",
    ),
    "E0204.condition": Words(
        "`{clause}` 限制的是这一行的得分，而得分是一个固定的数",
        "逗号之后已不是条件；两头都有限度的条件写作 `x is 30..60`",
    ),
    "E0204.coverage": Words(
        "`{clause}` 限制的是得分，而不是至少要填写的比例",
        "比例请写百分号，如 `if missing: leave out, at least 60%`；"
        "得分的限度请写在 `if missing` 之前",
    ),
    "E0205": Words(
        "{place}的 `{clause}` 写了两次",
        "请只留一个",
    ),
    "E0205.value": Words(
        "`{value}` 已有一行",
        "一个取值只能写在一行，请从另一行删去",
    ),
    "E0206.columns": Words(
        "这张等级表没有写明各列是什么",
        "请在花括号前写 `by` 和类别，各列表头写类别的取值，每个等级一行",
    ),
    "E0508.column": Words(
        "表中没有 {values} 的列，这类记录将没有等级",
        "请加一列，或加表头为 `otherwise` 的一列",
    ),
    "E0206.place": Words(
        "只有 `{found}` 说不出在排名中占多少",
        "请再写 `assume {wanted} = …`",
    ),
    "E0311.place": Words(
        "{count} 条记录中没有第 {rank} 名",
        "名次从 1 起，不超过记录数",
    ),
    "E0206": Words(
        "`{name}` 没有说明怎样得分",
        "请在大括号内写出各档，或在 `=` 后写算式",
    ),
    "E0206.subject": Words(
        "`{name}` 有限度或取值，但没有说明针对什么",
        "请写出数据项：`indicator {name} of FIELD`",
    ),
    "E0206.mode": Words(
        "`{name}` 的各行是条件，但没有说明怎样取用",
        "请在名称后写 `first that holds` 或 `all that hold`",
    ),
    "E0206.measured": Words(
        "有计分的档，但没有计量的对象",
        "请说明按什么计量：`for each FIELD`，或用 `of` 写出指标依据的数据项",
    ),
    "E0207": Words(
        "`{name}` 依赖自身：{path}",
        "其中一个要能不依赖其他各个而算出",
    ),
    "E0207.chain": Words(
        "计算 `{first}` 要逐层经过 {most} 个以上的名称",
        "请把其中几步合为一步；如果名称又回到第一个，请断开这个循环",
    ),
    "E0208": Words(
        "在这里还不知道 `{word}`",
        "先有数据项，再有计算值、得分、总分、等级和结果；每一项只能用到前面的内容",
    ),
    "E0208.population": Words(
        "要等全部记录评完才知道 `{word}`",
        "请用在 `result` 中",
    ),
    "E0209": Words(
        "`{name}` 不是可用的取值",
        "取值有 {known}",
    ),
    "E0209.none": Words(
        "`{name}` 不是可用的取值：这里没有任何取值",
        "请先规定等级 `grades {{ … }}`，或给出取值的其他内容",
    ),
    "E0209.special": Words(
        "`{field}` 没有特殊值 `{name}`",
        '请在数据项中写明：`special {name} "what it means"`',
    ),
    "E0209.is_special": Words(
        "`{name}` 是 `{field}` 的特殊值，这时它算作未填",
        "请写明是特殊值：`{field} is special {name}`",
    ),
    "E0209.special_line": Words(
        "`{name}` 是 `{field}` 的特殊值，遇到它时该项视为未填，不属于任何区间",
        "特殊值请单独写一行：`special {name} : …`",
    ),
    "E0209.after": Words(
        "`{name}` 不是取值之一",
        "请逐个写出所指的取值，用逗号隔开：`{value}, …`；条件中可比较先后：`>= {value}`",
    ),
    "E0209.near": Words(
        "`{name}` 不是可用的取值",
        "是否指 `{near}`？取值有 {known}",
    ),
    "E0209.not": Words("`{name}` 不是可用的取值", "请写 `is not {value}`"),
    "E0209.several": Words("`{name}` 不是可用的取值", "几个取值并列写：`{meant}`"),
    "E0209.answer": Words("`{name}` 不是“是否”列的取值", "请在分数前写 `yes`、`no`"),
    "E0209.both": Words(
        "`{name}` 在这里是取值，但也有同名的数据项",
        '请给取值加引号：`"{name}"`',
    ),
    "E0301": Words(
        "{left}不能与{right}{verb}",
        "两边单位应相同；请在数字后写单位，或除以一个单位",
    ),
    "E0301.bare": Words(
        "月数旁边的数字没有单位：是月还是年？",
        "请写出单位，如 `6 months` 或 `3 years`",
    ),
    "E0301.end": Words(
        "范围的一端是 `{other}`，另一端 `{bare}` 没有单位",
        "请在两端都写单位，如 `{bare}{unit}`",
    ),
    "E0301.counted": Words(
        "`{unit}` 不是{subject}的单位：这里是{found}",
        "请用被比较数值的单位写界限，或不写单位",
    ),
    "E0301.name": Words(
        "`{written}` 读作 {digits}，单位是 `{name}`，而 `{name}` 是这里的一个数值",
        "{digits} 乘以 {name} 请写 `{digits} * {name}`；两个条件请用 `and` 或 `or` 连接",
    ),
    "E0301.multiple": Words(
        "`{name}` 一列以{unit}计，{written} 会读作 {reading}{unit}",
        "界限请按列中的数值写：`{meant}`",
    ),
    "E0301.digits": Words("`{written}` 读不成数值", "请写数字 `{meant}`"),
    "E0301.stray": Words(
        "数值后面的 `{unit}` 会被当作单位，而这里没有以{unit}计的数据",
        "请删去该词；如果它另有含义，请在前面加逗号；单位请写在数据项中，如 `{clause}`",
    ),
    "E0301.round": Words(
        "步长后面的 `{unit}` 会被当作单位，而这里没有以{unit}计的数据",
        "请写明怎样舍入：`{digits} half up`、`{digits} up`、`{digits} down` 或 "
        "`{digits} half even`",
    ),
    "E0301.round_word": Words("`{unit}` 会被当作步长的单位，没有说明怎样舍入", "请写 `{meant}`"),
    "E0301.rounded": Words("`{unit}` 会被当作单位，不起舍入作用", "对算式舍入请写 `{meant}`"),
    "E0301.period": Words(
        "{left}不能与{right}{verb}：每月天数不定",
        "请说明该列以什么计，如 `period in years`；不写单位按天计",
    ),
    "E0302": Words(
        "这里应为{wanted}，现在是{found}",
        "请检查名称和括号",
    ),
    "E0302.category": Words(
        "这里应为条件，而 `{name}` 是{found}",
        "请写明等于哪个取值，如 `{name} is {value}`",
    ),
    "E0302.weighted": Words(
        "`=` 后面应为给出总分的得分项，这里是一个算式",
        "按比例相加请给各部分写 `weight 60%`，并在总分后写 `weighted`；"
        "其他算式请先写 `score s = …`，"
        "再写 `total = s`",
    ),
    "E0302.total": Words(
        "`=` 后面应为给出总分的得分项，这里是一个数",
        "总分的满分不写 `=`：`{meant}`",
    ),
    "E0302.yes_no": Words("{left}不能与{right}{verb}", "请写 `yes` 或 `no`，不加引号"),
    "E0302.compare": Words(
        "{left}不能与{right}{verb}",
        "只能比较同类的值",
    ),
    "E0302.branches": Words(
        "各分支得出的类型不同：{first}和{second}",
        "各分支请得出同类的值",
    ),
    "E0302.arguments": Words(
        "`{function}` 的括号内应有{count}个值",
        "例如 `sqrt (x)` 或 `root (x, 3)`",
    ),
    "E0302.rule": Words(
        "校验至少要用到一个数据项",
        "请比较两个数据项，如 `rejected <= lots`",
    ),
    "E0302.raters": Words(
        "评价人的评分是数值，而 `{name}` 是{type}",
        "请写 `rating`、`number`、`integer` 或 `percent`",
    ),
    "E0302.missing": Words(
        "`missing` 单独不是一个值，无法确定代表什么",
        "请写成两者取一，如 `if days > 0 then sales / days else missing`",
    ),
    "E0303": Words(
        "{found}没有高低之分",
        "请按从优到劣列出取值并用 `>` 隔开，或改用 `is`",
    ),
    "E0304": Words(
        "得分应为纯数值，现在是{found}",
        "请除以同单位的量",
    ),
    "E0305": Words(
        "范围与数据项不符",
        "请更正范围",
    ),
    "E0305.unit": Words(
        "`{unit}` 不是{type}数据项的单位",
        "请删去单位，或改用其他类型",
    ),
    "E0305.type": Words(
        "{type}数据项没有数值范围",
        "请删去范围，或改用其他类型",
    ),
    "E0305.percent": Words(
        "百分比数据项的限度大于 1 而没有写 `%`",
        "请在后面写 `%`：`0..100%`",
    ),
    "E0305.special": Words(
        "`{code}` 不能作此数据项的特殊值",
        '请写该列的一个数，或加引号的文字：`special -9 "no record"`',
    ),
    "E0305.inside": Words(
        "`{code}` 在 `{name}` 的范围之内，无法与真实数值区分",
        "请让范围不包括它，或改用其他代码",
    ),
    "E0305.no_special": Words(
        "`{name}` 不能有特殊值",
        "特殊值用于单格填写的数值、日期和是否；类别请列出取值，文字可以任意填写",
    ),
    "E0305.empty": Words(
        "没有值落在这个范围内",
        "请检查两端和步长",
    ),
    "E0306": Words(
        "不足一档如何计分？",
        "请写明 `started`、`full` 或 `pro rata`，如 `less 1 for each started 10万 below 100万`",
    ),
    "E0307": Words(
        "不知道 `{name}` 的满分",
        "请用 `max` 规定",
    ),
    "E0307.share": Words(
        "用到满分的比例，但 `{name}` 没有规定满分",
        "请给指标加上 `max`",
    ),
    "E0307.percent": Words(
        "`{name}` 的得分写成了 `{share}`，而满分不止 1 分",
        "如果指满分的一部分，请写 `{share} of full`；否则请直接写分数",
    ),
    "E0307.limit": Words(
        "`{name}` 与 {written}% 比较，会读作 {reading} 分",
        "请写分数：`{points}` 是最高分的 {written}%；如果指记录的比例，请写 `top {written}%`",
    ),
    "E0307.alone": Words(
        "`{name}` 的得分写成了 `{share}`，而满分不止 1 分",
        "请直接写分数，不写 `%`",
    ),
    "E0307.here": Words(
        "得分写成了 `{share}`，而分值不止 1 分",
        "请直接写分数，不写 `%`",
    ),
    "E0307.worst": Words(
        "写了 `{said}`，但 `{name}` 的得分没有下限",
        "请加上限值，如 `at least 0`，或直接写分数：`if missing: 0`",
    ),
    "E0308": Words(
        "这里应为固定的数值",
        "请写数字，或只由数字组成的 `let`",
    ),
    "E0308.other": Words(
        "这里应为固定的数值，而 `{name}` 各记录不同",
        "两列相比请在条件中用符号，如 `= {name}`；这里请写数字，或只由数字组成的 `let`",
    ),
    "E0308.exponent": Words(
        "指数应为固定的整数",
        "请直接写出，如 `x ^ 2`",
    ),
    "E0308.quantile": Words("分位数在 0% 与 100% 之间，这里是 {level}", "请写百分比，如 `75%`"),
    "E0308.step": Words(
        "`{step}` 不能作步长：应大于零且为有限小数",
        "例如 `0.01`",
    ),
    "E0308.places": Words(
        "`round` 后面写最小单位，而 `{step}` 是小数位数",
        "请直接写最小单位：`round {meant}`",
    ),
    "E0309": Words(
        "只在某些情况适用的部分，必须说明不适用时怎样处理",
        "请加上 `else rescale`（其余部分按比例折算）、`else full marks` 或 `else 0`",
    ),
    "E0310": Words(
        "表至少要有标题行和一行内容",
        "请补上缺少的行",
    ),
    "E0310.cell": Words(
        "无法读取表中的 `{text}`",
        "请写数字、范围或名称",
    ),
    "E0310.empty": Words(
        "表中这一格不应空着",
        "请填写；没有内容的写 `-`；所有列名须在同一行",
    ),
    "E0310.list": Words(
        "`{text}` 不止一个值，而这里只应有一个",
        "请写不带逗号的数字，小数用小数点：`10000`、`0.80`",
    ),
    "E0310.key": Words(
        "`{text}` 没有说明本列与什么比较",
        "请在列的标题处写数据项的名称",
    ),
    "E0310.examples": Words(
        "示例表的标题行要用 `||` 隔开应得的结果",
        "例如 `| case | days_late || total | grade |`",
    ),
    "E0311.special": Words(
        "特殊值属于某一数据项",
        "请直接写数据项名称：`x is special -9`，或在 `of x` 的指标中逐条列出",
    ),
    "E0311": Words(
        "`{found}` 与其他各行形式不同",
        "请使各行形式一致",
    ),
    "E0311.empty": Words(
        "没有值落在 `{found}` 内",
        "下端应写在前面；请检查两端是否包含；两个区间请分两行写",
    ),
    "E0311.unequal": Words(
        "`!=` 不能作为一行的限度",
        "其他情况请用 `otherwise`",
    ),
    "E0311.all": Words(
        "各行累计时 `{found}` 没有意义",
        "请删去该行，或改用 `first that holds`",
    ),
    "E0311.within": Words(
        "得分的范围要配合给定的评分",
        "区间内按比例给分请写 `linear 6 to 8`；由人在范围内评分请写 "
        "`= FIELD within LEVEL {{ … }}`；否则只写一个得分",
    ),
    "E0311.difference": Words(
        "这里会读作 {low} 减 {high}",
        "区间请单独写，如 `{meant}` 或 `x is {meant}`；否则请直接写出这个数",
    ),
    "E0311.linear": Words(
        "`linear` 需要一段两端不同的数值范围",
        "例如 `80% to under 100% : linear 6 to 8`",
    ),
    "E0311.rating": Words(
        "`within` 的每一行是一个档次及其评分范围",
        "例如 `large : 10..15`",
    ),
    "E0311.effect": Words(
        "{kind}要写明 `{wanted}`",
        "请写在冒号之后",
    ),
    "E0311.misfit": Words(
        "`{effect}` 不能用于{kind}",
        "请删去，或改用有此作用的调整事项",
    ),
    "E0401": Words(
        "`{limit}` 永远不会用到：上面的 `{above}` 已全部包括",
        "请按次序排列各行：`at least` 的限度逐行下降，`at most` 的逐行上升",
    ),
    "E0520": Words(
        "`{name}` 各组评价人的权重之和为 {sum}",
        "各组评价人的权重之和应为 100%",
    ),
    "E0520.given": Words(
        "`{name}` 的评价人中 `{group}` 没有权重",
        "请在每组后写权重，如 `self 20%, peer 80%`",
    ),
    "E0520.positive": Words(
        "`{group}` 的权重不大于零",
        "请给出权重，或去掉该组",
    ),
    "E0314": Words(
        "{found}不能加到日期上",
        "请加天数、月数或年数，如 `6 months` 或 `90 days`",
    ),
    "E0314.bare": Words(
        "日期上加了一个数，但没有说明单位",
        "请写明单位，如 `90 days` 或 `6 months`；数据项可以写 `period in 天`",
    ),
    "E0314.dates": Words(
        "两个日期不能相加，日期不能相乘，也不能从时间中减去",
        "两个日期之间的天数请写 `date - date`，推后请写 `date + 6 months`",
    ),
    "E0314.part": Words(
        "日期只能按整天或整月移动",
        "请用更小的单位，如一年半写 `18 months`",
    ),
    "E0315": Words(
        "`{name}` 没有上期的值",
        '请在数据项中 `{name}` 之后写 `and last year "…"`',
    ),
    "E0315.derived": Words(
        "`{name}` 是计算得出的，本身没有上期的值",
        "请用数据项写出，如 `last profit / last sales`",
    ),
    "E0316": Words(
        "`{name}` 不是日期，不能作为截止日",
        "请写日期，如 `until 2026-12-31`，或日期数据项的名称",
    ),
    "E0602": Words(
        "`{name}` 不能是{found}",
        "请写类型和单位相符的值",
    ),
    "E0602.day": Words(
        "评价日不是日期",
        "请写日期，如 `as_of = 2026-01-31`",
    ),
    "E0602.raters": Words(
        "`{name}` 只有一个值，没有多个评价人的评分",
        "请只写一个值，或在数据项中写 `rated by`",
    ),
    "E0602.digits": Words(
        "`{name}` 的值在该列中不是有限小数",
        "请写单元格能够存下的值",
    ),
    "W0601": Words(
        "`{construct}` 可以读取，但还不检查",
        "没有内容依赖它，得分不受影响",
    ),
    "W0602": Words(
        "`allow {code}` 没有起作用",
        "这里没有该警告，请删去这一行",
    ),
    "E0207.deep": Words(
        "计算 `{name}` 的步骤层层相套，超过 {most} 层",
        "请把其中一部分改为更少的步骤",
    ),
    "E0301.field": Words(
        "`{name}` 没有单位，而这里的界限以{unit}为单位",
        "请在数据项中写明该列的单位，如 `{name} integer in {unit}`，或去掉界限的单位",
    ),
    "E0301.vague": Words(
        "`{unit}` 不是单位，也没有写明是哪些数",
        "请写两端，如 `85..95`；或写一端，如 `>= 90`、`> 90`",
    ),
    "E0301.percent": Words(
        "`{name}` 是整数，而这里的界限是百分比",
        "请把界限写成普通数字，或把该数据项改为百分比",
    ),
    "W0203": Words(
        "`{text}` 被当作取值 `{value}` 的另一种写法，而不是数据项 `{field}` 的列名",
        '若指列名，请在 `also` 前加逗号；若确指取值，请先写取值的标签：`{value} "…"`',
    ),
    "E0317": Words(
        "标签 `{label}` 写的单位是{unit}，而 `{name}` 按{own}读取",
        "两者之一有误：请写 `{clause}`，或更正标签",
    ),
    "E0317.money": Words(
        "标签 `{label}` 写的单位是{unit}，而 `{name}` 把不带单位的数按元读取",
        "请在数据项后写 `{clause}`，或去掉标签中的单位",
    ),
    "E0317.percent": Words(
        "标签 `{label}` 写的单位是{unit}，而 `{name}` 把不带单位的数按比例读取：0.8 即 80%",
        "请在数据项后写 `{clause}`，或去掉标签中的单位",
    ),
    "E0317.period": Words(
        "标签 `{label}` 写的单位是{unit}，而 `{name}` 把不带单位的数按天读取",
        "请在数据项后写 `{clause}`，或去掉标签中的单位",
    ),
    "E0317.unknown": Words(
        "标签 `{label}` 写的单位是{unit}，与 `{name}` 的单位不同",
        "请先把该列换算成数据项的单位，再更正标签",
    ),
    "E0303.grades": Words(
        "这里的{kind}要比较两个等级的高低，但给出等级的取值没有先后之分",
        "请按从优到差写出取值，中间用 `>`：`A > B > C`",
    ),
    "E0307.highest": Words(
        "写了 `{said}`，但 `{name}` 的得分没有上限",
        "请加上限值，如 `at most 10`，或直接写分数：`if missing: 10`",
    ),
    "E0307.direction": Words(
        "写了 `if missing: worst`，但从等级看不出得分高好还是得分低好",
        "请写 `if missing: lowest points` 或 `if missing: highest points`",
    ),
    "W0203.label": Words(
        "`{text}` 被当作取值 `{value}` 的标签，而不是列 `{field}` 的标签",
        '若指这一列，请写在名称之后：`{field} "{text}" …`；若确指取值，请给其他取值也写上标签',
    ),
    "W0204": Words(
        "`{field}` 只有 `{value}` 这一个取值",
        "请写列的类型，如 `text`、`number` 或 `yes/no`，或写出全部取值，如 `{value} | other`",
    ),
    "W0304.range": Words(
        "`{subject}` 以{unit}计，而它的范围读作最多 {limit}元",
        "请在数字后写单位，如 `{limit}{unit}`；如果确是小额，请写 `{limit}元`",
    ),
    "W0304.step": Words(
        "`{subject}` 以{unit}计，而每档 {step} 读作 {step}元",
        "如指 {unit}，请写 `{step}{unit}`；如确指小额，请写 `{step}元`",
    ),
    "W0307": Words(
        "`{share}` 在这里就是数值 {reading}，而 `{value}` 不是百分比",
        "要增减 `{value}` 的 `{share}`，请写乘法 `{meant}`；如果确指这个数值，请写 `{reading}`",
    ),
    "E0301.percent_sum": Words(
        "`{value}` 不是百分比，不能直接加减 `{share}`",
        "要增减它的 `{share}`，请写乘法 `{meant}`",
    ),
    "W0308": Words(
        "`{answer}` 只属于 `{name}`",
        "这里读作 `{read}`，如果确是如此请照此写全；如果这个条件是各项共有的，请写 `{shared}`",
    ),
    "W0309": Words(
        "`{name}` 既是数据项又是计分部分，这里读作数据项",
        "指得分时请写 `points of {name}`；确指数据项时，请给计分部分另取名称，或注明 "
        "`allow W0309 because …`",
    ),
    "W0517": Words(
        "`{subject}` 最高的排在最前，得 `{grade}`",
        "`{subject}` 越低越好时请在名称后加写 `lowest first`；确是越高越好时请加写 `highest first`",
    ),
    "W0306": Words(
        "这样会舍入到 {step} 的倍数",
        "如果指保留 {step} 位小数，请写出最小单位：`round {meant}`",
    ),
    "W0305.quotient": Words(
        "`{subject}` 是金额除以金额，而 {limit} 读作 {limit} 倍",
        "如果是百分之 {limit}，请写 `{limit}%`；如果确是倍数，请写 `{reading}`",
    ),
    "W0305.decimals": Words(
        "`{subject}` 是百分比，这样单元格只能是 {reading} 的倍数",
        "小数位和步长按数值本身计，1 就是 100%：如需 63.5% 这样的百分比，请写 `step {meant}`",
    ),
    "W0305.round": Words(
        "`{subject}` 是百分比，这样会舍入到 {reading} 的倍数",
        "如果指百分数的整数或小数位，请写 `{digits}%`；如果确是如此，请写 `{reading}`",
    ),
    "E0301.label": Words(
        "`{name}` 是不带单位的数值，而列名写着{unit}；{written} 读作 {reading}",
        "请把该列写作 `money in {unit}`，或按列中的数值写界限",
    ),
    "E0305.blank": Words(
        "空白视为 {value}，不在 `{name}` 的范围内",
        "请写范围内的值，并写明单位，如 `blank means 50%`",
    ),
    "W0305.plain": Words(
        "`{subject}` 是数值，而 {written}% 读作 {reading}",
        "如果指 {written}，请写 `{written}`，或把该列改为百分比；如果确是小数，请写 `{reading}`",
    ),
    "W0305.step": Words(
        "`{subject}` 是百分比，而每档 {step} 读作 {reading}",
        "如指百分之 {step}，请写 `{step}%`；如确指 {reading}，请照此写",
    ),
    "W0511": Words(
        "`{name}` 未填时按最好的值计：得 0 分，而最差为 {worst} 分",
        "请写明未填如何计分：`if missing: worst` 按最差计，`if missing: 0` 保持不变，数据项加 "
        "`required` 则不得空缺",
    ),
    "W0512": Words(
        "`{grading}` 按从优到劣读取，因此以 `{first}` 为最优、`{last}` 为最差",
        "如果各行由差到好排列，请在名称后写 `worst first`；否则请把最优的放在最前",
    ),
    "W0512.acts": Words(
        "`{grading}` 按从优到劣读取，因此以 `{first}` 为最优、`{last}` 为最差："
        "`{override}` 会把 `{before}` 改为 `{after}`",
        "如果各行由差到好排列，请在 `grades` 后写 `worst first`；否则请把最优的放在最前",
    ),
    "W0512.scale": Words(
        "档次 `{scale}` 的分值由低到高，而首个档次视为最好：这里 `{first}` 好于 `{last}`",
        "请把最好的档次写在最前",
    ),
    "W0512.field": Words(
        "`{field}` 的取值中 `{first}` 写在 `{last}` 之上，所以 `{first}` 也符合这里的条件",
        "请把最高的写在最前，如 `{last} > … > {first}`，或用 `is any of` 列出取值",
    ),
    "W0512.idle": Words(
        "`{grading}` 按从优到劣读取，因此以 `{first}` 为最优、`{last}` 为最差："
        "`{override}` 不会改变任何等级",
        "如果各行由差到好排列，请在 `grades` 后写 `worst first`；否则请把最优的放在最前",
    ),
    "W0513": Words(
        "`{written}` 有两种理解：这里以 `{best}` 为最优，因此会把 `{before}` 改为 `{after}`",
        "如果正是此意，请写 `no better than` {grade}；如果指最多到 {grade}，"
        "请改用 `floor`，写 `no worse than` {grade}",
    ),
    "W0513.floor": Words(
        "`{written}` 有两种理解：这里以 `{best}` 为最优，因此会把 `{before}` 改为 `{after}`",
        "如果正是此意，请写 `no worse than` {grade}；如果指至少为 {grade}，"
        "请改用 `cap`，写 `no better than` {grade}",
    ),
    "W0513.notch": Words(
        "`{written}` 有两种理解：这里以 `{best}` 为最优，因此会把 `{before}` 改为 `{after}`",
        "`up` 指向更优的等级调整；方向不对请对调",
    ),
    "W0511.open": Words(
        "`{name}` 未填时按最好的值计：得 0 分，而其他取值只会更差，且没有限度",
        "请写明未填如何计分：`if missing: 0` 保持不变，数据项加 `required` 则不得空缺；若要按"
        "最差计，请先规定得分的限度",
    ),
    "E0311.idle": Words(
        "`{effect}` 在这里不起作用：这条升降是往另一个方向调整的",
        "请把限制写在往该方向调整的升降上，或另写一条上限、下限",
    ),
    "E0201.each": Words(
        "这里没有可指的指标",
        "请写出含有指标的大类，或给指标规定档次",
    ),
    "E0208.class": Words(
        "读到此处时分类 `{name}` 尚未得出",
        "等级和分类只能引用写在其上方的分类：请把 `{name}` 移到上面",
    ),
    "E0302.each": Words(
        "`{found}` 只能用在条件中",
        "请与一个数比较，如 `{found} < 3`",
    ),
    "E0302.manner": Words(
        "`{manner}` 说明并列时如何排名，此处没有这样的排名",
        "请用在 `rank of …` 之后",
    ),
    "E0311.count": Words(
        "`{found}` 无从选取：该大类只有 {count} 个部分",
        "个数至少为 1，且少于该大类的部分数",
    ),
    "E0311.keep": Words(
        "`{found}` 不能与 `{combine}` 同用：只有相加的得分才能择优",
        "请改用 `sum` 或 `mean`",
    ),
    "E0204.of_score": Words(
        "`{what}` 不起作用：总分是一个单独的得分，以其公式为准",
        "请写入公式：`score s = … + 10`，或删去",
    ),
    "E0204.no_total": Words(
        "`{what}` 不起作用：没有由各项相加的总分",
        "请删去，或删去 `no total`",
    ),
    "E0206.grades": Words(
        "{place}没有任何一行，等级将全部为空",
        "请为每个等级写一行，如 `A >= 80`",
    ),
    "E0302.categories": Words(
        "比较的两个类别取值不同：{left} 与 {right}",
        "请各与自己的取值比较，或用 `by … {{ … }}` 把其中一个换算过来",
    ),
    "E0302.orders": Words(
        "两个类别取值相同但先后不同：{left} 与 {right}",
        "请统一先后（从优到差），或用 `is` 逐个取值判断",
    ),
    "E0206.ties": Words(
        "按名次比例评定等级，但未说明同分如何处理",
        "请在 `grades,` 后写 `ties up`（同分都取较高等级）或 `ties down`（同分都取较低等级）",
    ),
    "E0311.share": Words(
        "`{found}` 不是记录的比例",
        "请写大于 0 的百分比，如 `top 20%`",
    ),
    "E0311.shares": Words(
        "`{found}` 不能用于按名次比例评定的等级",
        "第一行写 `top 20%`，其后写 `next 70%`，最后写 `rest`",
    ),
    "E0311.whole": Words(
        "各比例合计 {total}%，此行永不适用或超出 100%",
        "各比例加其余合计须为 100%",
    ),
    "E0311.rest": Words(
        "各比例合计只有 {total}%，其他记录没有等级",
        "请加最后一行 `rest`",
    ),
}
"""Words by the same keys and with the same placeholders."""
