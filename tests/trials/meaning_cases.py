"""Scores the records of a case by its rubric, or records that a test writes itself."""

import csv
from pathlib import Path

from scorelang.api import RubricError, load_rubric, load_text
from scorelang.records.mapping import MappingReader

TRIALS = Path(__file__).parent
REPORTED = TRIALS / "reported"


def rows(path):
    """The records of a CSV file; an empty cell is missing."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{name: text or None for name, text in row.items()} for row in csv.DictReader(file)]


def by_id(folder, rubric, records):
    """The outcomes of a case by the first cell of each record."""
    loaded = load_rubric(REPORTED / folder / f"{rubric}.rubric")
    return {
        next(iter(row.values())): loaded.score(row) for row in rows(REPORTED / folder / records)
    }


def scored(text, **values):
    """The outcome of one record, by a rubric written in a test; what is not named is missing."""
    rubric = load_text(text)
    given = {field.name: values.get(field.name) for field in rubric.checked.fields}
    return rubric.score(given)


def batch(text, records):
    """The outcomes of several records by a rubric written in a test."""
    rubric = load_text(text)
    names = [field.name for field in rubric.checked.fields]
    reader = MappingReader(rubric.checked)
    read = [
        reader.read({name: each.get(name) for name in names}, row)
        for row, each in enumerate(records, 1)
    ]
    return list(rubric.score_records(read))


def refused(text):
    """The codes of the errors of a rubric, with their words."""
    try:
        load_text(text)
    except RubricError as error:
        return {found.code: found.message for found in error.diagnostics}
    return {}


def warned(text):
    """The codes of the warnings of a rubric that compiles."""
    return [found.code for found in load_text(text).warnings]
