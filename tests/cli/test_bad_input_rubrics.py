"""Rubrics nobody has written by hand: found faulty quickly, or compiled; never a traceback."""

from time import process_time

import pytest

RECORD = "record { x number 0..100\n y yes/no }"


def rubric(*lines, record=RECORD):
    return "\n".join(["rubric r {", *lines, record, "}", ""])


def check(run, folder, text, *arguments, within=5.0):
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    (folder / "r.rubric").write_bytes(data)
    start = process_time()
    ran = run("check", "r.rubric", *arguments)
    assert process_time() - start < within
    assert "Traceback" not in ran.err + ran.out
    assert "this is a bug" not in ran.err
    assert len(ran.out + ran.err) < 200_000
    return ran


def told(ran):
    return ran.out + ran.err


HUGE = 10_000_000


@pytest.mark.parametrize("sign", ["{", "(", "}", "{}", '"', "「", "|", "#"])
def test_ten_megabytes_of_signs_are_refused_within_a_second(run, folder, sign):
    ran = check(run, folder, sign * (HUGE // len(sign)), within=1.5)
    assert ran.code == 1
    assert "E0106" in told(ran)
    assert len(told(ran)) < 2_000


def test_ten_million_lines_are_refused(run, folder):
    ran = check(run, folder, "\n" * HUGE, within=6)
    assert ran.code == 1
    assert "E0106" in told(ran)


SIGNS = (
    "{",
    "(",
    ")",
    "}",
    "[",
    "|",
    '"',
    "「",
    "「a",
    "“",
    "`",
    "#",
    ",",
    ":",
    "- ",
    "not ",
    "\n|",
    "x",
    "1",
    " ",
    "\\",
    "if ",
    "by x {",
    "^",
    "(x) ",
)


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("head", ["", "rubric r {\n", "rubric r {\nlet a = "])
def test_many_equal_signs_are_read_in_no_time(run, folder, head, sign):
    ran = check(run, folder, head + sign * 60_000, within=8)
    assert ran.code == 1
    assert "error" in told(ran)


def nested_groups(depth):
    return rubric(*(f"group g{n} {{" for n in range(depth)), "indicator i = x", *"}" * depth)


@pytest.mark.parametrize(
    "text",
    [
        rubric(f"let a = {'(' * 90}x{')' * 90}", "indicator i = a"),
        rubric(f"let a = {'(' * 5000}x{')' * 5000}", "indicator i = a"),
        rubric(f"let a = {'-' * 5000}x", "indicator i = a"),
        rubric(f"indicator i, first that holds {{\n1 when {'not ' * 5000}y\n0 otherwise\n}}"),
        rubric(f"let a = {'x + ' * 5000}x", "indicator i = a"),
        rubric(f"let a = {'if y then 1 else ' * 2000}0", "indicator i = a"),
        rubric(f"let a = {'abs (' * 90}x{')' * 90}", "indicator i = a"),
        rubric(f"let a = x{' ^ 2' * 500}", "indicator i = a"),
        nested_groups(90),
        nested_groups(5000),
        rubric("let a = " + "by y {\nyes : " * 90 + "1" + "\nno : 0\n}" * 90, "indicator i = a"),
        rubric("indicator i, first that holds {", f"1 when y{' and y' * 5000}", "0 otherwise", "}"),
    ],
    ids=[
        "brackets",
        "more-brackets",
        "minus",
        "not",
        "plus",
        "if",
        "abs",
        "power",
        "groups",
        "more-groups",
        "by",
        "and",
    ],
)
def test_deep_nesting_compiles_or_is_told(run, folder, text):
    ran = check(run, folder, text, within=20)
    assert ran.code in {0, 1}
    assert run("fmt", "--check", "r.rubric").code in {0, 1, 2}
    (folder / "in.csv").write_text("x,y\n1,yes\n", "utf-8")
    assert run("score", "r.rubric", "in.csv").code == ran.code


def test_very_long_lines_are_told(run, folder):
    ran = check(run, folder, rubric(f"let a = {' + '.join(['x'] * 60_000)}"), within=3)
    assert ran.code == 1
    assert "E0106" in told(ran)
    assert len(told(ran)) < 2_000
    ran = check(run, folder, rubric(f'note "{"x" * 90_000}"', "indicator i = x"), within=3)
    assert ran.code == 0


@pytest.mark.slow
def test_twenty_thousand_grade_lines_end(run, folder):
    lines = [f"G{n} >= {20_000 - n}" for n in range(20_000)]
    text = rubric("indicator i = x * 300", "grades {", *lines, "last otherwise", "}")
    ran = check(run, folder, text, within=60)
    assert ran.code in {0, 1}


def test_a_long_ladder_of_wrong_lines_is_told_in_few_words(run, folder):
    lines = [f">= {n} : 1" for n in range(5_000)]
    ran = check(run, folder, rubric("indicator i of x {", *lines, "}"), within=20)
    assert ran.code == 1
    assert "E04" in told(ran)


@pytest.mark.parametrize(
    "value",
    [
        "x ^ 99999999999",
        "(2 ^ 1000) ^ 1000",
        "((10 ^ 999) ^ 999) ^ 999",
        "x ^ 1000 ^ 1000",
        "2 ^ 3 ^ 4 ^ 5 ^ 6",
        "x ^ -1000000",
        "exp (x * 1000000)",
        "exp (exp (exp (x)))",
        "ln (x) / 0",
        "root (x, 1000000)",
        "sqrt (-1 - x)",
        f"{'9' * 100_000}",
        f"0.{'0' * 90_000}1",
        f"x * {'9' * 400}",
        "1e400",
        "1e999999999",
        "x / 0",
        "round (x) to 0",
        "round (x) to 0.0000000000000000000000000000000000000000000001",
        "1 / 3 / 3 / 3 / 3 / 3 * x",
    ],
)
def test_numbers_that_explode_compile_or_are_told(run, folder, value):
    ran = check(run, folder, rubric(f"let a = {value}", "indicator i = a"), within=15)
    assert ran.code in {0, 1}
    (folder / "in.csv").write_text("x,y\n1,yes\n100,no\n0,no\n", "utf-8")
    start = process_time()
    assert run("score", "r.rubric", "in.csv").code == ran.code
    assert process_time() - start < 15


def test_repeated_squaring_through_derived_values_ends(run, folder):
    lets = ["let a0 = x + 0.123", *(f"let a{n} = a{n - 1} ^ 2" for n in range(1, 40))]
    ran = check(run, folder, rubric(*lets, "indicator i = a39"), within=20)
    assert ran.code in {0, 1}
    (folder / "in.csv").write_text("x,y\n99.5,yes\n", "utf-8")
    start = process_time()
    assert run("score", "r.rubric", "in.csv").code in {0, 1, 3}
    assert process_time() - start < 20


def test_five_hundred_fields_are_no_trouble(run, folder):
    fields = [f"f{n} number 0..100" for n in range(500)]
    lines = [f"indicator i{n} of f{n} {{\n>= 50 : 1\n< 50 : 0\n}}" for n in range(500)]
    text = rubric(*lines, "total sum", record="\n".join(["record {", *fields, "}"]))
    ran = check(run, folder, text, within=60)
    assert ran.code == 0, told(ran)[:2000]
    (folder / "in.csv").write_text(
        ",".join(f"f{n}" for n in range(500)) + "\n" + ",".join(["60"] * 500) + "\n", "utf-8"
    )
    assert run("score", "r.rubric", "in.csv").code == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (rubric("let a = b", "let b = a", "indicator i = a"), "E0207"),
        (rubric("let a = a + 1", "indicator i = a"), "E0207"),
        (
            rubric(*(f"let a{n} = a{(n + 1) % 3000}" for n in range(3000)), "indicator i = a1"),
            "E0207",
        ),
        (rubric("score s = points of t", "score t = points of s", "indicator i = x"), "E0207"),
        (rubric('indicator i "unclosed of x = x'), "E0102"),
        (rubric("indicator i = 「x"), "E01"),
        (rubric("let a = (x", "indicator i = a"), "E0102"),
        ("rubric r {", "E0102"),
        ("rubric r }", "E0102"),
        ("", "E0101"),
        ("\n \n# only a comment", "E0101"),
        ("rubric", "E0101"),
        (b"rubric r { \xff\xfe }", "U0303"),
        ("rubric r {\0}", "E0104"),
        ("\ufeffrubric r {\ud800}", "U0303"),
        (rubric('use "../../../../etc/passwd" as p', "indicator i = x"), "E0"),
        (rubric('use "r.rubric" as me', "indicator i = points of me.total"), "E0"),
    ],
)
def test_a_faulty_rubric_has_its_code(run, folder, text, code):
    ran = check(run, folder, text)
    assert ran.code == (2 if code.startswith("U") else 1), ran
    assert code in told(ran)
    (folder / "in.csv").write_text("x,y\n1,yes\n", "utf-8")
    assert run("score", "r.rubric", "in.csv").code == ran.code
    assert run("why", "r.rubric", "in.csv", "--row", "1").code == ran.code
    assert run("test", "r.rubric").code == ran.code


def test_a_chain_of_three_thousand_derived_values_ends(run, folder):
    lets = ["let a0 = x", *(f"let a{n} = a{n - 1} + 1" for n in range(1, 3000))]
    for lines in (lets, lets[::-1]):
        ran = check(run, folder, rubric(*lines, "indicator i = a2999"), within=30)
        assert ran.code in {0, 1}
        (folder / "in.csv").write_text("x,y\n1,yes\n", "utf-8")
        assert run("score", "r.rubric", "in.csv").code == ran.code
