"""What may stand where the parser is.

In: the states of the table and those the parser is in. Out: which kinds of words are
accepted, for certain (the table alone allows some that a later step would refuse), and
where the parser would stand after one of them. Values are not touched.
"""

# ruff: noqa: ANN401  what Lark hands to a lexer it does not declare as its interface

from __future__ import annotations

from typing import Any

import attrs
from lark.parsers.lalr_analysis import Shift

_COMPLETE = 2  # the first state and that of a whole file


@attrs.frozen
class Standing:
    """The states of the parser, without the values it has made."""

    table: dict[int, dict[str, tuple[Any, Any]]] = attrs.field(repr=False, eq=False)
    stack: tuple[int, ...]

    @classmethod
    def of(cls, parser_state: Any) -> Standing:
        """Take the states of a parser."""
        table = parser_state.parse_conf.parse_table.states
        return cls(table, tuple(parser_state.state_stack))

    def after(self, kind: str) -> Standing | None:
        """Give where the parser stands after a word of this kind; ``None`` if it is refused."""
        stack = list(self.stack)
        while True:
            found = self.table[stack[-1]].get(kind)
            if found is None:
                return None
            action, argument = found
            if action is Shift:
                return Standing(self.table, (*stack, argument))
            for _ in argument.expansion:
                stack.pop()
            stack.append(self.table[stack[-1]][argument.origin.name][1])
            if kind == "$END" and len(stack) == _COMPLETE and kind not in self.table[stack[-1]]:
                return Standing(self.table, tuple(stack))

    def accepts(self, kind: str) -> bool:
        """Tell whether a word of this kind may come next."""
        return self.after(kind) is not None

    @property
    def kinds(self) -> frozenset[str]:
        """All kinds of words that may come next."""
        offered = (kind for kind in self.table[self.stack[-1]] if kind.isupper())
        return frozenset(kind for kind in offered if kind != "$END" and self.accepts(kind))
