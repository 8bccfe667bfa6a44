"""Records for ideal-customer: five colleagues score each trait, and do not always agree."""

from companies import write

PSYCHOLOGICAL = ("cooperation", "openness", "loyalty", "value_interest", "decision")
STATISTICAL = ("volume", "profit", "rules", "growth", "payment")


def record_of(customer):
    """One record; a cell holds the scores of all raters."""
    sides = (customer.near(0.22), customer.near(0.22))
    found = {"customer": customer.name}
    asked = 5 if customer.chance.random() > 0.04 else 2
    for traits, side in zip((PSYCHOLOGICAL, STATISTICAL), sides, strict=True):
        for trait in traits:
            middle = 1 + 9 * side + customer.chance.gauss(0, 1)
            raters = asked if customer.chance.random() > 0.02 else 2
            found[trait] = ";".join(str(score(customer, middle)) for _ in range(raters))
    return found


def score(customer, middle):
    """What one of the team gives; one voice in fifty is far off."""
    if customer.chance.random() < 0.02:
        middle = 10 - middle
    return min(10, max(0, round(middle + customer.chance.gauss(0, 0.8))))


if __name__ == "__main__":
    write("ideal-customer", record_of)
