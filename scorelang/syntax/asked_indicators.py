"""Words that ask for several indicators at once: ``任一指标得分``, ``score of any indicator``."""

from __future__ import annotations

import re
from typing import Final

ANY_INDICATOR: Final = re.compile(
    r"(?:任[一意何](?:一?[个项])?(?:项)?(?:评价|考核)?|(?:有|存在)(?:一|任一)?[个项]?|[各每](?:一?[个项])?|所有)"
    r"指标(?:的?得分)?"
    r"|(?:score|points?|marks?|level) (?:of|in|on|for) (?:any|each|every|all)(?: of the)? "
    r"indicators?"
    r"|(?:an?|some|one) (?:indicator|criterion)(?: (?:of|in) \w+)?"
    r"(?= (?:is|has|scores?|gets|below|under|<))"
    r"|(?:any|all|each|every) (?:of the )?(?:indicators?|criteri(?:a|on))(?:'s)?"
    r"(?: (?:scores?|points))?"
)


def asks_of_indicators(word: str) -> bool:
    """Whether a word asks for several indicators: ``任意一个指标为0分``."""
    return ANY_INDICATOR.match(word) is not None
