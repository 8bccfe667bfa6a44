"""What the stages give, as text: source, tree, the model after each pass, the model, the kernel.

Places are left out, so that a dump changes only where the meaning does. A stage before
the fault in a rubric can be dumped all the same.
"""

from __future__ import annotations

from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.failure import CliFailure, fail
from scorelang.cli.rubrics import exit_code
from scorelang.compiler.pipeline import PASSES, stages
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.visible import to_visible
from scorelang.kernel.dump import dump as dump_kernel
from scorelang.kernel.lower import lower_rubric
from scorelang.loading import Loaded, read_rubric
from scorelang.model.dump import dump


def dump_stage(name: str, stage: str) -> str:
    """Dump what a stage gives for a rubric; one that does not get there ends the run."""
    passes = tuple(each.__name__.removeprefix("_") for each in PASSES)
    if stage not in {"source", "tree", "model", "kernel", *passes}:
        known = ", ".join(f"`{known}`" for known in ("source", "tree", *passes, "model", "kernel"))
        fail("U0212", stage=stage, known=known)
    loaded = read_rubric(name)
    text = _dump(loaded, stage)
    if text is None:
        code = exit_code(loaded) if loaded.diagnostics else ExitCode.FINDINGS
        raise CliFailure(loaded.diagnostics, code, loaded.sources)
    # A file may hold what steers a terminal; a dump is there to be looked at.
    return "".join(f"{to_visible(line)}\n" for line in text.removesuffix("\n").split("\n"))


def _dump(loaded: Loaded, stage: str) -> str | None:
    """Give the dump of a stage, if the rubric gets there."""
    if stage == "source":
        return None if loaded.source is None else loaded.source.content
    if stage == "tree":
        return None if loaded.tree is None else dump(loaded.tree)
    if stage == "model":
        return None if loaded.checked is None else dump(loaded.checked)
    if stage == "kernel":
        return None if loaded.checked is None else dump_kernel(lower_rubric(loaded.checked))
    if loaded.tree is None:
        return None
    found = stages(loaded.tree, Collector(), loaded.loader)
    return next((dump(model) for name, model in found if name == stage), None)
