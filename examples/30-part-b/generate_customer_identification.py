"""Records for customer-identification: colleagues, and what was seen of their work."""

from companies import write


def record_of(company):
    """One record."""
    level = int(company.near(0.25) * 5.2)
    upto = lambda needed: (  # noqa: E731
        "yes" if (level >= needed) != (company.chance.random() < 0.06) else "no"
    )
    return {
        "employee": f"E{company.number:04}",
        "identify_1": company.seldom(upto(1)),
        "identify_2": upto(2),
        "identify_3": upto(3),
        "develop_3": company.seldom(upto(3)),
        "mechanism_3": upto(3),
        "identify_4": upto(4),
        "develop_4": company.seldom(upto(4), 0.03),
        "mechanism_4": upto(4),
    }


if __name__ == "__main__":
    write("customer-identification", record_of)
