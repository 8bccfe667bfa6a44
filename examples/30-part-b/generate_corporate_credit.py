"""Records for corporate-credit: companies of eight industries, some of them not ratable."""

from companies import write

# for each industry about the middle of: debt ratio, quick ratio, cash, margin, turnover
USUAL = {
    "工业": (0.58, 0.75, 0.12, 0.06, 0.75),
    "农业": (0.53, 0.65, 0.10, 0.05, 0.55),
    "商贸": (0.63, 0.60, 0.07, 0.03, 1.5),
    "交通运输": (0.63, 0.70, 0.16, 0.075, 0.42),
    "房地产": (0.70, 0.48, 0.05, 0.10, 0.26),
    "建筑安装": (0.73, 0.60, 0.06, 0.037, 0.85),
    "公用事业": (0.53, 0.95, 0.14, 0.045, 0.37),
    "其他": (0.58, 0.75, 0.11, 0.05, 0.65),
}
LIMITS = {"工业": 0.45, "农业": 0.5, "商贸": 0.6, "交通运输": 0.7, "房地产": 0.82}


def record_of(company):
    """One record."""
    chance = company.chance
    industry = chance.choice(tuple(USUAL))
    debt, quick, cash, margin, turnover = USUAL[industry]
    scale = lambda: 1.75 * company.near(0.14)  # noqa: E731
    assets = company.amount(5e6, 2e9)
    liabilities = assets * (debt + (0.95 - scale()) * 0.3)
    liabilities = round(company.edge((LIMITS.get(industry, 0.55) * assets,), liabilities, 0.08))
    current_liabilities = round(liabilities * chance.uniform(0.5, 0.9))
    quick_assets = quick * current_liabilities * (0.35 + 0.65 * scale())
    current_assets = round(min(assets, quick_assets * chance.uniform(1.1, 1.9)))
    revenue = round(assets * turnover * (0.35 + 0.65 * scale()))
    return {
        "customer": company.short,
        "industry": industry,
        "account_months": company.edge((6, 11, 12), chance.randrange(12, 240), 0.08),
        "project_company": "yes" if chance.random() < 0.03 else "",
        "low_risk_only": "yes" if chance.random() < 0.03 else "",
        "assets": assets,
        "liabilities": company.seldom(liabilities),
        "current_assets": company.seldom(current_assets),
        "stock": max(0, round(current_assets - quick_assets)),
        "current_liabilities": current_liabilities,
        "operating_cash": company.seldom(round(current_liabilities * cash * (scale() * 2 - 0.9))),
        "operating_profit": company.seldom(round(revenue * margin * (scale() * 2 - 0.8))),
        "revenue": revenue,
        "repayment": company.seldom(
            company.pick("clean", "clean", "clean", "extended", "overdue", "bad")
        ),
        "managers_experienced": company.seldom(company.yes(0.3)),
        "rules_complete": company.yes(0.1),
        "owners_agree": company.yes(0.3),
        "staff_stable": company.yes(0.2),
        "position": company.seldom(company.pick("leader", "strong", "average", "weak")),
        "audit_opinion": company.seldom(
            company.pick("clean", "clean", "clean", "qualified", "unaudited", "adverse")
        ),
    }


if __name__ == "__main__":
    write("corporate-credit", record_of, 320)
