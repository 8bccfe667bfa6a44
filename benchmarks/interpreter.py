"""Records a second of the reference interpreter on customer-rating, reading of cells apart."""

import hashlib
import random
import statistics
import time
from fractions import Fraction

from scorelang.api import load_rubric
from scorelang.evaluator.interpreter import Evaluator
from scorelang.model.fields import Record
from scorelang.records.mapping import record_from_mapping

RECORDS = 5_000
RUNS = 3


def make(number, chance):
    level, low, high = chance.choice((("large", 10, 15), ("medium", 6, 10), ("small", 0, 6)))
    return {
        "customer_no": f"{number:06}",
        "trade": chance.choice(("domestic", "export")),
        "days_late": str(chance.choice((0, 0, chance.randrange(60)))),
        "terms": chance.choice(("cash", "inspect7", "net30", "net90", "longer")),
        "unit_price": str(chance.randrange(100, 10_000) / 100),
        "unit_cost": str(chance.randrange(50, 9_000) / 100),
        "transfer_days": str(chance.randrange(150)),
        "transfer_void": chance.choice(("yes", "no")),
        "strength_level": level,
        "strength": str(chance.randrange(low, high + 1)),
        "monthly_tons": str(chance.randrange(200) / 10),
        "cooperation": str(chance.randrange(11)),
        "major_anomaly": chance.choice(("no", "no", "no", "yes")),
    }


def timed(work):
    begin = time.perf_counter()
    result = work()
    return time.perf_counter() - begin, result


def main():
    checked = load_rubric("customer-rating").checked
    chance = random.Random(1)
    records = [record_from_mapping(checked, make(n, chance), row=n + 1) for n in range(RECORDS)]
    assert all(isinstance(record, Record) for record in records)
    evaluator = Evaluator(checked)
    score = lambda: [evaluator.score(record) for record in records]
    runs = [timed(score) for _ in range(RUNS)]
    taken = statistics.median(seconds for seconds, _ in runs)
    numbers = [Fraction(n, 7) for n in range(RECORDS * 10)]
    bare = statistics.median(timed(lambda: sum(numbers))[0] for _ in range(RUNS))
    told = ";".join(f"{outcome.total}{outcome.grade}" for outcome in runs[0][1])
    print(f"{RECORDS / taken:9.0f} records/s, {taken / RECORDS * 1e6:.0f} us a record")
    print(f"{taken / bare:9.1f} x the time of adding 10 exact fractions a record")
    print(f"checksum {hashlib.sha256(told.encode()).hexdigest()[:16]}")


if __name__ == "__main__":
    main()
