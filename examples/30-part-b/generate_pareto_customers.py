"""Records for pareto-customers: few large customers and many small ones."""

from companies import write


def record_of(company):
    """One record."""
    chance = company.chance
    revenue = round(60_000 * chance.paretovariate(0.95) / 100) * 100
    if chance.random() < 0.04:
        revenue = 0
    rate = chance.gauss(0.17, 0.08)
    if chance.random() < 0.08:
        rate = 0.55  # a niche in which little is bought and much is earned
    return {
        "customer": company.name,
        "revenue": min(revenue, 40_000_000),
        "margin": company.seldom(round(min(revenue, 40_000_000) * rate / 100) * 100, 0.02),
        "months_known": company.seldom(company.edge((11, 12), chance.randint(3, 150), 0.05)),
    }


if __name__ == "__main__":
    write("pareto-customers", record_of)
