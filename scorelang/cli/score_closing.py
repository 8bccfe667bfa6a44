"""What ``score`` says when it ends: the first rejected records, the faults, the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import cast

import attrs

from scorelang.cli.output import say
from scorelang.diagnostics.visible import to_visible
from scorelang.model.fields import Field, Rejection
from scorelang.model.outcome import Outcome, Status
from scorelang.records.faults import say_place
from scorelang.records.names import list_names, said_name
from scorelang.records.table_errors import FAULT_KINDS, PLACES

_SHOWN_REJECTS = 10
_SUMMED = 20


@attrs.define
class Tally:
    """Counts of a run and the first rejections, for the words at its end."""

    scored: int = 0
    not_ratable: int = 0
    rejected: int = 0
    left_out: int = 0
    first: list[Rejection] = attrs.field(factory=list)
    faults: Counter[tuple[str, str]] = attrs.field(factory=Counter)

    @property
    def seen(self) -> int:
        """All records so far."""
        return self.scored + self.not_ratable + self.rejected

    def add_scored(self, one: Outcome) -> None:
        """Count a record that was not turned away."""
        if one.status is Status.SCORED:
            self.scored += 1
        else:
            self.not_ratable += 1

    def add_rejected(self, one: Rejection) -> None:
        """Count a record that was turned away."""
        self.rejected += 1
        self._keep(one)

    def add_left_out(self, one: Rejection) -> None:
        """Count the ratings of a record that are no part of it."""
        self.left_out += len(one.faults)
        self._keep(one)

    def _keep(self, one: Rejection) -> None:
        self.faults.update((fault.field, fault.code) for fault in one.faults)
        if len(self.first) < _SHOWN_REJECTS:
            self.first.append(one)


def say_end(
    tally: Tally,
    rejects: str | None,
    blank: Sequence[Field],
    blank_in: Mapping[str, Sequence[Field]],
    lang: str,
) -> None:
    """Say how many were scored and why the first rejected ones were not."""
    if rejects is None:
        for rejection in tally.first:
            say(describe_rejection(rejection, lang))
        hidden = tally.rejected - len(tally.first)
        if hidden > 0:
            say(_words(lang)["more"].format(hidden))
    if tally.faults:
        say(_sum_up(tally.faults, lang))
    faulty = tally.rejected or tally.left_out
    where = f" → {rejects}" if rejects and faulty else ""
    counts = [("scored", tally.scored), ("not ratable", tally.not_ratable)]
    said = [_words(lang)[key].format(n) for key, n in counts if n or key == "scored"]
    if tally.rejected:
        said.append(_words(lang)["rejected"].format(tally.rejected))
    if tally.left_out:
        said.append(_words(lang)["left out"].format(tally.left_out))
    if blank:
        names = list_names(map(said_name, blank))
        said.append(_words(lang)["blank"].format(names))
    for path, fields in blank_in.items():
        names = list_names(field.name for field in fields)
        said.append(_words(lang)["blank in"].format(names, to_visible(path)))
    say(_words(lang)["separator"].join(said) + where)


def describe_rejection(rejection: Rejection, lang: str) -> str:
    """Say on a line for each fault why a record was rejected."""
    del lang  # the words are those of the language being spoken
    who = f" ({rejection.id})" if rejection.id is not None else ""
    return "\n".join(
        to_visible(
            f"{say_place(rejection.row, fault.place or rejection.place)}{who}: "
            f"{fault.field or PLACES['whole']}: {fault.code} {fault.message}"
        )
        for fault in rejection.faults
    )


def _sum_up(faults: Counter[tuple[str, str]], lang: str) -> str:
    """Sum up faults by field and kind, the most frequent first."""
    words = _words(lang)
    by_field: dict[str, list[str]] = {}
    listed = sorted(faults.items(), key=lambda found: -found[1])
    for (field, code), count in listed[:_SUMMED]:
        kind = words["kind"].format(count=count, kind=FAULT_KINDS.get(code, code), code=code)
        by_field.setdefault(field or PLACES["whole"], []).append(kind)
    each = (
        words["field"].format(field, words["separator"].join(k)) for field, k in by_field.items()
    )
    more = words["kinds"].format(len(listed) - _SUMMED) if len(listed) > _SUMMED else ""
    return to_visible(words["faults"].format(words["semicolon"].join(each)) + more)


def _words(lang: str) -> Mapping[str, str]:
    return cast("Mapping[str, str]", _CHINESE if lang == "zh" else _ENGLISH)


_ENGLISH = {
    "scored": "{} scored",
    "not ratable": "{} not ratable",
    "rejected": "{} rejected",
    "left out": "{} ratings left out",
    "blank": "{} blank in every record for want of a column",
    "blank in": "{} blank in the records of {} for want of a column",
    "faults": "faults: {}",
    "field": "{}: {}",
    "kind": "{count} {kind} ({code})",
    "kinds": "; … and {} more kinds",
    "semicolon": "; ",
    "more": "… and {} more rejected; `--rejects FILE` writes them all",
    "separator": ", ",
}
_CHINESE = {
    "scored": "已评 {} 条",
    "not ratable": "不予评级 {} 条",
    "rejected": "退回 {} 条",
    "left out": "剔除评分 {} 个",
    "blank": "{} 没有列，所有记录均按空白评分",
    "blank in": "{0} 在 {1} 中没有列，该文件的记录均按空白评分",
    "faults": "问题：{}",
    "field": "{}：{}",
    "kind": "{kind} {count} 处（{code}）",
    "kinds": "；……另有 {} 类",
    "semicolon": "；",
    "more": "……另有 {} 条被退回；`--rejects FILE` 可全部写出",
    "separator": "，",
}
