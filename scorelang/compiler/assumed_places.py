"""The place of an example among others, where grades are shares of the ranking.

In: what an example assumes. Out: the places that follow: an assumed rank over the assumed
count of records, which is what the lines ``top 20%`` ask for. Reports E0206 (one of the two
without the other) and E0311 (a rank that so many records do not have).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

from scorelang.compiler.reading import Reading
from scorelang.compiler.wording import write
from scorelang.model.rubric import Manner, Population, PopulationKind
from scorelang.model.types import Value
from scorelang.numeric import exact
from scorelang.source.structure import Structure
from scorelang.syntax import ast

Pairs = tuple[tuple[Value, Value], ...]


@attrs.frozen(eq=False, repr=False)
class Stated(Structure):
    """One value over all records as an example states it."""

    written: ast.PopulationExpr
    population: Population
    pairs: Pairs


def assumed_places(found: Sequence[Stated], reading: Reading) -> dict[str, Pairs]:
    """Give the ranks and places of forced grades that follow from what is assumed."""
    added: dict[str, Pairs] = {}
    for place in reading.draft.populations.values():
        if place.kind is PopulationKind.PLACE:
            added |= _of_place(place, found, reading)
    return added


def _of_place(place: Population, found: Sequence[Stated], reading: Reading) -> dict[str, Pairs]:
    ranks = [each for each in found if _is_rank_of(place, each)]
    counts = [
        each
        for each in found
        if each.population.kind is PopulationKind.COUNT and _is_over(place, each.population)
    ]
    if not ranks and not counts:
        return {}
    if not ranks or not counts:
        alone = (ranks or counts)[0]
        said = write(alone.written)
        word = "count" if ranks else "rank"
        wanted = said.replace("rank of" if ranks else "count of", f"{word} of", 1)
        reading.report("E0206.place", alone.written.span, found=said, wanted=wanted)
        return {}
    rank, count = ranks[-1], counts[-1]
    pairs = tuple(_pairs(rank, dict(count.pairs), reading))
    return {place.name: pairs, _rank_of(place, reading): rank.pairs}


def _pairs(
    rank: Stated, counts: Mapping[Value, Value], reading: Reading
) -> list[tuple[Value, Value]]:
    found: list[tuple[Value, Value]] = []
    for name, value in rank.pairs:
        size = counts.get(name, counts.get(None))
        if not isinstance(value, Fraction) or not isinstance(size, Fraction):
            continue
        if not 1 <= value <= size:
            shown = {"rank": exact.show(value), "count": exact.show(size)}
            reading.report("E0311.place", rank.written.span, **shown)
            continue
        found.append((name, value / size))
    return found


def _is_rank_of(place: Population, each: Stated) -> bool:
    """Whether a rank counts the way a place does; without a word for the order it does."""
    rank = each.population
    is_same_way = each.written.highest_first is None or rank.highest_first is place.highest_first
    is_plain = rank.kind is PopulationKind.RANK and rank.manner is Manner.PLAIN
    return is_plain and is_same_way and _is_over(place, rank)


def _is_over(place: Population, other: Population) -> bool:
    return place.keys == other.keys and place.by == other.by


def _rank_of(place: Population, reading: Reading) -> str:
    """Give the name of the rank that explains a place."""
    return next(
        each.name
        for each in reading.draft.populations.values()
        if each.kind is PopulationKind.RANK
        and each.decides_grade
        and _is_over(place, each)
        and each.highest_first is place.highest_first
    )
