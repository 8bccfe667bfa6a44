"""The exact systems a second time, as plain functions: what the rubrics are compared with.

Each function takes a record of typed values (numbers as fractions in base units, missing as
``None``) and gives what the rubric must give. They share no code with the product: rounding
and three-valued logic are written out again.
"""

from fractions import Fraction as F


def half_up(x, step):
    step = F(step)
    count = abs(x) / step + F(1, 2)
    whole = count.numerator // count.denominator
    return (whole if x >= 0 else -whole) * step


def cents(x):
    return half_up(x, "0.01")


def ladder(x, *steps):
    """The points of the first limit that is reached, else the last entry."""
    *limits, rest = steps
    for limit, points in limits:
        if x >= F(limit):
            return F(points)
    return F(rest)


class Result:
    """Scores by name, what could not be rated, total and grade."""

    def __init__(self):
        self.scores = {}
        self.missing = []
        self.flags = []
        self.results = {}
        self.total = None
        self.grade = None

    def put(self, name, points):
        """Note the points of an indicator; ``None``: not rated, 0 points."""
        if points is None:
            self.missing.append(name)
        self.scores[name] = cents(points) if points is not None else F(0)
        return self.scores[name]


def both(*conditions):
    if any(c is False for c in conditions):
        return False
    return None if any(c is None for c in conditions) else True


def known(value, test):
    return None if value is None else test(value)


def letter(total, a=85, b=70, c=60):
    return "A" if total >= a else "B" if total >= b else "C" if total >= c else "D"


def customer_rating(r):
    out = Result()
    days = r["days_late"]
    out.put(
        "punctuality",
        known(days, lambda d: F(20) if d == 0 else 20 - F("0.6") * d if d <= 30 else F(0)),
    )
    terms = {"cash": 10, "inspect7": 10, "net30": 6, "net90": 4, "longer": 0}
    out.put("terms_points", known(r["terms"], lambda t: F(terms[t])))
    price, cost = r["unit_price"], r["unit_cost"]
    margin = None if price is None or cost is None else (price - cost) / price
    tiers = (("0.2", 20), ("0.1", 10), ("0.05", 5), 0)
    out.put("margin_points", known(margin, lambda m: ladder(m, *tiers)))
    payment = sum(out.scores[n] for n in ("punctuality", "terms_points", "margin_points"))
    export = r["trade"] == "export"
    transfer = None
    if export:
        days, void = r["transfer_days"], r["transfer_void"]
        points = None
        if days is not None and days > 90:
            points = F(0)
        elif days is not None and void is not None:
            points = F(5) if void else F(10)
        transfer = out.put("transfer_points", points)
    else:
        out.scores["transfer_points"] = None
    rated = r["strength_level"] is not None and r["strength"] is not None
    strength = out.put("strength_points", r["strength"] if rated else None)
    shares = ((10, "15"), (5, "12"), (2, "10.5"), "7.5")
    volume = out.put("volume_points", known(r["monthly_tons"], lambda t: ladder(t, *shares)))
    cooperation = out.put("cooperation_points", r["cooperation"])
    total = payment + strength + volume + cooperation
    out.total = half_up(total + transfer if export else total * F(100, 90), "0.1")
    groups = {
        "payment": payment,
        "transfer": transfer,
        "strength_group": strength,
        "volume": volume,
        "cooperation_group": cooperation,
    }
    out.scores.update(groups)
    out.grade = letter(out.total)
    if r["major_anomaly"]:
        out.flags.append("review")
        out.grade = max(out.grade, "C")
    return out


def customer_rating_rejects(r):
    ranges = {"large": (10, 15), "medium": (6, 10), "small": (0, 6)}
    if r["strength_level"] is None or r["strength"] is None:
        return []
    low, high = ranges[r["strength_level"]]
    return [] if low <= r["strength"] <= high else ["strength"]


def fmea_rpn(r):
    out = Result()
    rpn = r["severity"] * r["occurrence"] * r["detection"]
    out.scores["rpn"] = rpn
    out.grade = "high" if rpn >= 100 else "normal"
    out.results["attention"] = r["severity"] >= 9
    return out


PRIORITY = {
    (9, 10): ("HHHH", "HHHH", "HHHM", "HMLL", "LLLL"),
    (7, 8): ("HHHH", "HHHM", "HMMM", "MMLL", "LLLL"),
    (4, 6): ("HHMM", "MMML", "MLLL", "LLLL", "LLLL"),
    (2, 3): ("MMLL", "LLLL", "LLLL", "LLLL", "LLLL"),
    (1, 1): ("LLLL",) * 5,
}


def fmea_action_priority(r):
    out = Result()
    [rows] = [rows for (low, high), rows in PRIORITY.items() if low <= r["severity"] <= high]
    place = next(i for i, low in enumerate((8, 6, 4, 2, 1)) if r["occurrence"] >= low)
    column = next(i for i, low in enumerate((7, 5, 2, 1)) if r["detection"] >= low)
    out.grade = rows[place][column]
    return out


def publisher_customer(r, means):
    out = Result()
    wan = 10_000
    purchase = known(r["shipped"], purchase_points)
    out.put("purchase_points", purchase)
    shipped, last = r["shipped"], r["shipped_last_year"]
    growth = None if shipped is None or last is None else shipped - last
    tiers = ((100, 10), (80, 9), (60, 8), (40, 7), (20, 6), (15, 5), (10, 4), (5, 1))
    scaled = [(limit * wan, points) for limit, points in tiers]
    out.put("growth_points", known(growth, lambda g: ladder(g, *scaled, 0)))
    receipts, settled = r["receipts"], r["settled_list_value"]
    profit = None if receipts is None or settled is None else receipts - F(3, 10) * settled

    def in_range(p):
        return half_up(min(F(30), max(F(0), 30 * p / (100 * wan))), "0.1")

    out.put("profit_points", known(profit, in_range))
    targets = {
        "textbook": 2,
        "library": 2,
        "xinhua": F(3, 2),
        "general": F(3, 2),
        "retail": F(3, 2),
    }
    turnover, kind = r["turnover"], r["customer_type"]
    unknown = turnover is None or kind is None
    out.put("turnover_points", None if unknown else turnover_points(turnover, targets[kind]))
    tiers = ((200, 5), (100, 4), (50, 3), (10, 2), (1, 1))
    scaled = [(limit * wan, points) for limit, points in tiers]
    out.put("receipts_points", known(receipts, lambda x: ladder(x, *scaled, 0)))
    rate = r["return_rate"]
    mean = None if kind is None else means.get(kind)
    unknown = rate is None or mean is None
    out.put("return_points", None if unknown else return_points(rate, mean))
    out.put(
        "legal_credit", known(r["contract_fulfilment"], lambda x: ladder(x, (1, 5), ("0.6", 3), 0))
    )
    out.put("finance", known(r["finance"], lambda v: F({"good": 5, "medium": 3, "poor": 0}[v])))
    out.put("coverage", known(r["coverage"], lambda v: F({"strong": 4, "medium": 2, "weak": 0}[v])))
    count(out, r, "logistics", ("warehouse_ok", "modern_ok", "delivery_ok"), (0, 0, 2, 3))
    count(out, r, "promotion", ("promo_support", "promo_own", "promo_compete"), (0, 1, 2, 3))
    count(out, r, "staff", ("staff_able", "staff_stable"), (0, 1, 2))
    out.put(
        "management", known(r["management"], lambda v: F({"good": 3, "medium": 2, "poor": 0}[v]))
    )
    if r["finance"] == "poor":
        out.flags.append("watch")
    out.total = half_up(sum(out.scores.values()), "0.1")
    out.grade = letter(out.total)
    order = PUBLISHER_ORDER
    out.missing.sort(key=order.index)
    return out


PUBLISHER_ORDER = (
    "purchase_points",
    "growth_points",
    "profit_points",
    "turnover_points",
    "receipts_points",
    "return_points",
    "legal_credit",
    "finance",
    "coverage",
    "logistics",
    "promotion",
    "staff",
    "management",
)


def purchase_points(shipped):
    for limit, points in ((500, 20), (300, 19), (100, 18)):
        if shipped >= limit * 10_000:
            return F(points)
    tens = shipped // 100_000  # full steps of 10万: 9 for [90万, 100万)
    return F(8 + tens)


def turnover_points(turnover, target):
    if turnover >= target:
        return F(5)
    begun = -((turnover - target) // F(1, 4))
    return F(max(0, 5 - begun))


def return_points(rate, mean):
    if rate >= mean:
        return F(0)
    return F(min(5, (mean - rate) // F(1, 100)))


def count(out, r, name, fields, points):
    met = sum(1 for field in fields if r[field])
    out.scores[name] = F(points[met])
    if any(r[field] is None for field in fields):
        out.missing.append(name)


def publisher_means(records):
    rates = {}
    for r in records:
        if r["customer_type"] is not None and r["return_rate"] is not None:
            rates.setdefault(r["customer_type"], []).append(r["return_rate"])
    return {kind: sum(found) / len(found) for kind, found in rates.items()}


def steel_supplier(r):
    out = Result()
    levels = {}
    share_of = {"A": F(1), "B": F("0.8"), "C": F("0.6")}

    def level(name, full, value):
        levels[name] = value
        out.put(name, None if value is None else F(0) if value == "0" else full * share_of[value])

    level("contract_quality", 30, contract_level(r))
    lines = {"full": "A", "basic": "B", "incomplete": "C"}
    level("equipment", 20, known(r["process_line"], lines.get))
    level("supply_history", 20, history_level(r))
    level("technology", 20, r["technology_level"])
    level("trial_results", 10, r["trial_level"])
    out.total = sum(out.scores.values())
    if all(value == "A" for value in levels.values()):
        out.grade = "honest"
    else:
        names = (("first", 80), ("second", 70), ("third", 60))
        out.grade = next((name for name, limit in names if out.total >= limit), "drop")
    if r["licence"] is False:
        out.flags.append("unlicensed")
        out.grade = "drop"
    privileges = {"honest": "negotiate", "first": "preferred_volume"}
    out.results["privilege"] = privileges.get(out.grade, "none")
    return out


def contract_level(r):
    if r["licence"] is None:
        return None
    if r["licence"] is False:
        return "0"
    qa = r["qa_system"]
    best = both(r["quality_policy"], r["policy_matches_site"], known(qa, lambda v: v == "complete"))
    if best:
        return "A"
    better = both(r["quality_policy"], known(qa, lambda v: v in {"partial", "complete"}))
    if best is None:
        # the branch stays open unless the other levels are the same either way: they never are
        return None
    if better is None:
        return None
    return "B" if better else "C"


def history_level(r):
    best = both(
        known(r["share"], lambda v: v >= F("0.1")),
        known(r["fulfilment"], lambda v: v == 1),
        known(r["steadiness"], lambda v: v >= F("0.9")),
        known(r["disputes"], lambda v: v == 0),
    )
    if best is None:
        return None
    if best:
        return "A"
    better = both(
        known(r["share"], lambda v: v >= F("0.06")),
        known(r["fulfilment"], lambda v: v >= F("0.9")),
        known(r["steadiness"], lambda v: v >= F("0.7")),
        known(r["disputes"], lambda v: v <= 1),
    )
    if better is None:
        return None
    return "B" if better else "C"


def tobacco_service(r):
    out = Result()
    names = ("complaints_score", "industrial_score", "satisfaction_score")
    out.scores = {name: r[name] for name in names}
    weights = (F("0.4"), F("0.2"), F("0.4"))
    weighted = sum(w * r[name] for w, name in zip(weights, names, strict=True))
    out.total = half_up(weighted, "0.1")
    return out


SCALE = ((90, "AAA"), (85, "AA"), (80, "A"), (70, "BBB"), (65, "BB"), (60, "B"))
SCALE += ((50, "CCC"), (45, "CC"), (40, "C"), (0, "D"))


def bank_scale(r):
    out = Result()
    out.total = half_up(r["score"], 1)
    out.grade = next(name for limit, name in SCALE if out.total >= limit)
    return out


def bank_medical_ratios(r):
    def ratio(a, b):
        return None if r[a] is None or r[b] is None or r[b] == 0 else r[a] / r[b]

    growth = ratio("income", "income_last_year")
    exact = {
        "staff_level": ratio("senior_staff", "medical_staff"),
        "bed_use": ratio("occupied_bed_days", "open_bed_days"),
        "income_growth": None if growth is None else growth - 1,
        "drug_share": ratio("drug_income", "income"),
    }
    return {name: known(x, lambda v: half_up(v, "0.0001")) for name, x in exact.items()}


def ranks(keys):
    """1, 2, 2, 4 for keys where the greatest is first."""
    return [1 + sum(other > key for other in keys) for key in keys]
