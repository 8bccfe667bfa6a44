"""Records for customer-class: companies, offices, institutions and persons."""

from companies import write

NATURES = ("enterprise",) * 7 + ("government", "institution", "individual")


def record_of(company):
    """One record."""
    chance = company.chance
    nature = chance.choice(NATURES)
    books = nature in ("enterprise", "institution")
    assets = company.edge(
        (2_000_000, 10_000_000, 30_000_000, 100_000_000), company.amount(8e5, 4e8)
    )
    revenue = company.amount(5e5, 5e8)
    current = round(0.5 + 2 * company.near(), 2)
    current = company.edge((1, 1.5, 2), current, 0.15)
    quick = company.edge((0.7, 1), round(current * chance.uniform(0.45, 0.85), 2), 0.1)
    margin = company.edge((0, 0.02, 0.05, 0.1), (company.near() - 0.25) * 0.2, 0.15)
    event = chance.choice(
        ("",) * 16 + ("none", "finances_worsened", "grave_default", "grave_default")
    )
    return {
        "customer": company.short if nature == "enterprise" else f"{nature}-{company.number:03}",
        "nature": nature,
        "identity_verified": company.seldom(company.yes(0.4)),
        "address_verified": company.yes(0.3),
        "scope_fits": company.yes(0.3),
        "total_assets": company.seldom(assets) if books else "",
        "revenue": revenue if books else "",
        "net_profit": round(revenue * margin) if books else "",
        "current_ratio": current if books else "",
        "quick_ratio": company.seldom(min(quick, current)) if books else "",
        "debt_ratio": company.edge(
            ("0.4", "0.6", "0.75"), company.share(0.95 - 0.7 * company.near()), 0.15
        )
        if books
        else "",
        "bank_record": company.seldom(company.pick("clean", "clean", "overdue", "bad")),
        "on_time_share": company.edge(
            ("0.98", "0.95", "0.85", "0.7"), company.share(0.6 + 0.4 * company.near()), 0.15
        ),
        "breaches": company.seldom(company.pick(0, 0, 0, 1, 2, 3)),
        "cooperation_months": company.edge((11, 12, 36, 60), chance.randrange(96), 0.15),
        "purchases": company.edge(
            (100_000, 500_000, 2_000_000, 5_000_000), company.amount(5e4, 2e7)
        ),
        "needs": company.seldom(
            company.pick("growing", "steady", "steady", "falling", "occasional")
        ),
        "outlook": company.seldom(company.pick("rising", "steady", "declining")),
        "plan_written": company.yes(),
        "goals_measured": company.yes(-0.1),
        "invests_in_new": company.seldom(company.yes(0)),
        "event": event,
        "event_approved": chance.choice(("yes", "", "")) if event not in ("", "none") else "",
        "rated_on": company.seldom(
            f"2025-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        ),
    }


if __name__ == "__main__":
    write("customer-class", record_of)
