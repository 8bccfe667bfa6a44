"""What cells of a table of results say for people: labels, yes and no, the status.

In: the rubrics that wrote the results and a language. Out: ``CellWords``. Tables for programs
say names and English words, whatever the language; ``PLAIN`` is what they use.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import attrs

from scorelang.model.labels import labels_of, relabel
from scorelang.model.rubric import CheckedRubric

_CHINESE: Mapping[str, str] = MappingProxyType(
    {
        "yes": "是",
        "no": "否",
        "scored": "已评",
        "not ratable": "不予评级",
        "grade": "等级",
        "results": "结果",
    }
)


@attrs.frozen
class CellWords:
    """The labels of names, and the words of the reader for our own."""

    labels: Mapping[str, str] = attrs.field(factory=dict)
    words: Mapping[str, str] = attrs.field(factory=dict)

    def called(self, name: str) -> str:
        """Give what a name is called."""
        return self.labels.get(name) or self.words.get(name, name)

    def note(self, text: str) -> str:
        """Write a note with the labels of what it names."""
        return relabel(text, self.labels) if self.labels else text

    def word(self, word: str) -> str:
        """Give one of our own words."""
        return self.words.get(word, word)


PLAIN = CellWords()


def cell_words_of(rubrics: Sequence[CheckedRubric], lang: str) -> CellWords:
    """Give the words of cells under headings for people; the newest rubric names them."""
    labels: dict[str, str] = {}
    for rubric in rubrics:
        labels = {**labels_of(rubric), **labels}
    return CellWords(labels, _CHINESE if lang == "zh" else {})
