"""The checks that run over the finished model; any order will do."""

from __future__ import annotations

from collections.abc import Callable

from scorelang.compiler.check_bare_limits import check_bare_limits
from scorelang.compiler.check_below_zero import check_below_zero
from scorelang.compiler.check_by import check_by
from scorelang.compiler.check_conditions import check_conditions
from scorelang.compiler.check_deductions import check_deductions
from scorelang.compiler.check_division import check_division
from scorelang.compiler.check_grades import check_grades
from scorelang.compiler.check_limits import check_limits
from scorelang.compiler.check_lines import check_lines
from scorelang.compiler.check_maximum import check_maximum, check_total
from scorelang.compiler.check_overrides import check_overrides
from scorelang.compiler.check_reasons import check_reasons
from scorelang.compiler.check_tables import check_tables
from scorelang.compiler.check_weights import check_weights
from scorelang.compiler.check_widths import check_widths
from scorelang.compiler.lint import check_unused
from scorelang.compiler.part_ranges import scope_of
from scorelang.compiler.scope import Scope
from scorelang.compiler.used_records import with_used_records
from scorelang.diagnostics.collector import Collector
from scorelang.model.rubric import CheckedRubric

Check = Callable[[CheckedRubric, Collector], None]
ScopedCheck = Callable[[CheckedRubric, Scope, Collector], None]

SCOPED_CHECKS: tuple[ScopedCheck, ...] = (
    check_lines,
    check_bare_limits,
    check_conditions,
    check_tables,
    check_by,
    check_limits,
    check_weights,
    check_maximum,
    check_total,
    check_grades,
    check_overrides,
    check_division,
    check_deductions,
    check_below_zero,
)


def check_scoped(rubric: CheckedRubric, collector: Collector) -> None:
    """Run the checks that ask what values can come out; the scope is made once for all.

    Where numbers grow too long to be computed, nothing else is asked.
    """
    scope = scope_of(rubric)
    check_widths(rubric, scope, collector)
    if collector.has_errors:
        return
    scope = with_used_records(scope, rubric)
    for check in SCOPED_CHECKS:
        check(rubric, scope, collector)


CHECKS: tuple[Check, ...] = (check_scoped, check_reasons, check_unused)
