"""What the names of grades say about their order: ``A B C``, ``AAA AA A``, ``优 良 中 差``.

In: names. Out: a rank for each that is known, the best lowest, or ``None`` where they say
nothing. A name that only counts (``一级``, ``level 2``) says it in one of two ways, so that is
asked apart.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping, Sequence

Ranks = tuple[tuple[int, ...], ...]

_RATING = re.compile(r"([SABCDEF])\1*([1-9]?)([+-]{0,2})", re.IGNORECASE)
_LETTERS = "SABCDEF"
_STARS = re.compile(r"([1-9一二三四五六七])(?:星|a|stars?)")
_NUMBERED = re.compile(
    r"(?:level|class|grade|第)?([1-9一二三四五六七八九]|[ivIV]+)(?:级|类|档|等)?"
)
_CHINESE = "零一二三四五六七八九"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}

_GOOD: Mapping[str, int] = {
    word: rank
    for rank, words in enumerate(
        (
            "卓越 杰出 特优 特等 特级 outstanding exceptional platinum 钻石 铂金 白金 diamond",
            "优秀 优良 优质 优 excellent gold 金牌 黄金 甲",
            "良好 较好 良 好 正常 verygood good silver 银牌 白银 乙 一等",
            "中等 一般 中 关注 fair average moderate bronze 铜牌 青铜 丙 二等",
            "基本合格 合格 及格 达标 称职 基本称职 satisfactory adequate acceptable pass 丁 三等",
            "通过 同意 准入 accept approve approved accepted",
            "有条件通过 复核 待定 观察 整改 待改进 需改进 refer review conditional",
            "次级 较差 差 不合格 不及格 不达标 不称职 不通过 poor weak fail failed bad",
            "可疑 损失 极差 很差 淘汰 拒绝 否决 reject rejected decline declined verypoor verybad",
        )
    )
    for word in words.split()
}
_LOW_WORDS = (
    "低 较低 很低 极低 低风险 小 较小 很小 轻 轻微 轻度 无 无风险 一般风险 安全 正常 "
    "low verylow lowrisk minor small slight negligible none minimal mild trivial"
)
_SIZES: Mapping[str, int] = {
    word: size
    for size, words in enumerate(
        (
            "极低 很低 极小 verylow",
            "低 较低 小 较小 轻微 轻 少 low small minor",
            "中 中等 一般 medium middle moderate",
            "高 较高 大 较大 严重 多 high large big major",
            "极高 很高 极大 特大 重大 veryhigh huge critical",
        )
    )
    for word in words.split()
}
_LOW = frozenset(_LOW_WORDS.split())
_TAIL = re.compile(r"(?:等级|级别|级|档|类|供应商|客户|员工|企业|单位|风险)$")


def ranks_of(names: Sequence[str]) -> Ranks | None:
    """Say how good the names sound, the best lowest; of words those that are known will do."""
    found = _by((_rating, _stars), names)
    if found is not None:
        return found
    known = tuple(rank for name in names if (rank := _word(_plain(name))) is not None)
    return known if len(set(known)) > 1 else None


def numbers_of(names: Sequence[str]) -> Ranks | None:
    """Give the number that each name is, as ``2`` for ``二级``."""
    return _by((_numbered,), names)


def sizes_of(names: Sequence[str]) -> tuple[int, ...] | None:
    """Say how much each name says there is of something, where all of them do.

    >>> sizes_of(("低", "中", "高")), sizes_of(("内销", "外销"))
    ((1, 2, 3), None)
    """
    found = [_SIZES.get(_TAIL.sub("", _plain(name)) or _plain(name)) for name in names]
    known = tuple(size for size in found if size is not None)
    return known if len(known) == len(names) and len(set(known)) == len(known) > 1 else None


def is_low(name: str) -> bool:
    """Whether a name says that there is little of something: ``低``, ``minor``."""
    return _plain(name) in _LOW or _TAIL.sub("", _plain(name)) in _LOW


def falls_behind(ranks: Ranks) -> bool:
    """Whether some name stands before a better one."""
    return any(first > second for first, second in itertools.pairwise(ranks))


def _by(
    readers: Sequence[Callable[[str], tuple[int, ...] | None]], names: Sequence[str]
) -> Ranks | None:
    for read in readers:
        found = [read(_plain(name)) for name in names]
        known = tuple(rank for rank in found if rank is not None)
        if len(known) == len(names) and len(set(known)) > 1:
            return known
    return None


def _plain(name: str) -> str:
    return re.sub(r"[\s_]+", "", name).lower()


def _rating(name: str) -> tuple[int, ...] | None:
    found = _RATING.fullmatch(_TAIL.sub("", name.removeprefix("grade").removeprefix("class")))
    if found is None:
        return None
    letter, digit, sign = found.groups()
    count = found.end(0) - len(digit) - len(sign)
    place = sign.count("-") - sign.count("+")
    return _LETTERS.index(letter.upper()), -count, int(digit or 0), place


def _stars(name: str) -> tuple[int, ...] | None:
    found = _STARS.fullmatch(_TAIL.sub("", name))
    return None if found is None else (-_number(found[1]),)


def _word(name: str) -> tuple[int, ...] | None:
    for word in (name, _TAIL.sub("", name)):
        if word in _GOOD:
            return (_GOOD[word],)
    return None


def _numbered(name: str) -> tuple[int, ...] | None:
    found = _NUMBERED.fullmatch(name)
    return None if found is None else (_number(found[1]),)


def _number(text: str) -> int:
    if text in _CHINESE:
        return _CHINESE.index(text)
    return int(text) if text.isdigit() else _ROMAN.get(text, 0)
