"""Records for five-c: known, unknown and disputed customers who ask for credit."""

from companies import write


def record_of(company):
    """One record."""
    chance = company.chance
    standing = chance.choice(("known", "known", "known", "unknown", "disputed"))
    assets = company.amount(2e6, 2e8)
    liabilities = round(
        assets * company.edge((0.4, 0.55, 0.7, 0.85), 1.05 - 0.8 * company.near(), 0.15)
    )
    current_assets = round(assets * chance.uniform(0.3, 0.7))
    cover = company.edge((1, 2), 0.5 + 2 * company.near(), 0.15)
    current_liabilities = min(liabilities, max(10_000, round(current_assets / cover)))
    asked = company.amount(1e5, 1e7)
    slow = company.edge((0.05, 0.15, 0.3), (1 - company.near()) * 0.45)
    return {
        "customer": company.short,
        "standing": standing,
        "on_time_share": company.seldom(
            company.edge(
                ("0.98", "0.95", "0.85", "0.7"), company.share(min(1, 0.6 + 0.42 * company.near()))
            )
        ),
        "supplier_relations": company.seldom(
            company.pick("good", "good", "fair", "unknown", "bad")
        ),
        "refused_payment": "yes" if chance.random() < 0.12 * (1 - company.quality) else "",
        "current_assets": company.seldom(current_assets),
        "current_liabilities": current_liabilities,
        "slow_stock": round(current_assets * slow * 0.6),
        "overdue_receivables": round(current_assets * slow * 0.4),
        "assets": assets,
        "liabilities": company.seldom(liabilities),
        "credit_asked": asked,
        "collateral_value": company.seldom(
            round(asked * company.edge((0.5, 1, 1.5), chance.uniform(0, 2.2))), 0.06
        )
        if standing != "known"
        else chance.choice(("", "", asked)),
        "economy": company.seldom(chance.choice(("upswing", "stable", "stable", "downturn"))),
        "resilience": company.seldom(company.pick("unaffected", "delayed", "failed")),
    }


if __name__ == "__main__":
    write("five-c", record_of)
