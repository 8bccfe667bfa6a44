"""Records for credit-standard: four industries whose means the customers are compared with."""

from companies import write

MARGINS = {"manufacturing": 0.05, "construction": 0.03, "trading": 0.02, "services": 0.07}
DEBTS = {"manufacturing": 0.52, "construction": 0.66, "trading": 0.58, "services": 0.42}


def record_of(company):
    """One record."""
    chance = company.chance
    industry = chance.choice(tuple(MARGINS))
    assets = company.amount(2e6, 5e8)
    debt = DEBTS[industry] + (0.6 - company.near()) * 0.5
    liabilities = round(assets * company.edge((0.4, 0.55, 0.7), max(0.1, debt), 0.15))
    current_liabilities = round(liabilities * chance.uniform(0.5, 0.9))
    ratio = company.edge((1, 1.5, 2), 0.6 + 1.7 * company.near(), 0.2)
    current_assets = min(assets, round(current_liabilities * ratio))
    revenue = company.amount(1e6, 8e8)
    margin = company.edge((0, 0.05, 0.1), MARGINS[industry] + (company.near() - 0.6) * 0.15, 0.15)
    trade = company.edge((200_000, 1_000_000, 5_000_000), company.amount(5e4, 2e7), 0.15)
    return {
        "customer": company.short,
        "industry": industry,
        "assets": assets,
        "liabilities": company.seldom(liabilities),
        "current_assets": company.seldom(current_assets),
        "stock": round(current_assets * chance.uniform(0.1, 0.6)),
        "current_liabilities": current_liabilities,
        "revenue": revenue,
        "net_profit": company.seldom(round(revenue * margin)),
        "operating_cash": company.seldom(
            round(current_liabilities * company.edge((0, 0.15, 0.3), (company.near() - 0.3) * 0.7))
        ),
        "years_in_business": company.seldom(company.edge((2, 5, 10), chance.randrange(25))),
        "registered_capital": company.seldom(
            company.edge((3_000_000, 10_000_000, 50_000_000), company.amount(5e5, 2e8))
        ),
        "trades": company.seldom(company.edge((4, 12, 24), chance.randrange(40))),
        "trade_amount": trade,
        "months_with_trade": company.seldom(round(12 * company.near(0.25))),
        "mean_days_late": company.seldom(round(25 * (1 - company.near()) ** 2, 1)),
        "broken_promises": company.seldom(company.pick(0, 0, 0, 1, 2, 3)),
        "reputation": company.seldom(company.pick("high", "sound", "sound", "unknown", "poor")),
        "bad_history": "yes" if chance.random() < 0.25 * (1 - company.quality) else "no",
    }


if __name__ == "__main__":
    write("credit-standard", record_of)
