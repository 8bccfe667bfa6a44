"""The pages of E01xx: the wrong rubric has that mistake and no other, the right one none."""

import re

import pytest

from scorelang.resources import error_page

BLOCK = re.compile(r"## (Wrong|Right)\n\n```rubric\n(.*?)\n```", re.DOTALL)


@pytest.mark.parametrize("code", ["E0101", "E0102", "E0103", "E0104", "E0105", "E0106"])
def test_a_page_shows_the_mistake_and_its_cure(read, faults, code):
    blocks = dict(BLOCK.findall(error_page(code)))
    assert {found.code for found in faults(blocks["Wrong"])} == {code}
    assert read(blocks["Right"])
