"""Defaults of options from ``scorelang.toml`` or ``[tool.scorelang]`` in ``pyproject.toml``.

The nearest parent folder that has one counts. A table named for a verb holds its
options (``[check]``, ``fail-level = "warning"``); ``lang`` and ``color`` at the top hold
for every verb.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from scorelang.cli.failure import fail, reason_of

_FOR_ALL = ("lang", "color")


def load_defaults(command: click.Command, start: Path | None = None) -> dict[str, Any]:
    """Give the defaults for one verb by parameter, as click takes them."""
    folder = (start or Path.cwd()).resolve()
    for parent in (folder, *folder.parents):
        for path, keys in (
            (parent / "scorelang.toml", ()),
            (parent / "pyproject.toml", ("tool", "scorelang")),
        ):
            table = _read(path, keys)
            if table:
                return _defaults_of(command, table, path)
    return {}


def _read(path: Path, keys: tuple[str, ...]) -> Mapping[str, Any]:
    if not path.is_file():
        return {}
    import tomllib  # noqa: PLC0415  most folders have no configuration

    try:
        table: Any = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        fail("U0215", path=path, reason=reason_of(error))
    except ValueError as error:
        fail("U0215", path=path, reason=str(error).lower())
    for key in keys:
        table = table.get(key, {})
    return table if isinstance(table, Mapping) else {}


def _defaults_of(command: click.Command, table: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Match the entries of a file with the options of a verb; one that fits none is said."""
    names = {
        written.removeprefix("--"): str(parameter.name)
        for parameter in command.params
        for written in parameter.opts
        if written.startswith("--")
    }
    found = {names[key]: table[key] for key in _FOR_ALL if key in table and key in names}
    own = table.get(str(command.name), {})
    if not isinstance(own, Mapping):
        fail("U0215", path=path, reason=f"`{command.name}` is no table")
    for key, value in own.items():
        if key not in names:
            fail("U0215", path=path, reason=f"`{command.name}` has no option `{key}`")
        found[names[key]] = value
    return found
