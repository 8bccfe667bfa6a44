"""Mutated rubrics and records against the laws that always hold; prints each breach.

    python benchmarks/fuzz.py --rubrics 20000 --records 10 --seed 1 --processes 2

Rubrics are mutated by token (deleted, doubled, swapped, replaced) and by tree (blocks and
lines exchanged with those of other rubrics, numbers moved to edges); records by cell. Laws:
no exception, an answer within five seconds of computing, every finding said without hidden
signs, the ledger adds up, points and totals in their ranges, no grade or rating missing
without a reason, formatting in either vocabulary keeps the results.
"""

import argparse
import multiprocessing
import random
import re
import signal
import sys
import traceback
from collections import Counter
from contextlib import contextmanager
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

from scorelang.api import format_source, read_text
from scorelang.evaluator.baseline import BaselineError
from scorelang.evaluator.batch import score_batch
from scorelang.model.fields import FieldType
from scorelang.numeric.exact import to_text
from scorelang.records.mapping import record_from_texts
from scorelang.source.text import SourceText
from scorelang.syntax.ast import Vocabulary
from tests.generators.laws import breach_of_findings, breach_of_outcome
from tests.generators.mutations import TOKENS, changed

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 5
_NUMBERS = re.compile(r"\d+(?:\.\d+)?")
_EDGES = (
    "0",
    "1",
    "-1",
    "0.01",
    "10",
    "100",
    "99.99",
    "1000000",
    "9" * 39,
    "1" * 41,
    "0,5",
    "１２",
)


class TooSlow(BaseException):
    """The answer did not come within the time."""


def corpus():
    """All rubrics of the repository that are small enough to be compiled often."""
    folders = ("rubrics", "examples", "tests/cases/good", "tests/trials")
    files = sorted(path for each in folders for path in (ROOT / each).rglob("*.rubric"))
    texts = [path.read_text("utf-8", errors="replace") for path in files]
    return tuple(text for text in texts if len(text) < 12_000)


def mutate(chance, texts):
    """Give a rubric with one to four changes."""
    text = chance.choice(texts)
    for _ in range(chance.randint(1, 4)):
        change = chance.choice((by_token, by_line, by_block, by_number))
        text = change(chance, text, texts)
    return text


def by_token(chance, text, _):
    return "".join(changed(TOKENS.findall(text), chance.choice))


def by_line(chance, text, texts):
    lines = text.splitlines(keepends=True)
    if chance.random() < 0.3:
        other = chance.choice(texts).splitlines(keepends=True)
        lines.insert(chance.randint(0, len(lines)), chance.choice(other))
        return "".join(lines)
    return "".join(changed(lines, chance.choice))


def by_block(chance, text, texts):
    own, others = blocks(text), blocks(chance.choice(texts))
    if not own or not others:
        return text
    (start, end), (piece) = chance.choice(own), chance.choice(others)
    source = text if chance.random() < 0.5 else None
    if source is not None:
        other = chance.choice(own)
        return text[:start] + text[slice(*other)] + text[end:]
    return text[:start] + texts_of(texts, piece) + text[end:]


def texts_of(texts, piece):
    """A block of the first text that has one there."""
    return next((text[slice(*piece)] for text in texts if len(text) > piece[1]), "{}")


def blocks(text):
    """Where blocks in braces begin and end."""
    opened, found = [], []
    for at, sign in enumerate(text):
        if sign == "{":
            opened.append(at)
        elif sign == "}" and opened:
            found.append((opened.pop(), at + 1))
    return found


def by_number(chance, text, _):
    places = [match.span() for match in _NUMBERS.finditer(text)]
    if not places:
        return text
    start, end = chance.choice(places)
    other = chance.choice(places)
    new = chance.choice((*_EDGES, text[slice(*other)]))
    return text[:start] + new + text[end:]


def cell(chance, field):
    """A cell of a field: in its range, at an edge, blank or wrong."""
    if chance.random() < 0.15:
        return ""
    if chance.random() < 0.05:
        return chance.choice(("?", "12,34", "1" * 60, "-", "N/A", "\u202e5", "是", "1e5"))
    if field.type is FieldType.YES_NO:
        return chance.choice(("yes", "no", "是", "否"))
    if field.type is FieldType.DATE:
        return f"{chance.randint(1990, 2030)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    if field.type is FieldType.CATEGORY:
        return chance.choice(field.categories).name
    if field.type is FieldType.TEXT:
        return chance.choice(("a", "b", "c"))
    return number(chance, field)


def number(chance, field):
    domain = field.domain
    low = domain.low if domain and domain.low is not None else Fraction(-100) * field.scale
    high = domain.high if domain and domain.high is not None else low + 1000 * field.scale
    step = field.grid.step or Fraction(1, 100) * field.scale
    spot = chance.choice((low, high, low + step, high - step, None))
    if spot is None:
        spot = low + chance.randint(0, max(int((high - low) / step), 0)) * step
    return to_text(spot / field.scale) or "0"


@contextmanager
def in_time():
    """Raise ``TooSlow`` where more than five seconds of computing go by."""

    def stop(*_):
        raise TooSlow

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def score_lines(checked, lines):
    records = [record_from_texts(checked, each, row) for row, each in enumerate(lines, 1)]
    return list(score_batch(checked, records))


def breaches(text, chance, count):
    """Give the first breach of one rubric, and how many records were scored."""
    source = SourceText("fuzz.rubric", text)
    with in_time():
        loaded = read_text(source)
    if found := breach_of_findings(loaded):
        return found, 0
    if loaded.checked is None:
        with in_time():
            format_source(source)
        return None, 0
    lines = [
        {field.name: cell(chance, field) for field in loaded.checked.fields} for _ in range(count)
    ]
    try:
        with in_time():
            outcomes = score_lines(loaded.checked, lines)
    except BaselineError:  # the rubric asks for a day or a population that is not given
        return None, 0
    for outcome in outcomes:
        if found := breach_of_outcome(loaded.checked, outcome):
            return found, count
    return breach_of_format(source, lines, outcomes), count


def breach_of_format(source, lines, outcomes):
    for vocabulary in Vocabulary:
        with in_time():
            formatted = format_source(source, vocabulary).text
        if formatted is None:
            return f"compiles and is not formatted in {vocabulary.value}"
        again = read_text(SourceText("again.rubric", formatted))
        if again.checked is None:
            return f"does not compile when formatted in {vocabulary.value}"
        if essence(score_lines(again.checked, lines)) != essence(outcomes):
            return f"scores otherwise when formatted in {vocabulary.value}"
    return None


def essence(outcomes):
    """What two outcomes must share whatever the words of the rubric."""
    return [
        (getattr(x, "total_exact", None), getattr(x, "grade", None), getattr(x, "scores", None),
         getattr(x, "flags", None), getattr(x, "missing", None))
        for x in outcomes
    ]  # fmt: skip


def run_chunk(job):
    """Fuzz with one seed; give counts and the breaches with their texts."""
    seed, rubrics, records = job
    chance, texts = random.Random(seed), corpus()
    counts, found = Counter(), []
    for _ in range(rubrics):
        text = mutate(chance, texts)
        try:
            breach, scored = breaches(text, chance, records)
        except TooSlow:
            breach, scored = f"no answer within {SECONDS} s", 0
        except Exception as error:  # noqa: BLE001  this is what is looked for
            place = traceback.extract_tb(error.__traceback__)[-1]
            breach, scored = (
                f"{type(error).__name__} in {Path(place.filename).name}:{place.name}",
                0,
            )
        counts += Counter(rubrics=1, records=scored, compiled=int(scored > 0))
        if breach:
            found.append((breach, text))
    return counts, found


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rubrics", type=int, default=2_000)
    arguments.add_argument("--records", type=int, default=10, help="for each that compiles")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--processes", type=int, default=2)
    arguments.add_argument("--keep", help="a folder for the inputs that broke a law")
    asked = arguments.parse_args()
    chunk = 50
    jobs = [(f"{asked.seed}.{n}", chunk, asked.records) for n in range(-(-asked.rubrics // chunk))]
    counts, kinds = Counter(), {}
    with multiprocessing.Pool(asked.processes) as pool:
        for added, found in pool.imap(run_chunk, jobs):
            counts += added
            for breach, text in found:
                kinds.setdefault(breach, []).append(text)
    print(", ".join(f"{n} {what}" for what, n in counts.items()))
    print(f"{sum(map(len, kinds.values()))} breaches of {len(kinds)} kinds")
    for breach, texts in sorted(kinds.items(), key=lambda each: -len(each[1])):
        print(f"{len(texts):6} {breach}")
        if asked.keep:
            name = sha256(texts[0].encode("utf-8", "replace")).hexdigest()[:10]
            folder = Path(asked.keep)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{name}.rubric").write_text(min(texts, key=len), "utf-8", errors="replace")
            print(f"       {name}.rubric")
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
