"""Whether generated code and the interpreter ever differ: random records over all shipped rubrics.

Half of the records are drawn at random from what each field may hold; the other half lie on the
edges of bands, limits and ranges, a step beside them, and at zero. Compared are total, grade,
scores, results, levels, flags, overrides, missing, undecided, expired, actions, reasons. Prints
every difference with its record; nothing but counts if there is none.

    python benchmarks/differences.py --records 100000 --workers 2
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the tests say how outcomes are compared

from scorelang.engines.python.compiled import compile_kernel  # noqa: E402
from scorelang.kernel.evaluate import read  # noqa: E402
from scorelang.kernel.lower import lower_rubric  # noqa: E402
from scorelang.kernel.nodes import InInterval, Piecewise  # noqa: E402
from scorelang.kernel.roots import refs_in  # noqa: E402
from scorelang.kernel.slots import Kernel  # noqa: E402
from scorelang.model.fields import NUMERIC, Field, FieldType, Record  # noqa: E402
from scorelang.model.rubric import CheckedRubric  # noqa: E402
from scorelang.model.types import Value  # noqa: E402
from tests.generators.parity import assumed, by_interpreter, comparable, given  # noqa: E402
from tests.generators.shipped import NAMES, shipped_rubric  # noqa: E402

DAYS = (dt.date(1999, 12, 31), dt.date(2024, 2, 29), dt.date(2026, 11, 28))


def edges(kernel: Kernel) -> list[Fraction]:
    """All limits of a rubric: the ends of bands and intervals."""
    found: set[Fraction] = {Fraction(0)}
    for slot in kernel.slots:
        match slot.node:
            case Piecewise(_, pieces):
                ends = [end for piece, _ in pieces for end in (piece.low, piece.high)]
            case InInterval(_, interval):
                ends = [interval.low, interval.high]
            case _:
                continue
        found.update(end for end in ends if end is not None)
    return sorted(found)


def number(field: Field, limits: list[Fraction], draw: random.Random) -> Fraction | None:
    """A number that the field may hold: on an edge, beside one, or anywhere."""
    domain = field.domain
    low = domain.low if domain is not None and domain.low is not None else Fraction(-1000)
    high = domain.high if domain is not None and domain.high is not None else low + 3000
    step = field.grid.step or field.scale / 1000
    for _ in range(20):
        if draw.random() < 0.5:
            found = draw.choice([*limits, low, high]) + draw.choice((-1, 0, 0, 1)) * step
        else:
            found = low + step * draw.randrange(max(1, int((high - low) / step) + 1))
        inside = domain is None or domain.contains(found)
        if inside and field.grid.contains(found):
            return found
    return None


def value(field: Field, limits: list[Fraction], draw: random.Random) -> Value:
    """A value that the field may hold; missing where it may be, sometimes."""
    if not field.required and not field.is_key and draw.random() < 0.12:
        return field.blank_means
    if field.type in NUMERIC:
        return number(field, limits, draw)
    match field.type:
        case FieldType.YES_NO:
            return draw.random() < 0.5
        case FieldType.DATE:
            return draw.choice(DAYS) + dt.timedelta(draw.randrange(-800, 400))
        case FieldType.CATEGORY:
            return draw.choice(field.categories).name
        case _:
            return f"k{draw.randrange(10**6)}"


def records(rubric: CheckedRubric, kernel: Kernel, count: int, seed: str) -> Iterator[Record]:
    """Records of a rubric; of a required number that could not be drawn there is none."""
    draw, limits = random.Random(seed), edges(kernel)
    for row in range(1, count + 1):
        values = {field.name: value(field, limits, draw) for field in rubric.fields}
        if all(values[f.name] is not None or not f.required for f in rubric.fields):
            yield Record(row, None, values)


def compare(name: str, count: int, seed: int) -> tuple[int, list[str]]:
    """Compare so many records of one rubric."""
    rubric = shipped_rubric(name)
    kernel = lower_rubric(rubric)
    refs = refs_in(kernel.outputs)
    compiled = compile_kernel(kernel, refs)
    draw, told, seen = random.Random(f"{name} {seed} days"), list[str](), 0
    for record in records(rubric, kernel, count, f"{name} {seed}"):
        seen += 1
        as_of = draw.choice((None, *DAYS))
        figures = assumed(rubric, [draw.randrange(1, 200) for _ in rubric.populations])
        found = compiled.values(given(rubric, record, figures, as_of))
        values = tuple(found.get(ref) for ref in range(len(kernel.slots)))
        order = rubric.reasons
        ours = comparable(read(kernel.outputs, values, order.count if order else None))
        theirs = by_interpreter(rubric, record, figures, as_of)
        if ours != theirs:
            told.append(f"{name}: {record.values} as of {as_of}\n  {ours}\n  {theirs}")
    return seen, told


def main() -> None:
    """Compare, and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    each = max(1, options.records // len(NAMES))
    start = time.perf_counter()
    with ProcessPoolExecutor(options.workers) as pool:
        size, seeds = len(NAMES), [options.seed] * len(NAMES)
        found = list(pool.map(compare, NAMES, [each] * size, seeds))
    total, told = sum(seen for seen, _ in found), [line for _, lines in found for line in lines]
    for line in told[:20]:
        print(line)
    took = time.perf_counter() - start
    print(f"{total} records of {len(NAMES)} rubrics, {len(told)} differences, {took:.0f} s")


if __name__ == "__main__":
    main()
