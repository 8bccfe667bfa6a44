"""Records for position-qualification: what the post asks for and what its holder brings."""

from companies import write
from posts import LADDERS, post_of, qualification_of

ASKED = ("education_required", "experience_required")


def record_of(person):
    """One employee."""
    post = post_of(person, person.chance.choice(list(LADDERS)))
    asked = {key: post[key] for key in ASKED}
    return {"employee": f"E{person.number:04}", **asked, **qualification_of(person, post)}


if __name__ == "__main__":
    write("position-qualification", record_of)
