"""Records for customer-value-potential-intermediary: dealers one has heard of; much is unknown."""

from companies import write

BLANK = 0.12


def record_of(dealer):
    """One prospect; good ones are larger, sounder and further in the talks."""
    if dealer.chance.random() < 0.04:
        return nearly_unknown(dealer)
    return {
        "prospect": dealer.name,
        "trade": dealer.chance.choice(["consumer", "industrial"]),
        "area_share": dealer.seldom(
            dealer.edge(["0.30", "0.15", "0.08", "0.03"], dealer.share(0.36 * dealer.near() ** 2)),
            BLANK,
        ),
        "outlets": dealer.seldom(
            dealer.edge([200, 80, 20], round(260 * dealer.near() ** 2)), BLANK
        ),
        "standing": dealer.seldom(dealer.pick("leading", "good", "ordinary", "poor"), BLANK),
        "annual_sales": dealer.seldom(
            dealer.edge(["1亿", "3000万", "500万"], sales(dealer)), BLANK
        ),
        "growth": dealer.seldom(dealer.share(0.35 * dealer.near() - 0.1), BLANK),
        "own_warehouse": dealer.yes(),
        "own_delivery": dealer.yes(0),
        "after_sales": dealer.yes(-0.1),
        "contact": dealer.pick("trial_order", "negotiating", "visited", "none"),
        "rival_brands": dealer.seldom(dealer.chance.choice([0, 0, 1, 1, 1, 2, 2, 3, 4]), BLANK),
        "line_fit": dealer.seldom(
            dealer.edge(["0.6", "0.4", "0.2"], dealer.share(0.8 * dealer.near())), BLANK
        ),
        "payment_record": dealer.seldom(payment(dealer), BLANK),
        "debt_ratio": dealer.seldom(dealer.share(1.05 - 0.8 * dealer.near()), BLANK),
    }


def sales(dealer):
    """Yearly sales, in whole 10 thousand yuan."""
    return f"{round(100 * 150 ** dealer.near())}万"


def payment(dealer):
    """Hardly anybody is known not to pay at all."""
    return "bad" if dealer.near() < 0.15 else dealer.pick("clean", "clean", "late")


def nearly_unknown(dealer):
    """A name from a trade fair: too little is known to rate it."""
    trade = dealer.chance.choice(["consumer", "industrial"])
    return {"prospect": dealer.name, "trade": trade, **dict.fromkeys(REST, ""), "contact": "none"}


REST = (
    "area_share outlets standing annual_sales growth own_warehouse own_delivery after_sales "
    "contact rival_brands line_fit payment_record debt_ratio"
).split()

if __name__ == "__main__":
    write("customer-value-potential-intermediary", record_of)
