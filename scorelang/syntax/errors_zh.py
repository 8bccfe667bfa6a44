"""The words of ``errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "E0101.line_number": Words("行首的 `{found}` 读不出来：各行编号不连续", "请删去行号"),
    "E0101.phrase": Words("`{found}` 在这里读不出来", "请写 `{meant}`"),
    "E0101.key_type": Words(
        "`{word} {name}` 会被当作名为 `{word}` 的列，唯一取值是 `{name}`",
        "请写出编号的类型：`{word} {name} text`",
    ),
    "E0101.key_word": Words("`{found}` 不是标明编号的词", "请写 `key {name} text`"),
    "E0101.type_word": Words(
        "`{type}` 不是数据项的类型，会被当作它唯一的取值",
        '请写 `{meant}`；如果 `{type}` 确是取值，请写上标签：`{type} "…"`',
    ),
    "E0101.name_of_grade": Words(
        "`{found}` 不能直接作名称",
        "带符号、空格或以数字开头的名称请写在「」或反引号中：`{meant}`",
    ),
    "E0101.no_condition": Words(
        "`{found}` 没有写明什么情况下适用",
        "请写名称和条件：{example}",
    ),
    "E0101.any_indicator": Words(
        "`{found}` 不是对多个指标提条件的写法",
        "请写 {example}",
    ),
    "E0101.grades_block": Words("`{found}` 不能这样写", "各等级写在一起：{example}"),
    "E0101.step_line": Words(
        "`{found}` 没有写明从多少分起算",
        "按档增减写在分数之后，如 `100, less 5 for each started 1 above 10`；"
        "按次数计分写作 `-5 for each x`",
    ),
    "E0101.behind_block": Words(
        "`{found}` 写在了大括号之后",
        "请写到这一部分的首行、`{{` 之前，各项说明都写在那里",
    ),
    "E0101.logarithm": Words(
        "`{found}` 有人指自然对数，有人指以 10 为底的对数",
        "请写 `ln (x)`；以 10 为底写 `ln (x) / ln (10)`",
    ),
    "E0101.base_of_list": Words(
        "`{found}` 只能写在总分处，不能写在各部分",
        "起评分请单独写成清单中的一行：`20 when yes`",
    ),
    "E0101.always": Words("这一行给了分数，没有写明什么情况下得", "总是计入的分数请写 `{meant}`"),
    "E0101.applies": Words(
        "`{found}` 没有写明适用于谁",
        "请写 `applies when k is A`，并在后面写明否则怎样："
        "`else rescale`、`else full marks` 或 `else 0`",
    ),
    "E0101.promise": Words("这条保证读不出来", "请写 `promise total never falls as x rises`"),
    "E0101.veto_points": Words(
        "一票否决和上限不给分数",
        "请写等级，如 `grade C`；某一部分因此计 0 分写作 `zero a when …`",
    ),
    "E0101.either_way": Words(
        "`{found}` 没有写明是都要符合，还是符合其一即可",
        "都要符合请写 `{meant}`，符合其一即可请写 `{other}`",
    ),
    "E0101.winners": Words(
        "得分最高者给出的是名称，不能参与计算",
        "取几个值中最大的，请写 `{meant}`；要知道哪一项得分最高，请写 "
        "`class route = highest of (a, b)`",
    ),
    "E0101.joined_conditions": Words(
        "`{found}` 没有写明是都要符合，还是符合其一即可",
        "都要符合请用 `and` 连接，符合其一即可请用 `or`；同一列的几个取值请写 `k is any of (a, b)`",
    ),
    "E0101.open_colon": Words("冒号后面没有内容", "请删去冒号，或在后面写明该等级的条件"),
    "E0101.most_taken": Words(
        "`{found}` 没有写明是什么最多扣这些",
        "某一扣分步骤的上限请紧跟在该步骤后面，如 `100, less 5 for each x at most 10`；"
        "整项的得分请写最少剩多少，如 `at least 0`",
    ),
    "E0101.cap_of_line": Words(
        "`{found}` 不能限制逐项累计中的一行",
        "请用两数中较小者限制，如 `min (x, 5) when yes`；或把这几行单列为一项，写 `at most 10`",
    ),
    "E0101.not_grade": Words(
        "`{found}` 没有写明这时评为哪一级", "请写最好能评到哪一级，如 `no better than B`"
    ),
    "E0101.not_ratable": Words(
        "`{found}` 不是一票否决或上限能给的等级",
        "请另起一行写 `not ratable when`，或写明等级",
    ),
    "E0101.zero_total": Words(
        "`{found}` 不能这样写：清零的是某一部分",
        "请写明指标或大类，如 `zero a when …`；整体不予通过请写 `veto v when … : grade C`",
    ),
    "E0101.which_side": Words(
        "`{found}` 没有写明是哪一边：风险越高，等级越差",
        "最好只能评到这一级请写 `no better than`；最差只能评到这一级请写 `no worse than`",
    ),
    "E0101.blank_missing": Words("`{found}` 没有作用：空白本来就是未填", "请删去"),
    "E0101.first_word": Words(
        "文件以 `{meant}` 开头，而不是 `{found}`", "请把 `{found}` 改为 `{meant}`"
    ),
    "E0101.bracket_in_name": Words(
        "名称里不能有括号：`{found}`", "请用不带括号的名称，把表中的写法放在引号里：`{meant}`"
    ),
    "E0103.grades": Words(
        "`{found}` 不是级数：升降的是等级，不是分数",
        "如果指等级，请写 `down {count}`；如果是扣分，请在指标里写一行，如 `-{count} when …`",
    ),
    "E0103.no_unit": Words("`{second}` 不是 `{found}` 的单位", "界限请用符号写，如 `>= 10`"),
    "E0101.drop_ends": Words("`{found}` 被当作一组评价人", "请写 `drop highest and lowest`"),
    "E0101.line_number_dash": Words(
        "各行开头的 `{found}` 可能是项目符号，也可能是负号",
        "是项目符号请删去；是负数请与数字连写：`-{rest}`",
    ),
    "E0101.line_number_list": Words(
        "`{found}` 可能是行号，也可能是这一行的取值",
        "是行号请删去；是取值请用逗号分开：`{apart}`",
    ),
    "E0101.line_number_dot": Words(
        "`{found}` 可能是行号，也可能是小数的开头",
        "是行号请删去；是小数的一部分，各行就都不要编号",
    ),
    "E0101.twice": Words(
        "此处说了两遍",
        "请只保留一处",
    ),
    "E0101.graded_twice": Words(
        "`=` 之后已写明等级的来源",
        "请去掉 `of …`，或把等级写在 `{{ … }}` 中",
    ),
    "E0101": Words(
        "`{found}` 不能写在这里",
        "这里应为：{expected}",
    ),
    "E0101.line_end": Words(
        "这一行没有写完",
        "后面应为：{expected}",
    ),
    "E0101.read_as_name": Words(
        "`{found}` 在这里被当作名称，后面不能接 `{next}`",
        "请补上 `{found}` 之前缺的内容；如果它就是名称，请写成「{found}」",
    ),
    "E0101.goes_on": Words(
        "`{found}` 之后这一行还没有写完，却开始了新的部分",
        "请在 `{next}` 之前把这一行写完，或删去 `{found}`",
    ),
    "E0101.file_end": Words(
        "文件没有写完",
        "后面应为：{expected}",
    ),
    "E0101.block_end": Words(
        "大括号内没有写完：`{found}` 不能写在这里",
        "这里应为：{expected}",
    ),
    "E0101.empty": Words(
        "文件里没有评分标准",
        "请以 `rubric my_rubric {{` 或 `评分标准 我的标准 {{` 开头，以 `}}` 结尾",
    ),
    "E0101.no_rubric": Words(
        "文件应以 `rubric` 或 `评分标准` 开头，而不是 `{found}`",
        "请在它前面写 `rubric my_rubric {{`，在文件末尾写 `}}`",
    ),
    "E0101.after_rubric": Words(
        "`{found}` 写在评分标准结束之后",
        "请移到最后一个 `}}` 之前，或删去写早了的 `}}`",
    ),
    "E0101.colon": Words(
        "`{found}` 之前缺少冒号",
        "请写 `{before} : {found}`",
    ),
    "E0101.comma": Words(
        "`{found}` 之前缺少逗号",
        "请写 `{before}, {found}`",
    ),
    "E0101.missing": Words(
        "`{found}` 之前缺少 `{missing}`",
        "请在那里写上 `{missing}`",
    ),
    "E0101.own_line": Words(
        "`{found}` 必须另起一行",
        "请在 `{found}` 之前换行",
    ),
    "E0101.did_you_mean": Words(
        "这里不认识 `{found}`",
        "是否想写 `{meant}`？",
    ),
    "E0101.run_together": Words(
        "`{found}` 连在一起，被当作一个名称",
        "请在词之间加空格：`{parted}`",
    ),
    "E0101.full_stop": Words(
        "评分标准的行末不写句号",
        "请删去 `{found}`",
    ),
    "E0101.semicolon": Words(
        "`{found}` 在评分标准里不起分隔作用",
        "请换行，或在各项之间写逗号",
    ),
    "E0101.quotes": Words(
        "`{found}` 不能用来标示文字",
        '文字写在 "…" 或 “…” 中，名称写在「…」中',
    ),
    "E0101.sign": Words(
        "`{found}` 不是可用的符号",
        "请写 `{meant}`",
    ),
    "E0101.stray_expression": Words(
        "逗号之间只有这一段，看不出它的作用",
        "请在前面写上说明它是什么的词，如 `max`、`needs` 或 `covers`；"
        "另有条件请用 `and` 或 `or` 连接",
    ),
    "E0101.stray_order": Words(
        "这里没有可以排序的内容",
        "`highest first` 用于名次，`worst first` 用于等级和对照表，`ties first` 用于 `hig"
        "hest of (…)`",
    ),
    "E0101.stray_pairs": Words(
        "只有大类可以用两两比较定权重",
        "请把 `weights from pairs` 移到大类那一行",
    ),
    "E0101.pairs_without_table": Words(
        "缺少两两比较的表",
        "请在该大类的大括号内写出各行 `| … |`",
    ),
    "E0101.stray_table": Words(
        "这张表不属于任何部分",
        "请在大类那一行写上 `weights from pairs`",
    ),
    "E0101.stray_else": Words(
        "前面没有 `applies when`",
        "请按 `applies when …, else …` 的次序写，中间不插入其他内容",
    ),
    "E0101.stray_mode": Words(
        "前面没有说明舍入到哪一位",
        "请写 `round 0.1 half up`",
    ),
    "E0101.stray_each": Words(
        "前面没有计分的档",
        "请写在 `less 1 for each …` 之后",
    ),
    "E0101.late_key": Words(
        "`key` 一词要写在数据项前面",
        "请写在最前：`key supplier_no text`",
    ),
    "E0101.stray_rater": Words(
        "这不是数据项的说明，前面也没有 `rated by`",
        "是评价人请在第一组之前写 `rated by`，否则请删去",
    ),
    "E0101.second_label": Words(
        "该数据项已有名称",
        "其他写法前请写 `also`",
    ),
    "E0101.expect_name": Words(
        "没有说明 `{name}` 应得什么",
        "请写 `{name} = …`，等号后写应得的值",
    ),
    "E0101.assume": Words(
        "只能假定对全部记录计算的数值",
        "请写 `assume mean of x = …`，或中位数、最低值、最高值、分位数",
    ),
    "E0101.assume_by": Words(
        "这个数值不按数据项区分",
        "请写 `mean of x by y {{ … }}`，或只写一个值：`mean of x = …`",
    ),
    "E0101.empty_block": Words(
        "大括号内没有内容",
        "请至少写一行，如 `otherwise : 0`",
    ),
    "E0101.many": Words(
        "还有更多错误没有列出",
        "请先改正以上各处，再检查一次",
    ),
    "E0102": Words(
        "第 {line} 行的 `{found}` 没有对应的结束",
        "请在结束处写 `{closing}`",
    ),
    "E0102.bracket": Words(
        "第 {line} 行的 `{found}` 没有对应的结束",
        "请在括起的内容后写 `{closing}`",
    ),
    "E0102.open": Words(
        "`{found}` 这一部分缺少开头的大括号",
        "请在这一行末尾写 `{{`",
    ),
    "E0102.stray": Words(
        "`{found}` 没有对应的开头",
        "请删去它，或补上对应的开头",
    ),
    "E0102.text": Words(
        "`{found}` 之后的文字或名称在本行没有结束",
        "请在后面写 `{closing}`",
    ),
    "E0103.comma": Words(
        "数字 `{found}` 里有逗号",
        "请写 `{meant}`：逗号用来分开两个值",
    ),
    "E0103.leading_dot": Words(
        "数字要以数码开头",
        "请在小数点前写 `0`",
    ),
    "E0103.whole": Words(
        "`{found}` 不是整数",
        "请只写数码，如 `3`",
    ),
    "E0103.long": Words(
        "数字超过 {most} 位",
        "请按制度需要的位数书写",
    ),
    "E0103.units": Words(
        "数字后有两个单位：`{first}` 和 `{second}`",
        "请只留一个，或在中间加逗号",
    ),
    "E0103.date": Words(
        "`{found}` 不是日历上的日期",
        "请按 年-月-日 书写：`2026-12-31`",
    ),
    "E0104": Words(
        "`{found}` 在这里没有意义",
        "请删去它；名称中有符号的，请写在「…」中",
    ),
    "E0104.invisible": Words(
        "这里有一个看不见的字符（{found}）",
        "请删去它，把这一行重新输入",
    ),
    "E0105": Words(
        "`{found}` 是本语言的用词，不能作名称",
        "请写成「{found}」，或另起名称",
    ),
    "E0106": Words(
        "文件有 {found} 个字符，超过可读取的 {most} 个",
        "请分成几个评分标准，或把数值移到另外的文件",
    ),
    "E0106.line": Words(
        "这一行超过 {most} 个字符",
        "请分成几行",
    ),
    "E0106.depth": Words(
        "括号嵌套超过 {most} 层",
        "请用 `let` 给里面的部分命名",
    ),
    "E0106.deep": Words(
        "嵌套超过 {most} 层",
        "请用 `let` 给里面的部分命名",
    ),
    "E0106.long": Words(
        "一个算式超过 {most} 项",
        "请用 `let` 给其中一部分命名",
    ),
    "E0101.both_ends": Words(
        "`{found}` 说含本数，而前面的词说不含",
        "请只保留其一",
    ),
    "E0101.other_end": Words(
        "`{found}` 括号中的数与前面的界限不同",
        "请写同一个数，或只写 `（含）`",
    ),
    "E0101.same_side": Words(
        "两个界限在同一侧",
        "区间应有下限和上限",
    ),
    "E0101.other_name": Words(
        "这一行说的不是本指标的对象",
        "请只写区间，如 `90~100`；若是条件，请写在 `when` 之后",
    ),
    "E0101.no_range": Words(
        "这不是区间",
        "请写出两端，如 `0~100`",
    ),
    "E0101.negative_range": Words(
        "看不出区间从哪里到哪里",
        "请在两端之间写 `~`，如 `-10~30`",
    ),
    "E0101.range_in_list": Words(
        "一个区间占一行",
        "请每个区间各写一行",
    ),
    "E0101.points_range": Words(
        "这里的分数会被读作减法",
        "请写一个数；档内内插写 `linear 8 to 10`，由人在区间内评分写 `within`",
    ),
    "E0103.one_or_two": Words(
        "`{found}` 可能是一个数，也可能是几个数",
        "若是一个数请写 `{meant}`，若是几个数请在逗号后空一格：`{apart}`",
    ),
    "E0101.comment": Words(
        "`{found}` 不是注释",
        "注释以 `#` 开头",
    ),
    "E0101.count": Words("`{found}` 后没有用括号列出要计数的条件", "请写 `{meant}`"),
    "E0101.between": Words("`{found}` 不是本语言的区间写法", "请写 `{meant}`"),
    "E0101.lookup": Words(
        "按多个数据项查表不是这样写的",
        "请写对照表，首行列出数据项：`table t gives number {{`，下面是 `| a | b | t |`；"
        "再在公式中使用 `t`",
    ),
    "E0101.limit": Words("`{found}` 不是本语言的限值写法", "请写 `{meant}`"),
    "E0101.points": Words("本行的分值没有写在冒号后面", "请写 `{meant}`"),
    "E0103.written_date": Words("`{found}` 不是这里的日期写法", "请写年-月-日：`{meant}`"),
    "E0101.rest": Words("`{found}` 的写法或位置读不出来", "请写 `{meant}`"),
    "E0101.no_points": Words(
        "这一行没有写分数",
        "请在冒号后写分数，如 `{found} 10`",
    ),
    "E0101.digits": Words(
        "`{found}` 中的数字是汉字",
        "数字请写阿拉伯数字：`{parted}`",
    ),
    "E0101.quoted_name": Words(
        "`{found}` 是文字，这里应写名称",
        "含空格的名称请写在「」或反引号中：`{meant}`",
    ),
    "E0101.spaced_name": Words(
        "`{found}` 中有空格，不是一个名称",
        "含空格的名称请写在「」或反引号中：`{meant}`；若是条件，请写在 `when` 之后",
    ),
    "E0101.operator_first": Words(
        "一行不能以 `{found}` 开头",
        "请把 `{found}` 写在上一行末尾",
    ),
    "E0101.no_name": Words(
        "`{before}` 没有名称",
        "请在 `{before}` 和 `{found}` 之间写一个名称",
    ),
    "E0103.decimal": Words(
        "`{found}` 的数字里有逗号",
        "小数请用小数点：`{meant}`",
    ),
    "E0101.stray_number": Words(
        "逗号后面单独有一个数",
        "小数请用小数点，如 `0.1`；否则请写明它是什么，如 `max`",
    ),
}
"""Words by the same keys and with the same placeholders."""
