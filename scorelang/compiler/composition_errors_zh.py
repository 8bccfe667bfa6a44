"""The words of ``composition_errors.py`` in Chinese."""

from __future__ import annotations

from scorelang.diagnostics.model import Catalogue, Words

WORDS_ZH: Catalogue = {
    "E0611.many": Words(
        "`{path}` 引入了 {count} 个评分标准，因为文件之间重复引用",
        "每条记录都要逐一评分，合计最多 {most} 个；每个文件请只引用一次",
    ),
    "E0611": Words(
        "没有评分标准 `{path}`",
        '请写同一文件夹中的文件，如 `"post.rubric"`，或自带标准的名称；`scorelang new --l'
        "ist` 可列出名称",
    ),
    "E0611.near": Words(
        "没有评分标准 `{path}`",
        "是否指 `{near}`？",
    ),
    "E0611.outside": Words(
        "`{path}` 在本评分标准的文件夹之外",
        "评分标准只由本文件夹及其下的文件组成，请把文件复制过来",
    ),
    "E0611.folder": Words(
        "找不到 `{path}`：本评分标准没有所在文件夹",
        "请把评分标准存成文件放在另一个旁边，或写自带标准的名称",
    ),
    "E0611.unreadable": Words(
        "无法读取 `{path}`：{reason}",
        "请存为可以读取的 UTF-8 文本",
    ),
    "E0611.count": Words(
        "加上 `{path}` 文件就过多了：一个评分标准最多由 {most} 个文件组成",
        "请把几个文件合为一个",
    ),
    "E0611.depth": Words(
        "`{path}` 引用层次过深：最多逐层引用 {most} 个文件",
        "请直接引用最后一个",
    ),
    "E0612": Words(
        "`{path}` 又要用到本评分标准：{circle}",
        "其中一个文件要能不依赖另一个",
    ),
    "E0613": Words(
        "评分标准 `{name}` 引用了两个版本：{first} 和 {second}",
        "两处请引用同一个文件",
    ),
    "E0614": Words(
        "`{alias}` 的数据项 `{name}` 在这里的规定不同",
        "请另外给它取值：`use … as {alias} {{ {name} = YOUR_FIELD }}`",
    ),
    "E0614.taken": Words(
        "`{name}` 是 `{alias}` 的数据项，这里没有",
        "请给它取值：`use … as {alias} {{ {name} = YOUR_FIELD }}`",
    ),
    "E0614.unknown": Words(
        "`{alias}` 没有数据项 `{name}`",
        "它的数据项有：{known}",
    ),
    "E0614.near": Words(
        "`{alias}` 没有数据项 `{name}`",
        "是否指 `{near}`？",
    ),
    "E0614.twice": Words(
        "`{alias}` 的数据项 `{name}` 取了两个值",
        "请只留一个",
    ),
    "E0614.type": Words(
        "`{alias}` 的 `{name}` 是{wanted}，这里是{found}",
        "请给它同类的值",
    ),
    "E0614.range": Words(
        "`{alias}` 的 `{name}` 应在 {wanted} 之内，而这里可以是 {found}",
        "请收窄这里的数据项范围，或用 `max (…)` 和 `min (…)` 限制",
    ),
    "E0614.step": Words(
        "`{alias}` 的 `{name}` 以 {wanted} 为步长，而这里的值可能在两步之间",
        "请规定这里数据项的步长，或舍入：`round (…) to {wanted}`",
    ),
    "E0614.values": Words(
        "`{alias}` 的 `{name}` 没有取值 {unknown}",
        "请用 `by FIELD {{ … }}` 换成它的取值",
    ),
    "E0614.missing": Words(
        "`{alias}` 的 `{name}` 必填，而这里可能未填",
        "请把这里的数据项规定为 `required`，或用 `first known of (…)` 说明以什么代替",
    ),
    "E0615.grades": Words(
        "`{path}` 没有等级",
        "请引用规定了 `grades` 的评分标准",
    ),
    "E0615.total": Words(
        "`{alias}` 没有总分",
        "请按名称读取它的某个得分",
    ),
    "E0615.grade": Words(
        "`{alias}` 没有等级",
        "请改为读取它的得分",
    ),
    "E0615.alias": Words(
        "没有引用名为 `{alias}` 的评分标准",
        '请在评分标准中写 `use "FILE.rubric" as {alias}`',
    ),
    "E0615.broken": Words(
        "`{path}` 本身有错误",
        "请先改正该文件：`scorelang check {path}`",
    ),
    "E0615.compares": Words(
        "`{path}` 要在记录之间比较，不能在这里引用",
        "请单独评分，再把结果作为数据项",
    ),
    "E0615.twice": Words(
        "`{alias}` 指两个评分标准",
        "请在 `as` 后给其中一个另起名称",
    ),
    "E0615.bases": Words(
        "一个评分标准只能修订自一个",
        "请只留一个 `extends`",
    ),
    "E0616": Words(
        "`{base}` 没有可以替换的{what}",
        "要新增请不写 `replace`",
    ),
    "E0616.near": Words(
        "`{base}` 没有可以替换的{what}",
        "是否指 `{near}`？",
    ),
    "E0616.kind": Words(
        "`{name}` 在 `{base}` 中不是{what}，而是{found}",
        "请用同类的部分替换",
    ),
    "E0616.alone": Words(
        "写了 `replace`，但本评分标准没有修订自其他标准",
        '请写 `extends "FILE.rubric"`，或删去 `replace`',
    ),
    "E0616.twice": Words(
        "{what}替换了两次",
        "请只留一个",
    ),
    "E0617": Words(
        "`{name}`：{first} 和 {second} 在 {start} 至 {end} 同时施行",
        "请使一个在另一个开始之前结束；`effective` 的首尾两日都包括在内",
    ),
    "E0618.order": Words(
        "版本在 {last} 结束，早于开始的 {first}",
        "请把两个日期对调",
    ),
    "E0618.field": Words(
        "`{name}` 不是记录中的日期",
        "请写规定为 `date` 的数据项",
    ),
    "E0618.undated": Words(
        "`{name}` 有几个版本，而这个版本没有说明施行的起止日期",
        '请写 `version "…", effective from DAY to DAY`',
    ),
    "E0618.fields": Words(
        "`{name}` 的各版本按不同的数据项选用：{fields}",
        "请在各版本的 `by` 后写同一个日期",
    ),
    "E0618.names": Words(
        "`{name}` 的两个文件都称为版本 `{version}`",
        "请给每个版本各起名称",
    ),
    "W0611": Words(
        "`{name}`：{start} 至 {end} 没有施行的版本",
        "这些日期的记录会被退回；请让某个版本早开始或晚结束",
    ),
    "E0615.applicable": Words(
        "这里无法得知 `{alias}` 中适用部分的满分",
        "请在 `{alias}` 中写成结果，再引用该结果",
    ),
}
"""Words by the same keys and with the same placeholders."""
