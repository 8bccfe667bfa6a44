"""The run of ``score``: options settled first, then records in, results out, one by one.

Nothing appears at an output path unless the whole run ends well. Codes ``U0203`` to
``U0208``, ``U0216`` and those of the inputs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

import attrs

from scorelang.api import Rubric, Versions
from scorelang.cli import baselines
from scorelang.cli.dates import read_day
from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.failure import fail
from scorelang.cli.output import (
    STANDARD,
    check_output,
    open_output,
    page_width,
    pick_lang,
    say,
    say_findings,
    wants_color,
)
from scorelang.cli.periods import check_run
from scorelang.cli.progress import with_progress
from scorelang.cli.record_files import ReadOptions, RecordFiles, open_files, unreadable
from scorelang.cli.reject_limit import RejectLimit, read_limit
from scorelang.cli.version import tool_version
from scorelang.cli.versions import HistoryFiles, choose, digests_of, load_versions, open_history
from scorelang.diagnostics.visible import to_visible
from scorelang.model.fields import Rejection
from scorelang.model.history import History
from scorelang.model.outcome import Outcome, Status
from scorelang.records.rater_rows import RaterRows
from scorelang.records.results_layout import plan_results, plan_versions
from scorelang.records.results_values import TooManyRows
from scorelang.records.stamp import InputDigest, Stamp, stamp_json
from scorelang.records.unreadable import UnreadableInput
from scorelang.records.write_rejects import RejectWriter, open_rejects
from scorelang.records.write_results import RESULT_FORMATS, ResultWriter, open_results

_SHOWN_REJECTS = 10
_PAGE = 200
_IN_MEMORY = 1 << 24


@attrs.frozen
class ScoreOptions:
    """The command line of ``score``."""

    rubric: str
    records: tuple[str, ...]
    output: str | None
    to: str | None
    from_: str | None
    encoding: str | None
    sheet: str | None
    as_of: str | None
    as_of_field: str | None
    baseline: str | None
    keep_columns: bool
    rejects: str | None
    max_rejects: str | None
    save_baseline: str | None
    stamp: str | None
    lang: str | None
    color: str
    rater_column: str | None = None
    rater_group_column: str | None = None
    rater_files: bool = False
    last: str | None = None

    @property
    def inputs(self) -> tuple[str, ...]:
        """Everything that is read."""
        extra = (each for each in (self.baseline, self.last) if each is not None)
        return (*self.records, self.rubric, *extra)


@attrs.define
class _Tally:
    """Counts of a run and the first rejections, for the words at its end."""

    scored: int = 0
    not_ratable: int = 0
    rejected: int = 0
    left_out: int = 0
    first: list[Rejection] = attrs.field(factory=list)

    @property
    def seen(self) -> int:
        return self.scored + self.not_ratable + self.rejected


def run_score(options: ScoreOptions) -> ExitCode:
    """Score records as the command line says."""
    format_, limit = _settle(options)
    day = read_day(options.as_of, "--as-of")
    versions = load_versions(options.rubric)
    chosen = choose(versions, day, options.as_of_field)
    rubric = versions.rubrics[-1] if isinstance(chosen, History) else chosen
    lang = pick_lang(options.lang)
    baseline = baselines.read(options.baseline)
    rows = RaterRows(options.rater_column, options.rater_group_column, options.rater_files)
    check_run(chosen, day, options.last)
    reading = ReadOptions(options.from_, options.encoding, options.sheet, rows, options.last)
    files = _open(options, chosen, reading)
    say_findings(files.notices, {}, lang=lang, color=options.color)
    tally = _Tally()
    try:
        with baselines.told(options.baseline), ExitStack() as stack:
            results = stack.enter_context(
                _results(options, format_, versions, chosen, files, limit, lang)
            )
            rejects = stack.enter_context(_rejects(options))
            scored = (
                files.score(baseline)
                if isinstance(files, HistoryFiles)
                else rubric.score_records(files, baseline=baseline, as_of=day)
            )
            for one in with_progress(scored, "scored"):
                _take(one, files, results, rejects, tally, limit)
            limit.check_end(tally.rejected, tally.seen)
            _write_extras(options, rubric, chosen, files, stack)
    except UnreadableInput as problem:
        raise unreadable(problem) from problem
    except TooManyRows:
        fail("U0205.rows")
    _say_end(tally, options, lang)
    return ExitCode.REJECTED if tally.rejected or tally.left_out else ExitCode.FINE


def _open(
    options: ScoreOptions, chosen: Rubric | History, reading: ReadOptions
) -> RecordFiles | HistoryFiles:
    """Open the records for one rubric, or for the versions that share them."""
    keeps = options.keep_columns
    if isinstance(chosen, Rubric):
        return open_files(options.records, chosen.checked, reading, keeps_cells=keeps)
    if options.save_baseline is not None:
        fail("U0205.versions")
    return open_history(options.records, chosen, reading, keeps_cells=keeps)


def _settle(options: ScoreOptions) -> tuple[str, RejectLimit]:
    """Check all options that can be checked before anything is read."""
    limit = read_limit(options.max_rejects)
    written = [options.output, options.rejects, options.stamp, options.save_baseline]
    paths = [path for path in written if path not in {None, STANDARD}]
    for number, path in enumerate(paths):
        assert path is not None
        check_output(path, options.inputs)
        if Path(path).resolve() in {Path(str(other)).resolve() for other in paths[:number]}:
            fail("U0204.twice", path=path)
    return _result_format(options), limit


def _result_format(options: ScoreOptions) -> str:
    """Choose the format: as asked, by the ending, a table on a terminal, else JSON Lines."""
    to_standard = options.output in {None, STANDARD}
    if options.to is not None:
        found = options.to
    elif to_standard:
        found = "table" if sys.stdout.isatty() else "jsonl"
    else:
        found = ending_of(str(options.output))
    if found == "parquet":
        fail("U0205.parquet", known=_known_formats())
    if found not in {*RESULT_FORMATS, "table"}:
        fail("U0205", path=options.output, option="--to", known=_known_formats())
    if found == "xlsx" and to_standard and sys.stdout.isatty():
        fail("U0205.terminal")
    return found


def ending_of(path: str) -> str:
    """Give the format that the ending of a path names."""
    ending = Path(path).suffix.lower().removeprefix(".")
    return {"ndjson": "jsonl"}.get(ending, ending)


def _known_formats() -> str:
    return ", ".join(f"`{name}`" for name in RESULT_FORMATS)


@contextmanager
def _results(  # noqa: PLR0913, PLR0917  what a run has settled
    options: ScoreOptions,
    format_: str,
    versions: Versions,
    chosen: Rubric | History,
    files: RecordFiles | HistoryFiles,
    limit: RejectLimit,
    lang: str,
) -> Iterator[ResultWriter]:
    """Open the writer of results and close it when all went well."""
    is_file = options.output not in {None, STANDARD}
    keep = files.columns if options.keep_columns else ()
    with open_output(options.output) as final, ExitStack() as stack:
        # A limit of rejects can be passed late: until then nothing may be seen of the results.
        held = limit.is_set and not is_file
        stream = cast("BinaryIO", stack.enter_context(_spool())) if held else final
        rubric = versions.rubrics[-1] if isinstance(chosen, History) else chosen
        if format_ == "table":
            writer: ResultWriter = _TableResults(stream, rubric, options, lang)
        else:
            with_bom = is_file and format_ == "csv"
            several = isinstance(chosen, History) and len(chosen.versions) > 1
            newest_first = [each.checked for each in reversed(versions.rubrics)]
            layouts = plan_versions(newest_first) if several else {}
            layout = next(iter(layouts.values()), None) or plan_results(rubric.checked)
            writer = open_results(
                stream, format_, layout, keep=keep, with_bom=with_bom, versions=layouts
            )
        yield writer
        writer.close()
        if held:
            stream.seek(0)
            while block := stream.read(1 << 20):
                final.write(block)


def _spool() -> SpooledTemporaryFile[bytes]:
    return SpooledTemporaryFile(max_size=_IN_MEMORY)


class _TableResults:
    """Results as tables for people, a page at a time."""

    def __init__(self, stream: BinaryIO, rubric: Rubric, options: ScoreOptions, lang: str) -> None:
        self._stream, self._rubric, self._lang = stream, rubric, lang
        self._color = options.output is None and wants_color(options.color, sys.stdout)
        self._page: list[Outcome] = []

    def write(self, outcome: Outcome, kept: Mapping[str, str]) -> None:
        del kept  # a table for people has no room for them
        self._page.append(outcome)
        if len(self._page) >= _PAGE:
            self._print()

    def close(self) -> None:
        if self._page:
            self._print()

    def _print(self) -> None:
        from scorelang.reports.terminal import render_results  # noqa: PLC0415  rich is slow

        text = render_results(
            self._page,
            self._rubric.checked,
            lang=self._lang,
            color=self._color,
            width=page_width(sys.stdout),
        )
        self._stream.write(text.encode("utf-8", "replace"))
        self._page.clear()


@contextmanager
def _rejects(options: ScoreOptions) -> Iterator[RejectWriter | None]:
    """Open the writer of rejects, if they are to be written."""
    if options.rejects is None:
        yield None
        return
    format_ = ending_of(options.rejects)
    known = format_ if format_ in RESULT_FORMATS else "csv"
    is_csv_file = known == "csv" and options.rejects != STANDARD
    with open_output(options.rejects) as stream:
        writer = open_rejects(stream, known, with_bom=is_csv_file)
        yield writer
        writer.close()


def _take(  # noqa: PLR0913, PLR0917  the ends of one run
    one: Outcome | Rejection,
    files: RecordFiles | HistoryFiles,
    results: ResultWriter,
    rejects: RejectWriter | None,
    tally: _Tally,
    limit: RejectLimit,
) -> None:
    """Write one record to where it belongs and count it."""
    cells = files.cells(one.row)
    if isinstance(one, Outcome):
        results.write(one, cells)
        _take_left_out(one, rejects, tally)
        if one.status is Status.SCORED:
            tally.scored += 1
        else:
            tally.not_ratable += 1
        return
    tally.rejected += 1
    if len(tally.first) < _SHOWN_REJECTS:
        tally.first.append(one)
    if rejects is not None:
        rejects.write(one)
    limit.check_running(tally.rejected, tally.seen)


def _take_left_out(one: Outcome, rejects: RejectWriter | None, tally: _Tally) -> None:
    """Write ratings that were left out; their record is scored by the others."""
    if not one.left_out:
        return
    tally.left_out += len(one.left_out)
    rejection = Rejection(one.row, one.id, one.left_out)
    if rejects is not None:
        rejects.write(rejection)
    elif len(tally.first) < _SHOWN_REJECTS:
        tally.first.append(rejection)


def _write_extras(
    options: ScoreOptions,
    rubric: Rubric,
    chosen: Rubric | History,
    files: RecordFiles | HistoryFiles,
    stack: ExitStack,
) -> None:
    """Write the baseline and the stamp; like the results they appear when all went well."""
    if options.save_baseline is not None and isinstance(files, RecordFiles):
        saved = baselines.take(rubric, files, read_day(options.as_of, "--as-of"))
        stream = stack.enter_context(open_output(options.save_baseline))
        stream.write(baselines.to_bytes(saved))
    if options.stamp is not None:
        stream = stack.enter_context(open_output(options.stamp))
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
            InputDigest(name, source.digest)
            for name, source in zip(names, files.sources, strict=True)
        ),
        baseline_sha256=baselines.digest(options.baseline),
        last_sha256=baselines.digest(options.last),
        as_of=read_day(options.as_of, "--as-of"),
        files=tuple(InputDigest(path, digest) for path, digest in rubric.checked.files),
        day_field=chosen.day_field if isinstance(chosen, History) else None,
        versions=digests_of(options.rubric) if isinstance(chosen, History) else (),
    )


def _say_end(tally: _Tally, options: ScoreOptions, lang: str) -> None:
    """Say how many were scored and why the first rejected ones were not."""
    if options.rejects is None:
        for rejection in tally.first:
            say(describe_rejection(rejection, lang))
        hidden = tally.rejected - len(tally.first)
        if hidden > 0:
            say(_words(lang)["more"].format(hidden))
    faulty = tally.rejected or tally.left_out
    where = f" → {options.rejects}" if options.rejects and faulty else ""
    counts = [("scored", tally.scored), ("not ratable", tally.not_ratable)]
    said = [_words(lang)[key].format(n) for key, n in counts if n or key == "scored"]
    if tally.rejected:
        said.append(_words(lang)["rejected"].format(tally.rejected))
    if tally.left_out:
        said.append(_words(lang)["left out"].format(tally.left_out))
    say(_words(lang)["separator"].join(said) + where)


def describe_rejection(rejection: Rejection, lang: str) -> str:
    """Say on a line for each fault why a record was rejected."""
    who = _words(lang)["row"].format(rejection.row)
    who += f" ({rejection.id})" if rejection.id is not None else ""
    return "\n".join(
        to_visible(f"{who}: {fault.field}: {fault.code} {fault.message}")
        for fault in rejection.faults
    )


def _words(lang: str) -> Mapping[str, str]:
    return cast("Mapping[str, str]", _CHINESE if lang == "zh" else _ENGLISH)


_ENGLISH = {
    "scored": "{} scored",
    "not ratable": "{} not ratable",
    "rejected": "{} rejected",
    "left out": "{} ratings left out",
    "row": "row {}",
    "more": "… and {} more rejected; `--rejects FILE` writes them all",
    "separator": ", ",
}
_CHINESE = {
    "scored": "已评 {} 条",
    "not ratable": "不予评级 {} 条",
    "rejected": "退回 {} 条",
    "left out": "剔除评分 {} 个",
    "row": "第 {} 行",
    "more": "……另有 {} 条被退回；`--rejects FILE` 可全部写出",
    "separator": "，",
}
