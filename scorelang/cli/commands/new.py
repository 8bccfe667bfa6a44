"""``scorelang new``: start a rubric."""

# ruff: noqa: PLC0415  a verb loads what it needs when it runs, so that --help starts fast

from __future__ import annotations

import click

from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.options import (
    SaidOnly,
    common_options,
    encoding_option,
    layout_options,
    output_option,
    sheet_option,
)


@click.command("new")
@click.argument("name", required=False)
@click.option("--template", metavar="RUBRIC", help="Start from this shipped rubric or file.")
@click.option(
    "--from",
    "from_",
    metavar="RECORDS",
    help="Write the record block for these records (CSV, TSV, JSON, XLSX, Parquet).",
)
@click.option("--force", is_flag=True, cls=SaidOnly, help="Replace a file that exists.")
@click.option("--list", "only_list", is_flag=True, help="List the shipped rubrics.")
@encoding_option
@sheet_option
@layout_options
@output_option
@common_options
def command(  # noqa: PLR0913  one argument for each option
    *,
    name: str | None,
    template: str | None,
    from_: str | None,
    force: bool,
    only_list: bool,
    encoding: str | None,
    sheet: str | None,
    delimiter: str | None,
    header_row: int | None,
    decimal: str | None,
    skip_last: int,
    output: str | None,
    lang: str | None,
    color: str,
) -> int:
    """Start the rubric NAME in the file NAME.rubric: a small example to be changed.

    With --template it is a copy of a rubric, with --from its record block describes your
    records. --lang chooses the keywords; names, texts and comments of a template stay as they
    are. A file that exists is never replaced without --force.
    """
    del color  # nothing is coloured
    from pathlib import Path

    from scorelang import resources
    from scorelang.cli.failure import fail
    from scorelang.cli.output import check_output, open_output, pick_lang, say, write_out
    from scorelang.cli.page_formats import require_rubric_name
    from scorelang.cli.starting import Start, write_start
    from scorelang.records.layout import Layout

    if only_list:
        write_out("".join(f"{known}\n" for known in resources.rubric_names()))
        return ExitCode.FINE
    if name is None:
        fail("U0213.name")
    if template is not None and from_ is not None:
        fail("U0213.start")
    target = output or f"{name.removesuffix('.rubric')}.rubric"
    if target != "-":
        require_rubric_name(target)
        check_output(target)
        if Path(target).exists() and not force:
            fail("U0209", path=target)
    layout = Layout.of(delimiter, header_row, decimal, skip_last)
    start = Start(name, template, lang, from_, encoding, sheet, layout)
    text = write_start(start, pick_lang(lang))
    with open_output(target, filter(None, (template, from_))) as stream:
        stream.write(text.encode("utf-8"))
    if target != "-":
        say(target)
    return ExitCode.FINE
