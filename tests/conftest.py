"""Golden files and the sizes of generated tests; see README.md of this folder."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from scorelang.syntax.depth import allow_deep_calls

# Reading makes room for deep calls once; made in the middle of a generated test, it warns.
allow_deep_calls()

TESTS = Path(__file__).resolve().parent
CASES = TESTS / "cases"
GOLDEN_ENDINGS = frozenset({".out", ".stdout", ".stderr", ".golden"})
USED = pytest.StashKey[set[str]]()
UNUSED = pytest.StashKey[list[str]]()

Golden = Callable[[str | Path, str], None]

# Deadlines fail on a busy machine, not on a wrong program. Where CI is set, the same examples
# are tried each time, so that a change is blamed only for what it did.
settings.register_profile("local", deadline=None, max_examples=60)
settings.register_profile(
    "ci",
    deadline=None,
    max_examples=60,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],  # a matter of the machine as well
)
# For whoever looks for a counterexample: pytest tests/properties --hypothesis-profile=hunt
settings.register_profile("hunt", deadline=None, max_examples=1000)
# For whoever runs the tests again and again: benchmarks/mutants.py
settings.register_profile("few", parent=settings.get_profile("ci"), max_examples=12)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write golden files instead of comparing")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[USED] = set()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare text with a golden file, by its path or its name within tests/cases."""
    config = request.config

    def compare(name: str | Path, text: str) -> None:
        path = CASES / name
        if path.suffix not in GOLDEN_ENDINGS:
            pytest.fail(f"a golden file ends in one of {sorted(GOLDEN_ENDINGS)}: {name}")
        config.stash[USED].add(str(path.resolve()))
        if config.getoption("--bless"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
            return
        shown = path.relative_to(TESTS.parent) if path.is_relative_to(TESTS.parent) else path
        if not path.is_file():
            pytest.fail(f"no golden file {shown}; run with --bless, then read it", pytrace=False)
        expected = path.read_text("utf-8")
        if text != expected:
            pytest.fail(difference(expected, text, str(shown)), pytrace=False)

    return compare


def difference(expected: str, found: str, name: str) -> str:
    lines = difflib.unified_diff(
        expected.splitlines(), found.splitlines(), f"{name} (expected)", "found", lineterm=""
    )
    told = "\n".join(lines) or "only line ends at the end of the text differ"
    return f"{told}\n\nif the new text is right: run with --bless and read the change"


def unused_goldens(used: set[str]) -> list[str]:
    """Golden files that no test has compared with."""
    present = (path for path in CASES.rglob("*") if path.suffix in GOLDEN_ENDINGS)
    return sorted(
        str(path.relative_to(CASES)) for path in present if str(path.resolve()) not in used
    )


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object, error: object) -> None:  # noqa: ARG001  the hook's arguments
    """Take over what a process of pytest-xdist has used."""
    used = getattr(node, "workeroutput", {}).get("goldens", ())
    node.config.stash[USED].update(used)  # type: ignore[attr-defined]


def pytest_sessionfinish(session: pytest.Session) -> None:
    config = session.config
    if hasattr(config, "workeroutput"):
        config.workeroutput["goldens"] = sorted(config.stash[USED])
        return
    if session.exitstatus != pytest.ExitCode.OK or not is_full_run(config):
        return
    unused = unused_goldens(config.stash[USED])
    if unused:
        config.stash[UNUSED] = unused
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def is_full_run(config: pytest.Config) -> bool:
    """Whether everything was asked for: only then is an unused file known to be unused."""
    narrowed = ("keyword", "markexpr", "lf", "failedfirst", "deselect", "ignore", "ignore_glob")
    return (
        config.args_source is not pytest.Config.ArgsSource.ARGS
        and not config.option.collectonly
        and not any(getattr(config.option, name, None) for name in narrowed)
    )


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for name in config.stash.get(UNUSED, []):
        terminalreporter.write_line(f"unused golden file, delete it: tests/cases/{name}", red=True)
