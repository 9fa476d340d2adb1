package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.ResTarget;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// SELECT and RETURNING lists, star expansion. Source: PostgreSQL's parse_target.c.
final class TargetListAnalyzer {
    private TargetListAnalyzer() {}

    static List<TargetEntry> analyze(ParseState state, List<ResTarget> raw, ExprKind kind) {
        return state.in(kind, () -> {
            List<TargetEntry> targets = new ArrayList<>();
            for (ResTarget target : raw) {
                List<TargetEntry> expanded = star(state, target.value());
                if (expanded != null) {
                    targets.addAll(expanded);
                    continue;
                }
                Expr value = ExpressionAnalyzer.analyze(state, target.value());
                String name = target.name() == null ? ColumnNames.of(target.value()) : target.name();
                targets.add(withOrigin(state, new TargetEntry(value, state.nextTargetNumber++, name, false)));
            }
            return targets;
        });
    }

    /// ROW and VALUES items, where stars expand too.
    static List<Expr> expressions(ParseState state, List<AstExpr> raw, ExprKind kind, boolean allowDefault) {
        return state.in(kind, () -> {
            List<Expr> values = new ArrayList<>();
            for (AstExpr item : raw) {
                int next = state.nextTargetNumber;
                List<TargetEntry> expanded = star(state, item);
                state.nextTargetNumber = next;
                if (expanded != null) {
                    expanded.forEach(entry -> values.add(entry.expression()));
                } else {
                    values.add(value(state, item, allowDefault));
                }
            }
            return values;
        });
    }

    /// One item that is no star.
    static Expr value(ParseState state, AstExpr item, boolean allowDefault) {
        return allowDefault && item instanceof AstExpr.SetToDefault
                ? new Expr.SetToDefault(UNKNOWN, -1, NONE, Origin.at(item.location()))
                : ExpressionAnalyzer.analyze(state, item);
    }

    /// The columns of `*`, `t.*` or `(row).*`; null for any other expression.
    private static List<TargetEntry> star(ParseState state, AstExpr raw) {
        if (raw instanceof AstExpr.ColumnRef reference && reference.star()) {
            List<TargetEntry> result = new ArrayList<>();
            List<String> fields = reference.fields();
            if (fields.isEmpty()) {
                boolean found = false;
                for (NamespaceItem item : state.namespace) {
                    if (item.columnsVisible() && !item.lateralOnly()) {
                        found = true;
                        expand(state, item, 0, reference.location(), result);
                    }
                }
                if (!found) {
                    throw new PgException(SqlState.SYNTAX_ERROR, "SELECT * with no tables specified is not valid")
                            .at(reference.location() + 1);
                }
                return result;
            }
            String schema = fields.size() > 1 ? fields.get(fields.size() - 2) : null;
            var item = ColumnLookup.relation(state, schema, fields.getLast(), reference.location());
            if (item == null && variable(state, fields, reference.location(), result)) {
                return result;
            }
            if (item == null) {
                throw MissingNames.relation(state, schema, fields.getLast(), reference.location());
            }
            expand(state, item.item(), item.levelsUp(), reference.location(), result);
            return result;
        }
        if (raw instanceof AstExpr.Indirection indirection
                && indirection.elements().getLast() instanceof AstExpr.AllFields) {
            var rest = indirection.elements().subList(0, indirection.elements().size() - 1);
            AstExpr inner = rest.isEmpty()
                    ? indirection.argument()
                    : new AstExpr.Indirection(indirection.argument(), List.copyOf(rest));
            Expr row = ExpressionAnalyzer.analyze(state, inner);
            return fields(state, row);
        }
        return null;
    }

    /// `variable.*`; false when it means none.
    private static boolean variable(ParseState state, List<String> names, int location, List<TargetEntry> result) {
        List<List<String>> parts = NamedParameters.fieldsOf(state, names);
        if (parts != null) {
            for (List<String> part : parts) {
                Expr field = NamedParameters.find(state, part, location);
                result.add(new TargetEntry(field, state.nextTargetNumber++, part.getLast(), false));
            }
            return true;
        }
        Expr row = NamedParameters.find(state, names, location);
        if (row != null) {
            result.addAll(fields(state, row));
        }
        return row != null;
    }

    /// `(row).*`. Source: PostgreSQL's ExpandRowReference.
    private static List<TargetEntry> fields(ParseState state, Expr row) {
        List<TargetEntry> result = new ArrayList<>();
        if (row instanceof Expr.Var variable && variable.attribute() == 0) {
            RangeTableEntry entry = state.ancestor(variable.levelsUp()).entry(variable.rangeTableIndex());
            NamespaceItem item = NamespaceItem.of(entry, variable.rangeTableIndex());
            expand(state, item, variable.levelsUp(), variable.location(), result);
            return result;
        }
        List<ColumnInfo> columns = RecordShapes.columns(state, row);
        if (columns == null) {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE,
                    row.type() == RECORD
                            ? "record type has not been registered"
                            : "type %s is not composite".formatted(state.types().name(row.type())));
        }
        for (int i = 0; i < columns.size(); i++) {
            ColumnInfo column = columns.get(i);
            if (!column.dropped()) {
                Expr field = new Expr.FieldSelect(
                        row, i + 1, column.name(), column.type(), column.typmod(), column.collation(), row.origin());
                result.add(new TargetEntry(field, state.nextTargetNumber++, column.name(), false));
            }
        }
        return result;
    }

    private static void expand(
            ParseState state, NamespaceItem item, int levelsUp, int location, List<TargetEntry> result) {
        for (int i = 0; i < item.columnNames().size() - item.unexpanded(); i++) {
            if (!item.columnNames().get(i).isEmpty()) {
                Expr value = item.reference(i, levelsUp, location);
                result.add(withOrigin(
                        state,
                        new TargetEntry(
                                value,
                                state.nextTargetNumber++,
                                item.columnNames().get(i),
                                false)));
            }
        }
    }

    /// Notes which table's column the target is. PostgreSQL's `markTargetListOrigin`.
    private static TargetEntry withOrigin(ParseState state, TargetEntry entry) {
        if (!(entry.expression() instanceof Expr.Var variable)) {
            return entry;
        }
        ParseState owner = state.ancestor(variable.levelsUp());
        return switch (owner.entry(variable.rangeTableIndex())) {
            case RangeTableEntry.Relation relation -> entry.withOrigin(relation.table(), variable.attribute());
            case RangeTableEntry.Subquery subquery -> withOrigin(entry, subquery.query(), variable);
            case RangeTableEntry.CteReference reference
            when !reference.selfReference() ->
                withOrigin(entry, CommonTableAnalyzer.of(owner, reference).query, variable);
            default -> entry;
        };
    }

    private static TargetEntry withOrigin(TargetEntry entry, Query query, Expr.Var variable) {
        List<TargetEntry> columns = query.resultColumns();
        // A whole row has no origin, nor has a column that SEARCH or CYCLE adds.
        if (variable.attribute() < 1 || variable.attribute() > columns.size()) {
            return entry;
        }
        TargetEntry inner = columns.get(variable.attribute() - 1);
        return entry.withOrigin(inner.originTable(), inner.originColumn());
    }

    /// Output columns that are still unknown literals become text.
    static void resolveUnknowns(ParseState state, List<TargetEntry> targets) {
        targets.replaceAll(entry -> entry.expression().type() == UNKNOWN
                ? entry.withExpression(Coercion.coerce(
                        state, entry.expression(), TEXT, -1, Context.IMPLICIT, Origin.Form.IMPLICIT_CAST, -1))
                : entry);
    }
}
