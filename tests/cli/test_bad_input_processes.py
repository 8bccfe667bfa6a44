"""Readers that stop, users that stop: the exit code says so, and nothing is left half written."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import RUBRIC

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")]

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
LINES = 400_000


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A folder with many records."""
    folder = tmp_path_factory.mktemp("large")
    (folder / "supplier.rubric").write_text(RUBRIC, "utf-8")
    with (folder / "large.csv").open("w", encoding="utf-8") as stream:
        stream.write("customer_no,days_late,terms,margin,anomaly\n")
        stream.writelines(f"{n},{n % 50},cash,{n % 90}.5,no\n" for n in range(LINES))
    return folder


def start(folder, *arguments, shell=None, **options):
    command = ["sh", "-c", shell] if shell else [sys.executable, "-m", "scorelang", *arguments]
    return subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stderr=subprocess.PIPE, **options)


def test_a_reader_that_stops_is_no_fault(large):
    with start(large, "score", "supplier.rubric", "large.csv", stdout=subprocess.PIPE) as process:
        assert process.stdout.readline().startswith(b'{"row": 1')
        process.stdout.close()
        said = process.stderr.read().decode()
        assert process.wait(60) == 141
    assert "Traceback" not in said
    assert "bug" not in said


def test_a_reader_that_never_reads_is_no_fault_either(large):
    for arguments in (
        ("check", "nowhere-at-all", "--format", "json"),
        ("show", "supplier.rubric"),
        ("--help",),
    ):
        with start(large, *arguments, stdout=subprocess.PIPE) as process:
            process.stdout.close()
            said = process.stderr.read().decode()
            assert process.wait(60) in {0, 2, 141}
        assert "Traceback" not in said


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("out.csv", signal.SIGINT),
        ("out.jsonl", signal.SIGTERM),
        ("out.jsonl", signal.SIGHUP),
        ("out.xlsx", signal.SIGINT),
    ],
)
def test_an_interrupted_run_leaves_no_half_written_file(large, name, number):
    (large / name).unlink(missing_ok=True)
    before = set(large.iterdir())
    process = start(
        large, "score", "supplier.rubric", "large.csv", "-o", name, stdout=subprocess.PIPE
    )
    wait_until(lambda: set(large.iterdir()) != before or process.poll() is not None)
    time.sleep(0.3)
    assert process.poll() is None, "the run was over before it could be interrupted"
    process.send_signal(number)
    said = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 128 + number
    assert "Traceback" not in said
    assert set(large.iterdir()) == before


def test_a_run_that_is_interrupted_keeps_the_results_of_the_last(large):
    (large / "kept.csv").write_text("results of yesterday", "utf-8")
    before = set(large.iterdir())
    process = start(
        large, "score", "supplier.rubric", "large.csv", "-o", "kept.csv", stdout=subprocess.PIPE
    )
    wait_until(lambda: set(large.iterdir()) != before or process.poll() is not None)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 130
    assert (large / "kept.csv").read_text("utf-8") == "results of yesterday"
    assert set(large.iterdir()) == before


def wait_until(condition):
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)


def test_a_full_disk_is_said(large):
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        process = start(large, "score", "supplier.rubric", "large.csv", stdout=full)
        said = process.communicate(timeout=120)[1].decode()
    assert process.returncode == 2, said
    assert "U0203" in said
    assert "Traceback" not in said


def test_a_closed_standard_output_is_no_traceback(large):
    command = f'"{sys.executable}" -m scorelang check supplier.rubric >&-'
    with start(large, stdout=None, shell=command) as process:
        said = process.communicate(timeout=60)[1]
    assert process.returncode == 2
    assert b"U0203" in said


@pytest.mark.parametrize(
    "arguments", ["score supplier.rubric -", "why supplier.rubric -", "check -", "new x --from -"]
)
def test_a_closed_standard_input_is_empty(large, arguments):
    command = f'"{sys.executable}" -m scorelang {arguments} <&-'
    with start(large, stdout=subprocess.DEVNULL, shell=command) as process:
        said = process.communicate(timeout=60)[1].decode()
    assert process.returncode in {1, 2}, said
    assert "bug" not in said
    assert "error" in said


def test_memory_stays_flat_while_faulty_rows_are_counted(large):
    peaks = []
    for count in (2_000, 40_000):
        lines = "".join(f"{n:05},-1,foo,x,perhaps\n" for n in range(count))
        (large / "faulty.csv").write_text("customer_no,days_late,terms,margin,anomaly\n" + lines)
        arguments = ("faulty.csv", "--rejects", "rejects.csv", "-o", "none.csv")
        process = start(large, "score", "supplier.rubric", *arguments, stdout=subprocess.DEVNULL)
        said = process.stderr.read()
        process.stderr.close()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 3, said
        peaks.append(used.ru_maxrss)
    assert peaks[1] < peaks[0] + 20_000  # KiB
