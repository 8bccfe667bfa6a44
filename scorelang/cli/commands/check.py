"""``scorelang check``: find faults in rubrics."""

# ruff: noqa: PLC0415  a verb loads what it needs when it runs, so that --help starts fast

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.options import common_options, output_option

if TYPE_CHECKING:
    from scorelang.diagnostics.model import Diagnostic


@click.command("check")
@click.argument("rubrics", metavar="[RUBRIC]...", nargs=-1)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "concise", "json", "sarif", "github", "junit"]),
    help="How findings are shown: by the ending of the file, else as text.",
)
@click.option(
    "--fail-level",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="What makes the exit code 1.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever was found.")
@output_option
@common_options
def command(  # noqa: PLR0913  one argument for each option
    *,
    rubrics: tuple[str, ...],
    format_: str | None,
    fail_level: str,
    output: str | None,
    lang: str | None,
    color: str,
    exit_zero: bool,
) -> int:
    """Find faults in rubrics: files, folders, shipped names, - for standard input.

    Without a RUBRIC the current folder is checked. Findings are the result and go to
    standard output; a count goes to standard error.
    """
    import sys

    from scorelang.cli.output import open_output, pick_lang, say, wants_color
    from scorelang.cli.page_formats import FINDINGS, page_format
    from scorelang.cli.rubrics import find_history_faults, is_about_use, load_all
    from scorelang.diagnostics.formats import FORMATS
    from scorelang.diagnostics.render_text import summarize

    format_ = page_format(format_, output, FINDINGS, "text")
    loaded = load_all(rubrics or (".",))
    language = pick_lang(lang)
    found = tuple(finding for one in loaded for finding in one.diagnostics)
    found += find_history_faults(loaded)
    sources = {path: source for one in loaded for path, source in one.sources.items()}
    colored = wants_color(color, sys.stdout) and output is None
    text = FORMATS[format_](found, sources, color=colored, lang=language)
    with open_output(output, rubrics) as stream:
        stream.write(text.encode("utf-8", "replace"))
    if format_ in {"text", "concise"}:
        say(summarize(found, lang=language))
    if any(map(is_about_use, found)):
        return ExitCode.USAGE
    return ExitCode.FINE if exit_zero else _verdict(found, fail_level)


def _verdict(found: tuple[Diagnostic, ...], fail_level: str) -> ExitCode:
    """Decide whether anything found is grave enough."""
    grave = {"error"} if fail_level == "error" else {"error", "warning"}
    return ExitCode.FINDINGS if any(f.severity.value in grave for f in found) else ExitCode.FINE
