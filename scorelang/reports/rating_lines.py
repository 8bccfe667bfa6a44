"""How the ratings of a field became its value, in one line for a person.

In: an outcome and the checked rubric. Out: pairs of label and text, such as ``8.5 = 20% self
8 (1 rating) + 80% peer 8.625 (4 ratings); spread 2; outlier: 2 by Li``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from scorelang.model.fields import Field, RaterCombine, RaterGroup, Rating
from scorelang.model.outcome import FieldRatings, GroupRatings, Outcome
from scorelang.model.rubric import CheckedRubric
from scorelang.numeric.exact import show
from scorelang.reports.shown_values import show_field
from scorelang.reports.words import find_words


def tell_ratings(
    outcome: Outcome, rubric: CheckedRubric, lang: str = "en"
) -> tuple[tuple[str, str], ...]:
    """Tell of each field with raters how its value came about."""
    return tuple(
        (field.label or field.name, _tell(field, outcome.ratings[field.name], lang))
        for field in rubric.fields
        if field.name in outcome.ratings
    )


def tell_raters(field: Field, lang: str = "en") -> str:
    """Tell who rates a field and how their ratings are combined; empty where nobody does."""
    if not field.raters:
        return ""
    words = _words(lang)
    told = words["comma"].join(_tell_group(group, words) for group in field.raters)
    return words["rated by"].format(told)


def _tell(field: Field, found: FieldRatings, lang: str) -> str:
    words = _words(lang)
    groups = " + ".join(_sum_part(field, group, words, lang) for group in found.groups)
    value = _shown(field, found.value, lang)
    said = [f"{value} = {groups}" if found.value is not None else f"{value} ({found.note})"]
    if found.spread is not None and found.count > 1:
        said.append(words["spread"].format(_shown(field, found.spread, lang)))
    if found.outliers:
        named = words["comma"].join(_outlier(field, one, words, lang) for one in found.outliers)
        said.append(words["outlier"].format(named))
    return words["semicolon"].join(said)


def _sum_part(field: Field, found: GroupRatings, words: Mapping[str, str], lang: str) -> str:
    weight = "" if found.weight is None else f"{show(found.weight * 100)}% "
    count = words["count"].format(found.count)
    return f"{weight}{found.name} {_shown(field, found.value, lang)} ({count})"


def _outlier(field: Field, rating: Rating, words: Mapping[str, str], lang: str) -> str:
    who = " ".join(text for text in (rating.group, rating.rater) if text)
    value = _shown(field, rating.value, lang)
    return words["by"].format(value=value, who=who) if who else value


def _tell_group(group: RaterGroup, words: Mapping[str, str]) -> str:
    weight = "" if group.weight is None else f" {show(group.weight * 100)}%"
    return f"{group.name}{weight} ({words['comma'].join(_options(group, words))})"


def _options(group: RaterGroup, words: Mapping[str, str]) -> Iterator[str]:
    yield words["median" if group.combine is RaterCombine.MEDIAN else "mean"]
    if group.quorum > 1:
        yield words["quorum"].format(group.quorum)
    if group.drop_ends:
        yield words["drop"]


def _shown(field: Field, value: object, lang: str) -> str:
    return show_field(field, value, find_words(lang))  # type: ignore[arg-type]


def _words(lang: str) -> Mapping[str, str]:
    return _CHINESE if lang == "zh" else _ENGLISH


_ENGLISH = MappingProxyType(
    {
        "rated by": "rated by {}",
        "mean": "mean",
        "median": "median",
        "quorum": "at least {}",
        "drop": "drop highest and lowest",
        "comma": ", ",
        "semicolon": "; ",
        "spread": "spread {}",
        "outlier": "far from the others: {}",
        "by": "{value} by {who}",
        "count": "of {}",
    }
)
_CHINESE = MappingProxyType(
    {
        "rated by": "评价人 {}",
        "mean": "平均",
        "median": "中位数",
        "quorum": "至少 {} 人",
        "drop": "去掉最高最低",
        "comma": "，",
        "semicolon": "；",
        "spread": "极差 {}",
        "outlier": "偏离较大：{}",
        "by": "{who} {value}",
        "count": "{} 人",
    }
)
