"""Writes the sample records of the shipped rubrics: seeded, plausible, every edge hit.

Run it in any folder: it writes beside itself. The records of customer-rating carry Chinese
headings and values and are saved as GBK, as a Chinese Excel saves them.
"""

import csv
import random
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
COUNT = 60
FIRMS = ("华联", "东方", "新达", "金港", "恒丰", "长城", "天元", "海川", "宏图", "瑞安")
TRADES = ("电子", "纺织", "机械", "包装", "化工", "五金")


def firm(chance):
    return chance.choice(FIRMS) + chance.choice(TRADES) + "有限公司"


def seldom(chance, value, blank=0.03):
    """A cell that is sometimes left empty."""
    return "" if chance.random() < blank else value


def money(chance, low, high):
    return round(chance.uniform(low, high), -2)


def customer_rating(chance, number):
    export = chance.random() < 0.4
    level = chance.choice(("重点", "中型", "小型"))
    low, high = {"重点": (10, 15), "中型": (6, 10), "小型": (0, 6)}[level]
    price = chance.randrange(2000, 40000) / 100
    return {
        "客户编号": f"{number:04}",
        "贸易方式": "外销" if export else "内销",
        "逾期天数": seldom(chance, chance.choice((0, 0, 0, 1, 15, 30, 31, chance.randrange(90)))),
        "数期": seldom(
            chance, chance.choice(("现金", "验货后7天内", "月结30天", "月结30~90天", "90天或以上"))
        ),
        "净单价": seldom(chance, f"{price:.2f}"),
        "单位成本": seldom(
            chance,
            f"{price * chance.choice((0.8, 0.9, 0.95, chance.uniform(0.6, 1.1))):.2f}",
        ),
        "转厂天数": chance.choice((30, 60, 90, 91, 120)) if export else "",
        "转厂证失效": chance.choice(("是", "否", "否", "否")) if export else "",
        "实力档次": seldom(chance, level),
        "综合实力评分": chance.randrange(low, high + 1),
        "月均交易量(MT)": seldom(
            chance, chance.choice((0, 1.99, 2, 4.99, 5, 9.99, 10, chance.randrange(400) / 10))
        ),
        "配合度评分": seldom(chance, chance.randrange(3, 11)),
        "重大异常": seldom(chance, chance.choice(("否",) * 9 + ("是",))),
    }


def fmea(chance, number):
    edges = chance.choice(((10, 10, 1), (5, 4, 5), (9, 1, 1), None, None, None, None))
    ratings = edges or tuple(chance.randrange(1, 11) for _ in range(3))
    names = ("failure_mode", "severity", "occurrence", "detection")
    return dict(zip(names, (f"FM-{number:03}", *ratings), strict=True))


def publisher_customer(chance, number):
    shipped = chance.choice((5_000_000, 4_995_000, 1_000_000, 900_000, 0, money(chance, 0, 8e6)))
    receipts = money(chance, 0, 3e6)
    good = chance.choice(("good", "medium", "poor"))
    yes = lambda: seldom(chance, chance.choice(("yes", "yes", "no")))  # noqa: E731
    return {
        "customer": f"书店{number:03}",
        "customer_type": seldom(
            chance, chance.choice(("textbook", "library", "retail", "xinhua", "general"))
        ),
        "shipped": shipped,
        "shipped_last_year": max(0, shipped - chance.choice((1e6, 800_000, 50_000, 49_999, -3e5))),
        "receipts": receipts,
        "settled_list_value": round(receipts * chance.uniform(0.5, 2), -2),
        "turnover": chance.choice((2, 1.75, 1.5, 1.25, chance.randrange(300) / 100)),
        "return_rate": seldom(chance, f"{chance.randrange(300) / 10}%"),
        "contract_fulfilment": chance.choice(("100%", "99.9%", "60%", "59.9%")),
        "finance": good,
        "coverage": chance.choice(("strong", "medium", "weak")),
        "warehouse_ok": yes(),
        "modern_ok": yes(),
        "delivery_ok": yes(),
        "promo_support": yes(),
        "promo_own": yes(),
        "promo_compete": yes(),
        "staff_able": yes(),
        "staff_stable": yes(),
        "management": good,
    }


def steel_supplier(chance, number):
    best = chance.random() < 0.15
    pick = lambda *values: values[0] if best else chance.choice(values)  # noqa: E731
    return {
        "supplier": f"S{number:04}",
        "licence": seldom(chance, pick("yes", "yes", "yes", "yes", "no")),
        "quality_policy": pick("yes", "yes", "no"),
        "policy_matches_site": pick("yes", "no"),
        "qa_system": pick("complete", "partial", "none"),
        "process_line": pick("full", "basic", "incomplete"),
        "share": pick("0.1", "0.0999", "0.06", "0.059", "0.3"),
        "fulfilment": pick("1", "0.999", "0.9", "0.89"),
        "steadiness": pick("0.9", "0.899", "0.7", "0.69"),
        "disputes": pick(0, 1, 2),
        "technology_level": pick("A", "B", "C"),
        "trial_level": seldom(chance, pick("A", "B", "C")),
    }


def tobacco_service(chance, number):
    score = lambda: chance.choice((100, chance.randrange(6000, 10000) / 100))  # noqa: E731
    return {
        "company": f"{FIRMS[number % 10]}烟草公司{number:02}",
        "complaints_score": score(),
        "industrial_score": score(),
        "satisfaction_score": score(),
    }


def bank_scale(chance, number):
    edge = chance.choice((90, 85, 80, 70, 65, 60, 50, 45, 40)) - chance.choice((0.5, 0.51, 0))
    return {"customer": firm(chance), "score": chance.choice((edge, chance.randrange(10001) / 100))}


def bank_medical(chance, number):
    staff, beds = chance.randrange(40, 2000), chance.randrange(20, 1500)
    income = money(chance, 5e6, 5e8)
    return {
        "customer": f"第{number}人民医院",
        "visits": chance.choice((1_000_000, 500_000, 49_999, chance.randrange(2_000_000))),
        "senior_staff": int(staff * chance.choice((0.4, 0.3, 0.2, chance.random() * 0.6))),
        "medical_staff": seldom(chance, staff),
        "open_beds": beds,
        "occupied_bed_days": int(beds * 365 * chance.uniform(0.4, 1.05)),
        "open_bed_days": chance.choice((beds * 365,) * 12 + (0,)),
        "research_level": seldom(
            chance, chance.choice(("national", "provincial", "municipal", "none"))
        ),
        "equipment_level": chance.choice(("advanced", "adequate", "basic")),
        "income": income,
        "income_last_year": round(income / chance.choice((1.15, 1.08, 1, 0.9, 1.2)), 2),
        "drug_income": round(income * chance.choice((0.3, 0.4, 0.5, 0.6)), 2),
    }


def bank_education(chance, number):
    teachers = chance.randrange(50, 2500)
    income = money(chance, 5e6, 2e9)
    return {
        "customer": f"{FIRMS[number % 10]}学院{number:02}",
        "kind": chance.choice(("key_university", "university", "vocational", "secondary", "other")),
        "students": teachers * chance.choice((15, 16, 18, 22, 25)),
        "teachers": seldom(chance, teachers),
        "senior_teachers": int(teachers * chance.choice((0.5, 0.45, 0.35, 0.2, 0.1))),
        "income": income,
        "income_last_year": round(income / chance.choice((1.1, 1.05, 1, 0.97, 0.9)), 2),
        "debt": round(income * chance.choice((0.1, 0.3, 0.6, 1, 1.5)), 2),
    }


def bank_institution(chance, number):
    income, assets = money(chance, 1e6, 3e8), money(chance, 5e6, 9e8)
    return {
        "customer": f"事业单位{number:03}",
        "supervisor": chance.choice(("central", "provincial", "municipal", "county")),
        "funding": round(income * chance.choice((0.8, 0.5, 0.2, 0.1, 0)), 2),
        "income": seldom(chance, income),
        "spending": round(income * chance.choice((0.95, 1, 1.05, 1.2)), 2),
        "debt": round(assets * chance.choice((0.1, 0.2, 0.4, 0.6, 0.8)), 2),
        "assets": assets,
        "repayment": chance.choice(
            ("always_on_time", "always_on_time", "once_late", "often_late", "no_loans")
        ),
    }


def bank_newfirm(chance, number):
    registered, cost = money(chance, 1e6, 1e8), money(chance, 5e6, 5e8)
    return {
        "customer": firm(chance),
        "owner_grade": seldom(chance, chance.choice(("strong", "good", "fair", "unknown"))),
        "manager_years": chance.choice((1, 1.9, 2, 5, 10, chance.randrange(300) / 10)),
        "registered_capital": registered,
        "paid_capital": round(registered * chance.choice((1, 0.6, 0.3, 0.1)), 2),
        "project_cost": cost,
        "own_funds": round(cost * chance.choice((0.35, 0.25, 0.2, 0.1)), 2),
        "orders": chance.choice(("signed", "intended", "none")),
        "business_licence": "yes",
        "land_approval": seldom(chance, chance.choice(("yes", "no")), 0.1),
        "environment_approval": chance.choice(("yes", "yes", "no")),
    }


def bank_model(chance, number):
    return {
        "customer": firm(chance),
        "cash_ratio": chance.randrange(200) / 100,
        "debt_cover": chance.randrange(-100, 600) / 100,
        "stock_turnover": chance.randrange(150) / 10,
        "pretax_margin": f"{chance.randrange(-150, 300) / 10}%",
        "debt_ratio": f"{chance.randrange(50, 1100) / 10}%",
        "capital_turnover": chance.randrange(300) / 100,
        "audit": chance.choice(("unqualified", "unqualified", "qualified", "none")),
        "default_history": chance.choice(("no", "no", "no", "yes")),
    }


MAKERS = {
    "customer-rating": customer_rating,
    "fmea-rpn": fmea,
    "fmea-action-priority": fmea,
    "publisher-customer": publisher_customer,
    "steel-supplier": steel_supplier,
    "tobacco-service": tobacco_service,
    "bank-scale": bank_scale,
    "bank-medical": bank_medical,
    "bank-education": bank_education,
    "bank-institution": bank_institution,
    "bank-newfirm": bank_newfirm,
    "bank-model": bank_model,
}


def distinct(rows):
    """A firm drawn again is another plant of it: a key names one record."""
    drawn = Counter()
    key = next(iter(rows[0]))
    for row in rows:
        drawn[row[key]] += 1
        if drawn[row[key]] > 1:
            row[key] = f"{row[key]}第{drawn[row[key]]}厂"
    return rows


def main():
    for slug, make in MAKERS.items():
        chance = random.Random(slug)
        rows = distinct([make(chance, number) for number in range(1, COUNT + 1)])
        encoding = "gbk" if slug == "customer-rating" else "utf-8"
        with (HERE / f"{slug}.csv").open("w", encoding=encoding, newline="") as file:
            writer = csv.DictWriter(file, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


if __name__ == "__main__":
    main()
