"""The words about figures that are worked out or kept elsewhere: pairs, files of limits."""

from __future__ import annotations

from scorelang.compiler.figures_errors_zh import WORDS_ZH
from scorelang.diagnostics.language import InBoth
from scorelang.diagnostics.model import Catalogue, Words

_ENGLISH: Catalogue = {
    "E0512": Words(
        "`{part}` is missing from the {place} of the comparisons",
        "each part of the group has a column in the head line and a line of its own",
    ),
    "E0512.twice": Words(
        "`{part}` stands twice in the {place} of the comparisons", "remove one of the two"
    ),
    "E0512.gap": Words(
        "`{row}` and `{column}` are not compared",
        "fill in how many times `{row}` matters as much as `{column}`; one of the two cells is "
        "enough",
    ),
    "E0512.diagonal": Words(
        "`{part}` against itself is {value}", "a part matters just as much as itself: write `1`"
    ),
    "E0512.combine": Words(
        "`{group}` has weights from pairs, but does not add up its parts by weight",
        "write `weighted` before `weights from pairs`",
    ),
    "E0512.weight": Words(
        "`{part}` has a weight, and `{group}` takes its weights from pairs",
        "remove the weight, or the comparisons",
    ),
    "E0512.many": Words(
        "{count} parts are compared in pairs; the method is made for at most {most}",
        "put parts that belong together into groups, and compare within each and between them",
    ),
    "E0512.value": Words(
        "there are no comparisons for `{value}`",
        "add a table with `{value}` in its first cell, or one with `otherwise`",
    ),
    "E0512.again": Words("there are two tables of comparisons for `{value}`", "remove one of them"),
    "E0512.head": Words(
        "the comparisons do not begin with a head line",
        "begin each table with the names of the parts, as in `| export | profit | size |`",
    ),
    "E0512.unnamed": Words(
        "a cell in the {place} of the comparisons is empty", "write the name of a part there"
    ),
    "E0512.rows": Words(
        "the comparisons have a head line and nothing below it",
        "add a line for each part, which begins with its name",
    ),
    "E0513.scale": Words(
        "a comparison of {text}: the scale of judgements goes from 1/{most} to {most}",
        "write {most} for the most that one part can matter more than another; if it matters more "
        "than that, compare groups of parts that are alike",
    ),
    "E0513": Words(
        "a comparison of {value}: it must be above zero",
        "write 3 where the first matters three times as much as the second, and 1/3 where it is "
        "the other way round",
    ),
    "E0514": Words(
        "`{row}` against `{column}` is {value}, but the other way round it is {other}",
        "write `{fit}` here, or leave one of the two cells empty",
    ),
    "W0506": Words(
        "the comparisons contradict each other: their consistency ratio is {ratio}, and 0.1 is "
        "the most; `{row}` against `{column}` fits least",
        "think again about {value}: the others say {fit}, and with that the ratio is {then}",
    ),
    "E0704": Words("`{path}` has no table in it", "a head line is needed, and a line for each row"),
    "E0704.quotes": Words(
        "the quotes of this cell do not match",
        'close the quotes, and write a quote inside of them twice: `""`',
    ),
    "E0704.comma": Words(
        "the cell `{cell}` of `{path}` is no number",
        "write a point before decimals, and commas only between groups of three digits: "
        "`0.80`, `10,000`; a list of values has a space behind each comma",
    ),
    "E0704.doubtful": Words(
        "the cell `{cell}` of `{path}` may be read in two ways, as files with semicolons often "
        "have decimal commas",
        "write it without the comma: `1250`, or `1.250` with a point before decimals",
    ),
    "E0704.unit": Words(
        "`{title}` states a unit for the whole table, and a limit here is read as it stands",
        "write the unit behind each number, as in `100 {unit}`, and take it out of this line",
    ),
    "E0704.indicator": Words(
        "`{path}` has no line for the indicator `{name}`",
        "the column `{column}` says whose limits a line holds: write the name there, or the label",
    ),
    "E0704.indicator_near": Words(
        "`{path}` has no line for the indicator `{name}`", "did you mean `{near}`?"
    ),
    "E0704.both": Words(
        "`{name}` takes its limits from a file, and has lines here as well",
        "remove the lines, or the file",
    ),
}

WORDS = InBoth(_ENGLISH, WORDS_ZH)
