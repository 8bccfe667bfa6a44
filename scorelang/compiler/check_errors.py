"""The words of the checks that run over the finished model."""

from __future__ import annotations

from types import MappingProxyType

from scorelang.compiler.check_errors_zh import WORDS_ZH
from scorelang.diagnostics.language import InBoth
from scorelang.diagnostics.model import Catalogue, Words

_ENGLISH: Catalogue = MappingProxyType(
    {
        "E0318": Words(
            "`{name}` can grow to a number of more than {digits} digits",
            "multiply fewer of them by one another, give the fields a range and `decimals`, "
            "or round on the way: `round (…) to 0.01`",
        ),
        "E0402": Words(
            "no line of `{part}` takes `{subject}` {value}",
            "add a line for {region}, move a limit, or add an `otherwise` line",
        ),
        "E0402.step": Words(
            "no line of `{part}` takes `{subject}` {value}",
            "if `{subject}` has no finer values, say so in the record: `decimals {decimals}`; "
            "else these are left out: {regions}",
        ),
        "E0402.whole": Words(
            "no line of `{part}` takes `{subject}` {value}",
            "if `{subject}` has whole numbers only, make it `integer` in the record; else these "
            "are left out: {regions}",
        ),
        "E0402.more": Words(
            "{count} more gaps between the lines of `{part}`",
            "the first three are shown one by one",
        ),
        "E0403": Words(
            "two lines of `{part}` both take `{subject}` {value}",
            "both lines hold {region}; move a limit so that each value has one line",
        ),
        "E0403.end": Words(
            "two lines of `{part}` both take `{subject}` {value}",
            "both lines hold {region}; say at one of them that the end does not count: "
            "`{value}(exclusive)` or `under {value}`",
        ),
        "E0403.more": Words(
            "{count} more overlaps between the lines of `{part}`",
            "the first three are shown one by one",
        ),
        "E0404": Words(
            "no line of `{part}` takes `{subject}` {values}",
            "add a line for each of them, or an `otherwise` line",
        ),
        "E0405": Words(
            "no condition of `{part}` holds for some records",
            "add an `otherwise` line that says what such a record gets",
        ),
        "E0406": Words(
            "the table `{table}` has no line for {keys}",
            "add the line, or widen the cells of another one",
        ),
        "E0406.more": Words(
            "{count} more combinations without a line in the table `{table}`",
            "the first three are shown one by one",
        ),
        "E0407": Words(
            "two lines of the table `{table}` both hold {keys}",
            "change the cells so that each combination has one line",
        ),
        "E0501": Words(
            "`{part}` can get {best} points, above its `max` of {maximum}",
            "raise `max` to {best}, lower the points, or write `at most {maximum}` for a cap",
        ),
        "E0501.share": Words(
            "`{part}` can get {best} points, above its `max` of {maximum}",
            "write the most points as a number, such as `max {best}`; a share of the whole is a "
            "`weight`",
        ),
        "E0502.hundred": Words(
            "`{part}` never gets its `max` of {maximum} points; the best record gets {best}",
            "a percentage counts as 0 to 1: multiply it by 100 where its points go to 100",
        ),
        "E0502.percent": Words(
            "`{part}` never gets its `max` of {maximum} points; the best record gets {best}",
            "a percentage counts as 0 to 1: `20%` is 0.2, so compare it with `20%`, multiply it by "
            "100 for the number before the sign, and write a percentage more as `x * 110%`",
        ),
        "E0502": Words(
            "`{part}` never gets its `max` of {maximum} points; the best record gets {best}",
            "lower `max` to {best}, or raise the points of the best line",
        ),
        "E0503": Words(
            "`{part}` has a `max`, but its points have no upper limit",
            "write `at most {maximum}` to cap them, or give the fields a range in the record",
        ),
        "E0503.nothing": Words(
            "`{part}` gives no points in any record, so it has no share that `{group}` could weigh",
            "correct its lines, or take it out of the group",
        ),
        "E0504": Words(
            "the weights in `{part}` add up to {sum}, not to 100%",
            "change the weights so that they add up to 100%; {difference}",
        ),
        "E0504.full": Words(
            "the weights in `{part}` add up to {sum}, which are its full marks",
            "within the group weights add up to 100%: {meant}; points of the whole are written "
            "`max 15`",
        ),
        "E0504.ratio": Words(
            "the weights in `{part}` are written as {ratio}: a weight is a percentage",
            "write them as percentages: {meant}",
        ),
        "E0504.percent": Words(
            "the weights in `{part}` add up to {sum}: a plain {first} is a hundred times too much",
            "write each weight with its percent sign: `{first}%`",
        ),
        "E0504.shares": Words(
            "the weights in `{part}` add up to {sum}, which is the weight of `{part}` itself",
            "are they shares of the whole? within the group they must add up to 100%: {meant}",
        ),
        "E0504.segment": Words(
            "the weights in `{part}` add up to {sum} for `{segment}`, not to 100%",
            "change the weights of this case so that they add up to 100%; {difference}",
        ),
        "E0504.below": Words(
            "the weight of `{part}` is {weight}",
            "a weight is 0% or more: change the weights of `{group}`",
        ),
        "E0504.below_segment": Words(
            "the weight of `{part}` is {weight} for `{segment}`",
            "a weight is 0% or more: change the weights of `{group}` in this case",
        ),
        "E0505": Words(
            "`{part}` has no weight, but `{group}` adds up its parts by weight",
            "write `weight` and a percentage for `{part}`",
        ),
        "E0506": Words(
            "`{part}` has a weight, but nothing adds it up by weight",
            "write `weighted` for {group}, or leave the weight out",
        ),
        "E0507": Words(
            "the total can come to {best}, outside of its range {range}",
            "change the range of the total, or the points of the parts",
        ),
        "E0508": Words(
            "no grade takes a total of {value}",
            "add a grade for {region}, move a limit, or add an `otherwise` line",
        ),
        "E0508.score": Words(
            "no line of `{grading}` takes `{subject}` {value}",
            "add a line for {region}, move a limit, or add an `otherwise` line",
        ),
        "E0508.more": Words(
            "{count} more gaps between the lines",
            "the first three are shown one by one",
        ),
        "E0508.needs": Words(
            "a record that fails the `needs` of `{grade}` gets no grade",
            "add a grade below it, or an `otherwise` line",
        ),
        "E0508.conditions": Words(
            "no line of `{grading}` holds for some records",
            "add an `otherwise` line that says what such a record gets",
        ),
        "E0509": Words(
            "`{first}` and `{second}` both take {value}",
            "both hold {region}; move a limit so that each value has one grade",
        ),
        "E0509.end": Words(
            "`{first}` and `{second}` both take {value}",
            "both hold {region}; say at one of them that the end does not count: "
            "`{value}(exclusive)` or `under {value}`",
        ),
        "E0510": Words(
            "the grade `{grade}` has two lines",
            "give one of them another name, or join the two lines",
        ),
        "E0511": Words(
            "`{grade}` stands out of order: its limits lie {side} those of `{other}`",
            "put the grades in order, the best first",
        ),
        "W0201": Words(
            "the field `{name}` is never used",
            "leave it out, use it, or make it `text` if it is only carried along",
        ),
        "W0201.last": Words(
            "the field `last {name}` is never used",
            "leave out `and last year`, or use it: `growth of {name}`",
        ),
        "W0202": Words(
            "the derived value `{name}` is never used",
            "leave it out, or use it",
        ),
        "W0302": Words(
            "the divisor can be 0, and the result is then missing{then}",
            "give the divisor a range above 0 in the record, or say what happens: "
            "`if … > 0 then … else …`",
        ),
        "W0302.perhaps": Words(
            "it is not certain that the divisor is never 0; the result is then missing{then}",
            "give the fields a range in the record, or say what happens: `if … > 0 then … else …`",
        ),
        "W0303": Words(
            "this condition {truth}: `{subject}` is {region}",
            "check the limit and its unit against the range of `{subject}`",
        ),
        "W0303.percent": Words(
            "this condition {truth}: {limit} is read as {reading}, and `{subject}` is {region}",
            "write `{limit}%` if {limit} percent are meant",
        ),
        "W0304": Words(
            "`{subject}` is in {unit}, but {limit} is read as {limit}元",
            "write `{limit}{unit}` if that is meant, or `{limit}元` for the small amount",
        ),
        "W0305": Words(
            "`{subject}` is a percentage, but {limit} is read as {reading}",
            "write `{limit}%` if {limit} percent are meant, or `{reading}` for the large one",
        ),
        "W0401": Words(
            "this line of `{part}` is never taken: `{subject}` is {region}",
            "leave the line out, or change its limits or the range in the record",
        ),
        "W0401.shadowed": Words(
            "this line of `{part}` is never taken: whenever it holds, a line above does",
            "move it up, leave it out, or make the lines above narrower",
        ),
        "W0401.undecided": Words(
            "this line of `{part}` is never taken: where it holds, a line above is undecided",
            "put it first; a missing value in a line above leaves the rule undecided",
        ),
        "W0401.never": Words(
            "this line of `{part}` is never taken: its condition never holds",
            "change the condition, or leave the line out",
        ),
        "W0402": Words(
            "`otherwise` of `{part}` is never reached: the lines above take every value",
            "leave it out; a missing value does not come here, for that there is `missing`",
        ),
        "W0403": Words(
            "no record was found that no line of `{part}` takes, but it is not certain that there "
            "is none",
            "such a record would not be rated here; add an `otherwise` line, or give the fields "
            "that the lines read a range in the record",
        ),
        "W0403.work": Words(
            "no record was found that no line of `{part}` takes, but not all were tried: its lines "
            "read so many values that there are too many combinations",
            "such a record would not be rated here; add an `otherwise` line, or split `{part}` "
            "into parts that read fewer values",
        ),
        "W0404": Words(
            "`by {subject}` gives no value for {values}",
            "add a line for each of them or an `otherwise` line; where nothing is meant, say so: "
            "`otherwise : missing`",
        ),
        "W0405": Words(
            "this line of `{part}` takes {limit} alone: `{subject}` {value} falls to `otherwise` "
            "and gets {given}",
            "write `>= {limit}` if {limit} and above are meant; if only the values listed occur, "
            "say so in the record, as in `integer` or `decimals`",
        ),
        "W0405.up": Words(
            "this line of `{part}` takes {limit} alone: `{subject}` {value} falls to `otherwise` "
            "and gets {given}",
            "write `<= {limit}` if up to {limit} is meant, or `>= {limit}` for {limit} and above; "
            "if only the values listed occur, say so in the record, as in `integer`",
        ),
        "W0405.range": Words(
            "no line of `{part}` holds {region}: `{subject}` {value} falls to `otherwise` "
            "and gets {given}",
            "let one line begin where the other ends, as in 60 to under 80; if nothing occurs "
            "between them, say so in the record, as in `integer` or `decimals 1`; of a derived "
            "value with `round 0.1`",
        ),
        "W0514": Words(
            "the reason code {code} of `{name}` is never given: the indicator has no baseline",
            "add `baseline` with the points that it is compared with",
        ),
        "W0514.order": Words(
            "the reason code {code} of `{name}` is never given: the rubric ranks no reasons",
            "add a line such as `reasons points below, first 4`",
        ),
        "W0514.code": Words(
            "the baseline of `{name}` has no effect: the indicator has no reason code",
            "add `reason` with a code, or leave the baseline out",
        ),
        "W0501.percent": Words(
            "the total never comes to {limit}; the best record gets {best}",
            "a percentage counts as 0 to 1: multiply it by 100 for the number before the sign, "
            "and write a percentage more as `x * 110%`",
        ),
        "W0501": Words(
            "the total never comes to {limit}; the best record gets {best}",
            "lower the upper end of the total to {best}, or raise the points of the parts",
        ),
        "W0502": Words(
            "no record can get `{grade}`: the total is {region}",
            "move the limits of the grades, or change the points of the parts",
        ),
        "W0502.score": Words(
            "no record can get `{grade}`: `{subject}` is {region}",
            "move the limits of the lines",
        ),
        "W0502.shares": Words(
            "the limits of the grades lie between 0 and 1, and `{subject}` goes to {high}",
            "write points: `{meant}` are {limit} of the most",
        ),
        "W0516": Words(
            "the points of `{part}` fall below zero, down to {points}",
            "write `at least 0` if nothing more is taken off than there is, or `at least {points}` "
            "if that is meant",
        ),
        "W0515": Words(
            "`{part}` speaks of deductions, and its lines add points",
            "write a minus in front of what is taken off, as in `-3 when late`",
        ),
        "W0503": Words(
            "the limit `{side} {limit}` of `{part}` never acts: its points are {region}",
            "leave the limit out, or check the points and the limit",
        ),
        "W0503.taken": Words(
            "`{part}` only takes points away, so the limit `at most {limit}` never acts: its "
            "points are {region}",
            "for no more than {limit} points taken away write `at least -{limit}`",
        ),
        "W0504": Words(
            "the condition of `{name}` {truth}",
            "check the condition; an override is meant for some records, not for all or none",
        ),
        "W0504.applies": Words(
            "`{name}` never applies: the condition behind `applies when` never holds",
            "change the condition, or leave the part out",
        ),
        "W0505": Words(
            "no record was found with more than {maximum} points for `{part}`, but it is not "
            "certain that there is none",
            "such a record would count more than its `max`; write `at most {maximum}` for a cap, "
            "or give the fields a narrower range in the record",
        ),
        "W0505.work": Words(
            "no record was found with more than {maximum} points for `{part}`, but not all were "
            "tried: it reads so many values that there are too many combinations",
            "such a record would count more than its `max`; write `at most {maximum}` for a cap, "
            "or give the fields a narrower range in the record",
        ),
        "W0505.total": Words(
            "no record was found with a total outside of {range}, but by the points of its parts "
            "the total is {could}",
            "such a record would be rejected when it is scored; widen the range of the total, cap "
            "the parts, or give the fields a narrower range in the record",
        ),
    }
)

WORDS = InBoth(_ENGLISH, WORDS_ZH)
