"""Settings of a folder: read as meant, or said; never what is written."""

import pytest


def configure(folder, text, name="scorelang.toml"):
    (folder / name).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[score]\noutput = "supplier.rubric"\n', "may not set `output`"),
        ('[score]\noutput = ["a", "b"]\n', "may not set `output`"),
        ('[score]\nrejects = "r.csv"\n', "may not set `rejects`"),
        ('[score]\nstamp = "s.json"\n', "may not set `stamp`"),
        ('[score]\nsave-baseline = "b.json"\n', "may not set `save-baseline`"),
        ("[new]\nforce = true\n", "may not set `force`"),
        ('[scores]\nencoding = "gbk"\n', "did you mean `score`?"),
        ('langauge = "zh"\n', "that nothing reads"),
        ("score = 3\n", "`score` in the configuration"),
        ('[score]\nencodng = "gbk"\n', "did you mean `encoding`?"),
        ('[score]\nkeep-columns = "yes"\n', "not true or false"),
        ('[score]\nencoding = ["gbk"]\n', "one text or whole number"),
        ("[score]\nencoding = true\n", "one text or whole number"),
        ('[score]\nto = "docx"\n', "cannot be `docx`"),
        ('lang = "de"\n', "cannot be `de`"),
    ],
)
def test_a_setting_that_would_not_act_as_meant_is_said(run, folder, text, said):
    configure(folder, text)
    before = (folder / "supplier.rubric").read_text("utf-8")
    ran = run("score", "supplier.rubric", "records.csv") if "[new]" not in text else run("new", "x")
    assert ran.code == 2
    assert "U0215" in ran.err
    assert said in ran.err
    assert (folder / "supplier.rubric").read_text("utf-8") == before


def test_a_whole_number_may_stand_without_quotes(run, folder):
    configure(folder, "[score]\nmax-rejects = 100\n")
    assert run("score", "supplier.rubric", "records.csv").code in {0, 3}


def test_the_language_for_all_verbs_never_changes_the_keywords_of_a_rubric(run, folder):
    configure(folder, 'lang = "zh"\n')
    before = (folder / "supplier.rubric").read_text("utf-8")
    run("fmt", "supplier.rubric")
    after = (folder / "supplier.rubric").read_text("utf-8")
    assert "rubric " in before
    assert "rubric " in after
    assert "指标" not in after


def test_a_project_file_of_others_is_no_matter_of_ours(run, folder):
    for text in ("tool = 5\n", "[tool]\nother = 1\n", ""):
        configure(folder, text, "pyproject.toml")
        assert run("check", "supplier.rubric").code == 0


def test_our_part_of_a_project_file_must_be_a_table(run, folder):
    configure(folder, "[tool]\nscorelang = 5\n", "pyproject.toml")
    ran = run("check", "supplier.rubric")
    assert ran.code == 2
    assert "`tool.scorelang`" in ran.err
