"""Defaults of options from ``scorelang.toml`` or ``[tool.scorelang]`` in ``pyproject.toml``.

The nearest parent folder that has one counts. A table named for a verb holds its
options (``[check]``, ``fail-level = "warning"``); ``lang`` and ``color`` at the top hold
for every verb. What no verb knows is an error, and so is a value of another kind: a
setting that silently does nothing would be trusted. Files that a run writes or replaces
are named on the command line only, so that no folder can make a run overwrite anything.
Code ``U0215``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Any, NoReturn

import attrs
import click

from scorelang.cli.failure import fail, failure, reason_of
from scorelang.cli.options import SaidOnly
from scorelang.cli.usage_words import say_toml
from scorelang.diagnostics.model import Diagnostic

_FOR_ALL = ("lang", "color")
_ABOUT_OPTIONS = frozenset({"U0161", "U0208", "U0213"})
_OPTION = re.compile(r"`--([a-z-]+)")
_PLACE = re.compile(r"(.*) \(at line (\d+), column (\d+)\)")


@attrs.frozen
class _Source:
    """What the configuration sets for the verb that runs."""

    path: Path
    names: tuple[str, ...]


_source: ContextVar[_Source | None] = ContextVar("scorelang_configured", default=None)


@attrs.frozen
class _Settings:
    """The tables of one file."""

    path: Path
    tables: Mapping[str, Any]


def load_defaults(ctx: click.Context, group: click.Group, verb: str) -> dict[str, Any]:
    """Give the defaults for one of the verbs by parameter, as click takes them.

    What the file says for the other verbs is checked as well: it is wrong whichever runs.
    """
    settings = _find(Path.cwd())
    if settings is None:
        return {}
    verbs = tuple(group.list_commands(ctx))
    _check_names(settings, verbs)
    named = [name for name in verbs if name == verb or name in settings.tables]
    commands = {name: group.get_command(ctx, name) for name in named}
    found = {name: _defaults_of(each, settings) for name, each in commands.items() if each}
    _source.set(_Source(settings.path, tuple(settings.tables.get(verb, ()))))
    return found.get(verb, {})


def name_source(found: Diagnostic, typed: Sequence[str]) -> Diagnostic:
    """Say of a finding about an option that its value stands in the configuration, if it does."""
    source = _source.get()
    if source is None or found.code not in _ABOUT_OPTIONS:
        return found
    said = set(_OPTION.findall(f"{found.message} {found.help or ''}"))
    given = {word.partition("=")[0].removeprefix("--") for word in typed if word.startswith("--")}
    name = next((name for name in source.names if name in said - given), None)
    if name is None:
        return found
    made = failure("U0215.value", message=found.message, path=source.path, name=name)
    return made.diagnostics[0]


def _find(start: Path) -> _Settings | None:
    folder = start.resolve()
    for parent in (folder, *folder.parents):
        for path, keys in (
            (parent / "scorelang.toml", ()),
            (parent / "pyproject.toml", ("tool", "scorelang")),
        ):
            table = _read(path, keys)
            if table:
                return _Settings(path, table)
    return None


def _read(path: Path, keys: tuple[str, ...]) -> Mapping[str, Any]:
    if not path.is_file():
        return {}
    import tomllib  # noqa: PLC0415  most folders have no configuration

    try:
        table: Any = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        fail("U0215", path=path, reason=reason_of(error))
    except UnicodeDecodeError as error:
        fail("U0215", path=path, reason=say_toml(str(error.reason)))
    except ValueError as error:
        _refuse_syntax(path, str(error))
    for key in keys:
        if not isinstance(table, Mapping):  # `tool = 5` is somebody else's mistake
            return {}
        table = table.get(key, {})
    if not isinstance(table, Mapping):
        fail("U0215.table", path=path, name=".".join(keys))
    return table


def _refuse_syntax(path: Path, told: str) -> NoReturn:
    """Say what the reader of the file said, and where: ``invalid value (at line 2, column 10)``."""
    found = _PLACE.fullmatch(told)
    if found is None:
        fail("U0215", path=path, reason=say_toml(told))
    fail("U0215.syntax", path=path, line=found[2], column=found[3], reason=say_toml(found[1]))


def _check_names(settings: _Settings, verbs: tuple[str, ...]) -> None:
    known = (*_FOR_ALL, *verbs)
    for key, value in settings.tables.items():
        if key not in known:
            _refuse_name(settings.path, key, known)
        if key in verbs and not isinstance(value, Mapping):
            fail("U0215.table", path=settings.path, name=key)


def _refuse_name(path: Path, key: str, known: tuple[str, ...]) -> None:
    from scorelang.diagnostics.suggest import did_you_mean  # noqa: PLC0415  in this case only

    near = did_you_mean(key, known)
    listed = ", ".join(f"`{each}`" for each in known)
    fail("U0215.near" if near else "U0215.name", path=path, name=key, near=near, known=listed)


def _defaults_of(command: click.Command, settings: _Settings) -> dict[str, Any]:
    """Match the entries of a file with the options of a verb; one that fits none is said."""
    options = _options_of(command)
    found = {}
    for key in _FOR_ALL:
        # `--lang` of `fmt` chooses keywords, not messages: a setting for all is not meant there
        if key in settings.tables and key in options and options[key].name == key:
            found[key] = _take(options[key], key, settings.tables[key], settings.path)
    for key, value in settings.tables.get(str(command.name), {}).items():
        if key not in options:
            _refuse_option(command, key, tuple(options), settings.path)
        found[str(options[key].name)] = _take(options[key], key, value, settings.path)
    return found


def _options_of(command: click.Command) -> dict[str, click.Option]:
    return {
        written.removeprefix("--"): parameter
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for written in parameter.opts
        if written.startswith("--")
    }


def _refuse_option(command: click.Command, key: str, known: tuple[str, ...], path: Path) -> None:
    from scorelang.diagnostics.suggest import did_you_mean  # noqa: PLC0415  in this case only

    near = did_you_mean(key, known)
    chosen = "U0215.option_near" if near else "U0215.option"
    fail(chosen, path=path, verb=command.name, name=key, near=near)


def _take(option: click.Option, key: str, value: object, path: Path) -> object:
    """Check that a value is of the kind its option takes."""
    if isinstance(option, SaidOnly):
        fail("U0215.said_only", path=path, name=key)
    if option.is_flag:
        if not isinstance(value, bool):
            fail("U0215.flag", path=path, name=key, value=value)
        return value
    if option.multiple:
        given = value if isinstance(value, list) else [value]
        return [_take_one(option, key, each, path) for each in given]
    return _take_one(option, key, value, path)


def _take_one(option: click.Option, key: str, value: object, path: Path) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        fail("U0215.text", path=path, name=key, value=value)
    text = str(value)
    if isinstance(option.type, click.Choice) and text not in option.type.choices:
        known = ", ".join(f"`{each}`" for each in option.type.choices)
        fail("U0215.choice", path=path, name=key, value=value, known=known)
    return text
