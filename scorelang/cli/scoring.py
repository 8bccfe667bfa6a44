"""The run of ``score``: options settled first, then records in, results out, one by one.

Nothing appears at an output path unless the whole run ends well. Codes ``U0203`` to
``U0208``, ``U0216`` and those of the inputs.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path

import attrs

from scorelang.api import Rubric
from scorelang.cli import baselines
from scorelang.cli.dates import read_day
from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.failure import fail
from scorelang.cli.output import (
    STANDARD,
    open_output,
    pick_lang,
    replacing_outputs,
    say_findings,
)
from scorelang.cli.periods import check_run
from scorelang.cli.progress import with_progress
from scorelang.cli.record_files import RecordFiles, open_files, unreadable
from scorelang.cli.record_options import ReadOptions, read_options
from scorelang.cli.reject_limit import RejectLimit
from scorelang.cli.rubric_warnings import warnings_noted
from scorelang.cli.rubrics import kept_language
from scorelang.cli.score_closing import Tally, say_end
from scorelang.cli.score_options import ScoreOptions, settle
from scorelang.cli.score_outputs import rejects_writer, results_writer
from scorelang.cli.terms import TERMS
from scorelang.cli.version import tool_version
from scorelang.cli.versions import HistoryFiles, choose, digests_of, load_versions, open_history
from scorelang.diagnostics.language import step_by_step
from scorelang.model.fields import Rejection
from scorelang.model.history import History
from scorelang.model.outcome import Outcome
from scorelang.records.atomic import Outputs
from scorelang.records.results_values import TooManyRows
from scorelang.records.stamp import InputDigest, Stamp, stamp_json
from scorelang.records.unreadable import UnreadableInput
from scorelang.records.write_rejects import RejectWriter
from scorelang.records.write_results import ResultWriter


def run_score(options: ScoreOptions) -> ExitCode:
    """Score records as the command line says."""
    format_, limit = settle(options)
    day = read_day(options.as_of, "--as-of")
    versions = load_versions(options.rubric)
    chosen = choose(versions, day, options.as_of_field)
    rubric = versions.rubrics[-1] if isinstance(chosen, History) else chosen
    lang = pick_lang(options.lang)
    baseline = baselines.read(options.baseline)
    check_run(chosen, day, options)
    reading = read_options(options, keeps=options.keep_columns)
    files = _open(options, chosen, reading)
    used = versions.rubrics if isinstance(chosen, History) else (rubric,)
    noted = (*warnings_noted(used), *files.notices)
    if isinstance(chosen, Rubric):
        noted += baselines.say_state(baseline, chosen, options.baseline)
    say_findings(noted, {}, lang=lang, color=options.color)
    tally = Tally()

    def stamp() -> str:
        return stamp_json(_stamp(options, rubric, chosen, files))

    try:
        with baselines.told(options.baseline), ExitStack() as stack:
            together = stack.enter_context(replacing_outputs())
            results = stack.enter_context(
                results_writer(
                    options, format_, versions, chosen, files, limit, lang, together, stamp
                )
            )
            rejects = stack.enter_context(rejects_writer(options, files, together))
            scored = (
                files.score(baseline)
                if isinstance(files, HistoryFiles)
                else rubric.score_records(files, baseline=baseline, as_of=day)
            )
            steps = step_by_step(kept_language(rubric), iter(scored))
            for one in with_progress(steps, TERMS["scored"]):
                _take(one, files, results, rejects, tally, limit)
            limit.check_end(tally.rejected, tally.seen)
            _write_extras(options, rubric, chosen, files, stack, together)
            files.require_unchanged()
    except UnreadableInput as problem:
        raise unreadable(problem) from problem
    except TooManyRows:
        fail("U0205.rows")
    say_findings(files.closing, {}, lang=lang, color=options.color)
    say_end(tally, options.rejects, files.blank, files.blank_in, lang)
    return ExitCode.REJECTED if tally.rejected or tally.left_out else ExitCode.FINE


def _open(
    options: ScoreOptions, chosen: Rubric | History, reading: ReadOptions
) -> RecordFiles | HistoryFiles:
    """Open the records for one rubric, or for the versions that share them."""
    keeps = options.keep_columns or options.rejects is not None
    if isinstance(chosen, Rubric):
        return open_files(options.records, chosen.checked, reading, keeps_cells=keeps)
    if options.save_baseline is not None:
        fail("U0205.versions")
    return open_history(options.records, chosen, reading, keeps_cells=keeps)


def _take(  # noqa: PLR0913, PLR0917  the ends of one run
    one: Outcome | Rejection,
    files: RecordFiles | HistoryFiles,
    results: ResultWriter,
    rejects: RejectWriter | None,
    tally: Tally,
    limit: RejectLimit,
) -> None:
    """Write one record to where it belongs and count it."""
    cells = files.cells(one.row)
    if isinstance(one, Outcome):
        results.write(one, cells)
        _take_left_out(one, files, cells, rejects, tally)
        tally.add_scored(one)
        return
    tally.add_rejected(one)
    _write_rejected(one, files, cells, rejects)
    limit.check_running(tally.rejected, tally.seen)


def _take_left_out(
    one: Outcome,
    files: RecordFiles | HistoryFiles,
    cells: Mapping[str, str],
    rejects: RejectWriter | None,
    tally: Tally,
) -> None:
    """Write ratings that were left out; their record is scored by the others."""
    if not one.left_out:
        return
    rejection = Rejection(one.row, one.id, one.left_out, place=files.place(one.row))
    tally.add_left_out(rejection)
    _write_rejected(rejection, files, cells, rejects)


def _write_rejected(
    one: Rejection,
    files: RecordFiles | HistoryFiles,
    cells: Mapping[str, str],
    rejects: RejectWriter | None,
) -> None:
    """Write each fault beside the cells it stands in: those of a rater's own row, if any."""
    if rejects is not None:
        for place, faults in groupby(one.faults, lambda fault: fault.place):
            own = files.cells_at(place)
            rejects.write(attrs.evolve(one, faults=tuple(faults)), cells if own is None else own)


def _write_extras(  # noqa: PLR0913, PLR0917  what a run has settled
    options: ScoreOptions,
    rubric: Rubric,
    chosen: Rubric | History,
    files: RecordFiles | HistoryFiles,
    stack: ExitStack,
    together: Outputs,
) -> None:
    """Write the baseline and the stamp; like the results they appear when all went well."""
    if options.save_baseline is not None and isinstance(files, RecordFiles):
        saved = baselines.take(rubric, files, read_day(options.as_of, "--as-of"))
        stream = stack.enter_context(open_output(options.save_baseline, together=together))
        stream.write(baselines.to_bytes(saved))
    if options.stamp is not None:
        stream = stack.enter_context(open_output(options.stamp, together=together))
        stream.write(stamp_json(_stamp(options, rubric, chosen, files)).encode())


def _stamp(
    options: ScoreOptions,
    rubric: Rubric,
    chosen: Rubric | History,
    files: RecordFiles | HistoryFiles,
) -> Stamp:
    names = (path if path == STANDARD else Path(path).name for path in files.paths)
    return Stamp(
        rubric=rubric.checked.name,
        version=None
        if isinstance(chosen, History) and len(chosen.versions) > 1
        else rubric.checked.version,
        rubric_sha256=rubric.digest(),
        tool_version=tool_version(),
        inputs=tuple(
            InputDigest(name, digest) for name, digest in zip(names, files.digests, strict=True)
        ),
        baseline_sha256=baselines.digest(options.baseline),
        last_sha256=baselines.digest(options.last),
        as_of=read_day(options.as_of, "--as-of"),
        files=tuple(InputDigest(path, digest) for path, digest in rubric.checked.files),
        day_field=chosen.day_field if isinstance(chosen, History) else None,
        versions=digests_of(options.rubric) if isinstance(chosen, History) else (),
    )
