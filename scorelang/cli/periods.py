"""What a run has to be given besides its records: the day of the evaluation, the last period.

Code ``U0217``; ``U0140`` where a last period is given that nobody asks for; ``U0161`` where
``--absent`` names no field.
"""

from __future__ import annotations

import datetime as dt

from scorelang.api import Rubric
from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.failure import CliFailure, fail
from scorelang.cli.record_files import unreadable
from scorelang.cli.record_options import RecordOptions
from scorelang.diagnostics.collector import make
from scorelang.model.history import History
from scorelang.model.needs import reads_as_of
from scorelang.records.absent import read_absent
from scorelang.records.errors import WORDS
from scorelang.records.last_period import fields_of_last
from scorelang.records.unreadable import UnreadableInput


def check_run(chosen: Rubric | History, day: dt.date | None, options: RecordOptions) -> None:
    """End the run where the day is missing, or an option is given in vain.

    Where each record is scored by the version of its own date, that is its day.
    """
    versions = chosen.versions if isinstance(chosen, History) else (chosen.checked,)
    if day is None and isinstance(chosen, Rubric) and reads_as_of(chosen.checked):
        fail("U0217")
    if options.last is not None and not any(map(fields_of_last, versions)):
        raise CliFailure((make(WORDS, "U0140.none", None),), ExitCode.USAGE)
    try:
        read_absent(options.absent, [field for version in versions for field in version.fields])
    except UnreadableInput as problem:
        raise unreadable(problem) from problem
