"""Every word of this room: rejected cells and records (R01), inputs that cannot be read (U01).

Templates of ``R`` codes may use ``{value}`` and ``{expected}``; message and help of a fault
are written to one line of the rejects, so the help is a short clause.
"""

from __future__ import annotations

from scorelang.diagnostics.language import InBoth
from scorelang.diagnostics.model import Catalogue, Words
from scorelang.records.errors_zh import RATINGS_ZH, WORDS_ZH
from scorelang.records.table_errors import WORDS as TABLE_WORDS

_ENGLISH: Catalogue = {
    # one cell
    "R0101.blank": Words(
        "`{value}` is not a number",
        'if it stands for an empty cell, write `blank also "{value}"` behind the field',
    ),
    "R0101": Words("`{value}` is not a number", "expected {expected}"),
    "R0101.exponent": Words(
        "`{value}` is written with an exponent", "write the number out in digits"
    ),
    "R0101.grouping": Words(
        "the commas in `{value}` do not stand between groups of three digits",
        "write 12,000 or 12000, and a point before decimals",
    ),
    "R0101.comma": Words(
        "`{value}` has a comma that is no sign of thousands",
        "`--decimal comma` reads a file with decimal commas; else write a point before decimals",
    ),
    "R0101.groups": Words(
        "`{value}` has more than one point; points that part thousands go with a decimal comma",
        "`--decimal comma` reads a file of such numbers; else leave out the points in front",
    ),
    "R0101.doubtful": Words(
        "`{value}` may be read in two ways, because other numbers here have decimal commas",
        "say `--decimal comma` or `--decimal point`",
    ),
    "R0101.semicolon": Words(
        "`{value}` may be read in two ways, as files with semicolons often have decimal commas",
        "say `--decimal comma` or `--decimal point`",
    ),
    "R0101.point": Words(
        "the points in `{value}` do not stand between groups of three digits",
        "with `--decimal comma` write 12.000 or 12000, and a comma before decimals",
    ),
    "R0101.percent": Words("`{value}` is a percentage, this field is not", "expected {expected}"),
    "R0101.money": Words(
        "`{value}` is an amount of money, this field is not", "expected {expected}"
    ),
    "R0101.unit": Words(
        "`{value}` carries a unit that this field does not read",
        "expected {expected}, digits alone",
    ),
    "R0101.own": Words(
        "`{value}` repeats the unit of the column",
        "write digits alone: the field says `{unit}` already",
    ),
    "R0101.currency": Words(
        "`{value}` may be in yuan or in {unit}, the unit of the column",
        "write digits alone, or the unit after the number",
    ),
    "R0101.kind": Words("the cell holds {kind}, not a number", "expected {expected}"),
    "R0102": Words("`{value}` has too many digits", "at most 40 are read"),
    "R0103": Words("`{value}` is not a finite number", "leave the cell empty if it is not known"),
    "R0104": Words("`{value}` is not a whole number", "expected {expected}"),
    "R0105": Words("`{value}` is not in the allowed range", "expected {expected}"),
    "R0105.percent": Words(
        "`{value}` is not in the allowed range",
        "expected {expected}; a plain number is a ratio here, so 15 percent is `15%` or 0.15",
    ),
    "R0106": Words("`{value}` is not one of the allowed steps", "expected {expected}"),
    "R0107.blank": Words(
        "`{value}` is not a value of this field",
        'if it stands for an empty cell, write `blank also "{value}"` behind the field',
    ),
    "R0107": Words("`{value}` is not a value of this field", "expected {expected}"),
    "R0107.near": Words(
        "`{value}` is not a value of this field", "did you mean `{near}`; expected {expected}"
    ),
    "R0107.case": Words(
        "`{value}` is not a value of this field",
        "capital and small letters count, write `{near}`",
    ),
    "R0108.blank": Words(
        "`{value}` is neither yes nor no",
        "write yes or no; if it stands for an empty cell, write "
        '`blank also "{value}"` behind the field: then nobody knows which it is',
    ),
    "R0108.yes": Words(
        "`{value}` is neither yes nor no",
        "if it means yes, write yes or 是; read are yes, no, true, false, 1, 0, 是 and 否",
    ),
    "R0108.no": Words(
        "`{value}` is neither yes nor no",
        "if it means no, write no or 否; read are yes, no, true, false, 1, 0, 是 and 否",
    ),
    "R0108": Words("`{value}` is neither yes nor no", "write yes, no, true, false, 1, 0, 是 or 否"),
    "R0109.blank": Words(
        "`{value}` is not a date",
        'if it stands for an empty cell, write `blank also "{value}"` behind the field',
    ),
    "R0109": Words("`{value}` is not a date", "write 2024-01-31, 2024/1/31 or 2024年1月31日"),
    "R0109.time": Words("`{value}` has a time of day", "a date alone is read"),
    "R0109.number": Words(
        "`{value}` is a number, not a date", "give the cell a date format, or write 2024-01-31"
    ),
    "R0110": Words("there is no day `{value}`", "the month or the day is out of range"),
    "R0111": Words("the cell is empty, but this field is required", "expected {expected}"),
    "R0112": Words("`{value}` is not a single value", "expected {expected}"),
    "R0112.kind": Words("the cell holds {kind}", "expected {expected}"),
    "R0112.character": Words("`{value}` holds characters that are no text", "type the cell again"),
    # one rating
    "R0130": Words("it is not said which group the rating belongs to", "the groups are {known}"),
    "R0131": Words("the same rater has rated before", "the first rating stands"),
    # one record
    "R0113": Words(
        "the line has {found} cells, the header {named} columns",
        "a comma inside a cell needs quotes around the cell",
    ),
    "R0113.cell": Words(
        "the cell {cell} stands under no heading", "give its column a heading, or empty the cell"
    ),
    "R0114": Words(
        "the line has only {found} cells, the header {named}; {columns} are missing",
        "empty cells need their commas; the line may be cut off",
    ),
    "R0115": Words("line {line} is not a readable record", "{reason}"),
    "R0115.kind": Words("item {line} is not a record", 'a record is written {{"name": value, …}}'),
    "R0115.empty": Words("item {line} is empty", "fill in the record, or delete it"),
    "R0116": Words("`{key}` stands twice in the record", "delete one of them"),
    "R0132": Words(
        "the rows of this record say `{first}` and `{value}`",
        "rows of one record differ in their ratings only",
    ),
    "R0133": Words(
        "the row says no record that its ratings belong to", "fill in the key of the record"
    ),
    "R0117": Words(
        "the cell {cell} shows the error `{value}`", "repair the formula in the workbook"
    ),
    "R0117.formula": Words(
        "the cell {cell} holds a formula without a stored result",
        "open the workbook in Excel and save it",
    ),
    "R0117.format": Words(
        "the cell {cell} holds {value}, and its number format `{format}` shows something else",
        "give the cell a plain number format, and type what is meant",
    ),
    "R0118": Words("the cell is merged with {anchor}", "take the merge apart and fill each cell"),
    "R0119": Words(
        "`{value}` has more than 15 digits, and a workbook or a binary number keeps no more",
        "keep the column as text and type the value again",
    ),
    # the whole input
    "U0101": Words("there is no file `{path}`", "check the name and the folder"),
    "U0101.near": Words("there is no file `{path}`", "did you mean `{near}`"),
    "U0102": Words("`{path}` is a folder, not a file of records", "name a file in it"),
    "U0103": Words("`{path}` cannot be read: {reason}"),
    "U0104": Words("`{path}` is empty", "the first row names the columns, records follow"),
    "U0105": Words(
        "the first row of `{path}` has no names of columns",
        "the first row must name the columns; delete titles and empty rows above it",
    ),
    "U0106": Words(
        "two columns of `{path}` are meant for the field `{field}`: `{first}` and `{second}`",
        "rename or delete one of them",
    ),
    "U0107": Words(
        "`{path}` has no column for {fields}, which the rubric reads",
        "columns found: {columns}; `--absent blank` scores without it",
    ),
    "U0107.near": Words(
        "`{path}` has no column for {fields}, which the rubric reads",
        "perhaps rename {near}; columns found: {columns}; `--absent blank` scores without it",
    ),
    "U0107.value": Words(
        "`{path}` has no column for {fields}, which the rubric reads",
        "`also` stands behind the value `{value}` and belongs to it; write a comma before "
        '`also "{near}"` so that it names the column',
    ),
    "U0107.last": Words(
        "`{path}` has no column for {fields}, which the rubric reads",
        "give the file of the last period with `--last FILE`; columns found: {columns}; "
        "`--absent blank` scores without it",
    ),
    "U0107.required": Words(
        "`{path}` has no column for {fields}, which the rubric requires",
        "columns found: {columns}",
    ),
    "U0108": Words(
        "`{path}` is no text in {encoding}: line {line}, column {column} holds the byte {byte}",
        "save it as UTF-8 (in Excel: CSV UTF-8), or name its encoding with `--encoding`",
    ),
    "U0109": Words("there is no encoding `{encoding}`", "common ones are {known}"),
    "U0109.near": Words("there is no encoding `{encoding}`", "did you mean `{near}`"),
    "U0110": Words(
        "no column of `{path}` belongs to a field of the rubric",
        "the first row must name the columns; columns found: {columns}; expected: {expected}",
    ),
    "U0110.separator": Words(
        "no column of `{path}` belongs to a field of the rubric",
        "the columns seem to be separated by `{separator}`; save the file with commas (`,`)",
    ),
    "U0110.space": Words(
        "no column of `{path}` belongs to a field of the rubric",
        "the columns seem to be separated by spaces; save the file with commas or tabs",
    ),
    "U0111": Words("`{path}` is not a readable XLSX workbook: {reason}", "save it again as .xlsx"),
    "U0112": Words("`{path}` has no sheet `{sheet}`", "its sheets are {sheets}"),
    "U0112.hidden": Words(
        "the headings of the rubric stand in the hidden sheet {sheets} of `{path}` only",
        "if it is meant, say `--sheet {sheet}`, or unhide it",
    ),
    "U0113": Words(
        "a cell near line {line} of `{path}` is longer than 1 MB",
        "often a quote is not closed in a line above",
    ),
    "U0114": Words("`{path}` has {found} columns", "at most {most} are read"),
    "U0115": Words(
        "the quotes near line {line} of `{path}` do not match",
        'a quoted cell ends with a quote before the comma, quotes inside are doubled (`""`)',
    ),
    "U0116": Words("`{path}` is not readable JSON at line {line}: {reason}"),
    "U0116.wrapped": Words(
        "`{path}` is one object, and its records stand in the list `{named}`",
        "write the list alone: `[{{…}}, …]`",
    ),
    "U0116.lines": Words(
        "`{path}` holds several objects and not one list of them",
        "one object in each line is JSON Lines: name it .jsonl, or say `--from jsonl`; else put "
        "commas between the objects, and `[` and `]` around them",
    ),
    "U0117": Words(
        "the format of `{path}` is not known", "known are {known}; name one with `--from`"
    ),
    "U0117.name": Words("there is no format `{format}`", "known are {known}"),
    "U0118": Words(
        "the heading `{name}` of `{path}` is merged over {count} columns ({cells})",
        "take the merge apart and name each column; if the headings stand in another row, "
        "say `--header-row N`",
    ),
    "U0119": Words("`{option}` does not go with the format {format}", "leave it out"),
    "U0120": Words(
        "`{path}` is not a readable Parquet file: {reason}", "write it again, or use CSV"
    ),
    "U0130": Words(
        "the column `{column}` of `{path}` is meant for no group of raters of `{field}`",
        "the groups are {known}; write `{field}.{first}` or `{field}({first})`",
    ),
    "U0140": Words(
        "{place}: there is no id, so these values of the last period belong to nobody",
        "give the file of the last period the column of the key, or a column `id`",
    ),
    "U0140.twice": Words(
        "{place}: the id `{id}` of the last period stands in {first} already",
        "keep one row for each record",
    ),
    "U0140.faulty": Words(
        "{place}: this row of the last period cannot be read: {why}",
        "correct that row, or take it out; its record then has no value of the last period",
    ),
    "U0140.none": Words(
        "the rubric asks for no value of the last period",
        "leave out `--last`, or write `and last year` behind a field",
    ),
    "U0131": Words("there is no column `{column}` that says who rated", "columns found: {columns}"),
    "U0131.near": Words(
        "there is no column `{column}` that says who rated", "did you mean `{near}`"
    ),
    "U0131.id": Words(
        "`{path}` has no column that says which record a rating belongs to",
        "name the key of the record in it, or a column `id`",
    ),
    "U0131.none": Words(
        "no field of the rubric has raters",
        "leave `{option}` out, or write `rated by` in the record",
    ),
    "U0150": Words(
        "`{path}` was changed while it was read",
        "nothing was written; run again when nobody writes to the file",
    ),
    "U0151": Words(
        "`{path}` gives more than {most} without an end",
        "write the records to a file first, or take care that the program before ends",
    ),
    "U0160": Words(
        "the column `{column}` of `{path}` says {unit}, but the field `{field}` is read in {own}",
        "correct the heading, or write the unit of the column behind the field: `in {written}`",
    ),
    "U0160.plain": Words(
        "the column `{column}` of `{path}` says {unit}, but the field `{field}` is read as plain "
        "numbers",
        "correct the heading, or write the unit of the column behind the field: `in {written}`",
    ),
    "U0160.no_word": Words(
        "the column `{column}` of `{path}` says {unit}, but the field `{field}` is read in {own}",
        "convert the column and correct the heading: a rubric has no word for {unit}",
    ),
    "U0160.no_word.plain": Words(
        "the column `{column}` of `{path}` says {unit}, but the field `{field}` is read as plain "
        "numbers",
        "convert the column and correct the heading: a rubric has no word for {unit}",
    ),
    "U0160.headings": Words(
        "the headings name different units for `{field}`: `{first}` in `{path}`, `{second}` in "
        "`{other}`",
        "convert one of the columns, so that both hold the same unit",
    ),
    "U0160.title": Words(
        "above the headings of `{path}` stands `{title}`, but `{field}` is read in {own}",
        "write the unit of the column behind the field: `in {written}`; or name its own unit in "
        "the heading: `{field} ({own})`",
    ),
    "U0160.no_word.title": Words(
        "above the headings of `{path}` stands `{title}`, but `{field}` is read in {own}",
        "convert the column; or name its own unit in the heading: `{field} ({own})`",
    ),
    "U0161": Words(
        "`--absent` names `{name}`, which is no field", "say `blank`, or fields: {fields}"
    ),
    "U0161.near": Words("`--absent` names `{name}`, which is no field", "did you mean `{near}`"),
    # remarks, never errors
    "U0176": Words(
        "{count} numbers of `{path}` have more than 15 digits and are read at 15: "
        "`{written}` as `{read}`",
        "write such a number as a text, in quotes, if all its digits count",
    ),
    "U0173": Words(
        "the sheet `{sheet}` of `{path}` is read, because it has the headings of the rubric",
        "`--sheet` names another one",
    ),
    "U0173.several": Words(
        "only the sheet `{sheet}` of `{path}` is read; {others} has the same headings",
        "score each sheet with `--sheet`, or put them together",
    ),
    "U0173.hidden": Words(
        "the hidden sheet {others} of `{path}` has the same headings and is not read",
        "if it is meant, unhide it, and choose it with `--sheet`",
    ),
    "U0174": Words(
        "{count} hidden rows of the sheet `{sheet}` are scored with the others",
        "take the filter off to see them, or delete them",
    ),
    "U0175": Words("`{path}` unpacks to more than is read", "save the table alone, or as CSV"),
    "U0175.reach": Words(
        "the sheet `{sheet}` of `{path}` reaches to the cell {cell}, which is more than is read",
        "delete what stands far from the table (Ctrl+End goes there), or save the sheet as CSV",
    ),
    "U0170": Words(
        "the headings of `{path}` stand in line {line}; above them is skipped: {rows}",
        "if another line holds the headings, say `--header-row N`",
    ),
    "U0171": Words(
        "line {line} of `{path}` holds no headings",
        "the lines are counted as an editor or Excel counts them; line {last} comes next",
    ),
    "U0121": Words("{count} columns belong to no field and are not read: {columns}"),
    "U0121.one": Words("the column {columns} belongs to no field and is not read"),
    "U0121.left": Words(
        "{count} columns belong to no field and are left out of the results: {columns}",
        "`--keep-columns` writes them beside the results",
    ),
    "U0121.left.one": Words(
        "the column {columns} belongs to no field and is left out of the results",
        "`--keep-columns` writes it beside the results",
    ),
    "U0121.kept": Words(
        "{count} columns belong to no field and are kept beside the results: {columns}"
    ),
    "U0121.kept.one": Words(
        "the column {columns} belongs to no field and is kept beside the results"
    ),
    "U0122": Words("no column for {fields}: blank in every record, as `--absent` allows"),
    "U0122.file": Words(
        "`{path}` has no column for {fields}: blank in all of its records, as `--absent` allows"
    ),
    "U0122.key": Words("no column for the key `{field}`: records are known by their row"),
    "U0122.near": Words(
        "no column for the key `{field}`: records are known by their row",
        'if `{column}` holds it, write `also "{column}"` behind the field, or rename the column',
    ),
    "U0122.id": Words("no column for the key `{field}`: the column `{column}` names the records"),
    "U0123": Words(
        "`{path}` is not UTF-8 and was read as {encoding}",
        "say `--encoding {encoding}` if that is right, another one if not",
    ),
}
"""Words by code; the codes ``U0121`` and above are remarks (``unreadable.note``)."""

_RATINGS: dict[str, str] = {
    "by": "rating by {who}: {message}",
    "rater of group": "{name} ({group})",
    "group": "{group} {place}",
    "nobody": "rater {place}",
}
WORDS = InBoth.joined(InBoth(_ENGLISH, WORDS_ZH), TABLE_WORDS)
RATINGS = InBoth(_RATINGS, RATINGS_ZH)
"""Whose rating a fault is about, in the words of the rejects."""
