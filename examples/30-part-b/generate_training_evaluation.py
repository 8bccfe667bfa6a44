"""Records for training-evaluation: the courses of two years, most of them measured but half."""

from companies import write


def record_of(course):
    """One record."""
    chance = course.chance
    depth = chance.choice((1, 2, 2, 3, 4, 4, 4, 4))
    before = course.edge((0, 100), chance.randint(30, 75), 0.02)
    gained = (100 - before) * course.edge((0.2, 0.6), 0.9 * course.near() - 0.1, 0.1)
    cost = course.amount(1e4, 5e5, 1000)

    def on(level, value, blank=0.15):
        return course.seldom(value, blank) if depth >= level else ""

    return {
        "course": f"PX{2024 + course.number % 2}-{course.number:03}",
        "participants": chance.randint(8, 120),
        "behaviour_named": course.yes(0.35),
        "standard_named": course.yes(0.25),
        "condition_named": course.seldom(course.yes(0.2), 0.03),
        "satisfaction": on(
            1, course.edge((3, "4.5"), f"{min(5, 2.6 + 2.4 * course.near()):.1f}"), 0.05
        ),
        "recommended": on(1, course.share(0.3 + 0.7 * course.near(), 2)),
        "pre_test": on(2, before),
        "post_test": on(2, round(before + gained)),
        "passed": on(
            2, course.edge(("0.6", "0.75", "0.9"), course.share(0.5 + 0.5 * course.near(), 2))
        ),
        "observed": on(
            3, course.edge(("0.2", "0.4", "0.6", "0.8"), course.share(course.near(), 2))
        ),
        "superior_rating": on(3, f"{min(5, 2.4 + 2.6 * course.near()):.1f}"),
        "target_reached": on(4, course.edge((1, "0.5"), course.share(1.3 * course.near(), 2))),
        "benefit": on(4, round(cost * 2.6 * course.near() / 100) * 100),
        "cost": cost,
    }


if __name__ == "__main__":
    write("training-evaluation", record_of)
