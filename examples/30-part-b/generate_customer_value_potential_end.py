"""Records for customer-value-potential-end: shoppers, telephone users and buyers of machines."""

from companies import write

SPEND = {"retail": (500, 60_000), "telecom": (300, 12_000), "equipment": (50_000, 9_000_000)}
EDGES = {"retail": [30_000, 10_000], "telecom": [6000, 3000], "equipment": [5_000_000, 1_000_000]}
SURNAMES = "王 李 张 刘 陈 杨 赵 黄 周 吴".split()
BLANK = 0.08


def record_of(prospect):
    """One prospect; persons and companies have a number each."""
    trade = prospect.chance.choice(list(SPEND))
    low, high = SPEND[trade]
    spend = round(low * (high / low) ** prospect.near(0.25))
    asked = max(100, round(spend * prospect.chance.uniform(0.4, 1.2), -2))
    stage = prospect.pick("offer", "asked", "aware", "unaware")
    unknown = 0.85 if prospect.chance.random() < 0.04 else BLANK
    return {
        "prospect": name(prospect, trade),
        "trade": trade,
        "yearly_spend": prospect.seldom(prospect.edge(EDGES[trade], spend, 0.15), unknown),
        "months_to_purchase": prospect.seldom(
            prospect.edge([3, 6, 12], round(24 * (1 - prospect.near()))), unknown
        ),
        "other_needs": prospect.seldom(round(5 * prospect.near(0.3)), BLANK),
        "credit_check": prospect.seldom(credit(prospect), unknown),
        "budget": prospect.seldom(round(asked * (0.4 + prospect.near())), unknown),
        "price_asked": asked,
        "stage": prospect.seldom(stage, unknown),
        "content_with_present": prospect.seldom(
            round(11 * (1 - prospect.near(0.25)) + 0.2) % 11, unknown
        ),
        "months_bound": prospect.seldom(
            prospect.edge([0, 0, 3, 12], round(20 * (1 - prospect.near()))), unknown
        ),
        "recommends": prospect.yes(0),
        "well_known": prospect.yes(-0.4),
        "in_a_group": prospect.yes(-0.2),
        "listed": "yes" if prospect.chance.random() < 0.02 else "no",
    }


def credit(prospect):
    """Bad credit is rare; that nothing is known is not."""
    if prospect.near() < 0.12:
        return "bad"
    return prospect.chance.choice(
        ["unknown", *2 * [prospect.pick("good", "good", "fair", "unknown")]]
    )


def name(prospect, trade):
    """A company, or a person with a number."""
    if trade == "equipment":
        return prospect.name
    title = prospect.chance.choice(["先生", "女士"])
    return f"{prospect.chance.choice(SURNAMES)}{title}({prospect.number:03})"


if __name__ == "__main__":
    write("customer-value-potential-end", record_of)
