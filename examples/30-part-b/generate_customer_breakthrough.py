"""Records for customer-breakthrough: branches of a company, this period against the last one."""

from companies import PLACES, write


def record_of(branch):
    """One record."""
    chance = branch.chance
    satisfaction, brand = chance.randint(60, 90), chance.randint(40, 80)
    retention, referred = chance.randint(700, 930), chance.randint(60, 350)
    positive, customers = chance.randint(700, 930), chance.choice((0, *range(20, 300)))
    sales, profit = branch.amount(5e6, 3e8), chance.randint(-150, 1500) * 10_000
    dear = chance.random() < 0.15  # content customers at a price
    is_known = chance.random() > 0.03  # some branches opened this period

    def last(value):
        return value if is_known else ""

    return {
        "unit": f"{chance.choice(PLACES)}分公司{branch.number:03}",
        "satisfaction": branch.seldom(satisfaction + moved(branch, -6, 9, (0, 5, -3))),
        "上期客户满意度": last(satisfaction),
        "retention": thousandths(retention + moved(branch, -70, 50, (0, 30, -20))),
        "上期客户留存率": last(thousandths(retention)),
        "new_customers": max(0, round(customers * (1 + moved(branch, -30, 45, (0, 10, 20)) / 100))),
        "上期新增客户数": last(customers),
        "brand": branch.seldom(brand + moved(branch, -4, 7, (0, 2, 4))),
        "上期品牌声誉指数": last(brand),
        "referred_share": thousandths(referred + moved(branch, -40, 80, (0, 20, 50))),
        "上期转介绍占比": last(thousandths(referred)),
        "positive_share": branch.seldom(
            thousandths(positive + moved(branch, -40, 70, (0, 20, 50)))
        ),
        "上期好评率": last(thousandths(positive)),
        "sales": round(sales * (1 + moved(branch, -12, 25, (0, 5, 10)) / 100)),
        "上期销售额": last(sales),
        "profit": profit
        + (chance.randint(-60, 0) if dear else moved(branch, -80, 180, (0, 20, 100))) * 10_000,
        "上期利润": last(profit),
    }


def moved(branch, low, high, limits):
    """How far a figure has moved: further up in a good branch."""
    return branch.edge(limits, round(low + (high - low) * (branch.near(0.25) - 0.08)), 0.12)


def thousandths(value):
    """A percentage as the file holds it, never above one."""
    return f"{min(1000, max(0, value)) / 1000:.3f}"


if __name__ == "__main__":
    write("customer-breakthrough", record_of)
