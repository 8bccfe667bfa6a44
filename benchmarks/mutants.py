"""Mutants of the rooms that give numbers: how many the tests kill, and which survive.

    python benchmarks/mutants.py --count 200 --workers 2

Each mutant changes one place of a file of `kernel`, `evaluator`, `numeric` or `records`: a
comparison by its neighbour, `and` by `or`, a sign, a number by one, the lowest by the highest, a
condition by its opposite. It lives in a copy of the sources; the tests of its room and the
parity tests run until one fails. Which places are changed depends on the seed alone. Survivors are
printed with file, line and change: each is a test that is missing, or a change that means nothing.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 240
EDGES = "tests/unit/test_edges.py"
ROOMS = {
    "kernel": ("tests/parity", "tests/unit/kernel"),
    "evaluator": (
        "tests/unit/evaluator",
        "tests/unit/test_edges.py",
        "tests/vectors",
        "tests/parity",
    ),
    "numeric": (EDGES, "tests/unit/numeric", "tests/parity"),
    "records": (EDGES, "tests/unit/records", "tests/parity/test_python.py"),
}
LEFT_OUT = ("errors", "errors_zh", "terms", "dump")
"""Files of words, and what only people look at."""

NEIGHBOURS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.GtE: ast.Gt,
    ast.Gt: ast.GtE,
    ast.LtE: ast.Lt,
    ast.Lt: ast.LtE,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
SIGNS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
}
NAMES = {"min": "max", "max": "min", "all": "any", "any": "all"}


def changes(tree: ast.AST) -> Iterator[tuple[int, str, Callable[[], None]]]:
    """Give every place that can be changed: its line, what is changed, and the change."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(ops=[op]) if type(op) in NEIGHBOURS:
                new = NEIGHBOURS[type(op)]
                yield (
                    node.lineno,
                    f"{type(op).__name__} to {new.__name__}",
                    _set(node, "ops", [new()]),
                )
            case ast.BoolOp(op=op):
                other = ast.Or() if isinstance(op, ast.And) else ast.And()
                yield node.lineno, f"to {type(other).__name__}", _set(node, "op", other)
            case ast.BinOp(op=op) if type(op) in SIGNS:
                sign = SIGNS[type(op)]
                yield (
                    node.lineno,
                    f"{type(op).__name__} to {sign.__name__}",
                    _set(node, "op", sign()),
                )
            case ast.UnaryOp(op=ast.Not()):
                yield node.lineno, "not left out", _set(node, "op", ast.UAdd())
            case ast.Constant(value=bool() as value):
                yield node.lineno, f"{value} to {not value}", _set(node, "value", not value)
            case ast.Constant(value=int() as value):
                yield node.lineno, f"{value} to {value + 1}", _set(node, "value", value + 1)
            case ast.Call(func=ast.Name(id=name) as called) if name in NAMES:
                yield node.lineno, f"{name} to {NAMES[name]}", _set(called, "id", NAMES[name])
            case _:
                continue


def _set(node: ast.AST, name: str, value: object) -> Callable[[], None]:
    def change() -> None:
        setattr(node, name, value)

    return change


def mutants(count: int, seed: int) -> list[tuple[str, str, int]]:
    """Choose so many places: the room, the file, and which of its changes."""
    found = []
    for room in ROOMS:
        for path in sorted((ROOT / "scorelang" / room).rglob("*.py")):
            if path.stem not in LEFT_OUT:
                places = len(list(changes(ast.parse(path.read_text("utf-8")))))
                name = path.relative_to(ROOT).as_posix()
                found += [(room, name, place) for place in range(places)]
    random.Random(seed).shuffle(found)
    return found[:count]


def run(room: str, name: str, place: int, copies: Queue[Path]) -> tuple[bool, str]:
    """Run the tests on one mutant; give whether it was killed, and what it was."""
    copy = copies.get()
    path, original = copy / name, (ROOT / name).read_text("utf-8")
    tree = ast.parse(original)
    line, what, change = list(changes(tree))[place]
    change()
    path.write_text(ast.unparse(ast.fix_missing_locations(tree)), "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
    command += ["--hypothesis-profile=few", *ROOMS[room]]
    environment = {**os.environ, "CI": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        ended = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, timeout=SECONDS, check=False
        )
        is_killed = ended.returncode != 0
    except subprocess.TimeoutExpired:
        is_killed = True  # it never ends: nobody would overlook it
    finally:
        path.write_text(original, "utf-8")
        copies.put(copy)
    return is_killed, f"{name}:{line}: {what}"


def copied(folder: Path, number: int) -> Path:
    """Copy what the tests need."""
    target = folder / str(number)
    target.mkdir()
    for name in ("scorelang", "tests", "grammars", "rubrics", "examples", "docs", "pyproject.toml"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / name)
    return target


def main() -> None:
    """Run the mutants, and print who survives."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    start = time.perf_counter()
    chosen = mutants(options.count, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        copies: Queue[Path] = Queue()
        for number in range(options.workers):
            copies.put(copied(Path(folder), number))
        killed = 0
        with ThreadPoolExecutor(options.workers) as pool:
            for is_killed, what in pool.map(lambda each: run(*each, copies), chosen):
                killed += is_killed
                if not is_killed:
                    print(f"survived: {what}", flush=True)
    took = time.perf_counter() - start
    print(f"{killed} of {len(chosen)} mutants killed, {took:.0f} s")


if __name__ == "__main__":
    main()
