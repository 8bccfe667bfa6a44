"""Every word the syntax room says: what was found, and the cure."""

from __future__ import annotations

from scorelang.diagnostics.language import InBoth
from scorelang.diagnostics.model import Catalogue, Words
from scorelang.syntax.errors_zh import WORDS_ZH
from scorelang.syntax.shown_lines_words import SHOWN, SHOWN_ZH

_ENGLISH: Catalogue = {
    "E0101": Words("`{found}` cannot stand here", "expected here: {expected}"),
    "E0101.line_end": Words("the line ends too early", "expected next: {expected}"),
    "E0101.read_as_name": Words(
        "`{found}` is read as a name here, so `{next}` cannot follow",
        "write what is missing before `{found}`, or quote it, 「{found}」, if it is a name",
    ),
    "E0101.goes_on": Words(
        "the line goes on after `{found}`, but a new part follows",
        "finish the line, or take away `{found}`, before `{next}`",
    ),
    "E0101.file_end": Words("the file ends too early", "expected next: {expected}"),
    "E0101.block_end": Words(
        "the block ends too early: `{found}` cannot stand here", "expected here: {expected}"
    ),
    "E0101.empty": Words(
        "there is no rubric in this file",
        "begin with `rubric my_rubric {{` or `评分标准 我的标准 {{`, and end with `}}`",
    ),
    "E0101.no_rubric": Words(
        "a file begins with `rubric` or `评分标准`, not with `{found}`",
        "put `rubric my_rubric {{` before it, and `}}` at the end of the file",
    ),
    "E0101.after_rubric": Words(
        "`{found}` stands behind the end of the rubric",
        "move it before the last `}}`, or take away a `}}` that came too early",
    ),
    "E0101.behind_block": Words(
        "`{found}` stands behind the end of a block",
        "write it in the first line of the part, before `{{`: its clauses all stand there",
    ),
    "E0101.colon": Words("a colon is missing before `{found}`", "write `{before} : {found}`"),
    "E0101.comma": Words("a comma is missing before `{found}`", "write `{before}, {found}`"),
    "E0101.missing": Words("`{missing}` is missing before `{found}`", "put `{missing}` there"),
    "E0101.own_line": Words(
        "`{found}` must begin a line of its own", "begin a new line before `{found}`"
    ),
    "E0101.did_you_mean": Words(
        "`{found}` is no word that can stand here", "did you mean `{meant}`?"
    ),
    "E0101.run_together": Words(
        "`{found}` reads as one name", "put spaces between the words: `{parted}`"
    ),
    "E0101.full_stop": Words("a line of a rubric has no full stop", "take away `{found}`"),
    "E0101.semicolon": Words(
        "`{found}` does not part anything in a rubric",
        "begin a new line, or write a comma between clauses",
    ),
    "E0101.quotes": Words(
        "`{found}` does not mark a text", 'put texts in "…" or “…”, and names in 「…」'
    ),
    "E0101.sign": Words("`{found}` is no sign of the language", "write `{meant}`"),
    "E0101.stray_expression": Words(
        "this stands alone between commas",
        "write the word before it that says what it is, such as `max`, `needs` or `covers`; a "
        "further condition is joined with `and` or `or`",
    ),
    "E0101.stray_order": Words(
        "nothing here is put in order",
        "`highest first` belongs to a rank, `worst first` to grades and tables, `ties first` to "
        "`highest of (…)`",
    ),
    "E0101.stray_pairs": Words(
        "only a group takes its weights from pairs", "move `weights from pairs` to the group"
    ),
    "E0101.pairs_without_table": Words(
        "the table of pairs is missing", "write its lines `| … |` inside the braces of the group"
    ),
    "E0101.stray_table": Words(
        "this table belongs to nothing", "say `weights from pairs` in the line of the group"
    ),
    "E0101.stray_else": Words(
        "there is no `applies when` before this",
        "write `applies when …, else …` in this order, with nothing between",
    ),
    "E0101.stray_mode": Words(
        "there is no step of rounding before this",
        "write `round 0.1 half up`",
    ),
    "E0101.stray_each": Words(
        "there is no step before this",
        "write it behind `less 1 for each …`",
    ),
    "E0101.late_key": Words(
        "the word `key` stands in front of the field", "write it first: `key supplier_no text`"
    ),
    "E0101.stray_rater": Words(
        "this is no clause of a field, and there is no `rated by` before it",
        "if it is a group of raters, write `rated by` before the first one; else take it away",
    ),
    "E0101.second_label": Words(
        "the field has a label already", "write `also` before further spellings"
    ),
    "E0101.comment": Words("`{found}` does not begin a comment", "comments begin with `#`"),
    "E0101.count": Words(
        "`{found}` is not followed by what it counts, in brackets", "write `{meant}`"
    ),
    "E0101.between": Words("`{found}` is no range of the language", "write `{meant}`"),
    "E0101.lookup": Words(
        "a lookup over several fields is not written like this",
        "write a table, with the fields in its first line: `table t gives number {{`, below it "
        "`| a | b | t |`; then use `t` in a formula",
    ),
    "E0101.limit": Words("`{found}` is no limit of the language", "write `{meant}`"),
    "E0101.points": Words("the points of this line do not stand behind a colon", "write `{meant}`"),
    "E0103.written_date": Words(
        "`{found}` is not how a date is written here", "write year-month-day: `{meant}`"
    ),
    "E0101.rest": Words("`{found}` does not stand where it is read", "write `{meant}`"),
    "E0101.no_points": Words(
        "the points are missing in this line", "write them behind the colon, such as `{found} 10`"
    ),
    "E0101.digits": Words(
        "`{found}` has a number in words", "numbers are written in digits: `{parted}`"
    ),
    "E0101.quoted_name": Words(
        "`{found}` is a text, and a name is expected here",
        "names of several words stand in 「…」 or back-ticks: `{meant}`",
    ),
    "E0101.spaced_name": Words(
        "`{found}` are two words, and a name is one",
        "names of several words stand in 「…」 or back-ticks: `{meant}`; a condition begins with "
        "`when`",
    ),
    "E0101.operator_first": Words(
        "a line cannot begin with `{found}`", "put `{found}` at the end of the line above"
    ),
    "E0101.no_name": Words(
        "`{before}` has no name", "write a name between `{before}` and `{found}`"
    ),
    "E0103.decimal": Words(
        "`{found}` has a comma in a number", "decimals stand behind a point: `{meant}`"
    ),
    "E0101.stray_number": Words(
        "this number stands alone behind a comma",
        "decimals stand behind a point, as in `0.1`; else say what it is, such as `max`",
    ),
    "E0101.both_ends": Words(
        "`{found}` says that the limit itself counts, the sign before it that it does not",
        "keep one of the two",
    ),
    "E0101.other_end": Words(
        "`{found}` names another number than the limit before it",
        "write the limit twice, or only `（含）`",
    ),
    "E0101.same_side": Words(
        "both limits are on the same side", "a range has a lower and an upper end"
    ),
    "E0101.other_name": Words(
        "this line speaks of another value than the block it stands in",
        "write the range alone, such as `90..100`, or a condition behind `when`",
    ),
    "E0101.no_range": Words("this is no range", "write both ends, such as `0..100`"),
    "E0101.negative_range": Words(
        "it is not plain where this range begins and ends",
        "put `..` between its two ends, such as `-10..30`",
    ),
    "E0101.range_in_list": Words(
        "a range stands in a line of its own", "write one line for each range"
    ),
    "E0101.points_range": Words(
        "these points read as a subtraction",
        "write one number, `linear 8 to 10` for points inside the band, or `within` for a range "
        "in which somebody rates",
    ),
    "E0101.line_number": Words(
        "`{found}` at the beginning of a line is not read: the lines are not counted up by one",
        "take away the number of the line",
    ),
    "E0101.phrase": Words("`{found}` is not read here", "write `{meant}`"),
    "E0101.key_type": Words(
        "`{word} {name}` is read as a column `{word}` with the one value `{name}`",
        "write the type of the key too: `{word} {name} text`",
    ),
    "E0101.key_word": Words("`{found}` does not mark the key", "write `key {name} text`"),
    "E0101.type_word": Words(
        "`{type}` is no type of a field, and is read as its one value",
        'write `{meant}`; if `{type}` is the value, give it a label: `{type} "…"`',
    ),
    "E0101.name_of_grade": Words(
        "`{found}` is no plain name",
        "names with signs, spaces or digits first stand in 「…」 or back-ticks: `{meant}`",
    ),
    "E0101.no_condition": Words(
        "`{found}` does not say when it acts",
        "write a name and the condition: {example}",
    ),
    "E0101.any_indicator": Words(
        "`{found}` is not how several indicators are asked for",
        "write {example}",
    ),
    "E0101.grades_block": Words("`{found}` cannot stand here", "grades stand together: {example}"),
    "E0101.step_line": Words(
        "`{found}` does not say from where the points are counted",
        "a step stands behind the points it takes from, as in `100, less 5 for each started 1 "
        "above 10`; points for each of a number are written `-5 for each x`",
    ),
    "E0101.logarithm": Words(
        "`{found}` is the natural logarithm to some and the decimal one to others",
        "write `ln (x)`, or `ln (x) / ln (10)` for the decimal one",
    ),
    "E0101.base_of_list": Words(
        "`{found}` belongs to the total, not to a part",
        "points that everybody starts with are a line of the list: `20 when yes`",
    ),
    "E0101.always": Words(
        "the line gives points and does not say when",
        "for points that always count write `{meant}`",
    ),
    "E0101.applies": Words(
        "`{found}` does not say to whom the part applies",
        "write `applies when k is A`, and behind it what else happens: `else rescale`, `else full "
        "marks` or `else 0`",
    ),
    "E0101.promise": Words(
        "this promise is not read", "write `promise total never falls as x rises`"
    ),
    "E0101.veto_points": Words(
        "a veto or a cap gives no points",
        "write the grade, such as `grade C`; a part that then counts nothing is written `zero a "
        "when …`",
    ),
    "E0101.either_way": Words(
        "`{found}` does not say whether both must hold",
        "write `{meant}` where both must hold, `{other}` where one is enough",
    ),
    "E0101.winners": Words(
        "the name of the highest of several scores is no value to reckon with",
        "the highest of several values is written `{meant}`; which score is the highest is asked "
        "by `class route = highest of (a, b)`",
    ),
    "E0101.joined_conditions": Words(
        "`{found}` does not say whether both must hold",
        "join conditions with `and` where all must hold, with `or` where one is enough; several "
        "values of one column are written `k is any of (a, b)`",
    ),
    "E0101.open_colon": Words(
        "nothing stands behind this colon",
        "take it away, or write what gives the grade behind it",
    ),
    "E0101.most_taken": Words(
        "`{found}` does not say of what it is the most",
        "for a step write it behind the step, as in `100, less 5 for each x at most 10`; for the "
        "points of the whole part write the least that is left, such as `at least 0`",
    ),
    "E0101.cap_of_line": Words(
        "`{found}` is no limit of one line of a list",
        "limit it with the smaller of two numbers, as in `min (x, 5) when yes`, or give the lines "
        "a part of their own with `at most 10`",
    ),
    "E0101.not_grade": Words(
        "`{found}` does not say what the grade is then",
        "write the best grade that is left, such as `no better than B`",
    ),
    "E0101.not_ratable": Words(
        "`{found}` is no grade that a veto or a cap can give",
        "write a line of its own that begins with `not ratable when`, or name a grade",
    ),
    "E0101.zero_total": Words(
        "`{found}` is not read: what is zeroed is a part",
        "name the indicator or group, as in `zero a when …`; to refuse the case as a whole write "
        "`veto v when … : grade C`",
    ),
    "E0101.which_side": Words(
        "`{found}` does not say which side is meant, as a higher risk is the worse grade",
        "write `no better than` for the best grade that is left, or `no worse than` for the worst",
    ),
    "E0101.blank_missing": Words(
        "`{found}` says nothing: an empty cell is missing anyhow", "take it away"
    ),
    "E0101.first_word": Words(
        "a file begins with `{meant}`, not with `{found}`", "write `{meant}` instead of `{found}`"
    ),
    "E0101.bracket_in_name": Words(
        "a name has no brackets: `{found}`",
        "give the name as it stands in tables in quotes behind a plain one: `{meant}`",
    ),
    "E0103.no_unit": Words(
        "`{second}` is no unit of `{found}`", "write the limit with a sign, as in `>= 10`"
    ),
    "E0101.drop_ends": Words(
        "`{found}` is read as a group of raters", "write `drop highest and lowest`"
    ),
    "E0101.line_number_dash": Words(
        "`{found}` in front of each line may mark it, or be a minus",
        "take the marks away, or write the numbers below zero without a space: `-{rest}`",
    ),
    "E0101.line_number_list": Words(
        "`{found}` may be the number of the line, or a value of it",
        "take it away if it counts the lines; if it is a value, part the values with a comma:"
        " `{apart}`",
    ),
    "E0101.line_number_dot": Words(
        "`{found}` may be the number of the line, or the beginning of a decimal number",
        "take it away if it counts the lines; if it belongs to the number, write the lines"
        " without numbers",
    ),
    "E0101.twice": Words("this is said twice", "keep one of the two"),
    "E0101.graded_twice": Words(
        "what gives the grade stands behind `=` already",
        "take away `of …`, or write the grades in `{{ … }}`",
    ),
    "E0101.expect_name": Words(
        "it is not said what is expected of `{name}`", "write `{name} = …` with the value"
    ),
    "E0101.assume": Words(
        "only a value over all records can be assumed",
        "write `assume mean of x = …`, or the median, lowest, highest or a quantile",
    ),
    "E0101.assume_by": Words(
        "this value does not differ by a field",
        "write `mean of x by y {{ … }}`, or one value: `mean of x = …`",
    ),
    "E0101.empty_block": Words(
        "there is no line between the braces", "write at least one line, such as `otherwise : 0`"
    ),
    "E0101.many": Words(
        "there are more mistakes than are shown", "correct those above, then check again"
    ),
    "E0102": Words(
        "`{found}` in line {line} is never closed", "put `{closing}` where the block ends"
    ),
    "E0102.bracket": Words(
        "`{found}` in line {line} is never closed", "put `{closing}` behind what it encloses"
    ),
    "E0102.open": Words("the block of `{found}` is not opened", "put `{{` at the end of this line"),
    "E0102.stray": Words("`{found}` closes nothing", "take it away, or open what it closes"),
    "E0102.text": Words(
        "`{found}` opens a text or name that is not closed on its line", "put `{closing}` behind it"
    ),
    "E0103.comma": Words(
        "`{found}` has commas in a number", "write `{meant}`: a comma parts one value from the next"
    ),
    "E0103.one_or_two": Words(
        "`{found}` can be one number or several",
        "write `{meant}` for one number, or put a space behind the comma: `{apart}`",
    ),
    "E0103.leading_dot": Words("a number begins with a digit", "write a `0` before the point"),
    "E0103.grades": Words(
        "`{found}` is no number of grades: a notch moves the grade, never the points",
        "write `down {count}` if {count} grades are meant; points are taken off by a line such as "
        "`-{count} when …` in an indicator",
    ),
    "E0103.whole": Words("`{found}` is no whole number", "write digits only, such as `3`"),
    "E0103.long": Words(
        "the number has more than {most} digits", "round it to what the policy needs"
    ),
    "E0103.units": Words(
        "the number has two units, `{first}` and `{second}`", "keep one, or put a comma between"
    ),
    "E0103.date": Words(
        "`{found}` is no day of the calendar", "write year-month-day: `2026-12-31`"
    ),
    "E0104": Words(
        "`{found}` means nothing here", "take it away, or put a name with signs in 「…」"
    ),
    "E0104.invisible": Words(
        "there is a sign here that cannot be seen ({found})", "delete it and write the line again"
    ),
    "E0105": Words(
        "`{found}` is a word of the language and cannot be a name",
        "put it in quotes, 「{found}」, or choose another name",
    ),
    "E0106": Words(
        "the file has {found} characters, more than the {most} that are read",
        "split it into several rubrics, or move the figures to a file",
    ),
    "E0106.line": Words("the line has more than {most} characters", "break it into several lines"),
    "E0106.depth": Words(
        "brackets are nested more than {most} deep", "name the inner parts with `let`"
    ),
    "E0106.deep": Words("this is nested more than {most} deep", "name the inner parts with `let`"),
    "E0106.long": Words(
        "one expression has more than {most} parts", "name some of them with `let`"
    ),
}

WORDS = InBoth({**_ENGLISH, **SHOWN}, {**WORDS_ZH, **SHOWN_ZH})
