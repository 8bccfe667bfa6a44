"""Options that several verbs take, said once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from scorelang.diagnostics.language import LANGUAGES, speak

Command = Callable[..., Any]


class SaidOnly(click.Option):
    """An option that only the command line may give: what is written, or replaced, by a run."""


def _speak(_: click.Context, __: click.Parameter, asked: str | None) -> str | None:
    if asked is not None:
        speak(asked)
    return asked


lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    is_eager=True,
    callback=_speak,
    help="Language of messages and tables; else SCORELANG_LANG, the rubric's, the locale.",
)
color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours; auto heeds NO_COLOR, FORCE_COLOR and whether this is a terminal.",
)
output_option = click.option(
    "-o",
    "--output",
    metavar="FILE",
    cls=SaidOnly,
    help="Write here instead of on standard output.",
)
from_option = click.option(
    "--from",
    "from_",
    metavar="FORMAT",
    type=click.Choice(["csv", "tsv", "json", "jsonl", "xlsx", "parquet"]),
    help="Format of the records where the ending of the file does not say it.",
)
encoding_option = click.option(
    "--encoding", metavar="NAME", help="Encoding of CSV records; found out by default."
)
sheet_option = click.option(
    "--sheet", metavar="NAME", help="Sheet of an XLSX file; else the one with most of the headings."
)
as_of_option = click.option(
    "--as-of", metavar="DATE", help="The day of the evaluation, as 2024-01-31."
)
rater_column_option = click.option(
    "--rater-column",
    metavar="NAME",
    help="Each row is one rater's; this column names the rater. Rows of one key are joined.",
)
rater_group_column_option = click.option(
    "--rater-group-column", metavar="NAME", help="This column names the rater's group."
)
rater_files_option = click.option(
    "--rater-files",
    is_flag=True,
    help="Each file is one rater's, named for it: peer.Li.csv, self.csv.",
)
as_of_field_option = click.option(
    "--as-of-field",
    metavar="NAME",
    help="A date of the records: each is scored by the version in force on that day.",
)
last_option = click.option(
    "--last",
    metavar="FILE",
    help="Records of the last period: fills blank `last …` values by the id of a record.",
)
absent_option = click.option(
    "--absent",
    metavar="blank|FIELD,...",
    help="Go on where the table has no column for these fields (blank: for any).",
)
duplicates_option = click.option(
    "--duplicates",
    type=click.Choice(["reject", "keep"]),
    default="reject",
    show_default=True,
    help="What becomes of a second record with the same key.",
)
join_option = click.option(
    "--join",
    is_flag=True,
    help="The files hold different columns of the same records: join them by the key.",
)
baseline_option = click.option(
    "--baseline", metavar="FILE", help="Take population values (means, ranks) from this file."
)


_NAMED_SIGNS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
_SIGNS = {**_NAMED_SIGNS, "pipe": "|", "\\t": "\t"}


def _to_sign(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Give the sign that parts cells, from its name or itself."""
    if value is None:
        return None
    sign = _SIGNS.get(value.casefold(), value)
    if len(sign) != 1 or sign.isalnum() or sign in '"\r\n':
        message = f"`{value}` is not one of {', '.join(_NAMED_SIGNS)}, or a sign"
        raise click.BadParameter(message, ctx=context, param=parameter)
    return sign


delimiter_option = click.option(
    "--delimiter",
    metavar="SIGN",
    callback=_to_sign,
    help="What parts the cells of CSV: comma, semicolon, tab, bar or a sign; else found out.",
)
header_row_option = click.option(
    "--header-row",
    metavar="N",
    type=click.IntRange(min=1),
    help="The line of the headings, as Excel counts; else found out.",
)
skip_last_option = click.option(
    "--skip-last",
    metavar="N",
    type=click.IntRange(min=0),
    default=0,
    help="The last N lines are no records, such as remarks below the table.",
)
decimal_option = click.option(
    "--decimal",
    type=click.Choice(["point", "comma"]),
    help="What parts decimals in texts: 1,234.5 or 1.234,5; a comma is never guessed.",
)


def layout_options(command: Command) -> Command:
    """Add the options that say how a table lies in its file."""
    for option in (skip_last_option, decimal_option, header_row_option, delimiter_option):
        command = option(command)
    return command


def common_options(command: Command) -> Command:
    """Add ``--lang`` and ``--color``."""
    return lang_option(color_option(command))


def record_options(command: Command) -> Command:
    """Add the options that say how records are read."""
    for option in (rater_files_option, rater_group_column_option, rater_column_option):
        command = option(command)
    command = join_option(duplicates_option(absent_option(last_option(command))))
    command = layout_options(command)
    for option in (baseline_option, as_of_option, sheet_option, encoding_option, from_option):
        command = option(command)
    return command
