"""The program as a whole: help, version, exit codes, languages, pipes, our own bugs."""

import os
import signal
import subprocess
import sys
import time

import pytest

from scorelang.cli import main as program
from scorelang.cli.main import VERBS

LISTED = [verb for verbs in VERBS.values() for verb in verbs]


def test_help_lists_every_verb_and_loads_nothing_heavy():
    code = (
        "import sys\n"
        "from scorelang.cli.main import main\n"
        "assert main(sys.argv[1:]) == 0\n"
        "heavy = {'rich', 'polars', 'lark', 'xlsxwriter', 'python_calamine'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    for arguments in (["--help"], *([verb, "--help"] for verb in LISTED)):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        if arguments == ["--help"]:
            assert all(verb in done.stdout for verb in LISTED)


def test_each_verb_has_a_file_and_a_help_page(run):
    for verb in LISTED:
        ran = run(verb, "--help")
        assert ran.code == 0
        assert f"Usage: scorelang {verb}" in ran.out


def test_the_version_is_said(run):
    assert run("--version").out.startswith("scorelang ")


def test_no_verb_shows_the_help_and_is_a_mistake(run):
    ran = run()
    assert (ran.code, ran.out) == (2, "")
    assert "score" in ran.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["scor"], "no verb `scor`; did you mean `score`?"),
        (["score", "--nope"], "U0213"),
        (["score", "supplier.rubric"], "missing argument"),
        (["check", "--format", "xml"], "`xml` is not one of"),
    ],
)
def test_a_mistake_on_the_command_line_is_exit_2(run, arguments, words):
    ran = run(*arguments)
    assert ran.code == 2
    assert words in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "broken.rubric"],
        ["score", "broken.rubric", "records.csv"],
        ["why", "broken.rubric", "records.csv", "--row", "1"],
        ["show", "broken.rubric"],
        ["test", "broken.rubric"],
    ],
)
def test_a_rubric_with_errors_is_exit_1_from_every_verb(run, arguments):
    ran = run(*arguments)
    assert ran.code == 1
    assert "error[E" in ran.out + ran.err
    assert "broken.rubric:2:" in ran.out + ran.err


@pytest.mark.parametrize("verb", ["check", "show", "fmt", "test"])
def test_a_rubric_that_is_not_there_is_exit_2(run, verb):
    ran = run(verb, "nowhere.rubric")
    assert ran.code == 2
    assert "nowhere.rubric" in ran.out + ran.err


def test_our_own_bug_is_said_without_a_traceback(run, monkeypatch):
    def fail(*_arguments, **_options):
        msg = "oh"
        raise RuntimeError(msg)

    monkeypatch.setattr(program.cli, "main", fail)
    ran = run("check")
    assert ran.code == 101
    assert "this is a bug in scorelang" in ran.err
    assert "Traceback" not in ran.err
    monkeypatch.setenv("SCORELANG_TRACEBACK", "1")
    assert "Traceback" in run("check").err


def test_the_language_is_chosen_by_option_then_environment(run, monkeypatch):
    assert "没有这个阶段" not in run("show", "supplier.rubric", "--stage", "x").err
    assert "没有阶段" in run("show", "supplier.rubric", "--stage", "x", "--lang", "zh").err
    monkeypatch.setenv("SCORELANG_LANG", "zh")
    assert "没有阶段" in run("show", "supplier.rubric", "--stage", "x").err
    assert "no stage" in run("show", "supplier.rubric", "--stage", "x", "--lang", "en").err


def test_colours_need_a_terminal_or_a_wish(run, monkeypatch):
    assert "\x1b[" not in run("check", "broken.rubric").out
    assert "\x1b[" in run("check", "broken.rubric", "--color", "always").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("check", "broken.rubric").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("check", "broken.rubric").out


def test_a_configuration_gives_defaults(run, folder):
    (folder / "scorelang.toml").write_text('[check]\nformat = "concise"\n', "utf-8")
    assert run("check", "broken.rubric").out.startswith("broken.rubric:2:")


def test_a_configuration_stands_back_behind_the_command_line(run, folder):
    text = '[tool.scorelang]\nlang = "zh"\n[tool.scorelang.check]\nfail-level = "warning"\n'
    (folder / "pyproject.toml").write_text(text, "utf-8")
    assert run("check", "supplier.rubric").err == "没有发现问题\n"
    assert run("check", "supplier.rubric", "--lang", "en").err == "no problems found\n"


def test_an_entry_that_is_no_option_is_said(run, folder):
    (folder / "scorelang.toml").write_text("[check]\nfail-levl = 1\n", "utf-8")
    ran = run("check", "supplier.rubric")
    assert ran.code == 2
    assert "`check` has no option `fail-levl`" in ran.err


def test_a_configuration_that_cannot_be_read_is_said(run, folder):
    (folder / "scorelang.toml").write_text("[check\n", "utf-8")
    ran = run("check", "supplier.rubric")
    assert ran.code == 2
    assert "U0215" in ran.err


def start(*arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-m", "scorelang", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        **options,
    )


def many_records(folder):
    path = folder / "many.csv"
    lines = (f"{number},1,cash,15,no\n" for number in range(60_000))
    path.write_text("customer_no,days_late,terms,margin,anomaly\n" + "".join(lines), "utf-8")
    return path


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
def test_a_reader_that_stops_is_no_fault(folder):
    many_records(folder)
    process = start("score", "supplier.rubric", "many.csv")
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(60) == 141
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")
def test_an_interrupted_run_leaves_no_output(folder):
    many_records(folder)
    process = start("score", "supplier.rubric", "many.csv", "-o", "out.csv")
    for _ in range(600):
        if any(folder.glob(".out.csv.*")):
            break
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert not list(folder.glob("*out.csv*"))
