"""Records for customer-value-actual-intermediary: a year of dealers in two trades."""

from companies import write


def record_of(dealer):
    """One dealer; an industrial one buys in larger orders."""
    trade = dealer.chance.choice(["consumer", "consumer", "industrial"])
    size = 25 if trade == "industrial" else 10
    purchases = dealer.edge(
        [size * 20_0000, size * 50_0000], round(size * 8000 * 70 ** dealer.near()), 0.1
    )
    offered = dealer.chance.choice([0, 2, 3, 4, 4, 6])
    is_new = dealer.chance.random() < 0.06
    return {
        "dealer": dealer.name,
        "trade": trade,
        "purchases": purchases,
        "上年进货额": "" if is_new else round(purchases / (0.72 + 0.6 * dealer.near())),
        "cost_of_goods": round(purchases * (1 - 0.32 * dealer.near())),
        "service_cost": round(purchases * (0.1 - 0.09 * dealer.near())),
        "wallet_share": dealer.seldom(
            dealer.edge(["0.8", "0.5", "0.25"], dealer.share(dealer.near()))
        ),
        "cooperation": 1 if is_new else dealer.edge([8, 4, 2], round(12 * dealer.near(), 1)),
        "new_lines_offered": offered,
        "new_lines_taken": round(offered * dealer.near(0.3)),
        "diversions": some(dealer, 3),
        "price_breaches": some(dealer, 4),
        "reports": dealer.seldom(round(12 * dealer.near(0.3))),
        "days_late": dealer.edge([0], round(60 * (1 - dealer.near()) ** 2), 0.3),
        "return_rate": dealer.edge(
            ["0.01", "0.03", "0.06"], dealer.share(0.1 * (1 - dealer.near()))
        ),
        "sole_agent": "yes" if dealer.chance.random() < 0.12 else "no",
    }


def some(dealer, most):
    """How often something went wrong; mostly never."""
    return round(most * max(0.0, 0.75 - dealer.near(0.25)) / 0.75)


if __name__ == "__main__":
    write("customer-value-actual-intermediary", record_of)
