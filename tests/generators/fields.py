"""The record block: fields of every type, with all that can be said of a field."""

from hypothesis import strategies as st

from tests.generators.pen import CATEGORIES, ORDERED, SUFFIX, Known

_KINDS = (
    *("number", "number", "percent", "integer", "money", "yes/no", "yes/no", "yes/no"),
    *("category", "ordered", "rating", "days", "date"),
)
_NAMES = {
    "number": "数",
    "percent": "率",
    "integer": "次",
    "money": "额",
    "yes/no": "有",
    "category": "类",
    "ordered": "档",
    "rating": "评",
    "days": "龄",
    "months": "龄",
    "date": "开业",
}


@st.composite
def fields(draw):
    """Two numbers, then a field of every other kind; with names of either language."""
    found = []
    is_chinese = draw(st.integers(0, 4)) == 4
    period = draw(st.sampled_from(("days", "months")))
    for place, each in enumerate(_KINDS):
        kind = period if each == "days" else each
        name = f"{_NAMES[kind] if is_chinese else kind[0]}{place}"
        if kind in SUFFIX:
            low = draw(st.sampled_from((0, 0, 1, -5))) if kind == "number" else 0
            high = 10 if kind == "rating" else low + draw(st.integers(4, 60))
            found.append(Known(name, kind, low, high))
        else:
            found.append(Known(name, kind))
    return found


def declarations(draw, known):
    """The lines of the record block."""
    return [_declared(draw, field) for field in known]


def _declared(draw, field):
    def pick(*items):
        return draw(st.sampled_from(items))

    extra = pick("", "", "", ', "label of it"', ", required", ', also "又名"')
    extra = extra.replace("又名", f"又名{field.name}").replace("label of it", f"label {field.name}")
    if field.kind == "date":
        return f"{field.name} date{extra}"
    if field.kind == "yes/no":
        return f"{field.name} yes/no{extra}"
    if field.kind not in SUFFIX:
        values = list(CATEGORIES if field.kind == "category" else ORDERED)
        values[0] += pick("", f' "标 {values[0]}"')
        blank = pick("", "", f", blank means {values[2].split()[0]}") if not extra else ""
        between = " | " if field.kind == "category" else " > "
        return f"{field.name} {between.join(values)}{extra}{blank}"
    return _number(field, pick, extra)


def _number(field, pick, extra):
    domain = f"{field.low}..{field.high}{field.unit}"
    more = ""
    if field.kind == "number":
        more = pick("", " step 0.5")
    elif field.kind == "percent":
        more = pick("", " in %")
    elif field.kind == "rating":
        few = "" if "required" in extra else " (median, at least 2)"
        extra += pick("", "", ", rated by judges", f", rated by judges{few}")
    elif field.kind in {"days", "months"}:
        return f"{field.name} period {domain} in {field.kind}{extra}"
    if not extra and field.low <= 0 <= field.high and field.kind in {"number", "integer", "money"}:
        extra = pick("", "", ", blank means 0", ', blank also "n/a"')
    if field.kind == "integer":
        extra += ', special -999 "无记录", special -998'
    if field.kind == "money":
        extra += f', and last year "去年{field.name}"'
    return f"{field.name} {field.kind} {domain}{more}{extra}"
