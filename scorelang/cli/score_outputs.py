"""Where the results and the rejects of ``score`` go: a file, standard output, a table."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from scorelang.api import Rubric, Versions
from scorelang.cli.output import STANDARD, open_output, page_width, wants_color
from scorelang.cli.record_files import RecordFiles
from scorelang.cli.reject_limit import RejectLimit
from scorelang.cli.score_options import ScoreOptions, format_of
from scorelang.cli.versions import HistoryFiles
from scorelang.model.history import History
from scorelang.model.outcome import Outcome
from scorelang.records.atomic import Outputs
from scorelang.records.cell_words import PLAIN, cell_words_of
from scorelang.records.result_headings import headings_of
from scorelang.records.result_kinds import kinds_of
from scorelang.records.results_layout import plan_results, plan_versions
from scorelang.records.write_rejects import RejectWriter, open_rejects
from scorelang.records.write_results import ResultWriter, open_results

_PAGE = 200
_IN_MEMORY = 1 << 24


@contextmanager
def results_writer(  # noqa: PLR0913, PLR0917  what a run has settled
    options: ScoreOptions,
    format_: str,
    versions: Versions,
    chosen: Rubric | History,
    files: RecordFiles | HistoryFiles,
    limit: RejectLimit,
    lang: str,
    together: Outputs,
    stamp: Callable[[], str],
) -> Iterator[ResultWriter]:
    """Open the writer of results and close it when all went well.

    ``stamp`` is asked at the end, when every digest is known.
    """
    is_file = options.output not in {None, STANDARD}
    keep = files.columns if options.keep_columns else ()
    with open_output(options.output, together=together) as final, ExitStack() as stack:
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
            served = newest_first if several else [rubric.checked]
            labelled = options.headings == "labels"
            writer = open_results(
                stream,
                format_,
                layout,
                keep=keep,
                with_bom=with_bom,
                versions=layouts,
                headings=headings_of(layout, served, lang) if labelled else (),
                words=cell_words_of(served, lang) if labelled else PLAIN,
                kinds=kinds_of(layout, served),
                stamp=stamp,
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
        self._headings = options.headings or "labels"
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
        from scorelang.reports.results_table import render_results  # noqa: PLC0415  rich is slow

        text = render_results(
            self._page,
            self._rubric.checked,
            lang=self._lang,
            color=self._color,
            width=page_width(sys.stdout),
            headings=self._headings,
        )
        self._stream.write(text.encode("utf-8", "replace"))
        self._page.clear()


@contextmanager
def rejects_writer(
    options: ScoreOptions, files: RecordFiles | HistoryFiles, together: Outputs
) -> Iterator[RejectWriter | None]:
    """Open the writer of rejects, if they are to be written."""
    if options.rejects is None:
        yield None
        return
    format_ = format_of(options.rejects) or "csv"
    is_csv_file = format_ == "csv" and options.rejects != STANDARD
    with open_output(options.rejects, together=together) as stream:
        writer = open_rejects(
            stream, format_, files.columns, files.place_columns, with_bom=is_csv_file
        )
        yield writer
        writer.close()
