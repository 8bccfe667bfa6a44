"""Which keyword stands for which canonical word of the tree, by the names of the terminals.

Where the two vocabularies put their words in different places there are two terminals:
the one that stands before (English) and the one that stands behind (Chinese).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scorelang.syntax.ast import (
    CombineWord,
    CountWord,
    EffectWord,
    ElseWord,
    FunctionWord,
    MissingWord,
    ModeWord,
    NoteWord,
    OverrideWord,
    OwnWord,
    PeriodWord,
    PopulationManner,
    PopulationWord,
    RoundWord,
    ScoreWord,
    TypeWord,
)

OWN: Final[Mapping[OwnWord, str]] = {
    OwnWord.TOTAL: "TOTAL",
    OwnWord.GRADE: "GRADE",
    OwnWord.AS_OF: "AS_OF",
}
SCORES: Final[Mapping[ScoreWord | PeriodWord, tuple[str, str]]] = {
    ScoreWord.POINTS: ("POINTS_OF", "ITS_POINTS"),
    ScoreWord.APPLICABLE: ("APPLICABLE_FULL", "ITS_APPLICABLE_FULL"),
    ScoreWord.LEVEL: ("LEVEL_OF", "ITS_LEVEL"),
    ScoreWord.SHARE: ("SHARE_OF", "ITS_SHARE"),
    ScoreWord.FULL: ("HAS_FULL", "HAS_FULL"),
    ScoreWord.GRADE_OF: ("GRADE_OF", "ITS_GRADE"),
    ScoreWord.RESULT_OF: ("RESULT_OF", "ITS_RESULT"),
    PeriodWord.GROWTH: ("GROWTH_OF", "ITS_GROWTH"),
}
COUNTS: Final[Mapping[CountWord, str]] = {
    CountWord.ALL: "ALL_OF",
    CountWord.ANY: "ANY_OF",
    CountWord.NONE: "NONE_OF",
    CountWord.AT_LEAST: "AT_LEAST_OF",
    CountWord.COUNT: "COUNTS",
}
FUNCTIONS: Final[Mapping[FunctionWord, str]] = {
    FunctionWord.MIN: "MIN_OF",
    FunctionWord.MAX: "MAX_OF",
    FunctionWord.ABS: "ABS",
    FunctionWord.EXP: "EXP",
    FunctionWord.LN: "LN",
    FunctionWord.SQRT: "SQRT",
    FunctionWord.ROOT: "ROOT",
    FunctionWord.FIRST_KNOWN: "FIRST_KNOWN",
}
ROUNDINGS: Final[Mapping[RoundWord, str]] = {
    RoundWord.HALF_UP: "HALF_UP",
    RoundWord.HALF_EVEN: "HALF_EVEN",
    RoundWord.UP: "UP",
    RoundWord.DOWN: "DOWN",
    RoundWord.CEILING: "CEILING",
    RoundWord.FLOOR: "FLOOR_MODE",
}
POPULATIONS: Final[Mapping[PopulationWord, tuple[str, str]]] = {
    PopulationWord.MEAN: ("MEAN_OF", "ITS_MEAN"),
    PopulationWord.MEDIAN: ("MEDIAN_OF", "ITS_MEDIAN"),
    PopulationWord.LOWEST: ("LOWEST_OF", "ITS_LOWEST"),
    PopulationWord.HIGHEST: ("HIGHEST_OF", "ITS_HIGHEST"),
    PopulationWord.QUANTILE: ("QUANTILE", "QUANTILE_AFTER"),
    PopulationWord.COUNT: ("COUNT_OF", "ITS_COUNT"),
    PopulationWord.RANK: ("RANK_OF", "RANK_OF"),
    PopulationWord.PERCENT_RANK: ("PERCENT_RANK", "PERCENT_RANK"),
    PopulationWord.CUMULATIVE_SHARE: ("CUMULATIVE_SHARE", "CUMULATIVE_SHARE"),
}
MANNERS: Final[Mapping[PopulationManner, str]] = {
    PopulationManner.DENSE: "DENSE",
    PopulationManner.AVERAGE: "AVERAGE_TIES",
    PopulationManner.INCLUSIVE: "WITH_ENDS",
    PopulationManner.EXCLUSIVE: "WITHOUT_ENDS",
}
DURATIONS: Final[Mapping[str, tuple[str, str]]] = {
    "years": ("YEARS_BETWEEN", "YEARS_OF"),
    "months": ("MONTHS_BETWEEN", "MONTHS_OF"),
    "days": ("DAYS_BETWEEN", "DAYS_OF"),
}
NOTES: Final[Mapping[NoteWord, str]] = {
    NoteWord.SOURCE: "SOURCE",
    NoteWord.CHOSEN: "CHOSEN",
    NoteWord.NOTE: "NOTE",
    NoteWord.OWNER: "OWNER",
}
COMBINES: Final[Mapping[CombineWord, str]] = {
    CombineWord.SUM: "SUM",
    CombineWord.WEIGHTED: "WEIGHTED",
    CombineWord.MEAN: "MEAN",
    CombineWord.LOWEST: "LOWEST",
    CombineWord.HIGHEST: "HIGHEST",
    CombineWord.PRODUCT: "PRODUCT",
    CombineWord.GEOMETRIC_MEAN: "GEOMETRIC_MEAN",
}
ELSES: Final[Mapping[ElseWord, str]] = {
    ElseWord.RESCALE: "ELSE_RESCALE",
    ElseWord.FULL_MARKS: "ELSE_FULL",
    ElseWord.ZERO: "ELSE_ZERO",
}
MODES: Final[Mapping[ModeWord, str]] = {
    ModeWord.FIRST: "FIRST_HOLDS",
    ModeWord.ALL: "ALL_HOLD",
}
MISSINGS: Final[Mapping[MissingWord, str]] = {
    MissingWord.REJECT: "REJECT",
    MissingWord.WORST: "WORST",
    MissingWord.LOWEST: "LOWEST_POINTS",
    MissingWord.HIGHEST: "HIGHEST_POINTS",
    MissingWord.LEAVE_OUT: "LEAVE_OUT",
}
TYPES: Final[Mapping[TypeWord, str]] = {
    TypeWord.TEXT: "TYPE_TEXT",
    TypeWord.NUMBER: "TYPE_NUMBER",
    TypeWord.INTEGER: "TYPE_INTEGER",
    TypeWord.PERCENT: "TYPE_PERCENT",
    TypeWord.MONEY: "TYPE_MONEY",
    TypeWord.DATE: "TYPE_DATE",
    TypeWord.PERIOD: "TYPE_PERIOD",
    TypeWord.YES_NO: "TYPE_YES_NO",
    TypeWord.RATING: "TYPE_RATING",
}
OVERRIDES: Final[Mapping[OverrideWord, str]] = {
    OverrideWord.VETO: "VETO",
    OverrideWord.CAP: "CAP",
    OverrideWord.FLOOR: "FLOOR",
    OverrideWord.NOTCH: "NOTCH",
    OverrideWord.ZERO: "ZERO",
    OverrideWord.FLAG: "FLAG",
}
EFFECTS: Final[Mapping[EffectWord, str]] = {
    EffectWord.GRADE: "GRADE",
    EffectWord.NO_BETTER: "NO_BETTER",
    EffectWord.NO_WORSE: "NO_WORSE",
    EffectWord.UP: "NOTCH_UP",
    EffectWord.DOWN: "NOTCH_DOWN",
    EffectWord.FLAG: "FLAG",
}
RATER_COMBINES: Final[Mapping[str, str]] = {
    "mean": "MEAN",
    "median": "MEDIAN",
    "trimmed mean": "TRIMMED_MEAN",
}
