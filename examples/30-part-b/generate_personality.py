"""Records for personality: each customer leans to one type, more or less clearly."""

from companies import write

TRIPLES = (
    ("outgoing_seen", "reserved_seen", "social_middle_seen"),
    ("reasoning_seen", "feeling_seen", "decision_middle_seen"),
    ("direct_seen", "indirect_seen", "communication_middle_seen"),
    ("practical_seen", "principled_seen", "values_middle_seen"),
)
SALES = ("facts_first", "experience_first", "control_first", "safety_first")


def record_of(customer):
    """One record."""
    clarity = customer.near() * 6
    found = {"customer": customer.name}
    for types in (*TRIPLES, SALES):
        lead = customer.chance.choice(types)
        for name in types:
            score = customer.chance.gauss(3.8, 1.2) + (clarity if name == lead else 0)
            found[name] = customer.seldom(min(10, max(0, round(score))), 0.004)
    return found


if __name__ == "__main__":
    write("personality", record_of)
