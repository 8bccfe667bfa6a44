"""What the four generators of position records share: posts, people and their year.

A family of posts has a ladder of posts, each with its demands; a person brings a quality of
its own, which shows in papers, ability and results.
"""

LADDERS = {  # education, months, complexity, subordinates, money, effect
    "business": [
        (5, 96, "designing", 60, "8000万", "company"),
        (4, 60, "deciding", 18, "1500万", "department"),
        (3, 24, "choosing", 3, "300万", "team"),
        (2, 6, "choosing", 0, "50万", "own_work"),
    ],
    "technology": [
        (5, 96, "designing", 25, "5000万", "company"),
        (4, 60, "designing", 8, "800万", "department"),
        (4, 24, "deciding", 1, "100万", "team"),
        (3, 6, "choosing", 0, "10万", "own_work"),
    ],
    "functions": [
        (5, 96, "designing", 50, "5000万", "company"),
        (4, 60, "deciding", 15, "1000万", "department"),
        (3, 24, "choosing", 2, "100万", "team"),
        (1, 0, "repeating", 0, "0", "own_work"),
    ],
}
RANKS = (0, 1, 1, 2, 2, 2, 3, 3)
CONTACTS = {
    "business": ["daily", "daily", "weekly"],
    "technology": ["weekly", "seldom", "seldom"],
    "functions": ["weekly", "seldom", "never"],
}


def post_of(person, family):
    """The demands of a post; a few are not described in full."""
    education, months, complexity, people, money, effect = LADDERS[family][
        rank := person.chance.choice(RANKS)
    ]
    cells = {
        "education_required": education,
        "experience_required": months,
        "complexity": complexity,
        "subordinates": max(0, people + person.chance.choice([0, 0, 2, -1])),
        "money_managed": money,
        "error_effect": effect,
        "outside_contacts": person.chance.choice(CONTACTS[family]),
        "deadlines": yes(person, 0.6),
        "many_tasks": yes(person, 0.65 - 0.1 * rank),
        "emergencies": yes(person, 0.3),
        "hazards": person.chance.choice(
            [0, 0, 0, 0, 1, 2, 3] if family == "technology" else [0, 0, 0, 1]
        ),
        "travel_days": person.chance.choice(
            [0, 2, 4, 10, 15] if family == "business" else [0, 0, 1, 4]
        ),
        "safety_duty": yes(person, 0.05),
    }
    blank = 0.7 if person.chance.random() < 0.02 else 0.01
    return {key: person.seldom(cell, blank) for key, cell in cells.items()}


def qualification_of(person, post):
    """What the holder brings, against what the post asks for."""
    wanted = post["education_required"] or 3
    months = post["experience_required"] or 24
    cells = {
        "education": min(5, max(1, wanted + person.pick(1, 0, 0, -1, -2))),
        "experience": max(0, months + person.edge([0, 36, -12], round(110 * person.near() - 40))),
        "certificate": person.pick("senior", "middle", "middle", "junior", "none"),
        "exam": person.edge([90, 75, 60], round(45 + 55 * person.near())),
        "behaviour_level": person.pick(4, 3, 2, 1),
        "training_hours": person.edge([80, 40, 16], round(100 * person.near())),
        "recognised_results": person.pick(4, 2, 1, 1, 0),
    }
    blank = 0.8 if person.chance.random() < 0.02 else 0.01
    found = {key: person.seldom(cell, blank) for key, cell in cells.items()}
    needs = person.chance.random() < 0.15
    found["licence_needed"] = "yes" if needs else "no"
    found["licence_held"] = ("no" if person.chance.random() < 0.2 else "yes") if needs else ""
    return found


def performance_of(person):
    """The year: figures, and the marks of the superior and of three or four colleagues."""
    return {
        "months_in_post": 2
        if person.chance.random() < 0.03
        else round(3 + 80 * person.chance.random()),
        "target_done": person.edge(
            ["1.2", "1", "0.8", "0.6"], person.share(0.62 + 0.66 * person.near(), 2)
        ),
        "accepted_first_time": person.share(1 - 0.22 * (1 - person.near()) ** 1.3),
        "on_time": person.seldom(person.share(1 - 0.4 * (1 - person.near()) ** 1.3, 2)),
        "attitude(superior)": person.seldom(mark(person)),
        "attitude(peers)": marks(person, 2),
        "teamwork(peers)": marks(person, 3),
        "rule_breaches": person.pick(0, 0, 0, 0, 1, 2, 4),
        "accidents": 1 if person.chance.random() < 0.02 else 0,
    }


def mark(person):
    """A mark from 0 to 10."""
    return min(10, round(2 + 8.5 * person.near()))


def marks(person, wanted):
    """The marks of colleagues, sometimes too few of them."""
    count = wanted - 1 if person.chance.random() < 0.02 else wanted + person.chance.choice([0, 1])
    return ";".join(str(mark(person)) for _ in range(count))


def yes(person, often):
    """A yes/no cell."""
    return "yes" if person.chance.random() < often else "no"
