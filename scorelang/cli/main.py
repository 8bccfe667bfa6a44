"""The program: finds the verb, runs it, turns every way of ending into an exit code.

Verbs are loaded when they are called, so that ``--help`` starts fast. No traceback is
shown: what a person can mend is said with a code, what we must mend is called a bug
(``SCORELANG_TRACEBACK=1`` shows where it is).
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Any, NoReturn

import click

from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.help_page import SpokenContext
from scorelang.cli.terms import TERMS
from scorelang.cli.usage_words import say_usage
from scorelang.diagnostics.language import CHINESE, ENGLISH, speaking, spoken
from scorelang.diagnostics.quoting import writing

PROGRAM = "scorelang"
_OF_SIGNAL = 128  # what shells add to the number of a signal

VERBS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Write": {
            "new": "Start a rubric from a template, a shipped rubric or a file of records.",
            "check": "Find faults in rubrics.",
            "fmt": "Lay rubrics out in the one form.",
            "explain": "Say what a code means and how to cure it.",
            "show": "Show what was understood, defaults included.",
        },
        "Score": {
            "score": "Score records.",
            "why": "Show how one result came about, line by line.",
            "profile": "Show the data behind a rubric: gaps, spreads, what moves together.",
        },
        "Change": {
            "test": "Run the examples in rubrics.",
        },
    }
)


class LazyGroup(click.Group):
    """Verbs by name; the file of a verb is loaded when the verb is called."""

    context_class = SpokenContext

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List all verbs."""
        del ctx
        return [verb for verbs in VERBS.values() for verb in verbs]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a verb."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found = import_module(f"scorelang.cli.commands.{cmd_name}").command
        assert isinstance(found, click.Command)
        found.context_class = SpokenContext
        return found

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  as click has it
        """Run a verb; click itself would end a broken pipe with exit code 1."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            ctx.exit(_leave_pipe())
        return result

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; a misspelt one names the nearest."""
        if args[0].startswith("-") or args[0] in self.list_commands(ctx):
            return super().resolve_command(ctx, args)
        from scorelang.diagnostics.suggest import did_you_mean  # noqa: PLC0415

        near = did_you_mean(args[0], self.list_commands(ctx))
        hint = f"; did you mean `{near}`?" if near else ""
        msg = f"no verb `{args[0]}`{hint}"
        raise click.UsageError(msg, ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List verbs by what they are for, without loading them."""
        del ctx
        for title, verbs in VERBS.items():
            with formatter.section(title):
                formatter.write_dl(list(verbs.items()))


def _print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        from scorelang.cli.version import tool_version  # noqa: PLC0415

        click.echo(f"{PROGRAM} {tool_version()}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    subcommand_metavar="VERB ...",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="A RUBRIC is a path, the name of a shipped rubric, or - for standard input. "
    'Completion for bash: eval "$(_SCORELANG_COMPLETE=bash_source scorelang)"; also for '
    "zsh and fish.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Score by written policies: checked, exact, explained."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(ExitCode.USAGE)
    from scorelang.cli.configuration import load_defaults  # noqa: PLC0415

    verb = ctx.invoked_subcommand
    if cli.get_command(ctx, verb) is not None:
        ctx.default_map = {verb: load_defaults(ctx, cli, verb)}


class Ended(BaseException):
    """The system asked the program to end; on the way out nothing is left half written."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def run() -> NoReturn:
    """Run the program and leave with its exit code."""
    if sys.stdin is None:  # closed by whoever started us: then nothing comes from there
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123  for good
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  for good
    _heed_signals()
    sys.exit(main(sys.argv[1:]))


def _heed_signals() -> None:
    """Turn a request to end (a shutdown, a closed terminal) into an orderly way out."""

    def end(number: int, frame: object) -> NoReturn:
        del frame
        raise Ended(number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # not every system has both
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)


def main(arguments: Sequence[str]) -> int:
    """Run the program; gives the exit code and raises nothing."""
    told = _asked_option("--lang") or os.environ.get("SCORELANG_LANG")
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    usual = next((os.environ[name] for name in names if os.environ.get(name)), "")
    lang = CHINESE if (told or usual).casefold().startswith(CHINESE) else ENGLISH
    with speaking(lang, is_told=bool(told)), writing(is_chinese=False):
        return _run(arguments)


def _run(arguments: Sequence[str]) -> int:
    try:
        _require_output()
        result: Any = cli.main(list(arguments), prog_name=PROGRAM, standalone_mode=False)
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.ClickException as mistake:
        return _report_usage(mistake)
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except Ended as ending:
        return _OF_SIGNAL + ending.number
    except SystemExit:  # click's own answer to a broken pipe, as with --help
        return _leave_pipe()
    except Exception as error:  # noqa: BLE001  the last line of defence
        return _report(error)
    return int(result or 0)


def _require_output() -> None:
    """Refuse to work for nobody: standard output may have been closed by whoever started us."""
    if sys.stdout is None:
        from scorelang.cli.failure import fail  # noqa: PLC0415

        fail("U0203.closed")


def _report_usage(mistake: click.ClickException) -> int:
    """Say what is wrong with the command line."""
    from scorelang.cli.failure import failure  # noqa: PLC0415

    context = getattr(mistake, "ctx", None)
    message = mistake.format_message().replace("'", "`").rstrip(".").replace(". Did", "; did")
    message = say_usage(message[:1].lower() + message[1:])
    program = context.command_path if context else _asked_program()
    return _report(failure("U0213", message=message, program=program))


def _asked_program() -> str:
    """Give the program with the verb that was asked for, where click does not say it."""
    verb = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    return f"{PROGRAM} {verb}" if verb in cli.list_commands(click.Context(cli)) else PROGRAM


def _report(error: Exception) -> int:
    """Say why a run ended and give its exit code."""
    from scorelang.cli.failure import CliFailure  # noqa: PLC0415
    from scorelang.cli.output import say_findings  # noqa: PLC0415

    if isinstance(error, CliFailure):
        from scorelang.cli.configuration import name_source  # noqa: PLC0415

        color = _asked_option("--color") or "auto"
        found = tuple(name_source(each, sys.argv[1:]) for each in error.diagnostics)
        say_findings(found, error.sources, lang=spoken(), color=color)
        return error.code
    return _report_bug(error)


def _asked_option(name: str) -> str | None:
    """Find an option on a command line that could perhaps not be read."""
    words = sys.argv[1:]
    for index, word in enumerate(words):
        if word.startswith(f"{name}="):
            return word.partition("=")[2]
        if word == name and index + 1 < len(words):
            return words[index + 1]
    return None


def _report_bug(error: Exception) -> int:
    """Say that this is our fault; where it happened is shown to whoever asks for it."""
    if os.environ.get("SCORELANG_TRACEBACK") == "1":
        import traceback  # noqa: PLC0415

        traceback.print_exception(error)
    said = " ".join(str(error).split())[:200]
    told = f"{type(error).__name__}: {said}" if said else type(error).__name__
    bug = TERMS["this is a bug in {program}, please report it: {told}"]
    click.echo(f"{PROGRAM}: {bug.format(program=PROGRAM, told=told)}", err=True)
    click.echo(TERMS["SCORELANG_TRACEBACK=1 shows where it happened"], err=True)
    return ExitCode.OUR_BUG


def _leave_pipe() -> int:
    """Leave quietly: nothing more may be flushed to a reader that is gone."""
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(silence, stream.fileno())
    return ExitCode.BROKEN_PIPE
