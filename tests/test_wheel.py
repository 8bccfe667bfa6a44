"""The wheel, built as a publisher does: through the source archive, used from another folder."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

PROBE = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
import scorelang
from scorelang import resources
from scorelang.diagnostics.codes import CODES
assert Path(scorelang.__file__).is_relative_to(sys.argv[1]), scorelang.__file__
for name in sys.argv[2].split():
    assert resources.grammar_text(name), name
assert " ".join(resources.rubric_names()) == sys.argv[3], resources.rubric_names()
for name in resources.rubric_names():
    assert resources.rubric_path(name).read_text("utf-8"), name
for code in CODES:
    assert resources.error_page(code), code
print("all found")
"""


def run(*command, cwd):
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=cwd,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run("-m", "build", "--no-isolation", "--outdir", folder / "dist", ROOT, cwd=folder)
    (wheel,) = (folder / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


@pytest.mark.slow
def test_grammars_rubrics_and_error_pages_are_found_in_the_wheel(unpacked, tmp_path):
    grammars = " ".join(sorted(path.name for path in (ROOT / "grammars").glob("*.lark")))
    rubrics = " ".join(sorted(path.stem for path in (ROOT / "rubrics").glob("*.rubric")))
    out = run("-I", "-c", PROBE, unpacked, grammars, rubrics, cwd=tmp_path)
    assert out == "all found\n"


@pytest.mark.slow
def test_the_wheel_brings_one_name_to_import(unpacked):
    brought = {path.name for path in unpacked.iterdir() if not path.name.endswith(".dist-info")}
    assert brought == {"scorelang"}
