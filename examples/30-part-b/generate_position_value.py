"""Records for position-value: all that the three rubrics it uses ask for, in a row."""

from companies import write
from posts import LADDERS, performance_of, post_of, qualification_of


def record_of(person):
    """One employee: the post, what the person brings, and the year."""
    family = person.chance.choice(list(LADDERS))
    post = post_of(person, family)
    return {
        "employee": f"E{person.number:04}",
        "family": family,
        **post,
        **qualification_of(person, post),
        **performance_of(person),
    }


if __name__ == "__main__":
    write("position-value", record_of)
