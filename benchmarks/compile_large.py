"""How compiling grows with the rubric: generated rubrics of 12, 100 and 500 indicators."""

import statistics
import time

from scorelang.api import read_text
from scorelang.source.text import SourceText

SIZES = (12, 100, 500)
RUNS = 3
BANDS = "\n".join(f"      >= {limit} : {points}" for limit, points in ((80, 10), (60, 7), (40, 4)))


def rubric(size):
    fields = "\n".join(f"    f{n} number 0..100" for n in range(size))
    parts = "\n".join(
        f"  group g{start} {{\n" + "\n".join(indicator(n) for n in range(start, stop)) + "\n  }"
        for start in range(0, size, 10)
        for stop in [min(size, start + 10)]
    )
    head = f"  total 0..{size * 10}, round 0.1\n"
    grades = f"  grades {{\n    A >= {size * 8}\n    B >= {size * 5}\n    C otherwise\n  }}\n"
    return f"rubric large {{\n{head}{parts}\n{grades}  record {{\n{fields}\n  }}\n}}\n"


def indicator(number):
    head = f"    indicator i{number} of f{number}, max 10 {{"
    return f"{head}\n{BANDS}\n      < 40 : 0\n    }}"


def compiled(text):
    begin = time.perf_counter()
    loaded = read_text(SourceText("large.rubric", text))
    assert loaded.checked is not None, loaded.diagnostics
    return time.perf_counter() - begin


def main():
    first = None
    for size in SIZES:
        text = rubric(size)
        compiled(text)
        median = statistics.median(compiled(text) for _ in range(RUNS))
        first = first or median
        growth = f"{median / first:6.1f} x for {size / SIZES[0]:.1f} x the size"
        print(f"{size:4} indicators {median:7.3f} s   {growth}")


if __name__ == "__main__":
    main()
