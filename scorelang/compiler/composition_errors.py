"""Words for rubrics made of several files, and for the versions of one rubric."""

from __future__ import annotations

from scorelang.compiler.composition_errors_zh import WORDS_ZH
from scorelang.diagnostics.language import InBoth
from scorelang.diagnostics.model import Catalogue, Words

_ENGLISH: Catalogue = {
    "E0611": Words(
        "there is no rubric `{path}`",
        'name a file in the folder of this rubric, as in `"post.rubric"`, or a shipped rubric; '
        "`scorelang new --list` prints the names of those",
    ),
    "E0611.near": Words("there is no rubric `{path}`", "did you mean `{near}`?"),
    "E0611.outside": Words(
        "`{path}` lies outside the folder of this rubric",
        "a rubric is made of files in its own folder and below it; copy the file there",
    ),
    "E0611.folder": Words(
        "`{path}` cannot be looked up: this rubric has no folder of its own",
        "save the rubric as a file beside the other one, or name a shipped rubric",
    ),
    "E0611.unreadable": Words(
        "`{path}` cannot be read: {reason}", "save it as UTF-8 text that you may read"
    ),
    "E0611.count": Words(
        "`{path}` is one file too many: a rubric is made of at most {most}",
        "put several of the files into one",
    ),
    "E0611.many": Words(
        "`{path}` brings in {count} rubrics, as files use each other more than once",
        "each of them is scored for every record, at most {most} in all; use each file once",
    ),
    "E0611.depth": Words(
        "`{path}` is too far away: at most {most} files may each name the next",
        "name the last of them directly",
    ),
    "E0612": Words(
        "`{path}` needs this rubric in turn: {circle}",
        "one of the files has to do without the other",
    ),
    "E0613": Words(
        "the rubric `{name}` is used in two versions: {first} and {second}",
        "use the same file in both places",
    ),
    "E0614": Words(
        "the field `{name}` of `{alias}` is declared differently here",
        "give it a value of its own: `use … as {alias} {{ {name} = YOUR_FIELD }}`",
    ),
    "E0614.taken": Words(
        "`{name}` is a field of `{alias}`, but no field here",
        "give it a value: `use … as {alias} {{ {name} = YOUR_FIELD }}`",
    ),
    "E0614.unknown": Words("`{alias}` has no field `{name}`", "its fields are: {known}"),
    "E0614.near": Words("`{alias}` has no field `{name}`", "did you mean `{near}`?"),
    "E0614.twice": Words("the field `{name}` of `{alias}` is given two values", "keep one of them"),
    "E0614.type": Words(
        "`{name}` of `{alias}` is {wanted}, and this is {found}",
        "give it a value of the same kind",
    ),
    "E0614.range": Words(
        "`{name}` of `{alias}` has to lie in {wanted}, and this can be {found}",
        "narrow the range of the field here, or limit the value with `max (…)` and `min (…)`",
    ),
    "E0614.step": Words(
        "`{name}` of `{alias}` has steps of {wanted}, and this can lie between them",
        "declare the step of the field here, or round the value: `round (…) to {wanted}`",
    ),
    "E0614.values": Words(
        "`{name}` of `{alias}` knows no value {unknown}",
        "turn the values into its own with `by FIELD {{ … }}`",
    ),
    "E0614.missing": Words(
        "`{name}` of `{alias}` must always be there, and this can be missing",
        "make the field here `required`, or say what stands in with `first known of (…)`",
    ),
    "E0615.grades": Words("`{path}` has no grades", "name a rubric that declares `grades`"),
    "E0615.total": Words("`{alias}` has no total", "read one of its scores by name"),
    "E0615.grade": Words("`{alias}` has no grades", "read its points instead"),
    "E0615.applicable": Words(
        "what applies of a part of `{alias}` is not known here",
        "let `{alias}` give it as a result, and read that",
    ),
    "E0615.alias": Words(
        "no used rubric `{alias}`", 'write `use "FILE.rubric" as {alias}` into the rubric'
    ),
    "E0615.broken": Words(
        "`{path}` has errors of its own", "correct that file first: `scorelang check {path}`"
    ),
    "E0615.compares": Words(
        "`{path}` compares records with each other, so it cannot be used here",
        "score it by itself, and bring its result as a field",
    ),
    "E0615.twice": Words(
        "`{alias}` stands for two rubrics", "give one of them another name after `as`"
    ),
    "E0615.bases": Words("a rubric can extend only one other", "keep one `extends`"),
    "E0616": Words("`{base}` has no {what} to replace", "leave `replace` away to add it"),
    "E0616.near": Words("`{base}` has no {what} to replace", "did you mean `{near}`?"),
    "E0616.kind": Words(
        "`{name}` is not {what} but {found} in `{base}`",
        "replace a part by one of its own kind",
    ),
    "E0616.alone": Words(
        "`replace` stands in a rubric that extends no other",
        'write `extends "FILE.rubric"` into the rubric, or remove the word `replace`',
    ),
    "E0616.twice": Words("{what} is replaced twice", "keep one of the two"),
    "E0617": Words(
        "`{name}`: {first} and {second} are both in force from {start} to {end}",
        "let one end before the other begins; both days of `effective` are included",
    ),
    "E0618.order": Words(
        "the version ends on {last}, before it begins on {first}", "turn the days round"
    ),
    "E0618.field": Words(
        "`{name}` is no date of the record",
        "name a field of the record that is declared as `date`",
    ),
    "E0618.undated": Words(
        "`{name}` has several versions, and this one does not say from when to when it is in force",
        'write `version "…", effective from DAY to DAY`',
    ),
    "E0618.fields": Words(
        "the versions of `{name}` are chosen by different fields: {fields}",
        "name the same date after `by` in each of them",
    ),
    "E0618.names": Words(
        "two files of `{name}` call themselves version `{version}`",
        "give each version a name of its own",
    ),
    "W0611": Words(
        "`{name}`: no version is in force from {start} to {end}",
        "records of these days are rejected; let a version begin earlier or end later",
    ),
}

WORDS = InBoth(_ENGLISH, WORDS_ZH)
