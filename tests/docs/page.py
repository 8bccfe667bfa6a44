"""Runs a page from top to bottom and says what on it is not true."""

from __future__ import annotations

import re
from pathlib import Path

from scorelang.compiler.pipeline import compile_rubric
from scorelang.diagnostics.collector import Collector
from scorelang.library.loader import Loader
from scorelang.source.text import SourceText
from scorelang.syntax.parser import parse
from tests.docs.blocks import Block, blocks_of
from tests.docs.running import Shell, agrees, commands_of, refreshed, run_python

PRINTED = re.compile(r"^(\s*print\(.*\))(  # )(.*)$")
MOST_PARTS = 4


class Page:
    """A page being run from top to bottom."""

    def __init__(self, path: Path, name: str, desk: Path, *, blessing: bool) -> None:
        text = path.read_text("utf-8")
        self.name, self.desk, self.blessing = name, desk, blessing
        self.written = text.split("\n")
        self.lines = list(self.written)
        self.blocks = blocks_of(text)
        self.shell = Shell()
        self.faults: list[str] = []
        self.moved = 0

    def run(self) -> None:
        """Run all blocks; what is wrong is in ``faults``, the page as it should be in ``lines``."""
        for block in self.blocks:
            self.one(block)
        parts = sum("part" in block.words for block in self.blocks)
        if parts > MOST_PARTS:
            self.faults.append(f"{parts} rubrics are tagged `part`; {MOST_PARTS} are enough")

    def one(self, block: Block) -> None:
        """Do with a block what its tags say."""
        if block.file is not None and block.language != "diff":
            (self.desk / block.file).parent.mkdir(parents=True, exist_ok=True)
            (self.desk / block.file).write_text(block.text, "utf-8")
        match block.language:
            case "rubric" if "part" not in block.words:
                self.rubric(block)
            case "console":
                self.replace(block, self.console(block))
            case "python":
                self.replace(block, self.python(block))
            case "diff" if block.file is not None:
                self.edit(self.desk / block.file, block)

    def fault(self, block: Block, told: str) -> None:
        """Note something that is not true."""
        self.faults.append(f"{self.name}:{block.first + 1}: {told}")

    def rubric(self, block: Block) -> None:
        """Compile a rubric; its findings are those it is tagged with."""
        found = findings(block.text, block.file)
        errors = {code for code in found if code.startswith("E")}
        wanted = block.codes_after("fails")
        if errors != wanted:
            self.fault(block, f"errors {sorted(errors)}, expected {sorted(wanted)}:\n{found}")
        warnings = set(found) - errors
        if not wanted and warnings != block.codes_after("warns"):
            self.fault(block, f"warnings are tagged `warns CODE`: {found}")

    def console(self, block: Block) -> list[str]:
        """Run commands; gives the block with what they print."""
        lines: list[str] = []
        for command in commands_of(block.lines):
            found = self.shell.run(command.arguments)
            now = refreshed(command.expected, found)
            lines += [*command.typed, *now]
            if not agrees(now if self.blessing else command.expected, found):
                told = "\n".join(found)
                self.fault(block, f"{command.typed[0]} prints\n{told}")
        return lines

    def python(self, block: Block) -> list[str]:
        """Run a program; gives the block with what it prints."""
        said = iter(run_python(block.text, self.name))
        lines: list[str] = []
        for line in block.lines:
            printed = PRINTED.match(line)
            if printed is None:
                lines.append(line)
                continue
            found = next(said, "")
            lines.append(f"{printed[1]}{printed[2]}{found}")
            if not self.blessing and found != printed[3]:
                self.fault(block, f"{line.strip()} prints {found}")
        rest = list(said)
        if rest:
            self.fault(block, f"prints more than the page says: {rest}")
        return lines

    def edit(self, path: Path, block: Block) -> None:
        """Take out the lines marked ``-`` and put those marked ``+`` in their place."""
        lines = path.read_text("utf-8").split("\n")
        at = None
        for line in block.lines:
            mark, text = line[:1], line[1:]
            if mark != "+":
                places = [n for n, there in enumerate(lines) if there.strip() == text.strip()]
                places = [n for n in places if at is None or n >= at]
                if not places:
                    self.fault(block, f"not in {path.name}: {text}")
                    return
                at = places[0]
            if at is None:
                self.fault(block, "a line that comes needs a line before it, which says where")
                return
            if mark == "-":
                del lines[at]
            elif mark == "+":
                lines.insert(at, text)
                at += 1
            else:
                at += 1
        path.write_text("\n".join(lines), "utf-8")

    def replace(self, block: Block, lines: list[str]) -> None:
        """Put lines in the place of those of the block."""
        start = block.first + self.moved
        self.lines[start : start + len(block.lines)] = lines
        self.moved += len(lines) - len(block.lines)


def findings(text: str, path: str | None = None) -> dict[str, str]:
    """The codes and messages a rubric gets; one saved at a path may name files beside it."""
    collector, name = Collector(), path or "page.rubric"
    tree = parse(SourceText(name, text), collector)
    if tree is not None:
        compile_rubric(tree, collector, Loader.beside(name))
    return {found.code: found.message for found in collector.sorted()}
