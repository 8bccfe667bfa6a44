"""Texts that must compile."""

from functools import lru_cache

from scorelang.loading import read_text
from scorelang.source.text import SourceText

GENERATED = "generated.rubric"


@lru_cache(maxsize=256)
def compile_text(text, path=GENERATED):
    """Compile a text that must compile; the findings are the message if it does not."""
    loaded = read_text(SourceText(path, text))
    if loaded.checked is None:
        found = [each for each in loaded.diagnostics if each.severity.value == "error"]
        shown = text if path == GENERATED else path
        raise AssertionError("\n".join([*(f"{x.code} {x.message}" for x in found), shown]))
    return loaded.checked
