"""Records for student-growth: pupils, seen by themselves, by classmates and by the teacher."""

from companies import write

ITEMS = ("initiative", "diligence", "preparation", "self_check", "confidence", "perseverance")
LAST = ("last_attitude", "last_method", "last_mind")


def record_of(pupil):
    """One record."""
    chance = pupil.chance
    found, levels = {"pupil": f"2024{pupil.number:04}"}, []
    asked = 3 if chance.random() > 0.03 else 1
    for item in ITEMS:
        level = 3.4 + 6 * pupil.near(0.12)
        levels.append(level)
        found[f"{item}(self)"] = pupil.seldom(seen(chance, level + 0.5))
        found[f"{item}(peer)"] = ";".join(str(seen(chance, level)) for _ in range(asked))
        found[f"{item}(teacher)"] = seen(chance, level - 0.2)
    is_new = chance.random() < 0.06
    shift = chance.gauss(0.35, 0.7)
    for number, last in enumerate(LAST):
        mean = sum(levels[2 * number : 2 * number + 2]) / 2
        before = min(10, max(0, mean - shift - chance.gauss(0, 0.35)))
        found[last] = "" if is_new else pupil.seldom(f"{before:.2f}")
    return found


def seen(chance, level):
    """One rating."""
    return min(10, max(0, round(level + chance.gauss(0, 0.7))))


if __name__ == "__main__":
    write("student-growth", record_of, 220)
