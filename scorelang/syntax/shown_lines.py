"""What policies and spreadsheets say in a way that can mean several things: a right line is shown.

In: a line and the block it stands in. Out: the key of the words and where the phrase stands.
The words are in ``shown_lines_words.py``. Nothing is offered as a fix: what is meant is not sure.
"""

# ruff: noqa: E501  a pattern is one line

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from scorelang.syntax.blocks import Block, block_at
from scorelang.syntax.trouble import Mistake

_N: Final = r"[0-9]+(?:\.[0-9]+)?"

# Each: a pattern with the group `written`, the key, the block, and the codes of the faults of
# which it is said: E01 of a line that is not read, others of one that is not understood.
_LINES: Final = (
    (
        r"^\s*(?:indicator|指标)(?!\w)[^{｛\n]*[=＝]\s*(?P<written>table|对照表|lookup|查表)\s*[{｛]",
        "E0101.lookup",
        Block.ANY,
        "E01",
    ),
    (
        r"(?P<written>\b(?i:[vhx]lookup|index|choose|switch)\s*\()",
        "E0101.so_lookup",
        Block.ANY,
        "E01",
    ),
    (r"(?P<written>\b(?i:iferror|ifna|iserror)\s*[(（])", "E0101.so_error", Block.ANY, "E01"),
    (
        r"(?P<written>\b(?i:countifs?|sumifs?|averageifs?|sumproduct)\s*[(（])",
        "E0101.so_count",
        Block.ANY,
        "E01",
    ),
    (
        r"(?P<written>(?i:\b(?:year|month|datedif|yearfrac|edate)\s*[(（]|\bdate\s*[(（]\s*[0-9]))",
        "E0101.so_years",
        Block.ANY,
        "E01",
    ),
    (
        r"(?P<written>\b(?:is )?within\s+[0-9]+ (?:days?|months?|years?) (?:of|from|after|before)\s+\w+)",
        "E0101.so_days",
        Block.ANY,
        "E01",
    ),
    (
        r"(?P<written>[^\W\d]\w*\s*距离?\s*[^\W\d]\w*\s*(?:超过|不超过|在|不足|大于|小于))",
        "E0101.so_days",
        Block.ANY,
        "E01",
    ),
    (
        rf"(?P<written>(?:超过|已满|满|不满|不足|大于|小于|不超过|达到|above|below|more than|over|under|at least|[<>]=?)\s*{_N}\s*(?:年|个月|天|years?|months?|days?))",
        "E0101.so_ago",
        Block.ANY,
        "E0302",
    ),
    (
        r"(?P<written>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\s*(?:之?[前后]|以[前后]))",
        "E0101.so_since",
        Block.ANY,
        "E01",
    ),
    (r"(?P<written>\b[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}\b)", "E0101.so_day", Block.ANY, "E0302"),
    (
        r"(?P<written>[^\W\d]\w*\s*比\s*[^\W\d]\w*\s*(?:高|低|多|少|大|小|增长|下降))",
        "E0101.so_more",
        Block.ANY,
        "E01",
    ),
    (
        rf"(?P<written>(?:高于|低于|超过|超出|大于|小于)\s*[^\W\d]\w*\s+{_N}\s*[%％])",
        "E0101.so_more",
        Block.ANY,
        "E01",
    ),
    (
        rf"(?P<written>\b{_N}\s?% (?:more|less|higher|lower|above|below|greater)(?: than)?)",
        "E0101.so_more",
        Block.ANY,
        "E01",
    ),
    (
        r"^\s*(?P<written>(?:bonus|penalty|malus|extra|加分项?|扣分项?|减分项?|奖励|处罚)(?!\w)[^{｛\n=＝]*)",
        "E0101.so_bonus",
        Block.ANY,
        "E01",
    ),
    (
        rf"^\s*(?:升降|notch)(?!\w)[^:：\n]*[:：]\s*(?P<written>(?:[扣减加][减]?|minus|plus|deduct|add|less|[-+－＋])\s*{_N}\s*(?:分|points?)?)\s*$",
        "E0101.so_notch",
        Block.ANY,
        "E01",
    ),
    (
        r"^\s*(?P<written>(?:cap|floor|veto|上限|下限|一票否决)\s+(?:at\s+|to\s+|为\s*|在\s*)\w+\s+(?:when|if|当)\s[^:：\n]*)$",
        "E0101.so_override",
        Block.ANY,
        "E01",
    ),
    (
        r"^\s*(?:cap|floor|上限|下限)\s[^:：\n]*[:：]\s*(?P<written>(?:max(?:imum)?|min(?:imum)?|at (?:most|least)|至少|至多|最多)\s*\S+)",
        "E0101.so_cap",
        Block.ANY,
        "E0311 E0204",
    ),
    (
        r"^\s*[^\W\d]\S*\s+(?P<written>(?:后|末|最后|倒数|bottom|last|lowest|worst)\s*[0-9.]+\s*[%％])",
        "E0101.so_shares",
        Block.GRADES,
        "E01",
    ),
    (
        rf"^[^\n]*[:：]\s*(?P<written>[-－]?{_N}\s+(?!(?:million|points?|of|when|because|until|action|pro|by|linear\s+[0-9-]\S*|to|分|当|至|内插|措施|因为)\b)[^\W\d]\w*)\s*$",
        "E0101.so_behind_points",
        Block.ANY,
        "E0304 E0201 E0301.stray",
    ),
    (
        r"^(?![^\n]*(?:if missing|未填时))[^:：\n|]*[:：]\s*(?P<written>(?!(?:missing|未填|full|满分)\b)[^\W\d]\w*)\s*$",
        "E0101.so_points",
        Block.ANY,
        "E0201 E0201.near",
    ),
    (
        r"^\s*(?P<written>[^\W\d]\w*(?:[-~～][^:：\n]*?)?)\s*[:：]",
        "E0101.so_range",
        Block.ANY,
        "E0201",
    ),
    (
        r"(?P<written>(?:未填时|if missing)\s*[:：]\s*[^\W\d]\w*)",
        "E0101.so_missing",
        Block.ANY,
        "E0201",
    ),
    (
        r"^\s*(?P<written>\|[^\n]*(?:区间|得分|分值|分数|标准|范围|档次|points|score|range|limit|marks)[^\n]*\|)\s*$",
        "E0101.so_table",
        Block.ANY,
        "E0201 E0310",
    ),
    (
        r"^\s*(?P<written>\|\s*[-+]?[0-9.]+\s*\|\s*(?:[<>≥≤＜＞]|[0-9]+\s*[-~～]|不满|超过)[^\n]*\|)\s*$",
        "E0101.so_table",
        Block.ANY,
        "E0201 E0310",
    ),
    (
        rf"(?P<written>(?:大于|超过|高于|多于)\s*{_N}\S{{0,3}}?以下|(?:小于|低于|少于|不足|不满)\s*{_N}\S{{0,3}}?以上)",
        "E0101.so_contrary",
        Block.ANY,
        "E01",
    ),
    (r"(?P<written>\brated by\s+[0-9]+\s+\w+)", "E0101.so_raters", Block.RECORD, "E01"),
    (
        r"^\s*(?P<written>(?:示例|例|example|test)\s*[:：][^\n]*)",
        "E0101.so_example",
        Block.ANY,
        "E01",
    ),
    (r"(?P<written>(?<![\w.])[^\W\d]+\s?[%％])(?![0-9])", "E0101.so_percent", Block.ANY, "E01"),
    (
        rf"^\s*(?:let|score)\s[^\n]*=\s*(?P<written>(?:max|min)(?:imum)? {_N} of \w+)",
        "E0101.so_most",
        Block.ANY,
        "E01",
    ),
    (
        rf"(?P<written>每(?:超过|高于|低于|超出?|少|多|低|高)\s*{_N}\S*\s*[^,，:：\n]*?[扣加减]\s*{_N})",
        "E0101.step_line",
        Block.ANY,
        "E01",
    ),
    (
        rf"^\s*[-－+]?{_N}\s*(?:分\s*)?(?:当|when)[^:：\n]*?\s(?P<written>(?:最多|至多|最高|at most)\s*{_N})\s*$",
        "E0101.cap_of_line",
        Block.ANY,
        "E0302",
    ),
    (
        r"(?:当|when)\s*(?P<written>[(（][^()（）\n]*[,，、][^()（）\n]*[)）])",
        "E0101.joined_conditions",
        Block.ANY,
        "E01",
    ),
)
_COMPILED: Final = tuple(
    (re.compile(pattern), key, where, tuple(codes.split())) for pattern, key, where, codes in _LINES
)
_NEAR: Final = 12
"""How many signs beside a phrase the place of a fault may lie."""


def shown_in(line: str, start: int, text: str, at: range, key_of_fault: str) -> Iterator[Mistake]:
    """Give what can be said of a line that begins at ``start`` of the text.

    ``at`` is the place of the fault in the text; of a fault that is told in its own words only what
    names its key is said.
    """
    own = max(line.find("{"), line.find("｛")) + 1
    block = block_at(text[:start] + line[:own])
    for pattern, key, where, codes in _COMPILED:
        if where not in {Block.ANY, block} or not _is_of(key_of_fault, codes):
            continue
        if key in _OUTCOMES and block is not Block.ANY:
            continue
        found = pattern.search(line)
        if found is None:
            continue
        begin, end = start + found.start("written"), start + found.end("written")
        if begin - _NEAR <= at.stop and at.start <= end + _NEAR:
            yield Mistake(key, begin, end, {"found": found["written"].strip()})


def _is_of(key: str, codes: tuple[str, ...]) -> bool:
    """Whether a fault has one of these codes; an unknown name may be told better: by its key."""
    return any(key == code or (code != "E0201" and key.startswith(code)) for code in codes)


_OUTCOMES: Final = frozenset(("E0101.so_points", "E0101.so_range", "E0101.so_behind_points"))
