"""The table of the grammar, kept between runs in the user's cache folder.

In: the text of the grammar and how to build its table. Out: the table, loaded if it was
kept, else built and kept. A file that cannot be read is built anew; where nothing can be
kept, nothing is. The folder is the user's own and closed to others (see resources.py).

What is kept is JSON: data, never code. A parse meets a few hundred of its many states, so a
state stays a line of numbers until it is met.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import lark
from lark import Lark
from lark.grammar import NonTerminal, Rule, RuleOptions, Terminal
from lark.lexer import PatternRE, PatternStr, TerminalDef
from lark.parsers.lalr_analysis import IntParseTable, Reduce, Shift
from lark.parsers.lalr_parser import LALR_Parser
from lark.parsers.lalr_parser import _Parser as Parser  # the one way to make one from a table

from scorelang.syntax.lexer import lexer_of

_FORMAT = "3"
_CODE = frozenset({"_plugins", "postlex", "lexer_callbacks", "transformer", "tree_class"})
"""Options that are code: they are given when a table is loaded, not kept."""

_RULE_OPTIONS = ("keep_all_tokens", "expand1", "priority", "template_source", "empty_indices")


def load_or_build(
    grammar: str, folder: Path | None, build: Callable[[], Lark], options: Mapping[str, Any]
) -> Lark:
    """Give the parser for a grammar, kept in the folder under a name made of its digest.

    ``options`` are those of the parser that are code.
    """
    path = folder / f"grammar-{_digest(grammar)}.json" if folder is not None else None
    found = _load(path, options) if path is not None else None
    if found is not None:
        return found
    made = build()
    if path is not None:
        with contextlib.suppress(OSError):
            _keep(made, path)
    return made


def _digest(grammar: str) -> str:
    parts = (_FORMAT, lark.__version__, sys.version, grammar)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _load(path: Path, options: Mapping[str, Any]) -> Lark | None:
    """Load a table with its check sum before it; ``None`` if it is not whole."""
    try:
        check, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if hashlib.sha256(content).hexdigest().encode() != check:
        return None
    try:
        return _made_of(json.loads(content), options)
    except Exception:  # noqa: BLE001  whatever was kept by another release, it is built anew
        return None


def _made_of(kept: dict[str, Any], options: Mapping[str, Any]) -> Lark:
    # Lark takes what is made already as it is; made one by one it would take most of the start.
    makers = (_terminal, _rule)
    memo = {int(key): makers[each[0]](*each[1:]) for key, each in kept["memo"].items()}
    plugins = {**options.get("_plugins", {}), "LALR_Parser": _KeptParser}
    made = Lark.__new__(Lark)
    loaded: Lark = made._load(  # noqa: SLF001  what Lark.load calls; it reads no JSON itself
        {"data": kept["data"], "memo": memo}, **{**options, "_plugins": plugins}
    )
    # Lark tells a lexer the words of all states that it has; these are only being met.
    lexer_of(loaded).know(loaded.parser.parser._parse_table.states)  # noqa: SLF001
    return loaded


def _keep(made: Lark, path: Path) -> None:
    data, memo = made.memo_serialize([TerminalDef, Rule])
    data["options"] = {key: each for key, each in data["options"].items() if key not in _CODE}
    table = data["parser"]["parser"]
    tokens = table["tokens"]
    table["tokens"] = [tokens[number] for number in range(len(tokens))]
    states = table["states"]
    table["states"] = [_line(states[number]) for number in range(len(states))]
    kept = {number: _kept(each) for number, each in memo.items()}
    written = json.dumps({"data": data, "memo": kept}, ensure_ascii=False).encode()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem)  # mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(written).hexdigest().encode() + b"\n" + written)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _kept(each: Mapping[str, Any]) -> list[Any]:
    """Write a terminal or a rule of the grammar as a list."""
    if each["__type__"] == "TerminalDef":
        pattern = each["pattern"]
        is_text = pattern["__type__"] == "PatternStr"
        told = [pattern.get(name) for name in ("value", "flags", "raw", "_width")]
        return [0, each["name"], each["priority"], is_text, *told]
    symbols = [[part["name"], part.get("filter_out")] for part in each["expansion"]]
    options = [each["options"][name] for name in _RULE_OPTIONS]
    return [1, each["origin"]["name"], symbols, each["order"], each["alias"], options]


def _terminal(  # noqa: PLR0913, PLR0917  all that a terminal is
    name: str,
    priority: int,
    is_text: bool,
    value: str,
    flags: Sequence[str],
    raw: str | None,
    width: list[int] | None,
) -> TerminalDef:
    pattern = (PatternStr if is_text else PatternRE)(value, flags, raw)
    if isinstance(pattern, PatternRE):
        pattern._width = width  # noqa: SLF001  else every pattern is read for it
    return TerminalDef(name, pattern, priority)


def _rule(
    origin: str, symbols: Sequence[Any], order: int, alias: str | None, options: Sequence[Any]
) -> Rule:
    expansion = [
        NonTerminal(name) if filtered is None else Terminal(name, filtered)
        for name, filtered in symbols
    ]
    told = dict(zip(_RULE_OPTIONS, options, strict=True))
    return Rule(NonTerminal(origin), expansion, order, alias, RuleOptions(**told))


def _line(state: Mapping[int, tuple[int, Any]]) -> str:
    """Write a state as numbers: a word, then the state it leads to, or the rule, below zero."""
    numbers: list[int] = []
    for token, (is_reduce, target) in state.items():
        numbers += (token, -1 - target["@"] if is_reduce else target)
    return " ".join(map(str, numbers))


class _States(dict[int, dict[str, tuple[object, object]]]):
    """The states of a table by number, each read from its line when it is first met."""

    def __init__(
        self, lines: Sequence[str], tokens: Sequence[str], memo: Mapping[int, Any]
    ) -> None:
        super().__init__()
        self._lines, self._tokens, self._memo = lines, tokens, memo

    def __missing__(self, state: int) -> dict[str, tuple[object, object]]:
        """Read a state."""
        numbers = [int(each) for each in self._lines[state].split()]
        found = self[state] = {
            self._tokens[token]: (Shift, target)
            if target >= 0
            else (Reduce, self._memo[-1 - target])
            for token, target in zip(numbers[::2], numbers[1::2], strict=True)
        }
        return found


class _KeptParser(LALR_Parser):
    """A parser whose table was kept."""

    @classmethod
    def deserialize(cls, data: Any, memo: Any, callbacks: Any, debug: Any = False) -> Any:  # type: ignore[override] # noqa: ANN401  as Lark calls it
        """Make a parser of what was kept."""
        made: Any = cls.__new__(cls)
        table: Any = IntParseTable
        states = _States(data["states"], data["tokens"], memo)
        made._parse_table = table(states, data["start_states"], data["end_states"])  # noqa: SLF001
        made.parser = Parser(made._parse_table, callbacks, debug)  # noqa: SLF001
        return made
