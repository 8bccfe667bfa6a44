"""Runs the program in this process; imported by the tests of cells and tables."""

import json
from pathlib import Path

import attrs

from scorelang.cli.main import main

REPORTED = Path(__file__).parent / "reported"
HOSTILE = Path(__file__).parent / "hostile"


@attrs.frozen
class Ran:
    """What a run gave."""

    code: int
    out: str
    err: str

    @property
    def output(self):
        """Everything that was written."""
        return self.out + self.err

    @property
    def records(self):
        """Results by id, or by row where there is none."""
        lines = [json.loads(line) for line in self.out.splitlines()]
        return {line["id"] or line["row"]: line for line in lines}


@attrs.frozen
class Program:
    """Starts the program and takes what it writes."""

    capture: object

    def __call__(self, *arguments):
        """Run a command line."""
        self.capture.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = self.capture.readouterr()
        return Ran(int(code or 0), out.decode(), err.decode())

    def score(self, folder, rubric, records, *options):
        """Score records of a folder by a rubric in it."""
        return self("score", folder / rubric, folder / records, "--to", "jsonl", *options)
