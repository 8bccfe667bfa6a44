"""Each part of a rubric: what it reads as."""

import datetime as dt

import pytest

from scorelang.syntax import ast


def clauses_of(found, kind):
    return [clause for clause in found.clauses if isinstance(clause, kind)]


def test_version_elements_and_reuse(items):
    found = items(
        """version "2025", effective from 2025-01-01 to 2025-12-31
        effective from 2025-01-01
        elements 偿债能力, 盈利能力
        use "bank-scale" grades
        use "post.rubric" as post { level = post_level }
        extends "base.rubric"
        replace indicator x = 3"""
    )
    assert found[0].version == "2025"
    assert found[0].last_day.value == dt.date(2025, 12, 31)
    assert found[1].version is None
    assert [name.text for name in found[2].names] == ["偿债能力", "盈利能力"]
    assert (found[3].part, found[3].alias) == ("grades", None)
    assert (found[4].alias.text, found[4].mapping[0][0].text) == ("post", "level")
    assert found[5].path.value == "base.rubric"
    assert isinstance(found[6].item, ast.IndicatorDecl)


def test_fields(item):
    found = item(
        """record {
          key customer_no  text
          trade            domestic "内销" also "国内" | export "外销", required
          qa_system        complete > partial > none "无"
          sales            money >= 0 in 万元 "销售额" also "销售额(万元)", "销售"
          return_rate "退货率"      percent 0..100% in %
          dopamine         number >= 0 step 0.5, decimals 1, blank means 0, blank also "-", "无"
          profit           money, and last year "上年利润"
          ok               yes/no
          attitude rating 0..10 rated by self 20%, peer 30% (mean, at least 3), teacher 50%
          visits rating 0..10 rated by guests, trimmed mean, at least 5, drop highest and lowest
          rule rejected <= lots "不合格批次不能多于总批次"
        }"""
    ).items
    assert found[0].is_key
    assert found[1].is_required
    assert not found[1].ordered
    assert found[1].values[0].also == ("国内",)
    assert found[2].ordered
    assert found[2].values[2].label == "无"
    assert (found[3].unit.multiplier, found[3].unit.unit, found[3].label) == ("万", "元", "销售额")
    assert found[3].also == ("销售额(万元)", "销售")
    assert (found[4].label, found[4].domain.high.unit) == ("退货率", "%")
    assert (found[5].step.digits, found[5].decimals, found[5].blank_also) == ("0.5", 1, ("-", "无"))
    assert found[5].blank_means.digits == "0"
    assert (found[6].has_last, found[6].last_label, found[6].label) == (True, "上年利润", None)
    assert found[7].type is ast.TypeWord.YES_NO
    groups = found[8].rated_by.groups
    assert [group.name.text for group in groups] == ["self", "peer", "teacher"]
    assert (groups[1].combine, groups[1].quorum) == ("mean", 3)
    rated = found[9].rated_by
    assert (rated.combine, rated.quorum, rated.drop_ends) == ("trimmed mean", 5, True)
    assert found[10].text == "不合格批次不能多于总批次"


def test_a_ladder_with_notes(item):
    found = item(
        """indicator margin_points "毛利率" of margin, max 20, owner finance, source "第六条" {
          >= 20% : 20
          < 20%  : 0, flag watch, reason RC1 "low margin"
          missing : 0
          note "kept from 2024"
        }"""
    )
    assert (found.name.text, found.label) == ("margin_points", "毛利率")
    notes = clauses_of(found, ast.NoteClause)
    assert [(note.word, note.text, note.quoted) for note in notes] == [
        (ast.NoteWord.OWNER, "finance", False),
        (ast.NoteWord.SOURCE, "第六条", True),
        (ast.NoteWord.NOTE, "kept from 2024", True),
    ]
    first, second, third = found.body.branches
    assert first.guard.range.op is ast.CompareOp.AT_LEAST
    assert [type(clause) for clause in second.clauses] == [ast.FlagClause, ast.ReasonClause]
    assert isinstance(third.guard, ast.MissingGuard)


@pytest.mark.parametrize(
    ("line", "guard", "outcome"),
    [
        ("10 to under 20 : 3", ast.RangeGuard, ast.PointsOutcome),
        ("-5..0 : 3", ast.RangeGuard, ast.PointsOutcome),
        ("3 : 3", ast.RangeGuard, ast.PointsOutcome),
        ("= 3 : 3", ast.RangeGuard, ast.PointsOutcome),
        ("a, b : 3", ast.ValuesGuard, ast.PointsOutcome),
        ('"a" : 3', ast.ValuesGuard, ast.PointsOutcome),
        ("yes : 3", ast.ValuesGuard, ast.PointsOutcome),
        ("otherwise : full", ast.OtherwiseGuard, ast.FullOutcome),
        (">= 10 : 80% of full", ast.RangeGuard, ast.FullOutcome),
        (">= 10 : 满分的80%", ast.RangeGuard, ast.FullOutcome),
        ("5..10 : linear 6 to 8", ast.RangeGuard, ast.LinearOutcome),
        ("5~10：6 至 8 内插", ast.RangeGuard, ast.LinearOutcome),
        ("large : 10..15", ast.ValuesGuard, ast.WithinOutcome),
        ('< 1 : not ratable "too young"', ast.RangeGuard, ast.NotRatableOutcome),
        ("A when c", ast.WhenGuard, ast.PointsOutcome),
        ("-2 when c", ast.WhenGuard, ast.PointsOutcome),
        ("full when c", ast.WhenGuard, ast.FullOutcome),
        ("满分 当 c", ast.WhenGuard, ast.FullOutcome),
        ("C otherwise", ast.OtherwiseGuard, ast.PointsOutcome),
        ('not ratable "too young" when c', ast.WhenGuard, ast.NotRatableOutcome),
        ("1 for each patent", ast.AlwaysGuard, ast.PointsOutcome),
        ("每 投诉次数 扣 2", ast.AlwaysGuard, ast.PointsOutcome),
    ],
)
def test_a_line_has_a_guard_and_an_outcome(item, line, guard, outcome):
    found = item(f"indicator a of b {{\n  {line}\n}}").body.branches[0]
    assert isinstance(found.guard, guard)
    assert isinstance(found.outcome, outcome)


@pytest.mark.parametrize(
    ("text", "minus", "step", "each", "above", "measured"),
    [
        ("less 1 for each started 10万 below 100万", True, "10", "started", False, None),
        ("less 2 for each 1% below 98% pro rata", True, "1", "pro rata", False, None),
        ("plus 1 for each full 1% above 5", False, "1", "full", True, None),
        (
            "less 1 for each started 10 of days_late above 3",
            True,
            "10",
            "started",
            True,
            "days_late",
        ),
        ("less 2 for each criticism", True, None, None, None, "criticism"),
        ("低于 98% 每 1% 扣 2，按比例", True, "1", "pro rata", False, None),
        ("高于 5 每 1 加 2，不足一档不计", False, "1", "full", True, None),
        (
            "days_late 超过 3天 每 10天 扣 1，不足一档按一档计",
            True,
            "10",
            "started",
            True,
            "days_late",
        ),
        ("每 criticism 扣 2", True, None, None, None, "criticism"),
    ],
)
def test_steps(item, text, minus, step, each, above, measured):
    found = item(f"indicator a of b = 20, {text}, at least 0").clauses[0]
    assert found.minus is minus
    assert (found.step.digits if found.step else None) == step
    assert (found.each.value if found.each else None) == each
    assert found.above is above
    assert (found.measured.name.text if found.measured else None) == measured


def test_a_step_may_have_its_own_limit(item):
    own, all_of_them = item(
        "indicator a = 20, less 1 for each x above 3 at most 5, at least 0"
    ).clauses
    assert own.limit.high.digits == "5"
    assert all_of_them.low.digits == "0"


def test_bodies_of_indicators(items):
    found = items(
        """indicator a = linear from 20 to 85, limited to 0..1
        indicator b, max 15 = strength within strength_level { large : 10..15 }
        indicator c, max 3 counts (x, y) { 2 : 3 }
        indicator d of e, max 6 by sex {
          |   | male  | female |
          | 0 | >= 13 | -      |
        }
        indicator f, applies when trade is export, else rescale, covers g, h, round exact = 3
        indicator i of j, limits by industry from "标准值.csv", at most
        indicator k, if missing: leave out, at least 60%, weight 40%, baseline 18 = 3"""
    )
    kinds = [type(each.body) for each in found]
    assert kinds[:4] == [ast.LinearBody, ast.WithinBody, ast.BranchesBody, ast.GridBody]
    assert len(clauses_of(found[2], ast.CountsClause)[0].conditions) == 2
    applies, covers, rounding = found[4].clauses
    assert applies.otherwise is ast.ElseWord.RESCALE
    assert [name.text for name in covers.names] == ["g", "h"]
    assert rounding.steps == ()
    limits = found[5].clauses[0]
    assert (limits.by.text, limits.op, limits.path.value) == (
        "industry",
        ast.CompareOp.AT_MOST,
        "标准值.csv",
    )
    assert found[6].clauses[0].coverage.digits == "60"


def test_groups_totals_and_scores(items):
    found = items(
        """group payment "货款", sum, at most 25 {
          indicator a = 3
          note "x"
        }
        group value, weighted, weights from pairs {
          |      | 利润 | 规模 |
          | 利润 | 1    | 3    |
          indicator b = 3
        }
        base 447
        total weighted, round 0.1 half even
        total = base_score
        no total
        score cvss = a, round 0.00001 then 0.1 up
        reasons points below, first 3
        if missing: leave out, at least 60%
        weighted
        round 0.1
        allow W0401 because "meant" """
    )
    assert [type(clause) for clause in found[0].clauses] == [ast.CombineClause, ast.LimitClause]
    assert len(found[0].items) == 2
    pairs = clauses_of(found[1], ast.PairsClause)[0]
    assert len(pairs.grid.rows) == 2
    assert len(found[1].items) == 1
    assert found[3].clauses[0].word is ast.CombineWord.WEIGHTED
    assert found[4].value.name.text == "base_score"
    assert found[5].is_none
    assert [step.mode for step in found[6].clauses[0].steps] == [None, ast.RoundWord.UP]
    assert (found[7].above, found[7].count) == (False, 3)
    assert found[8].coverage.digits == "60"
    assert [type(each) for each in found[9:]] == [
        ast.CombineClause,
        ast.RoundClause,
        ast.AllowClause,
    ]


def test_grades_and_classes(items):
    found = items(
        """grades {
          AAA >= 90, needs debt full, points of cash_flow >= 5, flag top
          honest "诚信" when level of every indicator is A
          B 60..80
          C otherwise : action "不再授信"
        }
        grades of rpn, worst first { high >= 100 }
        grades = action_priority
        class sev "…" of base { None otherwise }
        class kind = highest of (a, b, c)"""
    )
    first = found[0].lines[0]
    assert len(first.clauses[0].conditions) == 2
    assert isinstance(first.clauses[1], ast.FlagClause)
    assert found[0].lines[1].label == "诚信"
    assert isinstance(found[0].lines[1].guard.condition, ast.EveryLevelExpr)
    assert isinstance(found[0].lines[3].clauses[0], ast.ActionClause)
    assert (found[1].name, found[1].subject.text, found[1].worst_first) == (None, "rpn", True)
    assert found[2].value.name.text == "action_priority"
    assert (found[3].name.text, found[3].subject.text) == ("sev", "base")
    assert [name.text for name in found[4].winners] == ["a", "b", "c"]


def test_overrides(items):
    found = items(
        """veto tax "偷税" when a is yes : grade D because "偷税漏税"
        cap anomaly when a : no better than C, flag review
        floor strategic when a : no worse than B, owner 信贷部, until 2026-12-31
        notch parent when a : up 1, no better than AA
        notch 母公司 当 a ：下调1级
        zero payment when a : "本项不得分"
        flag review when profit < 0
        not ratable when years < 1 "经营未满一个会计年度" """
    )
    assert [each.word.value for each in found[:7]] == [
        *("veto", "cap", "floor", "notch", "notch", "zero", "flag")
    ]
    assert found[0].effects[0].name.text == "D"
    assert found[0].clauses[0].text == "偷税漏税"
    assert [effect.word for effect in found[1].effects] == [
        ast.EffectWord.NO_BETTER,
        ast.EffectWord.FLAG,
    ]
    assert [type(clause) for clause in found[2].clauses] == [ast.NoteClause, ast.UntilClause]
    assert (found[3].effects[0].word, found[3].effects[0].count) == (ast.EffectWord.UP, 1)
    assert (found[4].effects[0].word, found[4].effects[0].count) == (ast.EffectWord.DOWN, 1)
    assert found[5].effects[0].text == "本项不得分"
    assert found[6].effects == ()
    assert found[7].reason == "经营未满一个会计年度"


def test_results_tables_and_scales(items):
    found = items(
        """result limit = by grade { A : 500万 }, in 万元
        result rank = rank of rpn, severity, highest first, note "x"
        table ap gives H > M > L, worst first { | a | b 1..2 | }
        table pr gives number { | a | b | }
        scale abc { A "优" : 100% }"""
    )
    assert found[0].clauses[0].unit == "元"
    assert len(found[1].value.keys) == 2
    assert isinstance(found[1].clauses[0], ast.NoteClause)
    assert [value.name.text for value in found[2].gives] == ["H", "M", "L"]
    assert (found[2].ordered, found[2].worst_first, found[3].gives) == (True, True, ())
    assert (found[4].levels[0].label, found[4].levels[0].share.digits) == ("优", "100")


def test_promises(items):
    found = [
        each.promise
        for each in items(
            """promise total never falls as margin rises
            promise points of a never rises as b falls
            promise grade no better than B when return_rate > 30%
            promise grade no worse than C
            promise every grade can be reached
            promise grade A can be reached
            promise total >= 60 when key_account is yes
            promise grade is not D, note "x" """
        )
    ]
    assert (found[0].never_falls, found[0].rises) == (True, True)
    assert (found[1].never_falls, found[1].rises) == (False, False)
    assert (found[2].better, found[3].better, found[3].condition) == (True, False, None)
    assert (found[4].grade, found[5].grade.text) == (None, "A")
    assert isinstance(found[6].claim, ast.CompareExpr)
    assert isinstance(found[7].claim, ast.IsExpr)


def test_examples(items):
    found = items(
        """example good "a good one" {
          given trade = export, days_late = 0
          given x = missing, d = 2026-01-31, ok = yes
          expect total = 87.5, grade = A, punctuality = 20, points of 「total」 = 3
          expect rejected strength, other
          expect not ratable
          expect flags review, watch
          expect missing finance
          assume mean of return_rate by customer_type {
            retail : 15%
            otherwise : 12%
          }
          assume median of x = 12%
        }
        example b from good { expect y = missing }
        examples from good {
          | case | x || total |
        }"""
    )
    good, derived, table = found
    assert [given.name.text for given in good.given] == ["trade", "days_late", "x", "d", "ok"]
    assert good.given[2].value is None
    words = [each.word for each in good.expected]
    assert words[4:] == [
        ast.ExpectWord.REJECTED,
        ast.ExpectWord.NOT_RATABLE,
        ast.ExpectWord.FLAGS,
        ast.ExpectWord.MISSING,
    ]
    assert [name.text for name in good.expected[4].names] == ["strength", "other"]
    assert isinstance(good.assumptions[0].value, ast.ByExpr)
    assert good.assumptions[1].value.digits == "12"
    assert (derived.base.text, derived.expected[0].value) == ("good", None)
    assert table.base.text == "good"
