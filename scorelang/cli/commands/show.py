"""``scorelang show``: what was understood of a rubric, defaults made visible."""

# ruff: noqa: PLC0415  a verb loads what it needs when it runs, so that --help starts fast

from __future__ import annotations

import click

from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.options import common_options, output_option


@click.command("show")
@click.argument("rubric")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    help="For people or for programs: by the ending of the file, else as text.",
)
@click.option(
    "--stage",
    metavar="NAME",
    help="Dump what a stage gives: source, tree, a pass of the compiler, model, kernel.",
)
@output_option
@common_options
def command(  # noqa: PLR0913  one argument for each option
    *,
    rubric: str,
    format_: str | None,
    stage: str | None,
    output: str | None,
    lang: str | None,
    color: str,
) -> int:
    """Show what was understood of a RUBRIC: fields, points, every default that acts, notes."""
    del color  # plain text
    from scorelang.cli.output import open_output, pick_lang
    from scorelang.cli.page_formats import PLAIN, page_format

    format_ = page_format(format_, output, PLAIN, "text")
    if stage is not None:
        from scorelang.cli.stages import dump_stage

        text = dump_stage(rubric, stage)
    else:
        from scorelang.cli.rubrics import kept_language, load
        from scorelang.reports.understood import understand, with_sentences
        from scorelang.reports.understood_pages import to_json, to_text

        loaded = load(rubric)
        if format_ == "json":
            # What programs read never changes with the language; sentences follow the reader.
            said = understand(loaded.checked, lang=kept_language(loaded))
            text = to_json(with_sentences(understand(loaded.checked), said))
        else:
            told_in = pick_lang(lang)
            text = to_text(understand(loaded.checked, lang=told_in), lang=told_in)
    with open_output(output, (rubric,)) as stream:
        stream.write(text.encode("utf-8", "replace"))
    return ExitCode.FINE
