"""How scoring grows with the number of records: 1,000 to 100,000, rubric by rubric.

A factor near 1.0 a record means linear; the sample records are repeated as often as needed.
"""

import csv
import time
from pathlib import Path

from scorelang.api import load_rubric
from scorelang.records.mapping import MappingReader

ROOT = Path(__file__).resolve().parent.parent / "examples"
SIZES = (1_000, 10_000, 100_000)
SAMPLES = {
    "customer-rating": ROOT / "10-shipped-rubrics/customer-rating.csv",
    "publisher-customer": ROOT / "10-shipped-rubrics/publisher-customer.csv",
    "tobacco-service": ROOT / "10-shipped-rubrics/tobacco-service.csv",
    "pareto-customers": ROOT / "30-part-b/pareto-customers.csv",
    "position-value": ROOT / "30-part-b/position-value.csv",
}


def rows(path):
    encoding = "gb18030" if path.stem == "customer-rating" else "utf-8-sig"
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def seconds(rubric, records):
    begin = time.process_time()
    for _ in rubric.score_records(records):
        pass
    return time.process_time() - begin


def main():
    for slug, path in SAMPLES.items():
        rubric, sample = load_rubric(slug), rows(path)
        reader = MappingReader(rubric.checked)
        first = None
        for size in SIZES:
            records = [reader.read(sample[n % len(sample)], n + 1) for n in range(size)]
            each = seconds(rubric, records) / size
            first = first or each
            print(f"{slug:20} {size:7} records {each * 1e6:7.0f} us each   {each / first:4.2f} x")


if __name__ == "__main__":
    main()
