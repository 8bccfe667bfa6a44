"""The text of a new rubric: an example, a copy of a rubric, or a record block for a file.

In: a name and what to start from. Out: the text of a rubric that checks without errors.
A record block is a guess from the first rows of the file, and says so.
"""

from __future__ import annotations

import re
from pathlib import Path

import attrs

from scorelang import resources
from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.failure import CliFailure, fail
from scorelang.cli.output import say_findings
from scorelang.cli.record_block import write_fields
from scorelang.cli.record_files import unreadable
from scorelang.cli.terms import TERMS
from scorelang.diagnostics.model import Diagnostic
from scorelang.formatter.format import format_source
from scorelang.library.find import read_source
from scorelang.records.infer import infer_columns
from scorelang.records.layout import NO_LAYOUT, Layout
from scorelang.records.unreadable import UnreadableInput
from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.told_vocabulary import tell_vocabulary

_HEADER = re.compile(
    r"^(?P<keyword>rubric|评分标准|评价办法)(?P<space>\s+)(?P<name>「[^」]*」|`[^`]*`|[^\s{\"]+)",
    re.MULTILINE,
)
_NAME = re.compile(r"[^\W\d]\w*")


@attrs.frozen
class Start:
    """A name and what to start from; ``keywords`` is the language a template is written in."""

    name: str
    template: str | None = None
    keywords: str | None = None
    records: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    layout: Layout = NO_LAYOUT


def write_start(start: Start, lang: str) -> str:
    """Give the text of a new rubric."""
    inner = inner_name(start.name)
    if start.template is not None:
        return _copy(start.template, inner, start.keywords or _usual_keywords(start.template, lang))
    if start.records is not None:
        return _describe(start, inner, lang)
    return (_EXAMPLE_ZH if lang == "zh" else _EXAMPLE).format(name=inner)


def inner_name(name: str) -> str:
    """Give the name inside the file: underscores where the file's name has hyphens or spaces."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".rubric")
    plain = re.sub(r"\W+", "_", stem).strip("_")
    if not _NAME.fullmatch(plain):
        fail(
            "U0208",
            value=name,
            expected=TERMS["a name: letters, then letters, digits, `-` and `_`"],
            option="scorelang new",
            example="supplier-rating",
        )
    return plain


def _usual_keywords(template: str, lang: str) -> str | None:
    """Give the language for the copy of a shipped rubric; somebody's own file stays as it is."""
    is_shipped = not Path(template).exists() and resources.rubric_path(template) is not None
    return lang if is_shipped and lang == "zh" else None


def _copy(template: str, name: str, keywords: str | None) -> str:
    """Copy a rubric under another name; names, texts and comments stay as they are."""
    source = read_source(template)
    if isinstance(source, Diagnostic):
        raise CliFailure((source,), ExitCode.USAGE)
    text = source.content
    if keywords is not None:
        wanted = Vocabulary.CHINESE if keywords == "zh" else Vocabulary.ENGLISH
        if tell_vocabulary(source) is not wanted:
            # A file that cannot be read is copied with its faults.
            text = format_source(source, vocabulary=wanted).text or text
    return _HEADER.sub(rf"\g<keyword>\g<space>{name}", text, count=1)


def _describe(start: Start, name: str, lang: str) -> str:
    """Write a record block from the columns and the first rows of a file."""
    assert start.records is not None, "only records are described"
    try:
        found = infer_columns(
            start.records, encoding=start.encoding, sheet=start.sheet, layout=start.layout
        )
    except UnreadableInput as problem:
        raise unreadable(problem) from problem
    say_findings(found.notices, {}, lang=lang, color="never")
    in_chinese = lang == "zh"
    text = _BLOCK_ZH if in_chinese else _BLOCK
    return text.format(name=name, fields=write_fields(found.columns, in_chinese=in_chinese))


_BLOCK = """\
rubric {name} {{
  # what each indicator gives comes here, for example:
  #   indicator example of amount, max 20 {{
  #     >= 100 : 20
  #     >= 50  : 10
  #     < 50   : 0
  #   }}

  # guessed from the records: check every type, range and unit
  record {{
{fields}
  }}
}}
"""
_BLOCK_ZH = """\
评分标准 {name} {{
  # 各项指标写在这里，例如：
  #   指标 示例得分 按 金额，满分 20 {{
  #     100以上：20
  #     50以上：10
  #     不满50：0
  #   }}

  # 由记录推测而来：请核对每一项的类型、范围和单位
  数据项 {{
{fields}
  }}
}}
"""

_EXAMPLE = """\
rubric {name} {{
  # a group adds up its indicators; `max` is checked
  group payment "Payment", max 60 {{
    indicator punctuality "Days late" of days_late, max 40 {{
      <= 0  : 40
      <= 30 : 20
      > 30  : 0
    }}
    indicator terms_points "Terms" of terms, max 20 {{
      cash  : 20
      net30 : 10
      longer: 0
    }}
  }}
  indicator margin_points "Margin" of margin, max 40 {{
    >= 20% : 40
    >= 10% : 20
    < 10%  : 0
  }}

  total 0..100, round 0.1

  grades {{
    A >= 85
    B >= 60
    C otherwise
  }}

  record {{
    key customer_no  text
    days_late        integer >= 0
    terms            cash | net30 | longer
    margin           percent -100%..100% in %
  }}

  example good {{
    given days_late = 0, terms = cash, margin = 25%
    expect total = 100, grade = A
  }}
}}
"""
_EXAMPLE_ZH = """\
评分标准 {name} {{
  # 大类把其下指标相加；满分会被核对
  大类 货款，满分 60 {{
    指标 付款得分 按 逾期天数，满分 40 {{
      0以下：40
      30以下：20
      超过30：0
    }}
    指标 账期得分 按 账期，满分 20 {{
      现金：20
      月结：10
      更长：0
    }}
  }}
  指标 毛利率得分 按 毛利率，满分 40 {{
    20%以上：40
    10%以上：20
    不满10%：0
  }}

  总分 0~100，精确到 0.1

  等级 {{
    A 85以上
    B 60以上
    C 其余
  }}

  数据项 {{
    编号 客户代码 文字
    逾期天数 整数 >= 0
    账期 现金 | 月结 | 更长
    毛利率 百分比 -100%~100% 单位 %
  }}
}}
"""
