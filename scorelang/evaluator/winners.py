"""Why a class by the highest of several scores is what it is: ties, and missing scores.

In: a grading with ``winners`` and the scope of a record. Out: at most one note, under the
name of the class (``grade`` for the grades of the rubric). A missing score leaves the class
open, whatever the others are: it might have been the highest.
"""

from __future__ import annotations

from collections.abc import Mapping

from scorelang.evaluator.errors import SAID
from scorelang.evaluator.index import GRADE
from scorelang.evaluator.missing import causes_of, say
from scorelang.evaluator.scope import Scope
from scorelang.model.expressions import ScorePoints
from scorelang.model.rubric import Grading


def note_winners(grading: Grading, scope: Scope) -> Mapping[str, str]:
    """Say which scores tie, or why the class is open; nothing for a clear winner."""
    if grading.name is not None and grading.name not in scope.classes:
        return {}  # the record has no class at all: it is not ratable
    name = grading.name or GRADE
    points = {winner: scope.points_of(winner) for winner in grading.winners}
    absent = [winner for winner, found in points.items() if found is None]
    if absent:
        causes = [cause for winner in absent for cause in causes_of(ScorePoints(winner), scope)]
        return {name: say(causes) or SAID["no points"].format(names=SAID[", "].join(absent))}
    best = max(found for found in points.values() if found is not None)
    tied = [winner for winner, found in points.items() if found == best]
    return {name: SAID["tie"].format(names=SAID[", "].join(tied))} if len(tied) > 1 else {}
