"""The rubrics that ship with the language or its documentation, compiled once."""

from functools import cache
from pathlib import Path

from tests.generators.compiling import compile_text

ROOT = Path(__file__).resolve().parents[2]
PATHS = (*sorted(ROOT.glob("rubrics/*.rubric")), *sorted(ROOT.glob("examples/*/*.rubric")))
BY_NAME = {path.stem: path for path in PATHS}
NAMES = tuple(BY_NAME)
TEXTS = {name: path.read_text("utf-8") for name, path in BY_NAME.items()}


@cache
def shipped_rubric(name):
    """A shipped rubric, compiled."""
    path = next(path for path in PATHS if path.stem == name)
    return compile_text(TEXTS[name], path.as_posix())
