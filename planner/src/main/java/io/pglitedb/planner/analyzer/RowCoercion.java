package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Origin.Form;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// A record into a composite type, field by field. Source: PostgreSQL's coerce_record_to_complex.
final class RowCoercion {
    private RowCoercion() {}

    static Expr recordToComposite(
            ParseState state, Expr node, int target, TypeRules.Context context, Form form, int location) {
        int position = (location >= 0 ? location : node.location()) + 1;
        List<Expr> fields;
        if (node instanceof Expr.RowConstructor row) {
            fields = row.fields();
        } else if (node instanceof Expr.Var variable && variable.attribute() == 0) {
            fields = wholeRow(state, variable);
        } else {
            throw Coercion.cannotCast(state, RECORD, target).at(position);
        }
        int base = state.types().baseType(target);
        List<ColumnDef> columns = CompositeTypes.columns(state.types(), base);
        List<Expr> converted = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int next = 0;
        for (ColumnDef column : columns) {
            names.add(column.name());
            if (column.dropped()) {
                converted.add(new Expr.Const(null, INT4, -1, NONE, Origin.NONE));
                continue;
            }
            if (next >= fields.size()) {
                throw Coercion.cannotCast(state, RECORD, target)
                        .detail("Input has too few columns.")
                        .at(position);
            }
            Expr field = fields.get(next);
            Expr value =
                    Coercion.toTarget(state, field, column.type(), column.typmod(), context, Form.IMPLICIT_CAST, -1);
            if (value == null) {
                throw new PgException(
                                SqlState.CANNOT_COERCE,
                                "cannot cast type %s to %s"
                                        .formatted(
                                                state.types().name(RECORD),
                                                state.types().name(target)))
                        .detail("Cannot cast type %s to %s in column %d."
                                .formatted(
                                        state.types().name(field.type()),
                                        state.types().name(column.type()),
                                        next + 1))
                        .at(field.location() + 1);
            }
            converted.add(value);
            next++;
        }
        if (next < fields.size()) {
            throw Coercion.cannotCast(state, RECORD, target)
                    .detail("Input has too many columns.")
                    .at(position);
        }
        Expr row = new Expr.RowConstructor(converted, names, base, new Origin(location, form));
        return base == target
                ? row
                : new Expr.CoerceToDomain(row, target, -1, NONE, new Origin(location, Form.IMPLICIT_CAST));
    }

    private static List<Expr> wholeRow(ParseState state, Expr.Var variable) {
        RangeTableEntry entry = state.ancestor(variable.levelsUp()).entry(variable.rangeTableIndex());
        List<Expr> fields = new ArrayList<>();
        for (int i = 0; i < entry.columns().size(); i++) {
            ColumnInfo column = entry.columns().get(i);
            if (!column.dropped()) {
                fields.add(new Expr.Var(
                        variable.rangeTableIndex(),
                        i + 1,
                        variable.levelsUp(),
                        column.type(),
                        column.typmod(),
                        column.collation(),
                        variable.origin()));
            }
        }
        return fields;
    }
}
