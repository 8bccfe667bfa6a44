"""``scorelang why``: the ledger of one record."""

# ruff: noqa: PLC0415  a verb loads what it needs when it runs, so that --help starts fast

from __future__ import annotations

from typing import Any

import click

from scorelang.cli.options import as_of_field_option, common_options, output_option, record_options


@click.command("why")
@click.argument("rubric")
@click.argument("records", metavar="RECORDS...", nargs=-1, required=True)
@click.option("--id", "id_", metavar="ID", help="The record with this id.")
@click.option(
    "--row", type=click.IntRange(min=1), metavar="N", help="The record of this row; the first is 1."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "html", "xlsx", "json", "jsonl", "csv"]),
    help="Else by the ending of FILE (.html .xlsx .json .jsonl .csv .txt), a table on a "
    "terminal, JSON Lines on a pipe.",
)
@output_option
@as_of_field_option
@record_options
@common_options
def command(**options: Any) -> int:  # noqa: ANN401  click hands in what WhyOptions names
    """Show how the result of one record came about, line by line, adding up to the total."""
    from scorelang.cli.explaining import WhyOptions, run_why

    return run_why(WhyOptions(**options))
