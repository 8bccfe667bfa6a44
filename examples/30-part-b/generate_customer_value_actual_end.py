"""Records for customer-value-actual-end: a year of shoppers, telephone users and machine buyers."""

from companies import write
from generate_customer_value_potential_end import name

SPEND = {"retail": (300, 40_000), "telecom": (240, 9_000), "equipment": (30_000, 6_000_000)}
EDGES = {"retail": [20_000, 8000], "telecom": [5000, 2400], "equipment": [3_000_000, 800_000]}
DAYS = {"retail": 260, "telecom": 120, "equipment": 900}
LIMITS = {"retail": [30, 90, 180], "telecom": [31, 62, 93], "equipment": [180, 365, 730]}


def record_of(customer):
    """One customer; some came this year, a few have stopped buying."""
    trade = customer.chance.choice(list(SPEND))
    low, high = SPEND[trade]
    spend = customer.edge(EDGES[trade], round(low * (high / low) ** customer.near(0.2)), 0.12)
    is_new = customer.chance.random() < 0.1
    if customer.chance.random() < 0.02:
        spend = 0
    return {
        "customer": name(customer, trade),
        "trade": trade,
        "spend": spend,
        "last_spend": "" if is_new else round(max(spend, 100) / (0.55 + 0.8 * customer.near())),
        "cost_of_goods": round(spend * (1.02 - 0.55 * customer.near())),
        "service_cost": round(spend * (0.2 - 0.19 * customer.near())),
        "days_since": customer.edge(
            LIMITS[trade], round(DAYS[trade] * (1 - customer.near()) ** 1.5)
        ),
        "orders": customer.edge([12, 4, 2], round(16 * customer.near() ** 2), 0.15),
        "wallet_share": customer.seldom(
            customer.edge(["0.7", "0.4", "0.15"], customer.share(customer.near()))
        ),
        "customer_for": 0.5
        if is_new
        else customer.edge([5, 3, 1], round(1 + 7 * customer.near(), 1)),
        "would_recommend": customer.seldom(round(10 * customer.near()), 0.08),
        "open_complaints": round(3 * max(0.0, 0.6 - customer.near(0.25)) / 0.6),
        "lines_bought": customer.seldom(1 + round(4 * customer.near())),
    }


if __name__ == "__main__":
    write("customer-value-actual-end", record_of)
