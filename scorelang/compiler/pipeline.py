"""The whole way from a tree to a checked rubric, readable at one glance.

In: the tree of a file. Out: ``CheckedRubric``, or ``None`` where there are errors; every
finding goes to the collector. Nothing stops at the first error: what could not be made is
left out, and what depends on it is silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from scorelang.compiler import checks
from scorelang.compiler.allowances import apply_allowances
from scorelang.compiler.beside import report_asked
from scorelang.compiler.chains import are_chains_short
from scorelang.compiler.check_directions import check_directions
from scorelang.compiler.check_intent import check_intent
from scorelang.compiler.clauses import all_of, check_clauses
from scorelang.compiler.compose import compose
from scorelang.compiler.draft import LONGEST_CHAIN, Draft, KnownLet, KnownTable, OnDemand
from scorelang.compiler.family import Family, Member
from scorelang.compiler.heading_labels import check_labels
from scorelang.compiler.infer_types import infer
from scorelang.compiler.levels import levels_of, lower_scale
from scorelang.compiler.lower_examples import lower_examples
from scorelang.compiler.lower_fields import last_period_of, lower_field
from scorelang.compiler.lower_gradings import lower_grading
from scorelang.compiler.lower_overrides import lower_eligibility, lower_override
from scorelang.compiler.lower_parts import lower_part
from scorelang.compiler.lower_tables import lower_table
from scorelang.compiler.lower_total import add_total_to_scope, lower_total
from scorelang.compiler.lower_uses import lower_use
from scorelang.compiler.lower_values import (
    lower_let,
    lower_record_rule,
    lower_result,
    lower_score,
    with_limits,
)
from scorelang.compiler.notes import collect_notes
from scorelang.compiler.part_ranges import scope_of_used
from scorelang.compiler.policy_words import collect_words
from scorelang.compiler.reading import Moment, Reading
from scorelang.compiler.record_rules import with_rules
from scorelang.compiler.roundings import read_roundings
from scorelang.compiler.scope import Scope
from scorelang.compiler.stray_units import report_stray_units
from scorelang.compiler.symbols import collect_symbols
from scorelang.compiler.terms import TERMS
from scorelang.compiler.unfinished import report_unfinished
from scorelang.compiler.validity import check_validity, validity_of
from scorelang.compiler.value_spellings import check_spellings
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.quoting import quoted
from scorelang.library.loader import Loader
from scorelang.model.expressions import LetValue
from scorelang.model.rubric import CheckedRubric, Part, ReasonOrder, Result, Score, UsedRubric
from scorelang.model.walk import descend
from scorelang.syntax import ast

Pass = Callable[[Draft], None]


def compile_rubric(
    tree: ast.RubricDecl, collector: Collector, loader: Loader | None = None
) -> CheckedRubric | None:
    """Compile a tree; ``None`` where it has errors. ``loader`` reads other files it names."""
    family = Family(loader or Loader(), _compile)
    family.start(tree.span.path)
    member = _compile(tree, collector, family)
    return None if member is None else member.rubric


def _compile(tree: ast.RubricDecl, collector: Collector, family: Family) -> Member | None:
    """Compile one file with all that it needs from others."""
    own = Collector()
    draft = _draft(tree, own, family)
    _compose(draft)
    if not draft.is_whole:  # whatever else was said would be about what is not there
        collector.extend(family.placed(own.sorted()))
        return None
    if not are_chains_short(draft):
        collector.extend(family.placed(own.sorted()))
        return None
    for each in PASSES[1:]:
        each(draft)
    rubric = assemble(draft)
    if not own.has_errors:
        report_asked(draft)
    for check in checks.CHECKS if not own.has_errors else ():
        check(rubric, own)
    failed = own.has_errors
    collector.extend(family.placed(apply_allowances(draft.tree, own.sorted())))
    levels = {name: levels_of(name, draft) for name in draft.symbols.scored}
    return None if failed else Member(draft.tree, rubric, levels)


def stages(
    tree: ast.RubricDecl, collector: Collector, loader: Loader | None = None
) -> Iterator[tuple[str, CheckedRubric]]:
    """Give the name of each pass with what is known of the rubric after it."""
    family = Family(loader or Loader(), _compile)
    family.start(tree.span.path)
    draft = _draft(tree, collector, family)
    for each in PASSES:
        each(draft)
        yield each.__name__.removeprefix("_"), assemble(draft)


def _draft(tree: ast.RubricDecl, collector: Collector, family: Family) -> Draft:
    draft = Draft(tree, collector, family.loader)
    draft.family = family
    draft.used = OnDemand("use", lambda alias: _used(alias, draft), draft)
    draft.lets = OnDemand("let", lambda name: _let(name, draft), draft)
    draft.tables = OnDemand("table", lambda name: _table(name, draft), draft)
    draft.parts = OnDemand("part", lambda name: _part(name, draft), draft)
    draft.scores = OnDemand("score", lambda name: _score(name, draft), draft)
    draft.results = OnDemand("result", lambda name: _result(name, draft), draft)
    return draft


def reading_at(moment: Moment, draft: Draft) -> Reading:
    """Give the place from which expressions of a moment are read."""
    return Reading(draft, moment, infer)


def _compose(draft: Draft) -> None:
    """Bring in what other files give: a base, grades, the fields of used rubrics."""
    found = compose(draft.tree, draft.family, draft.collector)
    draft.tree, draft.uses, draft.lineage = found.tree, found.uses, found.lineage
    draft.is_whole = found.is_whole


def _symbols(draft: Draft) -> None:
    draft.symbols = collect_symbols(draft.tree, draft.collector)


def _unfinished(draft: Draft) -> None:
    report_unfinished(draft.tree.items, draft)


def _settings(draft: Draft) -> None:
    """Read what is said once for the whole rubric."""
    _report_again("round", ast.RoundClause, draft)
    _report_again("reasons", ast.ReasonsClause, draft)
    for item in draft.tree.items:
        match item:
            case ast.MissingClause():
                _default_missing(item, draft)
            case ast.TotalDecl(clauses=clauses):  # said of the total, it holds for all its parts
                for clause in all_of(clauses, ast.MissingClause):
                    _default_missing(clause, draft)
            case ast.RoundClause():
                draft.default_rounding = read_roundings(item, draft)
            case ast.ReasonsClause(above, count):
                draft.reasons = ReasonOrder(above, count)
            case ast.VersionDecl(version):
                draft.version, draft.validity = version, item
            case ast.ElementsDecl(names):
                new = dict.fromkeys(name.text for name in names)
                draft.elements += [name for name in new if name not in draft.elements]
            case ast.CombineClause():
                check_clauses(
                    (item,), frozenset(), TERMS["the rubric; say `total weighted`"], draft
                )
            case _:
                pass  # read by the passes below


def _report_again(word: str, kind: type, draft: Draft) -> None:
    for item in [item for item in draft.tree.items if isinstance(item, kind)][1:]:
        draft.report("E0205", item.span, clause=quoted(word), place=TERMS["the rubric"])


def _default_missing(clause: ast.MissingClause, draft: Draft) -> None:
    if draft.default_missing is not None:
        draft.report("E0205", clause.span, clause=quoted("if missing"), place=TERMS["the rubric"])
    draft.default_missing = clause


def _fields(draft: Draft) -> None:
    reading = reading_at(Moment.RECORD, draft)
    for name, decl in draft.symbols.of(ast.FieldDecl).items():
        field = draft.fields[name] = lower_field(decl, reading)
        check_labels(decl, field, draft)
        check_spellings(decl, draft)
        last = last_period_of(decl, field, reading)
        if last is not None:
            draft.fields[last.name] = last
    draft.scope = Scope.of(draft.fields.values())


def _validity(draft: Draft) -> None:
    if draft.validity is not None:
        check_validity(draft.validity, draft)


def _uses(draft: Draft) -> None:
    for alias, used in draft.uses.items():
        draft.used.get(alias, used.decl.span)


def _scales(draft: Draft) -> None:
    reading = reading_at(Moment.RECORD, draft)
    for name, decl in draft.symbols.scales.items():
        draft.scales[name] = lower_scale(decl, reading)


def _tables_and_lets(draft: Draft) -> None:
    for name, decl in draft.symbols.of(ast.TableDecl).items():
        draft.tables.get(name, decl.name.span)
    for name, let in draft.symbols.of(ast.LetDecl).items():
        draft.lets.get(name, let.name.span)


def _record_rules(draft: Draft) -> None:
    reading = reading_at(Moment.RECORD, draft)
    for item in draft.tree.items:
        if isinstance(item, ast.RecordDecl):
            rules = (each for each in item.items if isinstance(each, ast.RecordRuleDecl))
            made = (lower_record_rule(rule, reading) for rule in rules)
            draft.rules += [rule for rule in made if rule is not None]
    draft.scope = with_rules(draft.scope, draft.rules)


def _parts_and_scores(draft: Draft) -> None:
    for name, decl in draft.symbols.scored.items():
        space = draft.scores if isinstance(decl, ast.ScoreDecl) else draft.parts
        space.get(name, decl.name.span)


def _total(draft: Draft) -> None:
    reading = reading_at(Moment.POINTS, draft)
    draft.total = lower_total(reading)
    if draft.total is not None:
        add_total_to_scope(draft.total, assemble(draft), reading)


def _eligibility(draft: Draft) -> None:
    reading = reading_at(Moment.RECORD, draft)
    for item in draft.tree.items:
        if isinstance(item, ast.EligibilityDecl):
            found = lower_eligibility(item, reading)
            draft.eligibility += [found] if found is not None else []


def _gradings(draft: Draft) -> None:
    """Make grades and classes in the order of the file: each may read the classes above it."""
    reading = reading_at(Moment.GRADES, draft)
    own = (draft.symbols.grades, *draft.symbols.classes.values())
    for decl in (item for item in draft.tree.items if any(item is each for each in own)):
        assert isinstance(decl, ast.GradesDecl)
        found = lower_grading(decl, reading)
        if decl.name is None:
            draft.grading = found
            draft.scope = attrs.evolve(draft.scope, grades=found.order if found else ())
        elif found is not None:
            draft.classes.append(found)
            classes = {**draft.scope.classes, decl.name.text: found.order}
            draft.scope = attrs.evolve(draft.scope, classes=classes)


def _overrides(draft: Draft) -> None:
    before, after = reading_at(Moment.RECORD, draft), reading_at(Moment.OVERRIDES, draft)
    for item in draft.tree.items:
        if isinstance(item, ast.OverrideDecl):
            found = lower_override(item, before, after)
            draft.overrides += [found] if found is not None else []


def _results(draft: Draft) -> None:
    for name, decl in draft.symbols.results.items():
        draft.results.get(name, decl.name.span)


def _examples(draft: Draft) -> None:
    draft.examples = lower_examples(reading_at(Moment.RESULTS, draft))


def _notes(draft: Draft) -> None:
    draft.notes = list(collect_notes(draft.tree))
    draft.wording = collect_words(draft.tree, (used.decl for used in draft.uses.values()))


PASSES: tuple[Pass, ...] = (
    _compose,  # first: what other files give is part of the tree for all that follows
    _symbols,  # every later pass asks what a name stands for
    _unfinished,
    _settings,
    _fields,
    _validity,
    _scales,
    _tables_and_lets,  # read only fields, used rubrics and each other
    _uses,
    _record_rules,
    _eligibility,
    _parts_and_scores,  # read fields, derived values and each other
    _total,  # needs the ranges of all parts
    _gradings,
    _overrides,  # may read the grade
    check_directions,
    _results,  # may read everything
    _examples,  # need to know all that can be expected
    report_stray_units,  # of what no other pass has spoken
    _notes,
    check_intent,
)


def _let(name: str, draft: Draft) -> KnownLet | None:
    decl = draft.symbols.values[name]
    assert isinstance(decl, ast.LetDecl)
    found = lower_let(decl, reading_at(Moment.RECORD, draft))
    if found is None:
        return None
    behind = (n.name for n in descend(found.let.value) if isinstance(n, LetValue))
    draft.depths[name] = 1 + max((draft.depths.get(each, 0) for each in behind), default=0)
    if draft.depths[name] > LONGEST_CHAIN:
        draft.report("E0207.chain", decl.name.span, first=name, most=LONGEST_CHAIN)
        return None
    return found


def _used(alias: str, draft: Draft) -> UsedRubric | None:
    found = lower_use(draft.uses[alias], reading_at(Moment.RECORD, draft))
    if found is not None:
        used = {**draft.scope.used, alias: scope_of_used(found)}
        draft.scope = attrs.evolve(draft.scope, used=used)
    return found


def _table(name: str, draft: Draft) -> KnownTable | None:
    decl = draft.symbols.values[name]
    assert isinstance(decl, ast.TableDecl)
    known = lower_table(decl, reading_at(Moment.RECORD, draft))
    if known is not None:
        tables = {**draft.scope.tables, name: known.table}
        draft.scope = attrs.evolve(draft.scope, tables=tables)
    return known


def _part(name: str, draft: Draft) -> Part | None:
    return lower_part(name, reading_at(Moment.POINTS, draft))


def _score(name: str, draft: Draft) -> Score | None:
    decl = draft.symbols.scored[name]
    assert isinstance(decl, ast.ScoreDecl)
    return lower_score(decl, reading_at(Moment.POINTS, draft))


def _result(name: str, draft: Draft) -> Result | None:
    decl = draft.symbols.results[name]
    return lower_result(decl, reading_at(Moment.RESULTS, draft))


def assemble(draft: Draft) -> CheckedRubric:
    """Put together what has been found."""
    top = [decl.name.text for decl in draft.symbols.top]
    made = {part.name: part for part in draft.parts.made()}
    known_tables = (known.table for known in draft.tables.made())
    rubric = CheckedRubric(
        draft.tree.name.text,
        tuple(draft.fields.values()),
        tuple(made[name] for name in dict.fromkeys(top) if name in made),
        draft.tree.label,
        draft.version,
        tuple(known.let for known in draft.lets.made()),
        (*known_tables, *draft.own_tables.values()),
        tuple(draft.scores.made()),
        draft.total,
        draft.grading,
        tuple(draft.classes),
        tuple(draft.eligibility),
        tuple(draft.overrides),
        tuple(draft.results.made()),
        tuple(draft.rules),
        tuple(draft.populations.values()),
        draft.reasons,
        tuple(draft.examples),
        tuple(draft.notes),
        tuple(draft.elements),
        used=tuple(draft.used.made()),
        **validity_of(draft.validity),
        files=draft.loader.digests(),
        base=draft.lineage.base if draft.lineage else None,
        replaced=draft.lineage.replaced if draft.lineage else (),
        wording=draft.wording,
        span=draft.tree.name.span,
    )
    lets = (attrs.evolve(let, is_read=let.name in draft.read_lets) for let in with_limits(rubric))
    return attrs.evolve(rubric, lets=tuple(lets))
