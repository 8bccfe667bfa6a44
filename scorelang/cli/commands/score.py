"""``scorelang score``: score records, write results, rejects and the stamp of the run."""

# ruff: noqa: PLC0415  a verb loads what it needs when it runs, so that --help starts fast

from __future__ import annotations

from typing import Any

import click

from scorelang.cli.options import (
    SaidOnly,
    as_of_field_option,
    common_options,
    output_option,
    record_options,
)

_FORMATS = ("table", "jsonl", "json", "csv", "tsv", "xlsx", "parquet")


@click.command("score")
@click.argument("rubric")
@click.argument("records", metavar="RECORDS...", nargs=-1, required=True)
@output_option
@click.option(
    "--to",
    type=click.Choice(_FORMATS),
    help="Format of the results; else the ending of FILE, a table on a terminal, "
    "JSON Lines on a pipe.",
)
@click.option(
    "--headings",
    type=click.Choice(["names", "labels"]),
    help="Head columns by names (as in CSV and XLSX unless said) or by labels (as on the screen).",
)
@record_options
@as_of_field_option
@click.option("--keep-columns", is_flag=True, help="Carry the input columns along.")
@click.option(
    "--rejects",
    metavar="FILE",
    cls=SaidOnly,
    help="Write rejected records here, a line for a fault.",
)
@click.option(
    "--max-rejects",
    metavar="N|P%",
    help="Stop with exit code 1 and write nothing if more records are rejected.",
)
@click.option(
    "--save-baseline",
    metavar="FILE",
    cls=SaidOnly,
    help="Keep the population values of this run.",
)
@click.option(
    "--stamp",
    metavar="FILE",
    cls=SaidOnly,
    help="Write which rubric, tool and data gave the results.",
)
@common_options
def command(**options: Any) -> int:  # noqa: ANN401  click hands in what ScoreOptions names
    """Score RECORDS (CSV, TSV, JSON, JSON Lines, XLSX, Parquet; - for standard input).

    Several files are scored as one run, in order. Records with faults are rejected, the
    others are scored; the exit code is then 3.
    """
    from scorelang.cli.score_options import ScoreOptions
    from scorelang.cli.scoring import run_score

    return run_score(ScoreOptions(**options))
