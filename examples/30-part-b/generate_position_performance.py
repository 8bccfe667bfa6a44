"""Records for position-performance: the year of each employee, with the marks of colleagues."""

from companies import write
from posts import performance_of


def record_of(person):
    """One employee."""
    return {"employee": f"E{person.number:04}", **performance_of(person)}


if __name__ == "__main__":
    write("position-performance", record_of)
