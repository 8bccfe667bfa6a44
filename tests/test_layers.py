"""The rooms of docs/architecture.md as a test: who may import whom, and what only one may do."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "scorelang"

# From the bottom up. A room may import rooms of the lines above its own, never one beside it.
LAYERS = (
    {"source", "numeric", "resources"},
    {"diagnostics"},
    {"library", "syntax", "model"},
    {"kernel"},
    {"bounds"},
    {"compiler"},
    {"evaluator", "engines"},
    {"records", "batch", "analysis", "formatter", "exporters", "reports"},
    {"quick_figures"},
    {"frames", "loading", "profiling", "quick", "quick_stream", "trials"},
    {"api", "lsp", "studio"},
    {"cli"},
)
LAYER = {room: number for number, rooms in enumerate(LAYERS) for room in rooms}

# Rooms that one must not see although they lie below.
HIDDEN = {
    "kernel": {"syntax", "library", "diagnostics"},  # made from the model alone
    "bounds": {"syntax", "library", "diagnostics"},
    "evaluator": {"syntax", "compiler", "kernel", "bounds"},  # the kernel's second opinion
    "engines": {"syntax", "compiler"},
    "batch": {"syntax", "compiler", "evaluator"},  # a second opinion, so not made from the first
    "exporters": {"syntax", "compiler"},
    "reports": {"syntax", "compiler"},
    "formatter": {"model", "compiler"},
    "profiling": {"syntax", "compiler"},
    "trials": {"syntax", "compiler"},
}
# The two files that stand outside the rooms and the one room each may see.
DOORS = {"__init__": {"api"}, "__main__": {"cli"}}
SHELVES = {"utils", "helpers", "common", "misc", "base", "manager"}
ROUNDS = "numeric/rounding.py"


def room_of(path):
    """The room of a file given by its path within the package."""
    return path.split("/", maxsplit=1)[0].removesuffix(".py")


def imports(tree):
    """Dotted names of the modules a tree imports, those for type checking as well."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield "."
        elif isinstance(node, ast.ImportFrom) and node.module == PACKAGE:
            yield from (f"{PACKAGE}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def faults_of_imports(path, tree):
    room = room_of(path)
    if room not in LAYER and room not in DOORS:
        yield f"{path}: a room that the table of layers does not know"
        return
    for name in imports(tree):
        first, *rest = name.split(".")
        if name == ".":
            yield f"{path}: a relative import"
        elif first == "lark" and room != "syntax":
            yield f"{path}: imports lark"
        elif first == PACKAGE and not may_see(room, rest[0] if rest else "__init__"):
            yield f"{path}: {room} imports {name}"


def may_see(room, other):
    if room in DOORS:
        return other in DOORS[room]
    if other not in LAYER:
        return False
    return other == room or (LAYER[other] < LAYER[room] and other not in HIDDEN.get(room, ()))


def faults_of_rounding(path, tree):
    if path == ROUNDS:
        return
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = getattr(called, "attr", None) or getattr(called, "id", None)
        if name in {"round", "__round__", "quantize"}:
            yield f"{path}:{node.lineno}: rounds; only {ROUNDS} does"


def faults(path, text):
    tree = ast.parse(text)
    return [*faults_of_imports(path, tree), *faults_of_rounding(path, tree)]


def test_rooms_import_only_what_lies_below_and_one_file_rounds():
    files = sorted((ROOT / PACKAGE).rglob("*.py"))
    assert files
    found = [
        fault
        for file in files
        for fault in faults(file.relative_to(ROOT / PACKAGE).as_posix(), file.read_text("utf-8"))
    ]
    assert not found, "\n".join(found)


def test_each_file_is_named_for_its_idea():
    found = [path for path in (ROOT / PACKAGE).rglob("*.py") if path.stem in SHELVES]
    assert not found


def test_each_room_says_what_it_is_for():
    rooms = [path for path in (ROOT / PACKAGE).iterdir() if path.name in LAYER and path.is_dir()]
    silent = [
        room.name
        for room in rooms
        if any(room.rglob("*.py"))
        and not ((room / "__init__.py").is_file() and ast.get_docstring(_init(room)))
    ]
    assert not silent


def _init(room):
    return ast.parse((room / "__init__.py").read_text("utf-8"))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("numeric/exact.py", "import scorelang.numeric.rounding"),
        ("diagnostics/model.py", "from scorelang.source.span import Span"),
        ("compiler/lower.py", "from scorelang import syntax"),
        ("analysis/witness.py", "from scorelang.evaluator.interpreter import evaluate"),
        ("syntax/parser.py", "from lark import Lark"),
        ("cli/commands/check.py", "from scorelang.api import load_rubric"),
        ("__init__.py", "from scorelang.api import load_rubric"),
        ("__main__.py", "from scorelang.cli.main import run"),
        ("numeric/rounding.py", "x = round(1.5)"),
        ("model/rubric.py", "round = 3"),
    ],
)
def test_what_is_allowed_is_not_reported(path, line):
    assert faults(path, line) == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("source/text.py", "from scorelang.diagnostics.model import Severity"),
        ("source/text.py", "from scorelang.numeric import exact"),
        ("syntax/ast.py", "import scorelang.model.rubric"),
        ("evaluator/interpreter.py", "from scorelang.syntax.ast import Expr"),
        ("batch/engine.py", "from scorelang.evaluator import interpreter"),
        ("reports/html.py", "from scorelang.records import csv"),
        ("formatter/format.py", "from scorelang.model import rubric"),
        ("compiler/lower.py", "if TYPE_CHECKING:\n    from scorelang.cli import main"),
        ("compiler/lower.py", "def late():\n    from scorelang import load_rubric"),
        ("compiler/lower.py", "from . import symbols"),
        ("compiler/lower.py", "import lark.tree"),
        ("__init__.py", "from scorelang.compiler.pipeline import compile_rubric"),
        ("tools/thing.py", "x = 1"),
        ("evaluator/operators.py", "x = round(1.5, 2)"),
        ("evaluator/operators.py", "x = y.quantize(z)"),
        ("batch/edges.py", "x = polars.col('a').round(2)"),
    ],
)
def test_what_is_not_allowed_is_reported(path, line):
    assert len(faults(path, line)) == 1
