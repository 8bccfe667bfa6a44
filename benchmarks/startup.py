"""Whole processes: what a person waits for. Prints seconds and ratios to a bare interpreter."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 7
RUBRIC = str(ROOT / "rubrics" / "publisher-customer.rubric")
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "scorelang --help": ["-m", "scorelang", "--help"],
    "scorelang check (12 indicators)": ["-m", "scorelang", "check", RUBRIC],
}


def seconds(arguments):
    begin = time.perf_counter()
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True, cwd=ROOT)
    return time.perf_counter() - begin


def main():
    bare = None
    for name, arguments in COMMANDS.items():
        seconds(arguments)  # the first run may build the parser's table
        median = statistics.median(seconds(arguments) for _ in range(RUNS))
        bare = bare or median
        print(f"{name:34} {median:6.3f} s   {median / bare:5.1f} x")


if __name__ == "__main__":
    main()
