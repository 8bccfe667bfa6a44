"""Every word a user reads from the compiler: names, types and units here, checks beside.

Codes: E02 what may stand where and is called what, E03 types, units and domains, E0401
order of ladders, E06 constructs not built yet and examples. The words of the checks are
in ``check_errors``.
"""

from __future__ import annotations

from scorelang.compiler.check_errors import WORDS as CHECK_WORDS
from scorelang.compiler.composition_errors import WORDS as COMPOSITION_WORDS
from scorelang.compiler.errors_zh import WORDS_ZH
from scorelang.compiler.figures_errors import WORDS as FIGURES_WORDS
from scorelang.compiler.intent_errors import WORDS as INTENT_WORDS
from scorelang.diagnostics.language import InBoth
from scorelang.diagnostics.model import Catalogue, Words

_NAMES: Catalogue = {
    "E0201": Words(
        "no {what} `{name}`",
        "declare it, or correct the name",
    ),
    "E0201.near": Words("no {what} `{name}`", "did you mean `{near}`?"),
    "E0201.range": Words("`{name}` is no range of the language", "write `{meant}`"),
    "E0201.glued": Words(
        "no field or derived value `{name}`",
        "did you mean `{parted}`? words are separated by a space",
    ),
    "E0201.any_indicator": Words(
        "`{name}` is no field or derived value",
        "a condition on several indicators is written `points of any indicator < 3`, or "
        "`points of any indicator of finance < 3`",
    ),
    "E0201.value": Words(
        "no {what} `{name}`",
        "`{name}` is a value of `{field}`: write `{field} is any of (…, {name})` or `{field} is "
        "{name}`",
    ),
    "E0201.values": Words(
        "`{found}`: what stands behind the first value is no condition of its own",
        "several values of one column: write `{meant}`",
    ),
    "E0201.points": Words(
        "no {what} `{name}`",
        "points that are added or taken off begin with a number and its sign: `{meant}`",
    ),
    "E0201.digits": Words(
        "no field or derived value `{name}`", "numbers are written in digits: `{parted}`"
    ),
    "E0201.score": Words(
        "`{name}` is a score, not a field",
        "scores are read with a word: `points of {name}`, `level of {name}`, `share of {name}`",
    ),
    "E0201.field": Words(
        "`{name}` is a field or derived value, no {what}",
        "in a condition it stands without a word: `when {name} …`; an indicator gives it points",
    ),
    "E0201.result": Words(
        "`{name}` is a result, not a field",
        "in another result write `result of {name}`",
    ),
    "E0201.grades": Words(
        "`grade` is read, but the rubric has no grades",
        "add a `grades` block",
    ),
    "E0201.each": Words(
        "there is no indicator that this could speak of",
        "name a group with indicators, or give the indicators a scale",
    ),
    "E0201.levels": Words(
        "`{name}` has no levels",
        "give it a scale (`scale …`), or read its points with `points of {name}`",
    ),
    "E0202.winner": Words("`{name}` stands twice in the list", "remove one of the two"),
    "E0203.tie": Words(
        "`{name}` is the class of records for which several scores are the highest",
        "choose another name for the score, or write `ties first` after the list",
    ),
    "E0202": Words("`{name}` is declared twice", "rename or remove one of the two"),
    "E0203": Words(
        "`{name}` is the name of a column of every result",
        "choose another name",
    ),
    "E0204": Words("`{clause}` cannot stand on {place}", "remove it, or move it to where it acts"),
    "E0204.group": Words(
        "`{clause}` cannot stand inside {place}: nothing would read it there",
        "move it out of the group; a `}}` may be missing above it",
    ),
    "E0204.of_score": Words(
        "`{what}` has no effect: the total is a score, which is what its formula says",
        "put it into the formula: `score s = … + 10`, or leave it out",
    ),
    "E0204.no_total": Words(
        "`{what}` has no effect: no parts are added up to a total",
        "leave it out, or take `no total` away",
    ),
    "E0204.condition": Words(
        "`{clause}` limits the points of this line, which are one number",
        "the comma ends the condition; a condition with two ends is written `x is 30..60`",
    ),
    "E0204.coverage": Words(
        "`{clause}` is a limit of the points, not the share that must be filled",
        "write the share in percent, as in `if missing: leave out, at least 60%`; a limit of the "
        "points stands before `if missing`",
    ),
    "E0205": Words("`{clause}` is given twice on {place}", "keep one of the two"),
    "E0205.subject": Words(
        "`{name}` has two subjects: what stands behind `of`, and what it counts",
        "keep `of …` or `counts (…)`",
    ),
    "E0205.value": Words(
        "`{value}` has a line already", "a value may stand in one line; remove it from the other"
    ),
    "E0206.grades": Words(
        "no line in {place}, so every grade would be empty",
        "add a line for each grade, as in `A >= 80`",
    ),
    "E0206": Words(
        "`{name}` does not say how it gets its points",
        "add lines in braces, or a formula after `=`",
    ),
    "E0206.place": Words(
        "`{found}` alone does not say which share of the ranking this is",
        "add `assume {wanted} = …`",
    ),
    "E0206.columns": Words(
        "this table of grades does not say what its columns are",
        "write `by` and a category before the brace, its values as heads of the columns, and a "
        "line for each grade",
    ),
    "E0206.ties": Words(
        "grades by share of the ranking do not say what equal scores get",
        "write `ties up` (all get the better grade) or `ties down` (all get the lower one) "
        "after `grades,`",
    ),
    "E0206.subject": Words(
        "`{name}` has limits or values but does not say of what",
        "name the field: `indicator {name} of FIELD`",
    ),
    "E0206.mode": Words(
        "the lines of `{name}` are conditions, but it is not said how they are read",
        "write `first that holds` or `all that hold` after the name",
    ),
    "E0206.measured": Words(
        "a step, but nothing is measured",
        "say what is counted: `for each FIELD`, or give the indicator a field with `of`",
    ),
    "E0207": Words(
        "`{name}` depends on itself: {path}",
        "one of them must be computed without the others",
    ),
    "E0207.chain": Words(
        "more than {most} names stand one behind the other to compute `{first}`",
        "compute some of them in one step; if the names come back to the first, break the circle",
    ),
    "E0207.deep": Words(
        "`{name}` is computed in more than {most} steps, one inside the other",
        "compute some of what it reads in fewer steps",
    ),
    "E0208": Words(
        "`{word}` is not known yet where it is read here",
        "fields come first, then derived values, points, total, grade and results; "
        "each may read only what comes before it",
    ),
    "E0208.class": Words(
        "class `{name}` is not known yet where it is read here",
        "grades and classes read only the classes above them: declare `{name}` first",
    ),
    "E0208.population": Words(
        "`{word}` is known here only when all records have been scored",
        "use it in a `result`",
    ),
    "E0209": Words("`{name}` is not one of the values", "the values are {known}"),
    "E0209.none": Words(
        "`{name}` is not one of the values: there are none",
        "declare the grades, `grades {{ … }}`, or what else gives the value",
    ),
    "E0209.special": Words(
        "`{field}` has no special value `{name}`",
        'declare it in the record: `special {name} "what it means"`',
    ),
    "E0209.is_special": Words(
        "`{name}` is a special value of `{field}`, which is missing then",
        "ask for it with its word: `{field} is special {name}`",
    ),
    "E0209.special_line": Words(
        "`{name}` is a special value of `{field}`, which is missing then: no range takes it",
        "a special value has a line of its own: `special {name} : …`",
    ),
    "E0209.after": Words(
        "`{name}` is not one of the values",
        "write each value that is meant, with commas between: `{value}, …`; in a condition they "
        "are compared: `>= {value}`",
    ),
    "E0209.near": Words(
        "`{name}` is not one of the values", "did you mean `{near}`? the values are {known}"
    ),
    "E0209.not": Words("`{name}` is not one of the values", "write `is not {value}`"),
    "E0209.several": Words(
        "`{name}` is not one of the values", "several values stand beside each other: `{meant}`"
    ),
    "E0209.answer": Words(
        "`{name}` is no answer of a yes/no column", "write `yes` and `no` in front of the points"
    ),
    "E0209.both": Words(
        "`{name}` is a value here, but a field has that name as well",
        'write the value in quotes: `"{name}"`',
    ),
}

_TYPES: Catalogue = {
    "E0301": Words(
        "{left} cannot be {verb} {right}",
        "both must have the same unit; write the unit behind the number, or divide by one unit",
    ),
    "E0301.bare": Words(
        "a number without a unit beside months: months or years?",
        "write the unit, as in `6 months` or `3 years`",
    ),
    "E0301.field": Words(
        "`{name}` is a plain number, this limit is in {unit}",
        "say the unit of the column in the record, as in `{name} integer in {unit}`, or write the "
        "limit without a unit",
    ),
    "E0301.vague": Words(
        "`{unit}` is no unit, and does not say which numbers are meant",
        "write both ends, as in `85..95`, or one, as in `>= 90` or `> 90`",
    ),
    "E0301.percent": Words(
        "`{name}` is a whole number, this limit is a percentage",
        "write the limit as a plain number, or make the field `percent`",
    ),
    "E0301.end": Words(
        "one end of this range is `{other}`, and the other one, `{bare}`, has no unit",
        "write the unit behind both, as in `{bare}{unit}`",
    ),
    "E0301.counted": Words(
        "`{unit}` counts something else than {subject}: this is {found}",
        "write the limit in the unit of what it is compared with, or without a unit",
    ),
    "E0301.name": Words(
        "`{written}` is read as {digits} with the unit `{name}`, and `{name}` is a value here",
        "{digits} × {name} is written `{digits} * {name}`"
        "; two conditions are joined with `and` or `or`",
    ),
    "E0301.multiple": Words(
        "`{name}` is a plain number of {unit}, so {written} would be {reading} {unit}",
        "write the limit in the numbers of the column: `{meant}`",
    ),
    "E0301.digits": Words("`{written}` is read as no number", "write the number: `{meant}`"),
    "E0301.stray": Words(
        "`{unit}` behind a number is read as its unit, and nothing here is counted in {unit}",
        "take the word away; put a comma before a word that says something of its own; a unit is "
        "declared with its column, as in `{clause}`",
    ),
    "E0301.round": Words(
        "`{unit}` behind the step is read as its unit, and nothing here is counted in {unit}",
        "say how to round: `{digits} half up`, `{digits} up`, `{digits} down` or "
        "`{digits} half even`",
    ),
    "E0301.round_word": Words(
        "`{unit}` is read as the unit of the step, and does not say how to round",
        "write `{meant}`",
    ),
    "E0301.rounded": Words(
        "`{unit}` is read as a unit, and rounds nothing",
        "a value is rounded by `{meant}`",
    ),
    "E0301.period": Words(
        "{left} cannot be {verb} {right}: months have no fixed number of days",
        "say what the column counts, as in `period in years`; without a unit it counts days",
    ),
    "E0302": Words("{wanted} is needed here, this is {found}", "check the names and brackets"),
    "E0302.category": Words(
        "a condition is needed here, `{name}` is {found}", "compare it, as in `{name} is {value}`"
    ),
    "E0302.weighted": Words(
        "behind `=` stands the score that gives the total, and this is a formula",
        "shares are written as `weight 60%` at each part, and `weighted` behind the total; "
        "for any other formula write `score s = …`, then `total = s`",
    ),
    "E0302.total": Words(
        "behind `=` stands the score that gives the total, and this is a number",
        "the most points to have are written without `=`: `{meant}`",
    ),
    "E0302.yes_no": Words("{left} cannot be {verb} {right}", "write `yes` or `no`, without quotes"),
    "E0302.compare": Words("{left} cannot be {verb} {right}", "compare values of the same kind"),
    "E0302.branches": Words(
        "the branches give different things: {first} and {second}",
        "give the same kind of value in every branch",
    ),
    "E0302.missing": Words(
        "`missing` is no value of its own: what it stands for here cannot be told",
        "write it as one side of a choice, as in `if days > 0 then sales / days else missing`",
    ),
    "E0302.each": Words("`{found}` stands only in a condition", "compare it, as in `{found} < 3`"),
    "E0302.manner": Words(
        "`{manner}` says how equal records share a rank; here nothing is ranked so",
        "it belongs to `rank of …`",
    ),
    "E0302.arguments": Words(
        "`{function}` needs {count} in its brackets", "as in `sqrt (x)` or `root (x, 3)`"
    ),
    "E0302.rule": Words(
        "a record rule must name at least one field", "compare two fields, as in `rejected <= lots`"
    ),
    "E0302.raters": Words(
        "ratings are numbers, but `{name}` is a {type} field",
        "write `rating`, `number`, `integer` or `percent`",
    ),
    "E0302.categories": Words(
        "two categories with different values are compared: {left} and {right}",
        "compare each with its own values, or translate one of them with `by … {{ … }}`",
    ),
    "E0302.orders": Words(
        "two categories have the same values in another order: {left} and {right}",
        "give both the same order, best first, or ask for single values with `is`",
    ),
    "E0303": Words(
        "higher and lower are not defined for {found}",
        "declare the values in order, best first, with `>` between them, or use `is`",
    ),
    "E0303.grades": Words(
        "a {kind} needs to know the better of two grades, but the values that give the grade "
        "have no order",
        "declare the values in order, best first, with `>` between them: `A > B > C`",
    ),
    "E0304": Words(
        "points must be a plain number, this is {found}",
        "divide by an amount with the same unit",
    ),
    "E0305": Words("the range does not fit the field", "correct the range"),
    "E0305.unit": Words(
        "`{unit}` is not a unit of a {type} field", "remove the unit, or choose another type"
    ),
    "E0305.type": Words(
        "a {type} field has no range of numbers", "remove the range, or choose another type"
    ),
    "E0305.percent": Words(
        "a limit above 1 without `%` on a percent field",
        "write `%` behind it: `0..100%`",
    ),
    "E0305.special": Words(
        "`{code}` is no special value of this field",
        'write a plain number of the column, or a text in quotes: `special -9 "no record"`',
    ),
    "E0305.inside": Words(
        "`{code}` lies in the range of `{name}`: nobody could tell it from a true value",
        "let the range leave it out, or choose another code",
    ),
    "E0305.no_special": Words(
        "`{name}` can have no special values",
        "they belong to numbers, dates and yes/no of one cell; a category names its values, a text "
        "may say anything",
    ),
    "E0305.empty": Words("no value lies in this range", "check both ends and the step"),
    "E0306": Words(
        "what does a step that is only begun count?",
        "say it: `started` (a begun step counts whole), `full` (it does not count) "
        "or `pro rata` (it counts in part), as in `less 1 for each started 10万 below 100万`",
    ),
    "E0307": Words("the full marks of `{name}` are not known", "declare them with `max`"),
    "E0307.share": Words(
        "a share of full marks, but `{name}` does not say its full marks",
        "add `max` to the indicator",
    ),
    "E0307.percent": Words(
        "`{share}` stands where the points of `{name}` are given, of which there are more than 1",
        "write `{share} of full` if a share of the full marks is meant, else the points themselves",
    ),
    "E0307.limit": Words(
        "`{name}` is compared with {written}%, which reads as {reading} points",
        "write the points: `{points}` are {written}% of the most; for a share of the records write "
        "`top {written}%`",
    ),
    "E0307.alone": Words(
        "`{share}` stands where the points of `{name}` are given, of which there are more than 1",
        "write the points themselves, without `%`",
    ),
    "E0307.here": Words(
        "`{share}` stands where points are given, of which there are more than 1",
        "write the points themselves, without `%`",
    ),
    "E0307.worst": Words(
        "`if missing: {said}`, but the points of `{name}` have no lower end",
        "add a limit such as `at least 0`, or give the points: `if missing: 0`",
    ),
    "E0307.highest": Words(
        "`if missing: {said}`, but the points of `{name}` have no upper end",
        "add a limit such as `at most 10`, or give the points: `if missing: 10`",
    ),
    "E0307.direction": Words(
        "`if missing: worst`, but no grades tell which end of the points is the worse one",
        "write `if missing: lowest points` or `if missing: highest points`",
    ),
    "W0203.label": Words(
        "`{text}` is read as the label of the value `{value}`, not of the column `{field}`",
        'write it behind the name if it is the column: `{field} "{text}" …`; else give the other '
        "values labels, too",
    ),
    "W0204": Words(
        "`{value}` is the only value of `{field}`",
        "write the type of the column, such as `text`, `number` or `yes/no`, or all values as in "
        "`{value} | other`",
    ),
    "W0304.range": Words(
        "`{subject}` is in {unit}, but its range is read as up to {limit}元",
        "write the unit behind the number, as in `{limit}{unit}`, or `{limit}元` for the small "
        "amount",
    ),
    "W0304.step": Words(
        "`{subject}` is in {unit}, but the step {step} is read as {step}元",
        "write `{step}{unit}` if that is meant, or `{step}元` for the small amount",
    ),
    "W0307": Words(
        "`{share}` is the number {reading} here, and `{value}` is no percentage",
        "`{share}` of it more or less is a product: `{meant}`; write `{reading}` if that number "
        "is meant",
    ),
    "E0301.percent_sum": Words(
        "`{value}` is no percentage, so `{share}` cannot be added to it or taken from it",
        "`{share}` of it more or less is a product: `{meant}`",
    ),
    "W0308": Words(
        "the answer `{answer}` belongs to `{name}` only",
        "this reads as `{read}`; write that in full, or `{shared}` if the answer is that of all",
    ),
    "W0309": Words(
        "`{name}` is a column and a part with points, and is read as the column here",
        "write `points of {name}` for the points; where the column is meant, give the part a name "
        "of its own, or say so: `allow W0309 because …`",
    ),
    "W0517": Words(
        "the highest `{subject}` comes first, so it gets `{grade}`",
        "write `lowest first` behind the name where a low `{subject}` is good, `highest first` "
        "where it is as meant",
    ),
    "W0306": Words(
        "this rounds to multiples of {step}",
        "for {step} decimal places write the step itself: `round {meant}`",
    ),
    "W0305.quotient": Words(
        "`{subject}` is one amount divided by another, and {limit} is read as {limit} times",
        "write `{limit}%` if {limit} percent are meant, or `{reading}` for the multiple",
    ),
    "W0305.decimals": Words(
        "`{subject}` is a percentage, and its cells would have to be multiples of {reading}",
        "decimals and steps count in the number itself, of which 1 is 100%: write `step {meant}` "
        "for percentages such as 63.5%",
    ),
    "W0305.round": Words(
        "`{subject}` is a percentage, and this rounds it to multiples of {reading}",
        "write `{digits}%` for whole percent or parts of it, or `{reading}` if that is meant",
    ),
    "E0301.label": Words(
        "`{name}` is a plain number, though its label says {unit}; {written} reads as {reading}",
        "make the column `money in {unit}`, or write the limit in plain numbers of the column",
    ),
    "E0305.blank": Words(
        "a blank means {value}, which is not in the range of `{name}`",
        "write a value of the range, with its unit, as in `blank means 50%`",
    ),
    "W0305.plain": Words(
        "`{subject}` is a plain number, and {written}% reads as {reading}",
        "write `{written}` if that is meant, or make the column `percent`; `{reading}` for the "
        "small number",
    ),
    "W0305.step": Words(
        "`{subject}` is a percentage, but the step {step} is read as {reading}",
        "write `{step}%` if {step} percent are meant, or `{reading}` for the large one",
    ),
    "W0511": Words(
        "a blank scores as the best value of `{name}`: it gets 0 points, the worst value {worst}",
        "say what a blank is worth: `if missing: worst` counts it as the worst value, "
        "`if missing: 0` keeps it as it is, `required` on the field demands it",
    ),
    "W0512": Words(
        "the lines of `{grading}` are read best first, so `{first}` counts as the best and "
        "`{last}` as the worst",
        "write `worst first` behind the name if the lines stand from worst to best, "
        "or put the best first",
    ),
    "W0512.acts": Words(
        "the lines of `{grading}` are read best first, so `{first}` counts as the best and "
        "`{last}` as the worst: `{override}` turns `{before}` into `{after}`",
        "write `worst first` behind `grades` if the lines stand from worst to best, "
        "or put the best first",
    ),
    "W0512.scale": Words(
        "the levels of `{scale}` rise, but the first stands for the best: `{first}` is better than "
        "`{last}` here",
        "write the best level first",
    ),
    "W0512.field": Words(
        "`{field}` is declared with `{first}` above `{last}`, so this holds for `{first}`",
        "declare the highest first, as in `{last} > … > {first}`, or name the values with `is any "
        "of`",
    ),
    "W0512.idle": Words(
        "the lines of `{grading}` are read best first, so `{first}` counts as the best and "
        "`{last}` as the worst: `{override}` then changes no grade",
        "write `worst first` behind `grades` if the lines stand from worst to best, "
        "or put the best first",
    ),
    "W0513": Words(
        "`{written}` can be read in two ways: it turns `{before}` into `{after}`, "
        "as `{best}` is the best grade",
        "write `no better than` {grade} if that is meant; where {grade} is to be the most, "
        "write a `floor` with `no worse than` {grade}",
    ),
    "W0513.floor": Words(
        "`{written}` can be read in two ways: it turns `{before}` into `{after}`, "
        "as `{best}` is the best grade",
        "write `no worse than` {grade} if that is meant; where {grade} is to be the least, "
        "write a `cap` with `no better than` {grade}",
    ),
    "W0513.notch": Words(
        "`{written}` can be read in two ways: it turns `{before}` into `{after}`, "
        "as `{best}` is the best grade",
        "`up` leads to the better grade: turn it round if the other way is meant",
    ),
    "W0511.open": Words(
        "a blank scores as the best value of `{name}`: it gets 0 points, other values have no "
        "limit the other way",
        "say what a blank is worth: `if missing: 0` keeps it as it is, `required` on the field "
        "demands it; limit the points to count it as the worst value",
    ),
    "E0308": Words(
        "a fixed number is needed here", "write a number, or a `let` made of numbers only"
    ),
    "E0308.other": Words(
        "a fixed number is needed here, and `{name}` differs from record to record",
        "two columns are compared in a condition, with a sign, as in `= {name}`; here write a "
        "number, or a `let` made of numbers only",
    ),
    "E0308.exponent": Words(
        "an exponent must be a fixed whole number", "write it out, as in `x ^ 2`"
    ),
    "E0308.quantile": Words(
        "a quantile is between 0% and 100%, this is {level}", "write it in percent, as in `75%`"
    ),
    "E0308.step": Words(
        "`{step}` is no step: it must be above zero and a finite decimal", "as in `0.01`"
    ),
    "E0308.places": Words(
        "behind `round` stands the step, and `{step}` is a number of decimal places",
        "write the step itself: `round {meant}`",
    ),
    "E0309": Words(
        "a part that applies only sometimes must say what stands in for it",
        "add `else rescale` (the rest counts for the whole), `else full marks` or `else 0`",
    ),
    "E0310": Words("a table needs a head line and at least one more line", "add the missing lines"),
    "E0310.cell": Words("cannot read `{text}` in this table", "write a number, a range or a name"),
    "E0310.empty": Words(
        "a cell of this table is empty where something has to stand",
        "fill it in, or write `-` where there is nothing; one line names all columns",
    ),
    "E0310.list": Words(
        "`{text}` is more than one value, and one is expected here",
        "write a number without commas, with a point before decimals: `10000`, `0.80`",
    ),
    "E0310.key": Words(
        "`{text}` does not name what this column is compared with",
        "write the name of a field at the head of the column",
    ),
    "E0310.examples": Words(
        "a table of examples needs a head line with `||` before what is expected",
        "as in `| case | days_late || total | grade |`",
    ),
    "E0311": Words("`{found}` does not fit the other lines", "give all lines the same form"),
    "E0311.empty": Words(
        "no value lies in `{found}`",
        "the lower end must stand first; check which ends are in; two ranges stand in two lines",
    ),
    "E0311.unequal": Words("`!=` is no limit of a line", "use `otherwise` for all others"),
    "E0311.special": Words(
        "special values belong to a field of the record",
        "write the name of the field itself: `x is special -9`, or lines of an indicator `of x`",
    ),
    "E0311.place": Words(
        "among {count} records none has the rank {rank}",
        "the rank is 1 or more, and not more than the count",
    ),
    "E0508.column": Words(
        "the table has no column for {values}: such records would have no grade",
        "add a column, or one with the head `otherwise`",
    ),
    "E0311.keep": Words(
        "`{found}` does not go with `{combine}`: only points that are added up are chosen from",
        "use `sum` or `mean`",
    ),
    "E0311.count": Words(
        "`{found}` leaves nothing to choose: the group has {count} parts",
        "the number must be 1 or more, and less than the parts of the group",
    ),
    "E0311.share": Words(
        "`{found}` is no share of the records", "write a percentage above 0, as in `top 20%`"
    ),
    "E0311.shares": Words(
        "`{found}` does not fit grades by share of the ranking",
        "begin with `top 20%`, go on with `next 70%`, end with `rest`",
    ),
    "E0311.whole": Words(
        "the shares come to {total}%, so this line never applies or has too much",
        "shares and rest together are 100%",
    ),
    "E0311.rest": Words(
        "the shares come to {total}% only: the others get no grade", "add a last line `rest`"
    ),
    "E0311.all": Words(
        "`{found}` has no meaning where all lines that hold are added up",
        "remove the line, or use `first that holds`",
    ),
    "E0311.within": Words(
        "a range of points belongs to a given rating",
        "for points inside the band write `linear 6 to 8`; for a range in which somebody rates "
        "`= FIELD within LEVEL {{ … }}`; else one number of points",
    ),
    "E0311.difference": Words(
        "this reads as {low} minus {high}",
        "a range stands alone, as in `{meant}` or `x is {meant}`; else write the number itself",
    ),
    "E0311.linear": Words(
        "`linear` needs a range of a number with two different ends",
        "as in `80% to under 100% : linear 6 to 8`",
    ),
    "E0311.rating": Words(
        "each line of `within` is a level with the range of the given rating",
        "as in `large : 10..15`",
    ),
    "E0311.effect": Words("a {kind} must say `{wanted}`", "add it after the colon"),
    "E0311.misfit": Words(
        "`{effect}` does not belong to a {kind}", "remove it, or use the override that does this"
    ),
    "W0203": Words(
        "`{text}` is read as a spelling of the value `{value}`, not as a heading of `{field}`",
        "write a comma before `also` if it names the column; if the value is meant, give it a "
        'label first: `{value} "…"`',
    ),
    "E0317": Words(
        "the label `{label}` says {unit}, but `{name}` reads its column in {own}",
        "one of the two is wrong: write `{clause}`, or correct the label",
    ),
    "E0317.money": Words(
        "the label `{label}` says {unit}, but `{name}` reads a plain number as yuan",
        "write `{clause}` behind the field, or take the unit out of the label",
    ),
    "E0317.percent": Words(
        "the label `{label}` says {unit}, but `{name}` reads a plain number as a share of one: "
        "0.8 is 80%",
        "write `{clause}` behind the field, or take the unit out of the label",
    ),
    "E0317.period": Words(
        "the label `{label}` says {unit}, but `{name}` reads a plain number as days",
        "write `{clause}` behind the field, or take the unit out of the label",
    ),
    "E0317.unknown": Words(
        "the label `{label}` says {unit}, which is not what `{name}` counts in",
        "bring the column to the unit of the field, and correct the label",
    ),
    "E0311.idle": Words(
        "`{effect}` can never act here: this notch moves the other way",
        "give the limit to a notch that moves that way, or write a cap or a floor of its own",
    ),
    "E0401": Words(
        "`{limit}` can never be reached: `{above}` above it takes it all",
        "order the lines: limits of `at least` fall from line to line, limits of `at most` rise",
    ),
}

_RATERS: Catalogue = {
    "E0520": Words(
        "the weights of the raters of `{name}` sum to {sum}",
        "the weights of all groups of raters must sum to 100%",
    ),
    "E0520.given": Words(
        "`{group}` has no weight among the raters of `{name}`",
        "write a weight behind each group, as in `self 20%, peer 80%`",
    ),
    "E0520.positive": Words(
        "the weight of `{group}` is not above zero", "give it a weight, or leave the group out"
    ),
}

_UNFINISHED: Catalogue = {
    "E0314": Words(
        "{found} cannot be added to a date",
        "add days, months or years, such as `6 months` or `90 days`",
    ),
    "E0314.bare": Words(
        "a number is added to a date, and it is not said of what",
        "say the unit, such as `90 days` or `6 months`; a field can be a `period in 天`",
    ),
    "E0314.dates": Words(
        "two dates cannot be added, and a date cannot be multiplied or taken from a time",
        "write `date - date` for the days between them, or `date + 6 months`",
    ),
    "E0314.part": Words(
        "a date can only be moved by whole days or months",
        "write it in a smaller unit, such as `18 months` for one and a half years",
    ),
    "E0315": Words(
        "`{name}` has no value of the last period",
        'write `and last year "…"` behind `{name}` in the record',
    ),
    "E0315.derived": Words(
        "`{name}` is derived, so it has no value of the last period of its own",
        "write it out from fields, such as `last profit / last sales`",
    ),
    "E0316": Words(
        "`{name}` is no date, so nothing can last until it",
        "write a day, such as `until 2026-12-31`, or the name of a date field",
    ),
    "E0602": Words("`{name}` cannot be {found}", "write a value of the right kind and unit"),
    "E0602.day": Words(
        "the day of the evaluation is no date", "write a day, such as `as_of = 2026-01-31`"
    ),
    "E0602.raters": Words(
        "`{name}` has one value, not the ratings of several raters",
        "give one value, or say `rated by` in the record",
    ),
    "E0602.digits": Words(
        "the value of `{name}` has no finite number of decimals in its column",
        "write a value that a cell of the column can hold",
    ),
    "W0601": Words(
        "`{construct}` is read but not checked yet",
        "nothing depends on it; scores are not affected",
    ),
    "W0602": Words(
        "`allow {code}` silences nothing", "the warning does not occur here; remove the line"
    ),
}

WORDS = InBoth.joined(
    InBoth({**_NAMES, **_TYPES, **_RATERS, **_UNFINISHED}, WORDS_ZH),
    CHECK_WORDS,
    COMPOSITION_WORDS,
    FIGURES_WORDS,
    INTENT_WORDS,
)
