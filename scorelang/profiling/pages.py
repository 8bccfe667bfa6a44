"""The profile as a page for a terminal, or as JSON.

In: a profile. Out: text. Numbers have at most 6 decimals in JSON, 4 for a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from rich import box
from rich.table import Table
from rich.text import Text

from scorelang.numeric.exact import show
from scorelang.numeric.rounding import Rounding, RoundingMode, round_to
from scorelang.profiling.distribution import Distribution
from scorelang.profiling.profile import Profile
from scorelang.profiling.words import find_profile_words
from scorelang.records.results_values import number_text, quote
from scorelang.reports.drawing import draw, printed

_BARS = "▁▂▃▄▅▆▇█"
_EMPTY = "·"
_FINE = Rounding(Fraction(1, 10_000), RoundingMode.HALF_UP)
_GRADE_BAR = 30


def to_page(profile: Profile, limit: Fraction | None, *, lang: str, color: bool, width: int) -> str:
    """Give the page; fields above the limit of missing values are marked."""
    words = find_profile_words(lang)
    page: list[Table | Text] = [printed(_title(profile, words), "bold")]
    page.append(_fields(profile, limit, words))
    if profile.indicators:
        page.append(_indicators(profile, words))
    if profile.grades:
        page.append(_grades(profile, words))
    page += [printed(line) for line in _closing(profile, words)]
    return draw(page, color=color, width=width)


def draw_bins(bins: Sequence[int]) -> str:
    """Draw a bar for each bin, the fullest one whole.

    >>> draw_bins([0, 1, 4, 2])
    '·▂█▄'
    """
    most = max(bins, default=0)
    return "".join(_BARS[-(-count * len(_BARS) // most) - 1] if count else _EMPTY for count in bins)


def _title(profile: Profile, words: Mapping[str, str]) -> str:
    return words["title"].format(
        rubric=profile.title or profile.rubric,
        records=profile.records,
        scored=profile.scored,
        not_ratable=profile.not_ratable,
        rejected=profile.rejected,
    )


def _fields(profile: Profile, limit: Fraction | None, words: Mapping[str, str]) -> Table:
    table = _table((words["field"], "left"), (words["missing"], "right"), (words["share"], "right"))
    table.add_column(words["faults"])
    for field in profile.fields:
        is_above = limit is not None and field.share > limit
        mark = f" {words['above']}" if is_above else ""
        faults = ", ".join(f"{code} ×{count}" for code, count in field.faults)
        examples = f" ({', '.join(field.examples)})" if field.examples else ""
        cells = (field.label, str(field.missing), _percent(field.share) + mark, faults + examples)
        table.add_row(*map(printed, cells), style="red" if is_above else "")
    return table


def _indicators(profile: Profile, words: Mapping[str, str]) -> Table:
    names = ("rated", "lowest", "median", "mean", "highest")
    table = _table((words["indicator"], "left"), *((words[name], "right") for name in names))
    table.add_column(words["picture"], no_wrap=True)
    for one in profile.indicators:
        numbers = (one.lowest, one.median, one.mean, one.highest)
        said = words["constant"] if one.is_constant else _picture(one)
        cells = (one.label, str(one.rated), *(_number(x) for x in numbers), said)
        table.add_row(*map(printed, cells))
    return table


def _picture(one: Distribution) -> str:
    if one.low is None or one.high is None:
        return ""
    return f"{_number(one.low)} {draw_bins(one.bins)} {_number(one.high)}"


def _grades(profile: Profile, words: Mapping[str, str]) -> Table:
    table = _table((words["grade"], "left"), (words["records"], "right"), (words["share"], "right"))
    table.add_column("", no_wrap=True)
    most = max(count for _, count in profile.grades)
    for name, count in profile.grades:
        share = Fraction(count, profile.scored) if profile.scored else Fraction(0)
        bar = "█" * (-(-count * _GRADE_BAR // most) if most else 0)
        table.add_row(*map(printed, (name or words["none"], str(count), _percent(share), bar)))
    return table


def _closing(profile: Profile, words: Mapping[str, str]) -> Iterator[str]:
    for names in profile.duplicates:
        yield words["duplicates"].format(names=", ".join(map(profile.called, names)))
    for pair in profile.correlated:
        yield words["correlated"].format(
            first=profile.called(pair.first),
            second=profile.called(pair.second),
            rho=_number(pair.rho),
            records=pair.records,
        )
    if not profile.correlated and len(profile.indicators) > 1:
        yield words["no pairs"]
    if profile.not_compared:
        yield words["not compared"].format(count=profile.not_compared)
    for alpha in profile.alphas:
        value = words["no alpha"] if alpha.value is None else _number(alpha.value)
        yield words["alpha"].format(
            group=profile.called(alpha.group),
            items=", ".join(map(profile.called, alpha.items)),
            value=value,
            records=alpha.records,
        )
        if alpha.value is not None and alpha.value < 0:
            yield words["negative alpha"].format(group=profile.called(alpha.group))


def to_json(profile: Profile, limit: Fraction | None) -> str:
    """Give the profile as one JSON object over several lines."""
    above = set() if limit is None else {field.name for field in profile.above(limit)}
    counts = ("records", "scored", "not_ratable", "rejected")
    lines = [f'"rubric": {quote(profile.rubric)}']
    lines += [f'"{name}": {getattr(profile, name)}' for name in counts]
    lines.append(
        _block(
            "fields",
            (
                f'{{"name": {quote(one.name)}, "missing": {one.missing}, "records": {one.records}, '
                f'"share": {number_text(one.share)}, "above_limit": {_yes(one.name in above)}, '
                f'"faults": {_object(one.faults, str)}, "examples": {_texts(one.examples)}}}'
                for one in profile.fields
            ),
        )
    )
    lines.append(_block("indicators", map(_indicator_object, profile.indicators)))
    lines.append(
        _block(
            "correlated",
            (
                f'{{"first": {quote(one.first)}, "second": {quote(one.second)}, '
                f'"rho": {number_text(one.rho)}, "records": {one.records}}}'
                for one in profile.correlated
            ),
        )
    )
    lines.append(_block("duplicates", map(_texts, profile.duplicates)))
    lines.append(f'"not_compared": {profile.not_compared}')
    lines.append(
        _block(
            "alphas",
            (
                f'{{"group": {quote(one.group)}, "items": {_texts(one.items)}, '
                f'"alpha": {_json(one.value)}, "records": {one.records}}}'
                for one in profile.alphas
            ),
        )
    )
    lines.append(
        _block(
            "grades",
            (
                f'{{"grade": {"null" if name is None else quote(name)}, "records": {count}}}'
                for name, count in profile.grades
            ),
        )
    )
    return "{\n  " + ",\n  ".join(lines) + "\n}\n"


def _indicator_object(one: Distribution) -> str:
    names = ("lowest", "first_quartile", "median", "third_quartile", "highest", "mean")
    numbers = ", ".join(f'"{name}": {_json(getattr(one, name))}' for name in names)
    bins = ", ".join(map(str, one.bins))
    return (
        f'{{"name": {quote(one.name)}, "rated": {one.rated}, "missing": {one.missing}, {numbers}, '
        f'"low": {_json(one.low)}, "high": {_json(one.high)}, "bins": [{bins}]}}'
    )


def _block(name: str, items: Iterator[str] | map[str]) -> str:
    inner = ",\n    ".join(items)
    return f'"{name}": [\n    {inner}\n  ]' if inner else f'"{name}": []'


def _object(pairs: Sequence[tuple[str, int]], write: Callable[[int], str]) -> str:
    return "{" + ", ".join(f"{quote(key)}: {write(value)}" for key, value in pairs) + "}"


def _texts(texts: Sequence[str]) -> str:
    return "[" + ", ".join(map(quote, texts)) + "]"


def _yes(is_so: bool) -> str:
    return "true" if is_so else "false"


def _json(x: Fraction | None) -> str:
    return "null" if x is None else number_text(x)


def _number(x: Fraction | None) -> str:
    return "" if x is None else show(round_to(x, _FINE))


def _percent(x: Fraction) -> str:
    return f"{show(round_to(x * 100, Rounding(Fraction(1, 10), RoundingMode.HALF_UP)))}%"


def _table(*columns: tuple[str, str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name, side in columns:
        table.add_column(name, justify="right" if side == "right" else "left")
    return table
