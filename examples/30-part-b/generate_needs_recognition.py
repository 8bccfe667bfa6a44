"""Records for needs-recognition, with Chinese headings and values as its owner keeps them."""

from companies import write


def record_of(person):
    """One record."""
    chance = person.chance
    offers, feedback = chance.choice((0, *range(3, 26))), chance.choice((0, *range(5, 60)))
    accepted = round(offers * person.edge((0.4, 0.6, 0.8), 0.25 + 0.7 * person.near(), 0.15))
    improved = round(feedback * person.edge((0.05, 0.15, 0.3), 0.4 * person.near(), 0.15))
    proposals = round(chance.uniform(0, 6) * person.near())
    return {
        "工号": f"X{person.number:04}",
        "需求记录吻合率": person.seldom(
            person.edge(("0.7", "0.85", "0.95"), person.share(0.6 + 0.4 * person.near(), 2), 0.15)
        ),
        "表达": person.seldom(person.pick("优", "优", "良", "良", "中", "差")),
        "问明用途": chinese(person.yes(0.3)),
        "问明预算": chinese(person.yes(0.1)),
        "问明期限": chinese(person.yes(0.25)),
        "问明决策人": chinese(person.yes(0)),
        "复述确认": person.seldom(chinese(person.yes(0.2))),
        "行业年限": person.seldom(person.edge((1, 3, 8), f"{chance.uniform(0, 15):.1f}", 0.15)),
        "行业测验": person.seldom(person.edge((60, 90), round(45 + 55 * person.near()), 0.1)),
        "提交方案数": person.seldom(offers),
        "一次认可方案数": min(offers, accepted),
        "变更响应天数": person.seldom(round(8 * (1 - person.near()))),
        "投诉按时处理率": person.edge(
            (1, "0.9", "0.75"), person.share(min(1, 0.65 + 0.4 * person.near()), 2), 0.15
        ),
        "反馈数": feedback,
        "形成改进数": min(feedback, improved),
        "新建议数": proposals,
        "采纳建议数": person.seldom(chance.randint(0, proposals)),
        "预见需求": chinese(person.yes(-0.2)),
        "重大误解次数": 1 if chance.random() < 0.15 * (1 - person.quality) else "",
        "书面表扬次数": chance.choice((0, 0, 0, 1, 1, 2, 3)),
    }


def chinese(answer):
    """A yes/no cell in Chinese."""
    return {"yes": "是", "no": "否"}[answer]


if __name__ == "__main__":
    write("needs-recognition", record_of)
