"""Writes the sample records of crm-position: seeded, plausible, every level of the job hit."""

from companies import write

LEVELS = ("excellent", "excellent", "good", "good", "fair", "poor")


def record_of(person):
    """One record."""
    chance = person.chance
    offered = chance.choice((0, *range(4, 40)))
    accepted = round(offered * person.edge((0.5, 0.7, 0.85), 0.35 + 0.6 * person.near(), 0.15))
    kept = person.edge((0.8, 0.9, 0.95), 0.72 + 0.26 * person.near(), 0.15)
    return {
        "employee": f"{20200000 + person.number}",
        "months_in_post": person.edge((2, 3), chance.randint(3, 90), 0.04),
        "oral": person.seldom(person.pick(*LEVELS)),
        "returned_letters": person.seldom(round((1 - person.near()) * 9)),
        "lets_finish": person.seldom(person.yes(0.25)),
        "restates_need": person.yes(),
        "asks_back": person.yes(0.2),
        "keeps_notes": person.yes(0.1),
        "cause_found": person.seldom(
            person.edge(("0.6", "0.9"), person.share(0.4 + 0.58 * person.near(), 2), 0.1)
        ),
        "solutions_offered": person.seldom(offered),
        "solutions_accepted": min(offered, accepted),
        "coordination": person.pick(*LEVELS),
        "feedback_notes": person.seldom(
            person.edge((60, 90, 100), round(20 + 110 * person.near()), 0.15)
        ),
        "kept_share": person.share(kept),
        "answer_hours": person.edge(
            (4, 8, 24), f"{1.5 + 30 * (1 - person.near()) ** 1.6:.1f}", 0.15
        ),
        "attitude": person.seldom(person.pick(*LEVELS)),
        "files_current": person.edge(
            ("0.75", "0.9", "0.98"), person.share(0.66 + 0.34 * person.near(), 2), 0.15
        ),
        "stand_ins": person.seldom(chance.randint(0, 3) + round(5 * person.near())),
        "trained_newcomer": "yes" if chance.random() < 0.3 else "no",
        "grave_complaints": 1 if chance.random() < 0.12 * (1 - person.quality) else "",
        "leaked": "yes" if chance.random() < 0.01 else "",
    }


if __name__ == "__main__":
    write("crm-position", record_of)
