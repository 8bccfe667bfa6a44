"""Phrases of heads, fields and clauses. Each is tried before it is said."""

# ruff: noqa: E501  a pattern is one line

from __future__ import annotations

import re
from typing import Final

from scorelang.syntax.blocks import Block
from scorelang.syntax.field_words import KEY_WORDS, TYPE_WORDS, type_meant
from scorelang.syntax.phrase import NAME, NUMBER, Found, phrase
from scorelang.syntax.told_vocabulary import is_chinese
from scorelang.syntax.vocabulary import is_reserved

_TYPE: Final = r"(?:text|number|integer|percent|money|date|文字|数值|整数|百分比|金额|日期)"
_HEADS: Final = "指标|大类|分组|计算|得分项|对照表|一票否决|上限|下限|升降|清零|结果"


def _category(found: Found, _: str) -> str:
    values = re.split(r"\s*[、/／，,]\s*", found["values"].strip())
    return f"{found['field']} {' | '.join(values)}"


def _subject(found: Found, text: str) -> str:
    """``指标 甲 a {``: what is measured, if such a column is declared."""
    name, is_chinese = re.escape(found["field"]), not found["word"].isascii()
    declared = re.search(rf"(?m)^\s*(?:(?:计算|let)\s+)?{name}\s+[^\s{{｛]", text)
    of = "按" if is_chinese else "of"
    return f"{found['head']}{of} {found['field']}" if declared else found.group()


def _codes(found: Found, _: str) -> str:
    """``1 | 2 | 3``: values of digits are names in quotes."""
    values = [value.strip(' "“”') for value in re.split("[|｜]", found["values"])]
    return found["head"] + " | ".join(f"「{value}」" for value in values)


def _raters(found: Found, _: str) -> str:
    groups = re.findall(rf"([^\W\d]\w*)\s*[(（]\s*({NUMBER})\s*[%％]\s*[)）]", found["all"])
    return found["head"] + "，".join(f"{name} {share}%" for name, share in groups)


def _labelled(found: Found, _: str) -> str:
    if is_reserved(found["name"]) or found["name"] in _NO_NAMES:
        return found.group()  # a condition in brackets, not a name
    return f'{found["name"]} "{found["name"]}{found["open"]}{found["label"]}{found["close"]}"'


_NO_NAMES: Final = frozenset(("if", "then", "else", "如果", "则", "否则", "分", "按"))
_CODE: Final = r"(?:[0-9]\w*|[\"“][^\"”\n]+[\"”])"
_RATER: Final = rf"[^\W\d]\w*\s*[(（]\s*{NUMBER}\s*[%％]\s*[)）]"


PHRASES: Final = (
    # fields
    phrase(
        rf"(?P<head>(?:评价人|rated by)\s+)(?P<all>{_RATER}(?:\s*[,，、]?\s*{_RATER})*)",
        _raters,
        block=Block.RECORD,
    ),
    phrase(
        rf"^(?P<head>\s*{NAME}(?:\s*[\"“][^\"”\n]*[\"”])?\s+)(?P<values>{_CODE}(?:\s*[|｜]\s*{_CODE})+)(?=\s*(?:$|[,，]))",
        _codes,
        block=Block.RECORD,
    ),
    phrase(
        rf"\s*[,，]\s*(?:默认|缺省)值?\s*(?:为|是|[:：=])?\s*(?={NUMBER})",
        "，空白视为 ",
        block=Block.RECORD,
    ),
    phrase(rf"\s*,\s*default\s*[:=]?\s*(?={NUMBER})", ", blank means ", block=Block.RECORD),
    phrase(
        r"\s*[,，]\s*(?:可空|可为空|允许为?空|选填|非必填|可不填|nullable|optional)(?!\w)",
        "",
        "E0101.blank_missing",
        block=Block.RECORD,
    ),
    phrase(r"(?<=\s)yes\s*[|｜、,]\s*no(?!\w)", "yes/no", block=Block.RECORD),
    phrase(r"(?<=\s)是\s*[|｜、/，]\s*否(?!\w)", "是否", block=Block.RECORD),
    phrase(
        r"\s*[,，]\s*(?:空白视为\s*(?:未填|空白?|缺失)|blank means (?:missing|blank|empty))(?!\w)",
        "",
        "E0101.blank_missing",
        block=Block.RECORD,
    ),
    phrase(
        rf"^\s*(?P<name>{NAME})\s+(?P<text>text|文字|文本)\s*[,，]?\s*(?P<key>key|primary key|unique|主键|编号|唯一(?:标识)?)(?=\s*$)",
        lambda found, _: (
            f"{'key' if found['text'] == 'text' else '编号'} {found['name']} {'text' if found['text'] == 'text' else '文字'}"
        ),
        "E0101.late_key",
        Block.RECORD,
    ),
    phrase(
        rf"^\s*(?P<word>{'|'.join(KEY_WORDS)})\s+(?P<name>{NAME})(?=\s*$)",
        lambda found, _: (
            f"key {found['name']} text" if found["word"].isascii() else f"编号 {found['name']} 文字"
        ),
        "E0101.key_word",
        Block.RECORD,
    ),
    phrase(
        rf"^\s*(?:{'|'.join(KEY_WORDS)})\s+(?={NAME})",
        lambda found, _: "key " if found.group().strip().isascii() else "编号 ",
        "E0101.key_word",
        Block.RECORD,
    ),
    phrase(
        rf"^\s*(?P<word>key|编号)\s+(?P<name>{NAME})(?=\s*$)",
        lambda found, _: (
            f"key {found['name']} text" if found["word"] == "key" else f"编号 {found['name']} 文字"
        ),
        "E0101.key_type",
        Block.RECORD,
    ),
    phrase(
        rf"^(?P<head>\s*(?:(?:key|编号)\s+)?{NAME}(?:\s*[\"“][^\"”\n]*[\"”])?\s+)(?P<type>{'|'.join(sorted(TYPE_WORDS, key=len)[::-1])})(?![\w])",
        lambda found, _: found["head"] + type_meant(found["type"]),
        "E0101.type_word",
        Block.RECORD,
    ),
    phrase(
        rf"({_TYPE})\s*[(（]\s*(单位[:：]?\s*)?(万元|亿元|千元|元|天|年|月|个月|[%％]|[A-Z]{{3}})\s*[)）]",
        lambda found, _: f"{found[1]} {'in' if found[1].isascii() else '单位'} {found[3]}",
        block=Block.RECORD,
    ),
    phrase(r"(金额|数值|整数)\s+(万元|亿元|千元|元|天|年|月|个月)(?!\w)", r"\1 单位 \2"),
    phrase(
        rf"({_TYPE})\s*[(（\[［]\s*([0-9.]+\S*?)\s*(?:[-－~～—–至到,，]|\.\.)\s*([0-9.]+[^()（）\s]*?)\s*[)）\]］]",
        lambda found, _: f"{found[1]} {found[2]}{'..' if found[1].isascii() else '~'}{found[3]}",
        block=Block.RECORD,
    ),
    phrase(
        r"(?<=[\w%])\s+(?P<word>blank(?: also)?|空白(?:包括)?|空值)\s*[:：=]?\s*(?=[\"“])",
        lambda found, _: ", blank also " if found["word"].isascii() else "，空白包括 ",
        block=Block.RECORD,
    ),
    phrase(
        r"(?<=[\w%])\s+(?P<word>required|必填|step|步长|decimals|小数位)(?!\w)",
        lambda found, _: f"{', ' if found['word'].isascii() else '，'}{found['word']}",
        block=Block.RECORD,
    ),
    # examples
    phrase(
        r"^\s*(?P<what>总分|等级|total|grade)\s*[:：=]\s*",
        lambda found, _: (
            f"expect {found['what']} = " if found["what"].isascii() else f"应得 {found['what']} = "
        ),
        block=Block.EXAMPLE,
    ),
    phrase(
        rf"^\s*(?P<what>{NAME})\s*[:：=]\s*(?=\S)",
        lambda found, text: (
            f"已知 {found['what']} = " if is_chinese(text) else f"given {found['what']} = "
        ),
        block=Block.EXAMPLE,
    ),
    # clauses
    phrase(
        r"(?<=[,，])\s*(?:空白|缺失|未填写?|无数据|为空|缺失值|未提供)时?\s*[:：]\s*",
        "未填时：",
    ),
    phrase(
        r"(?<=,)\s*if (?:blank|empty|absent|not available|unknown|null|no data)\s*:?\s*",
        " if missing: ",
    ),
    phrase(rf"(?<=,)\s*(?:default|missing|blank)\s*:?\s*(?={NUMBER})", " if missing: "),
    phrase(rf"(?<=[,，])\s*(?:默认|缺省)(?:值|为)?\s*[:：]?\s*(?={NUMBER})", "未填时："),
    phrase(
        r"(?<=[,，])\s*(?:扣分制?|扣分项?|加减分|加分制?|累计(?:扣分|加分|计分)?|逐项(?:扣分|加分|计分|相加))(?=\s*[,，{｛])",
        "逐项累计",
    ),
    phrase(
        r"(?<=,)\s*(?:deductions?|additive|cumulative|accumulate|penalties|all apply)(?=\s*[,{])",
        " all that hold",
    ),
    phrase(r"(?<=[,，])\s*(max|满分|weight|权重|round|精确到)\s*[:：=]\s*(?=[0-9])", r" \1 "),
    phrase(
        rf"^(?P<head>\s*(?:指标|大类|分组)\s[^{{｛\n]*?[,，]\s*)(?:总分|最高分值?|最高|上限|分值|分数|得分|总分值|标准分)\s*[:：=]?\s*(?![0-9.]+\s*[%％])(?P<n>{NUMBER})\s*分?",
        r"\g<head>满分 \g<n>",
    ),
    phrase(
        rf"^(?P<head>\s*(?:indicator|group)\s[^{{\n]*?,\s*)(?:total|points|score|worth|out of|marks|maximum(?: points)?|highest)\s*[:=]?\s*(?P<n>{NUMBER})(?: points)?",
        r"\g<head>max \g<n>",
    ),
    phrase(
        rf"^(?P<head>\s*(?:indicator|group)\s+\w+(?:\s*\"[^\"\n]*\")?)\s*,?\s+(?P<n>{NUMBER})(?: points)?(?=\s*(?:of|=|,|{{|$))",
        r"\g<head>, max \g<n>",
    ),
    phrase(
        rf"(?<=[,，])\s*(?:limited|restricted|clamped|bounded|clipped)(?: to| from| between)?\s*(?P<low>-?{NUMBER}\S*?)\s*(?:to|and|\.\.|-)\s*(?P<high>-?{NUMBER}\S*)",
        r" limited to \g<low>..\g<high>",
    ),
    phrase(
        rf"(?<=[,，])\s*(?:限制|限定|控制|限)(?:在|为|于)?\s*(?P<low>-?{NUMBER}\S*?)\s*[-－~～—–至到和]\s*(?P<high>-?{NUMBER}[^\s以之]*)(?:之间|以内)?",
        r"限于 \g<low>~\g<high>",
    ),
    phrase(
        rf"(?<=,)\s*(?:capped at|limited to|not (?:above|more than|over)|no more than|maximum|max(?:imum)? of|up to) (?P<n>-?{NUMBER}\S*)",
        r" at most \g<n>",
    ),
    phrase(
        rf"(?<=,)\s*(?:not (?:below|less than)|no less than|minimum(?: of)?|min) (?P<n>-?{NUMBER}\S*)",
        r" at least \g<n>",
    ),
    phrase(
        rf"(?<=[,，])\s*(?:最高|不超过|不高于|上限|封顶|不大于)为?\s*(?P<n>-?{NUMBER}[^\s,，]*)",
        r"最多 \g<n>",
    ),
    phrase(
        rf"(?<=[,，])\s*(?:最低|不低于|不少于|下限|保底|不小于)为?\s*(?P<n>-?{NUMBER}[^\s,，]*)",
        r"至少 \g<n>",
    ),
    phrase(r"(round|精确到)\s*0\s*[,，]\s*(0*1)(?![0-9])", r"\1 0.\2", "E0103.decimal"),
    # heads and names
    phrase(
        rf"^(?P<head>\s*(?:指标|大类)\s+{NAME}(?:\s*[\"“][^\"”\n]*[\"”])?)\s*[,，]?\s*"
        rf"(?:根据|依照|按照|依据|基于|针对|取自?|看|考核)\s*(?={NAME}\s*(?:[,，{{｛=]|$))",
        r"\g<head> 按 ",
    ),
    phrase(
        rf"^(?P<head>\s*indicator\s+{NAME}(?:\s*\"[^\"\n]*\")?),?\s+"
        rf"(?:based on|according to|from|by|on|using|measures|for)\s+(?={NAME}\s*(?:[,{{=]|$))",
        r"\g<head> of ",
    ),
    phrase(
        rf"^(?P<head>\s*(?P<word>指标|indicator)\s+{NAME}(?:\s*[\"“][^\"”\n]*[\"”])?\s+)(?P<field>{NAME})(?=\s*[,，{{｛])",
        _subject,
    ),
    phrase(r"^\s*加分项?\s+(?=[^\W\d「])", "指标 "),
    phrase(
        r"^(?P<head>\s*(?:指标|大类|分组|计算|得分项|indicator|group|let|score)\s+)"
        r"(?P<name>[0-9][0-9.]*\s?[^\W\d]\w*(?:\s\w+)*?|[^\W\d]\w*(?:[-/&·－／][^\W\d]\w*)+)(?=\s*(?:[,，=\"“{｛]|of |按 ))",
        r"\g<head>「\g<name>」",
        "E0101.name_of_grade",
    ),
    phrase(
        r"^(\s*)weighted total(?:\s+(?P<rest>[^,\n]*))?",
        lambda found, _: f"{found[1]}total {found['rest'] or ''}".rstrip() + ", weighted",
    ),
    phrase(
        r"^(\s*)加权总分(?:\s*(?P<rest>[^,，\n]*))?",
        lambda found, _: f"{found[1]}总分 {found['rest'] or ''}".rstrip() + "，加权",
    ),
    phrase(
        rf"^\s*总分\s*(?:为|[:：=，,])?\s*(?:满分)?\s*[:：]?\s*({NUMBER})\s*分?(?=\s*(?:$|[,，]))",
        r"总分 \1分",
    ),
    phrase(
        rf"^\s*total\s*[:=,]?\s*(?:of |max |out of )?({NUMBER})(?: points)?(?=\s*(?:$|,))",
        r"total \1",
    ),
    phrase(rf"^\s*满分\s*[:：]?\s*({NUMBER})\s*分?(?=\s*$|\s*[,，])", r"总分 \1分"),
    phrase(rf"^\s*({_HEADS})(?=[^\W\d])(?!.*\1\s)", r"\1 "),
    phrase(rf"^\s*({_HEADS})\s*([^\W\d]\w*?)\s*按\s*([^\W\d])", r"\1 \2 按 \3"),
    phrase(rf"(?<=\w)\s*[(（]\s*(?:满分)?\s*({NUMBER})\s*分\s*[)）]", r"，满分 \1"),
    phrase(rf"^(\s*(?:{_HEADS})\s+\w+)\s+({NUMBER})\s*分(?=\s*[{{｛=按,，])", r"\1，满分 \2"),
    phrase(rf"(?<=\w)\s*[(（]\s*(?:权重|占)?\s*({NUMBER})\s*[%％]\s*[)）]", r"，权重 \1%"),
    phrase(rf"(?<=\w) *\( *(?:max )?({NUMBER})(?: points?| pts?)? *\)", r", max \1"),
    phrase(rf"(?<=\w) *\( *(?:weight )?({NUMBER})% *\)", r", weight \1%"),
    phrase(
        r"(?P<name>[^\W\d]\w*)\s*[(（](?P<label>[^\W\d]+)[)）]\s*[:：]?(?=\s*(?:[0-9<>=≥≤＜＞]|其余|当|超过|不足|前|次))",
        r'\g<name> "\g<label>" ',
    ),
    phrase(
        r"(?P<name>[^\W\d]\w*) *\((?P<label>[\w ]+)\) *:?(?= *(?:[0-9<>=]|otherwise|when|above|under|top|next))",
        r'\g<name> "\g<label>" ',
    ),
    phrase(
        r"(?P<name>[^\W\d]\w*)\s*(?P<open>[(（])(?P<label>[^()（）\n]*)(?P<close>[)）])",
        _labelled,
        "E0101.bracket_in_name",
    ),
    phrase(
        r"(?P<field>[^\W\d]\w*(?:\s*[\"“][^\"”\n]*[\"”])?)\s+"
        r"(?P<values>[^\W\d]\w*(?:\s*[、/／，,]\s*(?!必填|required|又名|also)[^\W\d]\w*)+)(?=\s*$|\s*[,，])",
        _category,
    ),
    phrase(
        r"去掉(?:一个|1个)?最高分?(?:[和、及与,，]|并)?(?:去掉)?(?:一个|1个)?最低分?",
        "去掉最高最低",
    ),
    phrase(
        r"(?:drop|dropping|without|excluding) (?:the )?highest and (?:the )?lowest(?: score)?",
        "drop highest and lowest",
    ),
)
