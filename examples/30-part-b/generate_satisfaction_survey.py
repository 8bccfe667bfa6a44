"""Answers for satisfaction-survey: one row is one respondent, headings and values in Chinese.

Questions on one subject are answered alike, so that the reliability of each group can be seen;
that of the price is lower, since the price itself and what one gets for it are two things.
"""

from companies import write

GROUPS = {
    "产品": ("质量", "功能", "包装"),
    "服务": ("售前", "配送", "售后", "说明书"),
    "价格": ("性价比", "单价"),
    "品牌": ("知名", "信任", "形象"),
}


def record_of(person):
    """One respondent: a mood, a view of each subject, and an answer to each question."""
    found = {
        "受访者": f"R{person.number:04}",
        "客群": person.chance.choice(["高端", "大众", "大众", "经销"]),
    }
    is_careless = person.chance.random() < 0.03
    same = 1 + round(9 * person.near())
    breaks_off = person.chance.random() < 0.03
    for subject, questions in GROUPS.items():
        view = min(1.0, person.near(0.16) + 0.12) - (0.15 if subject == "价格" else 0)
        for question in questions:
            spread = 2.2 if subject == "价格" else 1.1
            answer = same if is_careless else mark(person, 1 + 9 * view, spread)
            found[question] = person.seldom(answer, 0.6 if breaks_off else 0.02)
    found["推荐意愿"] = person.seldom(mark(person, 10.5 * person.near(), 1, 0), 0.03)
    found["投诉未解决"] = "是" if person.chance.random() < 0.16 * (1.2 - person.quality) else ""
    return found


def mark(person, middle, spread, low=1):
    """A mark up to 10 near the middle."""
    return min(10, max(low, round(person.chance.gauss(middle, spread))))


if __name__ == "__main__":
    write("satisfaction-survey", record_of, 300)
