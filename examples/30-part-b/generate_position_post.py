"""Records for position-post: the posts of a company, in three families."""

from companies import write
from posts import LADDERS, post_of


def record_of(post):
    """One post, with a number of its own."""
    family = post.chance.choice(list(LADDERS))
    return {"post": f"{family[0].upper()}{post.number:03}", **post_of(post, family)}


if __name__ == "__main__":
    write("position-post", record_of)
