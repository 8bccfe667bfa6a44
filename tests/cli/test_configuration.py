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
        ("[why]\nfoo = 1\n", "`why` has no option `foo`"),
        ('[check]\nfail-level = "never"\n', "`fail-level`"),
        ('[score]\nabsent = "blak"\n', "names `blak`"),
        ('[score]\ndelimiter = "xx"\n', "`xx` is not one of comma"),
        ("[score]\nheader-row = 0\n", "0 is not in the range"),
        ('[score]\nmax-rejects = "many"\n', "`many` is not a number of records"),
        ("[score\n", "line 1, column 7"),
        ("[score]\nto = csv\n", "line 2, column"),
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


@pytest.mark.parametrize("text", ['[score]\nabsent = "blak"\n', '[score]\ndelimiter = "xx"\n'])
def test_a_bad_value_names_the_file_it_stands_in_unless_it_was_typed(run, folder, text):
    configure(folder, text)
    ran = run("score", "supplier.rubric", "records.csv", "--lang", "zh")
    assert "scorelang.toml" in ran.err
    typed = ("--absent", "blok", "--delimiter", "yy")
    ran = run("score", "supplier.rubric", "records.csv", *typed)
    assert ran.code == 2
    assert "scorelang.toml" not in ran.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[score\n", "第 1 行第 7 列无法读取：缺少 `]`"),
        ("[score]\nto = csv\n", "第 2 行第 6 列无法读取：值的写法不对"),
        ("to\n", "名称后面要有 `=`"),
        ("lang = 1\nlang = 2\n", "同一项写了两次"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_in_chinese(run, folder, text, said):
    configure(folder, text)
    assert said in run("check", "supplier.rubric", "--lang", "zh").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new",), "没有写新评分标准的名称"),
        (("score", "supplier.rubric", "records.csv", "--delimiter", "xx"), "或一个符号"),
        (("score", "supplier.rubric", "records.csv", "--to"), "见 `scorelang score --help`"),
    ],
)
def test_a_command_line_is_answered_in_chinese_with_the_page_of_its_verb(run, words, said):
    ran = run(words[0], "--lang=zh", *words[1:])
    assert ran.code == 2
    assert said in ran.err
