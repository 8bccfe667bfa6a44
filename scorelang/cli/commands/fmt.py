"""``scorelang fmt``: lay rubrics out in the one form."""

# ruff: noqa: PLC0415  a verb loads what it needs when it runs, so that --help starts fast

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import click

from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.options import color_option
from scorelang.cli.terms import TERMS

if TYPE_CHECKING:
    from scorelang.diagnostics.model import Diagnostic
    from scorelang.source.text import SourceText


@attrs.frozen
class _Formatted:
    """A file before and after; ``after`` is ``None`` where it was refused."""

    path: str
    before: SourceText | None
    after: str | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_changed(self) -> bool:
        return (
            self.before is not None and self.after is not None and self.before.content != self.after
        )


@click.command("fmt")
@click.argument("rubrics", metavar="[RUBRIC]...", nargs=-1)
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; exit 1 if a file would change."
)
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show what would change.")
@click.option(
    "--lang",
    "vocabulary",
    type=click.Choice(["en", "zh"]),
    help="Settle on English or Chinese keywords; else on the first keyword's.",
)
@color_option
def command(
    *,
    rubrics: tuple[str, ...],
    vocabulary: str | None,
    color: str,
    only_check: bool,
    show_diff: bool,
) -> int:
    """Lay rubrics out in the one form: files and folders in place, - from input to output.

    A rubric that cannot be read, or whose layout would change its meaning, stays as it is.
    """
    from scorelang.cli.output import pick_lang, say, say_findings
    from scorelang.cli.rubrics import find_files, is_about_use

    files = find_files(rubrics or (".",))
    done = tuple(_format(path, vocabulary) for path in files)
    for one in done:
        if one.after is None:
            sources = {one.before.path: one.before} if one.before else {}
            say_findings(one.diagnostics, sources, lang=pick_lang(None), color=color)
    _hand_out(done, only_check=only_check, show_diff=show_diff, color=color)
    changed = sum(one.is_changed for one in done)
    refused = sum(one.after is None for one in done)
    told = "{changed} would change" if only_check or show_diff else "{changed} changed"
    ending = TERMS[f"{told}, {{same}} unchanged, {{refused}} refused"]
    if files != ("-",) or only_check:
        say(ending.format(changed=changed, same=len(done) - changed - refused, refused=refused))
    findings = [finding for one in done for finding in one.diagnostics]
    if any(finding.code.startswith("I") for finding in findings):
        return ExitCode.OUR_BUG
    if any(map(is_about_use, findings)):
        return ExitCode.USAGE
    return ExitCode.FINDINGS if refused or (changed and only_check) else ExitCode.FINE


def _format(path: str, vocabulary: str | None) -> _Formatted:
    from scorelang.api import format_source
    from scorelang.diagnostics.language import follow
    from scorelang.diagnostics.model import Diagnostic, Severity
    from scorelang.diagnostics.quoting import writing
    from scorelang.library.find import read_source
    from scorelang.syntax.ast import Vocabulary
    from scorelang.syntax.told_vocabulary import tell_vocabulary

    source = read_source(path)
    if isinstance(source, Diagnostic):
        return _Formatted(path, None, None, (source,))
    chosen = {None: None, "en": Vocabulary.ENGLISH, "zh": Vocabulary.CHINESE}[vocabulary]
    is_chinese = tell_vocabulary(source) is Vocabulary.CHINESE
    follow(is_chinese=is_chinese)
    with writing(is_chinese=is_chinese):
        result = format_source(source, chosen)
    errors = tuple(d for d in result.diagnostics if d.severity is Severity.ERROR)
    return _Formatted(path, source, result.text, errors)


def _hand_out(
    done: tuple[_Formatted, ...], *, only_check: bool, show_diff: bool, color: str
) -> None:
    """Write files in place, or show what would change."""
    import sys

    from scorelang.cli.output import say, wants_color, write_out

    for one in done:
        if show_diff and one.is_changed:
            write_out(_difference(one, color=wants_color(color, sys.stdout)))
        elif only_check and one.is_changed:
            say(TERMS["would change: {path}"].format(path=one.path))
        elif one.path == "-" and one.after is not None and not (only_check or show_diff):
            write_out(one.after)
        elif one.is_changed and not (only_check or show_diff):
            _write_in_place(one)


def _write_in_place(one: _Formatted) -> None:
    from pathlib import Path

    from scorelang.cli.failure import fail
    from scorelang.cli.output import open_output

    assert one.after is not None, "only what was formatted is written"
    if not Path(one.path).exists():
        fail("U0203.shipped", path=one.path)
    with open_output(one.path) as stream:
        stream.write(one.after.encode("utf-8"))


def _difference(one: _Formatted, *, color: bool) -> str:
    from difflib import unified_diff

    assert one.before is not None
    assert one.after is not None, "only what was formatted is compared"
    lines = unified_diff(
        one.before.content.splitlines(keepends=True),
        one.after.splitlines(keepends=True),
        one.path,
        TERMS["{path} (formatted)"].format(path=one.path),
    )
    ended = (
        line if line.endswith("\n") else f"{line}\n\\ {TERMS['no line end']}\n" for line in lines
    )
    return "".join(_paint(line) if color else line for line in ended)


def _paint(line: str) -> str:
    style = {"+": "32", "-": "31", "@": "36"}.get(line[:1])
    return f"\x1b[{style}m{line.rstrip()}\x1b[0m\n" if style else line
