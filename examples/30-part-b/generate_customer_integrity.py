"""Records for customer-integrity: credit scores, payments, contracts, lawsuits."""

from companies import write


def record_of(company):
    """One record."""
    chance = company.chance
    billed = company.amount(1e5, 3e7)
    trades = company.edge((3, 6, 12, 24), chance.randrange(1, 40))
    blacklisted = "yes" if chance.random() < 0.15 * (1 - company.quality) ** 2 else "no"
    return {
        "customer": company.short,
        "credit_score": company.seldom(
            company.edge((300, 850), round(300 + 550 * company.near()), 0.03), 0.03
        ),
        "on_time_share": company.edge(
            ("0.98", "0.8", "0.799"), company.share(0.65 + 0.35 * company.near()), 0.15
        ),
        "payments": company.seldom(company.edge((3, 6, 12), chance.randrange(20))),
        "billed": billed,
        "paid": company.seldom(
            round(billed * company.edge((1, 0.98, 0.9, 0.75), 0.6 + 0.4 * company.near()))
        ),
        "trades": trades,
        "written_contracts": company.seldom(round(trades * min(1, 0.3 + company.near()))),
        "fulfilment": company.seldom(
            company.edge(("0.98", "0.9", "0.75"), company.share(0.6 + 0.4 * company.near()))
        ),
        "breaches": company.seldom(company.pick(0, 0, 0, 1, 2)),
        "feedback": company.seldom(round(10 * company.near(), 1)),
        "debt_ratio": company.edge(("0.6", "0.601"), company.share(0.95 - 0.65 * company.near())),
        "net_profit": company.seldom(round((company.near() - 0.3) * billed)),
        "operating_cash": round((company.near() - 0.35) * billed),
        "industry_climate": company.seldom(
            chance.choice(("rising", "steady", "steady", "declining"))
        ),
        "court_blacklist": company.seldom(blacklisted),
        "lost_cases": company.pick(0, 0, 0, 1, 2, 3),
        "open_cases": company.pick(0, 0, 1, 2),
        "staff_insured": company.seldom(company.yes(0.3)),
        "no_pollution_fine": company.yes(0.35),
        "report_published": company.yes(-0.35),
        "reputation": company.seldom(company.pick("high", "sound", "sound", "unknown", "poor")),
    }


if __name__ == "__main__":
    write("customer-integrity", record_of)
