package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.RowMark;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// FOR UPDATE and its kin over one query and the subqueries in its FROM. Source: PostgreSQL's
/// transformLockingClause.
final class Locking {
    private final Query query;
    private final SelectStmt.LockingClause clause;
    private final boolean pushedDown;
    private final List<RowMark> marks;
    private final List<RangeTableEntry> entries;

    private Locking(Query query, SelectStmt.LockingClause clause, boolean pushedDown) {
        this.query = query;
        this.clause = clause;
        this.pushedDown = pushedDown;
        this.marks = new ArrayList<>(query.rowMarks());
        this.entries = new ArrayList<>(query.rangeTable());
    }

    static String name(SelectStmt.LockStrength strength) {
        return "FOR " + strength.name().replace('_', ' ');
    }

    static Query apply(Query query, List<SelectStmt.LockingClause> clauses) {
        Query locked = query;
        for (SelectStmt.LockingClause clause : clauses) {
            locked = new Locking(locked, clause, false).apply();
        }
        return locked;
    }

    private Query apply() {
        check();
        if (clause.relations().isEmpty()) {
            for (int index = 1; index <= entries.size(); index++) {
                mark(index);
            }
        } else {
            clause.relations().forEach(this::named);
        }
        return query.toBuilder().rowMarks(marks).rangeTable(entries).build();
    }

    private void check() {
        String with = query.setOperations() != null
                ? "UNION/INTERSECT/EXCEPT"
                : !query.distinct().isEmpty()
                        ? "DISTINCT clause"
                        : !query.group().isEmpty() || !query.groupingSets().isEmpty()
                                ? "GROUP BY clause"
                                : query.having() != null
                                        ? "HAVING clause"
                                        : query.features().aggregates()
                                                ? "aggregate functions"
                                                : query.features().windows()
                                                        ? "window functions"
                                                        : query.features().setReturningTargets()
                                                                ? "set-returning functions in the target list"
                                                                : null;
        if (with != null) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "%s is not allowed with %s".formatted(name(clause.strength()), with));
        }
    }

    private void named(RangeVar relation) {
        String name = name(clause.strength());
        if (relation.schema() != null || relation.catalog() != null) {
            throw new PgException(SqlState.SYNTAX_ERROR, name + " must specify unqualified relation names")
                    .at(relation.location() + 1);
        }
        for (int index = 1; index <= entries.size(); index++) {
            RangeTableEntry entry = entries.get(index - 1);
            if (!relation.relation().equals(visibleName(entry))) {
                continue;
            }
            String wrong = switch (entry) {
                case RangeTableEntry.Join ignored -> "a join";
                case RangeTableEntry.Functions ignored -> "a function";
                case RangeTableEntry.Values ignored -> "VALUES";
                case RangeTableEntry.CteReference ignored -> "a WITH query";
                default -> null;
            };
            if (wrong != null) {
                throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, name + " cannot be applied to " + wrong)
                        .at(relation.location() + 1);
            }
            mark(index);
            return;
        }
        throw new PgException(
                        SqlState.UNDEFINED_TABLE,
                        "relation \"%s\" in %s clause not found in FROM clause".formatted(relation.relation(), name))
                .at(relation.location() + 1);
    }

    /// Null for an entry that cannot be named.
    private static String visibleName(RangeTableEntry entry) {
        if (entry.aliasWritten()) {
            return entry.name();
        }
        return switch (entry) {
            case RangeTableEntry.Join join -> join.usingAlias();
            case RangeTableEntry.Subquery ignored -> null;
            case RangeTableEntry.Values ignored -> null;
            default -> entry.name();
        };
    }

    private void mark(int index) {
        switch (entries.get(index - 1)) {
            case RangeTableEntry.Relation ignored -> add(index);
            case RangeTableEntry.Subquery subquery -> {
                add(index);
                SelectStmt.LockingClause all =
                        new SelectStmt.LockingClause(List.of(), clause.strength(), clause.waiting());
                entries.set(
                        index - 1,
                        new RangeTableEntry.Subquery(
                                subquery.name(),
                                subquery.aliasWritten(),
                                subquery.columns(),
                                new Locking(subquery.query(), all, true).apply(),
                                subquery.lateral()));
            }
            default -> {}
        }
    }

    /// The stronger of two marks on one entry wins, and one that is written wins over one that is pushed down.
    private void add(int index) {
        RowMark.Strength strength = RowMark.Strength.valueOf(clause.strength().name());
        RowMark.Wait wait = RowMark.Wait.valueOf(clause.waiting().name());
        for (int i = 0; i < marks.size(); i++) {
            RowMark mark = marks.get(i);
            if (mark.rangeTableIndex() == index) {
                marks.set(
                        i,
                        new RowMark(
                                index,
                                mark.strength().compareTo(strength) > 0 ? mark.strength() : strength,
                                mark.waiting().compareTo(wait) > 0 ? mark.waiting() : wait,
                                mark.pushedDown() && pushedDown));
                return;
            }
        }
        marks.add(new RowMark(index, strength, wait, pushedDown));
    }
}
