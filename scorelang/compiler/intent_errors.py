"""The words about what a rubric is meant to judge, and whether it does."""

from __future__ import annotations

from scorelang.compiler.intent_errors_zh import WORDS_ZH
from scorelang.diagnostics.language import InBoth
from scorelang.diagnostics.model import Catalogue, Words

_ENGLISH: Catalogue = {
    "W0507": Words(
        "nothing judges `{element}`",
        "write `covers {element}` for the indicator that does, or add one",
    ),
    "W0508": Words(
        "`{part}` covers none of the elements",
        "write `covers` and the element it judges, or ask whether it is needed",
    ),
    "W0509": Words(
        "`{field}` counts twice: `{first}` reads it as well",
        "leave it to one of the two, or accept it with `allow W0509 because …`",
    ),
    "W0510": Words(
        "`{level}` is not described, so two people may understand it differently",
        "say what it takes to be `{level}`: a label in quotes, or a `note`",
    ),
}

WORDS = InBoth(_ENGLISH, WORDS_ZH)
