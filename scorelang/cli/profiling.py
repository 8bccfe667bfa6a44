"""The run of ``profile``: scores all records and keeps what the profile is made of.

Codes ``U0208`` (an option that is no share), ``U0220`` (a field missing too often).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from fractions import Fraction

import attrs

from scorelang.api import Rubric
from scorelang.cli import baselines
from scorelang.cli.dates import read_day
from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.failure import fail, failure
from scorelang.cli.output import (
    STANDARD,
    open_output,
    page_width,
    pick_lang,
    say_findings,
    wants_color,
)
from scorelang.cli.page_formats import DRAWN, page_format
from scorelang.cli.periods import check_run
from scorelang.cli.progress import with_progress
from scorelang.cli.record_files import RecordFiles, open_files, unreadable
from scorelang.cli.record_options import RecordOptions, read_options
from scorelang.cli.rubric_warnings import warnings_noted
from scorelang.cli.rubrics import load
from scorelang.cli.terms import TERMS
from scorelang.model.fields import Record, Rejection
from scorelang.numeric.exact import show
from scorelang.profiling.pages import to_json, to_page
from scorelang.profiling.profile import Profile, make_profile
from scorelang.profiling.sample import Sample
from scorelang.records.names import said_name
from scorelang.records.unreadable import UnreadableInput

_SHARE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)[%％]")
_RATIO = re.compile(r"0(?:\.[0-9]{1,6})?|1(?:\.0{1,6})?")


@attrs.frozen(kw_only=True)
class ProfileOptions(RecordOptions):
    """The command line of ``profile``."""

    max_missing: str | None
    min_correlation: str
    format_: str | None


@attrs.define
class _Watched:
    """Records that can be gone through again and again; ``last`` is the one handed out last."""

    files: RecordFiles
    last: Record | Rejection | None = None

    def __iter__(self) -> Iterator[Record | Rejection]:
        for read in self.files:
            self.last = read
            yield read


def run_profile(options: ProfileOptions) -> ExitCode:
    """Show the data behind a rubric as the command line says."""
    limit = None if options.max_missing is None else _read_share(options.max_missing)
    least = _read_ratio(options.min_correlation)
    format_ = page_format(options.format_, options.output, DRAWN, "table")
    rubric = load(options.rubric)
    lang = pick_lang(options.lang)
    check_run(rubric, read_day(options.as_of, "--as-of"), options)
    reading = read_options(options)
    files = open_files(options.records, rubric.checked, reading)
    noted = (*warnings_noted((rubric,)), *files.notices)
    say_findings(noted, {}, lang=lang, color=options.color)
    sample = _gather(rubric, files, options)
    say_findings(files.closing, {}, lang=lang, color=options.color)
    profile = make_profile(sample, least)
    _write(profile, limit, attrs.evolve(options, format_=format_), lang)
    return _end(profile, sample, limit, options, lang)


def _gather(rubric: Rubric, files: RecordFiles, options: ProfileOptions) -> Sample:
    """Score all records; what was read of the record at hand is the last that was handed out."""
    baseline = baselines.read(options.baseline)
    day = read_day(options.as_of, "--as-of")
    sample, watched = Sample(rubric.checked), _Watched(files)
    try:
        with baselines.told(options.baseline):
            scored = rubric.score_records(watched, baseline=baseline, as_of=day)
            for one in with_progress(scored, TERMS["scored"]):
                assert watched.last is not None, "what is scored was read"
                sample.add(watched.last, one)
    except UnreadableInput as problem:
        raise unreadable(problem) from problem
    return sample


def _write(profile: Profile, limit: Fraction | None, options: ProfileOptions, lang: str) -> None:
    to_standard = options.output in {None, STANDARD}
    if options.format_ == "json":
        text = to_json(profile, limit)
    else:
        color = to_standard and wants_color(options.color, sys.stdout)
        text = to_page(profile, limit, lang=lang, color=color, width=page_width(sys.stdout))
    with open_output(options.output, (*options.records, options.rubric)) as stream:
        stream.write(text.encode("utf-8", "replace"))


def _end(
    profile: Profile,
    sample: Sample,
    limit: Fraction | None,
    options: ProfileOptions,
    lang: str,
) -> ExitCode:
    """Say which fields are above the limit, and choose the exit code."""
    above = () if limit is None else profile.above(limit)
    names = {field.name: said_name(field) for field in sample.rubric.fields}
    found = [
        failure(
            "U0220",
            field=names[field.name],
            count=field.missing,
            records=field.records,
            limit=f"{show((limit or Fraction(0)) * 100)}%",
        ).diagnostics[0]
        for field in above
    ]
    say_findings(found, {}, lang=lang, color=options.color)
    if above:
        return ExitCode.FINDINGS
    has_faults = any(count.faults for count in sample.counts.values())
    return ExitCode.REJECTED if profile.rejected or has_faults else ExitCode.FINE


def _read_share(text: str) -> Fraction:
    found = _SHARE.fullmatch(text.strip())
    if found is not None and Fraction(found[1]) <= 100:
        return Fraction(found[1]) / 100
    return fail(
        "U0208",
        value=text,
        expected=TERMS["a share of records"],
        option="--max-missing",
        example="20%",
    )


def _read_ratio(text: str) -> Fraction:
    if _RATIO.fullmatch(text.strip()):
        return Fraction(text.strip())
    return fail(
        "U0208",
        value=text,
        expected=TERMS["a number from 0 to 1"],
        option="--min-correlation",
        example="0.9",
    )
