"""What the generators of credit records share: company names, cells, and the file they write.

A company has one hidden quality from 0 (bad) to 1 (good); its cells scatter around it, so that
good payers are mostly sound in their accounts too, and every grade occurs.
"""

import csv
import random
from pathlib import Path

HERE = Path(__file__).resolve().parent
COUNT = 240
PLACES = "苏州 宁波 佛山 无锡 潍坊 株洲 襄阳 泉州 大连 南通 常州 东莞".split()
WORDS = "华联 恒丰 新达 金港 长城 天元 海川 宏图 瑞安 德信 永泰 中正".split()
TRADES = "机械 纺织 电子 包装 化工 五金 食品 建材 医药 物流".split()


class Company:
    """One made-up company: the source of chance, and how good it is."""

    def __init__(self, chance, number):
        self.chance = chance
        self.number = number
        self.quality = min(1.0, max(0.0, chance.gauss(0.62, 0.26)))

    def near(self, spread=0.18):
        """A number from 0 to 1 near the quality of the company."""
        return min(1.0, max(0.0, self.chance.gauss(self.quality, spread)))

    def pick(self, *best_first):
        """One of the values; a good company gets one of the first ones."""
        at = int((1 - self.near()) * len(best_first))
        return best_first[min(at, len(best_first) - 1)]

    def yes(self, bent=0.15):
        """A yes/no cell: yes is likelier for a good company."""
        return "yes" if self.chance.random() < self.quality + bent else "no"

    def seldom(self, value, blank=0.015):
        """A cell that is sometimes left empty."""
        return "" if self.chance.random() < blank else value

    def edge(self, limits, value, often=0.25):
        """Sometimes one of the limits of the policy, else the value."""
        return self.chance.choice(limits) if self.chance.random() < often else value

    def amount(self, low, high, step=10_000):
        """An amount of money; small ones are as likely as large ones."""
        value = low * (high / low) ** self.chance.random()
        return max(step, round(value / step) * step)

    def share(self, value, digits=3):
        """A fraction as it stands in the file."""
        return f"{value:.{digits}f}"

    @property
    def name(self):
        """Like 苏州恒丰机械有限公司(017): no two are alike."""
        parts = (self.chance.choice(words) for words in (PLACES, WORDS, TRADES))
        return f"{''.join(parts)}有限公司({self.number:03})"

    @property
    def short(self):
        """Like 苏州恒丰017: no two are alike."""
        parts = (self.chance.choice(words) for words in (PLACES, WORDS))
        return f"{''.join(parts)}{self.number:03}"


def write(slug, record_of, count=COUNT):
    """Write the records of a rubric beside this file, always the same ones."""
    chance = random.Random(slug)
    records = [record_of(Company(chance, number)) for number in range(1, count + 1)]
    with (HERE / f"{slug}.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, records[0], lineterminator="\n")
        table.writeheader()
        table.writerows(records)
