from scorelang.diagnostics.explain import explain, suggest_code


def test_the_page_of_a_code_whatever_its_case() -> None:
    assert explain(" e0101 ", lambda code, _: {"E0101": "# why"}.get(code)) == "# why"


def test_a_code_without_page_gives_its_line_of_the_register() -> None:
    assert explain("E0101", lambda *_: None) == "# E0101: syntax mistake (error)\n"


def test_an_unknown_code_has_no_page() -> None:
    assert explain("E9999", lambda *_: "never asked") is None


def test_the_nearest_code_by_code_or_name() -> None:
    assert suggest_code("e0101x") == "E0101"
    assert suggest_code("syntax-mistakes") == "E0101"
    assert suggest_code("完全不同") is None


def test_the_shipped_pages_are_found_without_asking() -> None:
    assert explain("E0101")
