"""``scorelang explain``: the long page of a code."""

# ruff: noqa: PLC0415  a verb loads what it needs when it runs, so that --help starts fast

from __future__ import annotations

import click

from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.options import common_options


@click.command("explain")
@click.argument("code")
@common_options
def command(code: str, lang: str | None, color: str) -> int:
    """Say what a CODE means, why it matters, and show a wrong and a right rubric."""
    del lang, color  # the language is spoken already, and pages have no colours
    from scorelang.cli.failure import fail
    from scorelang.cli.output import write_out
    from scorelang.diagnostics.explain import explain, suggest_code

    page = explain(code)
    if page is None:
        near = suggest_code(code)
        key = "U0210.near" if near else "U0210"
        fail(key, asked=code, near=near)
    write_out(page)
    return ExitCode.FINE
