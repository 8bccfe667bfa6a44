"""Words for rubrics that cannot be found or read."""

from __future__ import annotations

from scorelang.diagnostics.language import InBoth
from scorelang.diagnostics.model import Catalogue, Words
from scorelang.library.errors_zh import WORDS_ZH

_ENGLISH: Catalogue = {
    "U0301": Words(
        "there is no rubric `{name}`",
        "give the path of a `.rubric` file, or the name of a shipped rubric; "
        "`scorelang new --list` prints the names",
    ),
    "U0301.near": Words(
        "there is no rubric `{name}`",
        "did you mean the shipped rubric `{near}`; a file needs its path, as in `my/{name}.rubric`",
    ),
    "U0301.near_file": Words(
        "there is no file `{name}`",
        "did you mean `{near}`, which lies in the same folder",
    ),
    "U0302": Words(
        "`{name}` is a folder with no rubric in it",
        "name a `.rubric` file",
    ),
    "U0302.several": Words(
        "`{name}` is a folder with several rubrics: {files}",
        "name one of them",
    ),
    "U0305": Words(
        "no version of `{name}` is in force on {day}",
        "its versions are in force {known}",
    ),
    "U0305.single": Words("`{name}` is not in force on {day}", "it is in force {known}"),
    "U0306": Words(
        "`{name}` has several versions, and nothing says which one is meant",
        "give the day with `--as-of DATE`, or the date of the records with `--as-of-field NAME`; "
        "its versions are in force {known}",
    ),
    "U0306.field": Words(
        "`{field}` is no date of every version of `{name}`",
        "name a field that each version declares as `date`",
    ),
    "U0303": Words(
        "`{name}` is not UTF-8 text: byte {byte} at offset {offset} on line {line}",
        "save the file as UTF-8; it looks like {guess}",
    ),
    "U0304": Words(
        "`{name}` cannot be read: {reason}",
        "check the path and its permissions",
    ),
    "E0701": Words(
        "there is no file `{path}` in the folder of the rubric",
        "put the file beside the rubric, or correct its name",
    ),
    "E0701.near": Words(
        "there is no file `{path}` in the folder of the rubric",
        "did you mean `{near}`?",
    ),
    "E0702": Words(
        "`{path}` lies outside of the folder of the rubric",
        "put the file beside the rubric, or into a folder beside it, and write its path from "
        "there with `/`, as in `data/limits.csv`",
    ),
    "E0702.text": Words(
        "`{path}` cannot be found: this rubric was not read from a file, so it has no folder",
        "save the rubric as a file, and put `{path}` beside it",
    ),
    "E0703.kind": Words(
        "`{path}` is {kind}, and a table for a rubric is a text file",
        "open it in its program, and save the table as CSV (UTF-8)",
    ),
    "E0703": Words(
        "`{path}` cannot be read: {reason}",
        "check the file and its permissions; save it as UTF-8",
    ),
}

WORDS = InBoth(_ENGLISH, WORDS_ZH)
