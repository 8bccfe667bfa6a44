"""The keyword tables of the page on Chinese, from the vocabulary of the parser."""

from __future__ import annotations

import re
from pathlib import Path

from scorelang.syntax import vocabulary

HEADING = "## 关键词对照 (all keywords)"
_GROUP = re.compile(r"^        # (.+)$", re.MULTILINE)
_ENTRY = re.compile(r'^        "(\w+)":', re.MULTILINE)


def keyword_tables() -> str:
    """One table for each group of keywords; the groups are the comments in vocabulary.py."""
    groups = _groups()
    lines: list[str] = []
    last = None
    for terminal, (english, chinese) in vocabulary.KEYWORDS.items():
        group = groups.get(terminal)
        if group != last and group is not None:
            title = group[0].upper() + group[1:]
            lines += ["", f"### {title}", "", "| English | 中文 |", "|---|---|"]
        last = group
        lines.append(f"| {_spelt(english)} | {_spelt(chinese)} |")
    return "\n".join(lines) + "\n"


def with_keyword_tables(page: str) -> str:
    """Give the page with fresh tables: everything from the first table on is replaced."""
    start = page.index("\n### ", page.index(HEADING))
    return page[:start] + keyword_tables()


def _groups() -> dict[str, str]:
    text = Path(vocabulary.__file__).read_text("utf-8")
    heads = [(found.start(), found[1]) for found in _GROUP.finditer(text)]
    return {
        entry[1]: next((head for at, head in reversed(heads) if at < entry.start()), "")
        for entry in _ENTRY.finditer(text)
    }


def _spelt(words: tuple[str, ...]) -> str:
    return " ".join(f"`{word}`" for word in words)
