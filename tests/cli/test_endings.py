"""``-o`` and its like: the ending says the format, and no file holds another one than it says."""

import pytest

VERBS = {
    "check": (["supplier.rubric"], {"json": "{", "sarif": "{", "xml": "<"}),
    "show": (["supplier.rubric"], {"json": "{"}),
    "test": (["supplier.rubric"], {"json": "{", "xml": "<"}),
    "profile": (["supplier.rubric", "records.csv"], {"json": "{"}),
}
PAGES = [(verb, ending) for verb, (_, known) in VERBS.items() for ending in known]


@pytest.mark.parametrize(("verb", "ending"), PAGES)
def test_the_ending_says_the_format_of_a_page(run, folder, verb, ending):
    arguments, known = VERBS[verb]
    run(verb, *arguments, "-o", f"page.{ending}")
    assert (folder / f"page.{ending}").read_text("utf-8").startswith(known[ending])


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("name", ["page.xlsx", "page.docx", "page.csv"])
def test_a_page_that_no_program_could_open_is_not_written(run, folder, verb, name):
    ran = run(verb, *VERBS[verb][0], "-o", name)
    assert ran.code == 2
    assert "U0205" in ran.err
    assert not (folder / name).exists()


@pytest.mark.parametrize("verb", VERBS)
def test_an_asked_format_may_have_any_name(run, folder, verb):
    ran = run(verb, *VERBS[verb][0], "--format", "json", "-o", "page.log")
    assert ran.code != 2
    assert (folder / "page.log").read_text("utf-8").startswith("{")


@pytest.mark.parametrize(
    ("option", "name"),
    [
        ("--rejects", "r.docx"),
        ("--rejects", "r.xls"),
        ("--stamp", "s.xlsx"),
        ("--save-baseline", "b.csv"),
    ],
)
def test_what_goes_beside_the_results_is_what_its_ending_says(run, folder, option, name):
    ran = run("score", "supplier.rubric", "records.csv", "-o", "out.csv", option, name)
    assert ran.code == 2
    assert "U0205" in ran.err
    assert not (folder / name).exists()
    assert not (folder / "out.csv").exists()


def test_a_rubric_is_written_as_one(run, folder):
    assert "U0205" in run("new", "mine", "-o", "mine.xlsx").err
    assert run("new", "mine.rubric").code == 0
    assert (folder / "mine.rubric").is_file()
