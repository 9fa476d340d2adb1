package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.RowMark;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// FOR UPDATE and its kin. Source: PostgreSQL's transformLockingClause.
final class Locking {
    private Locking() {}

    static String name(SelectStmt.LockStrength strength) {
        return "FOR " + strength.name().replace('_', ' ');
    }

    static List<RowMark> marks(ParseState state) {
        List<RowMark> marks = new ArrayList<>();
        for (SelectStmt.LockingClause clause : state.locking) {
            String name = name(clause.strength());
            if (state.hasAggregates) {
                throw new PgException(
                        SqlState.FEATURE_NOT_SUPPORTED, name + " is not allowed with aggregate functions");
            }
            if (state.hasWindowCalls) {
                throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, name + " is not allowed with window functions");
            }
            if (clause.relations().isEmpty()) {
                for (int i = 1; i <= state.rangeTable.size(); i++) {
                    add(marks, state.entry(i), i, clause);
                }
            } else {
                clause.relations().forEach(relation -> marked(state, marks, relation, clause, name));
            }
        }
        return marks;
    }

    private static void marked(
            ParseState state, List<RowMark> marks, RangeVar relation, SelectStmt.LockingClause clause, String name) {
        if (relation.schema() != null) {
            throw new PgException(SqlState.SYNTAX_ERROR, name + " must specify unqualified relation names")
                    .at(relation.location() + 1);
        }
        for (int i = 1; i <= state.rangeTable.size(); i++) {
            RangeTableEntry entry = state.entry(i);
            if (!entry.name().equals(relation.relation())) {
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
            add(marks, entry, i, clause);
            return;
        }
        throw new PgException(
                        SqlState.UNDEFINED_TABLE,
                        "relation \"%s\" in %s clause not found in FROM clause".formatted(relation.relation(), name))
                .at(relation.location() + 1);
    }

    private static void add(List<RowMark> marks, RangeTableEntry entry, int index, SelectStmt.LockingClause clause) {
        if (entry instanceof RangeTableEntry.Subquery) {
            throw PgException.notSupported(name(clause.strength()) + " of a subquery");
        }
        if (!(entry instanceof RangeTableEntry.Relation)) {
            return;
        }
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
                                false));
                return;
            }
        }
        marks.add(new RowMark(index, strength, wait, false));
    }
}
