"""The words about rows, keys and several files; ``errors.py`` has those about cells."""

from __future__ import annotations

from scorelang.diagnostics.language import InBoth
from scorelang.diagnostics.model import Catalogue, Words
from scorelang.records.table_errors_zh import (
    FAULT_KINDS_ZH,
    OTHER_KINDS_ZH,
    PERCENT_KINDS_ZH,
    PLACES_ZH,
    WHOLE_ZH,
    WORDS_ZH,
)

_ENGLISH: Catalogue = {
    "R0140": Words(
        "the key `{key}` stands in {place} already",
        "keep one of them, or score both with `--duplicates keep`",
    ),
    "R0140.frame": Words(
        "the key `{key}` stands in {place} already",
        "keep one of them, or score both with `keeps_duplicates=True`",
    ),
    "R0140.join": Words(
        "the key `{key}` stands in {place} already", "keep one of them: files are joined on the key"
    ),
    "R0141": Words("the key of the record is empty", "fill it in, or delete the line"),
    "R0142": Words("`{word}` names a line of totals, no record", "delete the line from the table"),
    "R0143": Words(
        "only the first cell of the line is filled: a note, no record",
        "delete the line, or fill in the record",
    ),
    "R0144": Words(
        "the heading `{key}` says another unit than {field} is read in",
        "correct the name, or the unit of the field",
    ),
    "R0144.two": Words(
        "`{first}` and `{key}` name different units for the numbers of one field",
        "convert one of them, so that both hold the same unit",
    ),
    "U0162": Words(
        "`{path}` has no column for {fields}, but `{other}` has",
        "`--join` puts the rows of one key together before scoring",
    ),
    "U0162.rows": Words(
        "`{path}` and `{other}` hold different columns of the same records, such as `{id}`",
        "`--join` puts the rows of one key together before scoring",
    ),
    "U0163": Words(
        "`{path}` has no column of the key, so its rows cannot be joined",
        "every file needs the key {field}, or a column `id`",
    ),
    "U0163.differ": Words(
        "the files do not agree on `{column}` of the key `{key_}`: `{first}` in `{path}`, "
        "`{second}` in `{other}`",
        "they stand in {place} and {there}; correct one of them, or take the column out of one of "
        "the files",
    ),
    "U0163.raters": Words(
        "`--join` does not go with `{option}`", "rows of several raters are put together anyway"
    ),
    "U0163.one": Words("`--join` needs several files", "name all of them"),
    # remarks, never errors
    "U0164": Words("`{path}` lacks {count} of the {all} keys, such as {keys}: blank there"),
    "U0167": Words(
        "the files do not agree on `{column}` for {count} keys, such as {keys}",
        "nothing is scored by this column: the value of the file that stands first is kept",
    ),
    "U0168": Words(
        "{count} values of the last period in `{path}` cannot be read and count as missing",
        "the first is `{field}` of `{key_}`, {place}: {why}",
    ),
    "U0165": Words("{found} of {all} keys matched the last period in `{path}`"),
    "U0165.others": Words(
        "{found} of {all} keys matched the last period in `{path}`",
        "without a match are {keys}; the last period has {others}",
    ),
    "U0166": Words(
        "the column `{column}` mixes ways to write a percentage: {kinds}",
        "read here: {readings}; if that is not meant, write all cells with %",
    ),
    "U0166.large": Words(
        "all {count} numbers of the column `{column}` are above {limit} and without %, and the "
        "field reads ratios",
        "read here: {reading}; if that is not meant, write them with %, or `in %` behind the field",
    ),
    "U0166.small": Words(
        "no number of the column `{column}` is above {limit}, all {count} are without %, and the "
        "field reads percentages",
        "read here: {reading}; if that is not meant, write them with %, or take `in %` off the "
        "field",
    ),
}

_FAULT_KINDS = {
    "R0101": "not a number",
    "R0102": "too many digits",
    "R0103": "not finite",
    "R0104": "not a whole number",
    "R0105": "out of range",
    "R0106": "not on a step",
    "R0107": "unknown value",
    "R0108": "neither yes nor no",
    "R0109": "not a date",
    "R0110": "no such day",
    "R0111": "empty",
    "R0112": "not a single value",
    "R0113": "too many cells",
    "R0114": "too few cells",
    "R0115": "not a record",
    "R0116": "named twice",
    "R0117": "cell without a value that can be used",
    "R0118": "merged cell",
    "R0119": "digits lost",
    "R0130": "unknown group of raters",
    "R0131": "rated twice",
    "R0132": "rows that differ",
    "R0133": "rating without a record",
    "R0140": "key stands twice",
    "R0141": "empty key",
    "R0142": "line of totals",
    "R0143": "note, no record",
    "R0144": "heading with another unit",
    "R0201": "rule of the record not met",
    "R0202": "rating outside its level",
    "R0203": "value needed to rate",
    "R0204": "no version on that day",
    "R0210": "too few ratings",
}
_PLACES = {
    "row": "row {row}",
    "file": "row {row} of {file}",
    "file.number": "row {row}, record {number} of {file}",
    "both": "row {row}, line {line} of {file}",
    "both.number": "row {row}, record {number} (line {line}) of {file}",
    "sheet": "the sheet `{sheet}` of {file}",
    "cell": "{file}",
    "line": "line {line} of {file}",
    "number": "record {number} of {file}",
    "whole": "the whole row",
}
_WHOLE = {
    "R0113": "{named} cells",
    "R0114": "{named} cells",
    "R0115": "an object with names and values",
    "R0116": "each name once",
    "R0133": "the key of a record",
    "R0140": "a key of its own",
    "R0141": "a key",
    "R0142": "a record",
    "R0143": "a record",
    "R0144": "the unit of the field",
}
_PERCENT_KINDS = {
    "signed": "{count} with % (such as {example})",
    "small": "{count} plain up to {limit} (such as {example})",
    "large": "{count} plain above {limit} (such as {example})",
    "reading": "{example} as {here}, not {there}",
    "and": "; ",
}

_OTHER_KINDS: Catalogue = {
    "rename": Words("`{path}` is {kind}{rather}", "name it `{renamed}`, or say `--from {format}`"),
    "from": Words("`{path}` is {kind}{rather}", "say `--from {format}`"),
    "save": Words(
        "`{path}` is {kind}{rather}", "open it in Excel, look it through and save it as .xlsx"
    ),
    "password": Words(
        "`{path}` is {kind}{rather}", "open it in Excel and save it as .xlsx, without a password"
    ),
    "unpack": Words("`{path}` is {kind}{rather}", "unpack it, and name the file that is in it"),
    "table": Words(
        "`{path}` is {kind}{rather}", "copy the table into a workbook and save it as .xlsx"
    ),
}
_KIND_CODES = ("U0110", "U0111", "U0116", "U0117", "U0120")


def _of_kinds(words: Catalogue) -> Catalogue:
    """Give what is said of a file of another kind, under each code that it is reported with."""
    return {f"{code}.{cure}": said for code in _KIND_CODES for cure, said in words.items()}


WORDS = InBoth({**_ENGLISH, **_of_kinds(_OTHER_KINDS)}, {**WORDS_ZH, **_of_kinds(OTHER_KINDS_ZH)})
FAULT_KINDS = InBoth(_FAULT_KINDS, FAULT_KINDS_ZH)
"""What kind of fault a code is, in few words, for the sums at the end of a run."""
PLACES = InBoth(_PLACES, PLACES_ZH)
"""How the place of a record is said."""
WHOLE = InBoth(_WHOLE, WHOLE_ZH)
"""What was expected of a whole row."""
PERCENT_KINDS = InBoth(_PERCENT_KINDS, PERCENT_KINDS_ZH)
"""How percentages are written, and how such a number is read."""
