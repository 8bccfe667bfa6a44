"""``scorelang test``: run the examples in rubrics."""

# ruff: noqa: PLC0415  a verb loads what it needs when it runs, so that --help starts fast

from __future__ import annotations

import click

from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.options import as_of_option, common_options, output_option


@click.command("test")
@click.argument("rubrics", metavar="[RUBRIC]...", nargs=-1)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "junit"]),
    help="How the outcome is shown: by the ending of the file, else as text.",
)
@as_of_option
@output_option
@common_options
def command(  # noqa: PLR0913  one argument for each option
    *,
    rubrics: tuple[str, ...],
    format_: str | None,
    as_of: str | None,
    output: str | None,
    lang: str | None,
    color: str,
) -> int:
    """Run the examples in rubrics, and say what no example touches.

    Exits with 1 if an example does not come out as it says. Untouched branches, missing
    paths, grades and overrides are listed; they are no failures.
    """
    from scorelang.cli import trial_pages
    from scorelang.cli.dates import read_day
    from scorelang.cli.output import open_output, pick_lang, say_findings
    from scorelang.cli.page_formats import TRIALS, page_format
    from scorelang.cli.rubrics import exit_code, load_all
    from scorelang.trials.run import run_examples

    format_ = page_format(format_, output, TRIALS, "text")
    day = read_day(as_of, "--as-of")
    code = ExitCode.FINE
    tested: list[trial_pages.Tested] = []
    loaded = load_all(rubrics or (".",))
    language = pick_lang(lang)
    for one in loaded:
        if one.checked is None or one.source is None:
            say_findings(one.diagnostics, one.sources, lang=language, color=color)
            code = max(code, exit_code(one))
            continue
        trials = run_examples(one.checked, day)
        tested.append(trial_pages.Tested(one.source, one.checked, trials))
    page = trial_pages.PAGES[format_](tuple(tested), language)
    with open_output(output, rubrics) as stream:
        stream.write(page.encode("utf-8", "replace"))
    has_failed = any(not trial.passed for one in tested for trial in one.trials)
    return max(code, ExitCode.FINDINGS if has_failed else ExitCode.FINE)
