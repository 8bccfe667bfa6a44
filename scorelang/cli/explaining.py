"""The run of ``why``: finds one record, scores it, shows its ledger.

A record compares with others only where the rubric takes values over all records and no
baseline is given; then all are scored, else only the one that is asked for.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from itertools import islice
from typing import NoReturn

import attrs

from scorelang.api import Rubric
from scorelang.cli import baselines
from scorelang.cli.dates import read_day
from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.failure import fail
from scorelang.cli.ledger_pages import ENDINGS, render
from scorelang.cli.output import (
    STANDARD,
    open_output,
    page_width,
    pick_lang,
    say,
    say_findings,
    wants_color,
)
from scorelang.cli.page_formats import ending_of
from scorelang.cli.periods import check_run
from scorelang.cli.record_files import RecordFiles, open_files, unreadable
from scorelang.cli.record_options import ReadOptions, RecordOptions, read_options
from scorelang.cli.rubric_warnings import warnings_noted
from scorelang.cli.score_closing import describe_rejection
from scorelang.cli.terms import TERMS
from scorelang.cli.versions import HistoryFiles, choose, load_versions, open_history
from scorelang.diagnostics.model import Diagnostic
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.evaluator.history import choose as place_of
from scorelang.evaluator.history import date_record, day_rubric
from scorelang.model.fields import Record, Rejection
from scorelang.model.outcome import Outcome
from scorelang.records.last_period import LastMatches
from scorelang.records.unreadable import UnreadableInput
from scorelang.reports.ledger import make_ledger

_LISTED = 10
_SAID = frozenset({"U0122", "U0168", "U0170", "U0173"})
"""What is said of a table for one record: columns that are blank, lines and sheets left out."""


@attrs.frozen(kw_only=True)
class WhyOptions(RecordOptions):
    """The command line of ``why``."""

    id_: str | None
    row: int | None
    format_: str | None
    as_of_field: str | None


@attrs.frozen
class _Asked:
    """The record that is asked for, as the rubric that scores it on ``day`` reads it."""

    rubric: Rubric
    files: RecordFiles
    record: Record | Rejection
    day: dt.date | None
    history: HistoryFiles | None = None


def run_why(options: WhyOptions) -> ExitCode:
    """Show the ledger of one record as the command line says."""
    format_ = _page_format(options)
    reading = read_options(options)
    try:
        found = _ask(options, reading)
        asked = found.record
        outcome = asked if isinstance(asked, Rejection) else _score(found, asked, options)
    except UnreadableInput as problem:
        raise unreadable(problem) from problem
    lang = pick_lang(options.lang)
    say_findings(_remarks(found), {}, lang=lang, color=options.color)
    if isinstance(outcome, Rejection):
        say(describe_rejection(outcome, lang))
        return ExitCode.REJECTED
    assert isinstance(asked, Record), "what was scored is a record"
    rubric = found.rubric
    inputs = (*options.records, options.rubric)
    to_standard = options.output in {None, STANDARD}
    # What programs read never changes with the language.
    told_in = lang if format_ in {"table", "html", "xlsx", "csv"} else "en"
    ledger = make_ledger(outcome, asked.values, rubric.checked, lang=told_in)
    with open_output(options.output, inputs) as stream:
        page = render(
            ledger,
            rubric.checked,
            format_,
            lang=lang,
            color=to_standard and wants_color(options.color, sys.stdout),
            width=page_width(sys.stdout),
        )
        stream.write(page)
    return ExitCode.FINE


def _remarks(asked: _Asked) -> Iterator[Diagnostic]:
    """Say what `check` warns of, how the table was read, and what the record lacks."""
    yield from warnings_noted((asked.rubric,))
    yield from (notice for notice in asked.files.notices if notice.code in _SAID)
    last = asked.files.last
    if last is not None and not last.has(asked.record):
        matches = LastMatches(last)
        matches.count(asked.record)
        yield matches.notice()


def _ask(options: WhyOptions, reading: ReadOptions) -> _Asked:
    """Find the record, and the version of the rubric that scores it."""
    versions = load_versions(options.rubric)
    day = read_day(options.as_of, "--as-of")
    chosen = choose(versions, day, options.as_of_field)
    check_run(chosen, day, options)
    if isinstance(chosen, Rubric):
        files = open_files(options.records, chosen.checked, reading)
        return _Asked(chosen, files, _find(files, options), day)
    days = open_files(options.records, day_rubric(chosen), reading)
    dated = date_record(_find(days, options), chosen)
    place = place_of(chosen, dated)
    if isinstance(place, Rejection):
        return _Asked(versions.rubrics[-1], days, place, None)
    rubric = versions.rubrics[place]
    files = open_files(options.records, rubric.checked, reading)
    record = next(read for read in files if read.row == dated.row)
    compares = bool(rubric.checked.populations)
    history = open_history(options.records, chosen, reading) if compares else None
    return _Asked(rubric, files, record, dated.day, history)


def _page_format(options: WhyOptions) -> str:
    """Choose the format: as asked, by the ending, a table on a terminal, else JSON Lines."""
    to_standard = options.output in {None, STANDARD}
    if options.format_ is not None:
        found = options.format_
    elif to_standard:
        found = "table" if sys.stdout.isatty() else "jsonl"
    else:
        known = ", ".join(f"`.{each}`" for each in ENDINGS)
        found = ENDINGS.get(ending_of(str(options.output))) or fail(
            "U0205.page", path=options.output, known=known
        )
    if found == "xlsx" and to_standard and sys.stdout.isatty():
        fail("U0205.terminal", format=found)
    return found


def _find(files: RecordFiles, options: WhyOptions) -> Record | Rejection:
    """Find the record that is asked for; the first one, where an id stands twice."""
    if options.row is None and options.id_ is None:
        return _find_only(files)
    ids: dict[str, None] = {}
    for read in files:
        if options.row in {None, read.row} and options.id_ in {None, read.id}:
            return read
        if read.id is not None:
            ids.setdefault(read.id)
    if options.id_ is None:
        fail("U0206.row", row=options.row, count=files.count)
    return _fail_to_find(options.id_, tuple(ids))


def _find_only(files: RecordFiles) -> Record | Rejection:
    first = list(islice(files, 2))
    if len(first) == 1:
        return first[0]
    return fail("U0206.which", count=sum(1 for _ in files))


def _fail_to_find(asked: str, ids: tuple[str, ...]) -> NoReturn:
    near = did_you_mean(asked, ids)
    if near is not None:
        fail("U0206.near", id=asked, near=near)
    listed = ", ".join(f"`{one}`" for one in ids[:_LISTED]) or TERMS["none"]
    fail("U0206", id=asked, known=f"{listed} …" if len(ids) > _LISTED else listed)


def _score(asked: _Asked, record: Record, options: WhyOptions) -> Outcome | Rejection:
    rubric, baseline = asked.rubric, baselines.read(options.baseline)
    if asked.history is None:
        found = baselines.say_state(baseline, rubric, options.baseline)
        say_findings(found, {}, lang=pick_lang(options.lang), color=options.color)
    needs_all = bool(rubric.checked.populations) and baseline is None
    with baselines.told(options.baseline):
        if needs_all and asked.history is not None:
            scored = asked.history.score(baseline)
        else:
            records = asked.files if needs_all else [record]
            scored = rubric.score_records(records, baseline=baseline, as_of=asked.day)
        return next(one for one in scored if one.row == record.row)
