"""``scorelang profile``: the data behind a rubric."""

# ruff: noqa: PLC0415  a verb loads what it needs when it runs, so that --help starts fast

from __future__ import annotations

from typing import Any

import click

from scorelang.cli.options import common_options, output_option, record_options


@click.command("profile")
@click.argument("rubric")
@click.argument("records", metavar="RECORDS...", nargs=-1, required=True)
@click.option(
    "--max-missing", metavar="P%", help="Exit with 1 if a field is missing in more records."
)
@click.option(
    "--min-correlation",
    metavar="R",
    default="0.9",
    show_default=True,
    help="Name pairs of indicators whose rank correlation is at least this.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "json"]),
    help="For people or for programs: by the ending of the file, else as a table.",
)
@output_option
@record_options
@common_options
def command(**options: Any) -> int:  # noqa: ANN401  click hands in what ProfileOptions names
    """Show the data behind a rubric: gaps, faults, points and grades, what moves together.

    Exits with 1 if a field is missing more often than --max-missing, else with 3 if records
    were rejected or ratings left out.
    """
    from scorelang.cli.profiling import ProfileOptions, run_profile

    return run_profile(ProfileOptions(**options))
