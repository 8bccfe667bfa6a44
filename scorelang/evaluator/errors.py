"""Every word a user reads from the evaluator."""

from __future__ import annotations

from scorelang.diagnostics.language import InBoth
from scorelang.diagnostics.model import Catalogue, Words
from scorelang.evaluator.errors_zh import RATERS_ZH, SAID_ZH, WORDS_ZH

_ENGLISH: Catalogue = {
    "R0201": Words(
        "the values contradict each other: `{rule}` does not hold",
        "correct the record, or the rule in the rubric",
    ),
    "R0202": Words(
        "`{value}` is outside the range of its level `{level}`: {range}",
        "correct the rating or its level",
    ),
    "R0204": Words(
        "no version of `{rubric}` is in force on {day}",
        "correct the day, or add a version",
    ),
    "R0204.missing": Words(
        "the day is missing that says which version of `{rubric}` is in force",
        "fill in the day, or score with `--as-of`",
    ),
    "R0203": Words(
        "`{indicator}` cannot be rated: {why}",
        "the rubric asks to reject such records; fill in the value",
    ),
    "R0205": Words(
        "the total comes to {total}, outside of the range of the rubric: {range}",
        "the rubric lets points go further than its total; `check` says which part is not proved",
    ),
    "R0210": Words(
        "there are too few ratings: {why}",
        "ask the raters who have not answered; the field is required",
    ),
}

_RATERS = {
    "none": "no rating",
    "too few": "{count} of at least {quorum} ratings",
    "from": "{said} from {group}",
    "left out": "left out: {ratings}",
    "expected": "enough ratings",
}
RATERS = InBoth(_RATERS, RATERS_ZH)
"""Why a field with raters has no value, in the words of ``notes``."""

_SAID = {
    "a value": "a value",
    "nothing left": "no indicator could be rated",
    "only extras": "only bonuses and deductions could be rated",
    "missing": "`{name}` is missing",
    "special": "`{name}` is {special}",
    "said": "the rubric gives no value in this case",
    "zero": "`{name}` is 0",
    "zero divisor": "a divisor is 0",
    "zero total": "the values of `{name}` add up to 0",
    "function": "`{name}` is taken of {value}, where it has no value",
    "power": "a power of {value} has no value",
    "too large": "a power is too large",
    "no line": "`{name}` has no line for these values",
    "no case": "there is no value for {value}",
    "not applying": "`{name}` does not apply",
    "not rated": "`{name}` is not rated",
    "no level": "`{name}` has no level",
    "no grade": "there is no grade",
    "no total": "there is no total",
    "no grade for": "no line takes {value}",
    "no grade holds": "no line holds",
    "partly": "`{name}` is only partly rated",
    "no line takes": "no line of `{name}` takes {value}",
    "no line holds": "no line of `{name}` holds",
    "sum is zero": "there is no share in `{name}`: over these records its values add up to 0",
    ", ": ", ",
    "; ": ", ",
    "no records": "there is no record to take `{name}` over",
    "too few records": "there are too few records to take `{name}` over",
    "used": "`{name}` of `{alias}` is missing",
    "used because": "`{name}` of `{alias}`: {why}",
    "used not ratable": "`{alias}` is not ratable: {why}",
    "no day": "the day of the evaluation is not given",
    "no such day": "{day} moved by {amount} lies outside the years 1 to 9999",
    "part of a time": "{amount} is no whole number of {unit}",
    "no growth": "{name} is {value}, so there is no rate of growth",
    "last": "the last value",
    "last of": "last {name}",
    "coverage": "too little of `{name}` could be rated",
    "weight": "a weight in `{name}` is missing",
    "weight below 0": "a weight in `{name}` is {weight}, below 0",
    "no weights": "what counts in `{name}` has no weight: its weights come to 0%",
    "weights sum": "the weights in `{name}` come to {sum}, not to 100%: each counts as its share",
    "combined": "`{name}` has no {way}",
    "no points": "no points: {names}",
    "tie": "tie: {names}",
    " and ": " and ",
    "above": "above {end}",
    "at least": "at least {end}",
    "below": "below {end}",
    "at most": "at most {end}",
    "sum": "sum",
    "weighted": "weighted sum",
    "mean": "mean",
    "lowest": "lowest",
    "highest": "highest",
    "product": "product",
    "geometric mean": "geometric mean",
    "abs": "abs",
    "exp": "exp",
    "ln": "ln",
    "sqrt": "sqrt",
    "root": "root",
    "days": "days",
    "months": "months",
    "years": "years",
    "baseline json": "the baseline is not JSON: {error}",
    "no baseline": 'the file is no baseline: it does not say "format": "{format}"',
    "baseline entry": "the baseline has no entry '{entry}'",
    "baseline value": "the baseline has {entry!r} where {expected} belongs",
    "baseline of other": "the baseline belongs to the rubric `{other}`, not to `{name}`",
    "baseline lacks": "the baseline has no figures for `{name}`",
    "baseline needed": "`{name}` is taken over many records: score a batch, or give a baseline",
    "a list": "a list",
    "a count": "a count",
    "a number": "a number",
    "a day": "a day",
    "a text": "a text",
    "an object": "an object",
    "an exact number": "an exact number",
}
SAID = InBoth(_SAID, SAID_ZH)
"""Why something is missing, in the words of ``notes``."""

WORDS = InBoth(_ENGLISH, WORDS_ZH)
