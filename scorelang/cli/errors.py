"""Every word that the command line says about its own use: options, files, output."""

from __future__ import annotations

from types import MappingProxyType

from scorelang.cli.errors_zh import WORDS_ZH
from scorelang.diagnostics.language import InBoth
from scorelang.diagnostics.model import Catalogue, Words

_ENGLISH: Catalogue = MappingProxyType(
    {
        "U0202": Words("cannot read `{path}`: {reason}", "give the path of a file you may read"),
        "U0203": Words(
            "cannot write `{path}`: {reason}",
            "choose another place with `-o`",
        ),
        "U0203.closed": Words(
            "cannot write results: standard output is closed",
            "start the program without closing it",
        ),
        "U0203.standard": Words(
            "cannot write results to standard output: {reason}",
            "choose another place with `-o`",
        ),
        "U0203.folder": Words(
            "cannot write `{path}`: it is a folder",
            "add the name of a file, such as `{path}/results.csv`",
        ),
        "U0203.shipped": Words(
            "cannot write `{path}`: it is a shipped rubric",
            "copy it with `scorelang new NAME --template {path}`",
        ),
        "U0203.parent": Words(
            "cannot write `{path}`: there is no folder `{parent}`",
            "make the folder first, or choose another place",
        ),
        "U0204": Words(
            "`{path}` is to be read and to be written",
            "give the output another name, so that nothing is lost",
        ),
        "U0204.twice": Words(
            "`{path}` is to be written twice",
            "give each output its own name",
        ),
        "U0205": Words(
            "no format known by the ending of `{path}`",
            "say it with `{option}`: {known}",
        ),
        "U0205.page": Words(
            "no page can be written as `{path}`",
            "end the name with one of {known}, or say it with `--format`",
        ),
        "U0205.plain": Words(
            "`{path}` cannot be written in the format of its ending",
            "end the name with one of {known}",
        ),
        "U0205.rubric": Words(
            "a rubric is not written as `{path}`",
            "end the name with `.rubric`",
        ),
        "U0205.headings": Words(
            "`--headings labels` is for tables that people read, and {format} is for programs",
            "leave it out, or write CSV or XLSX",
        ),
        "U0205.versions": Words(
            "a baseline belongs to one version, and the records are scored by several",
            "choose the version with `--as-of DATE`",
        ),
        "U0205.terminal": Words(
            "{format} cannot be shown on a terminal",
            "write it to a file with `-o results.{format}`",
        ),
        "U0205.rows": Words(
            "there are more records than a sheet of XLSX holds, which is 1,048,575",
            "write CSV or JSON Lines instead",
        ),
        "U0206": Words("no record with the id `{id}`", "ids in the records: {known}"),
        "U0206.near": Words("no record with the id `{id}`", "did you mean `{near}`?"),
        "U0206.row": Words(
            "there is no record {row}: the records are numbered from 1 to {count}",
            "choose one with `--row` or `--id`",
        ),
        "U0206.which": Words(
            "there are {count} records, and it is not said which one is meant",
            "choose one with `--id` or `--row`",
        ),
        "U0207": Words(
            "{rejected} of {count} records were rejected, more than the {limit} allowed",
            "mend the records, or allow more with `--max-rejects`; no results were written",
        ),
        "U0208": Words("`{value}` is not {expected}", "write `{option} {example}`"),
        "U0209": Words(
            "`{path}` exists already",
            "choose another name with `-o`, or replace it with `--force`",
        ),
        "U0210": Words(
            "no code `{asked}`", "codes stand in brackets in a message, such as `E0101`"
        ),
        "U0210.near": Words("no code `{asked}`", "did you mean `{near}`?"),
        "U0211": Words("no `.rubric` file in `{path}`", "give a file or a folder with rubrics"),
        "U0212": Words("no stage `{stage}`", "stages are {known}"),
        "U0213": Words("{message}", "see `{program} --help`"),
        "U0213.name": Words("the name of the new rubric is missing", "see `scorelang new --help`"),
        "U0213.start": Words(
            "`--template` and `--from` exclude each other", "see `scorelang new --help`"
        ),
        "U0214": Words("standard input can be read only once", "give files for the rest"),
        "U0215": Words(
            "cannot read the configuration `{path}`: {reason}",
            "mend the file, or take it away",
        ),
        "U0215.syntax": Words(
            "line {line}, column {column} of the configuration `{path}` cannot be read: {reason}",
            "a setting is a name, `=` and a value; texts stand in quotes",
        ),
        "U0215.value": Words(
            "{message}; the configuration `{path}` says so", "mend `{name}` there, or take it out"
        ),
        "U0215.table": Words(
            "`{name}` in the configuration `{path}` is no table",
            "write `[{name}]` on a line of its own and the settings below it",
        ),
        "U0215.name": Words(
            "the configuration `{path}` has a setting `{name}` that nothing reads",
            "known are {known}; options of a verb stand in a table with its name, as in `[score]`",
        ),
        "U0215.near": Words(
            "the configuration `{path}` has a setting `{name}` that nothing reads",
            "did you mean `{near}`?",
        ),
        "U0215.option": Words(
            "`{verb}` has no option `{name}`, which the configuration `{path}` sets",
            "see `scorelang {verb} --help`",
        ),
        "U0215.option_near": Words(
            "`{verb}` has no option `{name}`, which the configuration `{path}` sets",
            "did you mean `{near}`?",
        ),
        "U0215.said_only": Words(
            "the configuration `{path}` may not set `{name}`: that says what a run writes",
            "take it out, and give `--{name}` on the command line",
        ),
        "U0215.flag": Words(
            "`{name}` in the configuration `{path}` is `{value}`, not true or false",
            "write `{name} = true` or `{name} = false`",
        ),
        "U0215.text": Words(
            "`{name}` in the configuration `{path}` takes one text or whole number, not `{value}`",
            "write one value in quotes",
        ),
        "U0215.choice": Words(
            "`{name}` in the configuration `{path}` cannot be `{value}`", "choose one of {known}"
        ),
        "U0217": Words(
            "the rubric reads `as_of`, the day of the evaluation, which is not given",
            "give it with `--as-of 2026-01-31`",
        ),
        "U0216": Words(
            "`{path}` cannot be used as a baseline: {reason}",
            "make one with `scorelang score … --save-baseline FILE`",
        ),
        "U0220": Words(
            "`{field}` is missing in {count} of {records} records, more than {limit}",
            "ask for the data, or leave the field out of the rubric",
        ),
        "U0216.state": Words(
            "the baseline `{path}` was made before the rubric was changed",
            "if units, fields or what is compared have changed, make it again with "
            "`--save-baseline`",
        ),
        "U0221": Words(
            "`check` warns of {count} places in `{path}`, first in line {line}: {message} ({code})",
            "`scorelang check {path}` shows them all",
        ),
        "U0221.one": Words(
            "`check` warns of line {line} of `{path}`: {message} ({code})",
            "`scorelang check {path}` says more",
        ),
        "U0216.none": Words(
            "{reason}",
            "score all records in one run, or give a baseline with `--baseline FILE`",
        ),
    }
)

WORDS = InBoth(_ENGLISH, WORDS_ZH)
