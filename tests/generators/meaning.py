"""What a rubric and its outcomes say, without the words a line was written in."""

from functools import lru_cache

import attrs

from scorelang.model.dump import dump
from tests.generators.compiling import GENERATED, compile_text


@lru_cache(maxsize=128)
def meaning(text, path=GENERATED):
    """The model as text, without the guards of lines as they were written.

    Other files that the text names are looked for beside ``path``.
    """
    found, skipped = [], None
    for line in dump(compile_text(text, str(path))).splitlines():
        depth = len(line) - len(line.lstrip())
        if skipped is not None and depth > skipped:
            continue
        skipped = depth if line.lstrip().startswith(("text:", "needs_text:")) else None
        if skipped is None:
            found.append(line)
    return found


def wordless(outcome):
    """An outcome, or a rejection as it is, without the lines as they were written."""
    if not hasattr(outcome, "contributions"):
        return outcome
    parts = tuple(map(_wordless_part, outcome.contributions))
    return attrs.evolve(
        outcome, contributions=parts, grade_line=None, class_lines={}, passed_over=()
    )


def _wordless_part(part):
    items = tuple(attrs.evolve(item, text="") for item in part.items)
    children = tuple(map(_wordless_part, part.children))
    return attrs.evolve(part, branch=None, children=children, items=items)
