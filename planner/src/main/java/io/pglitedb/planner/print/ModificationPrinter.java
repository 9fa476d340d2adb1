package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.OnConflict;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.text.Quoting;
import java.util.List;

/// INSERT, UPDATE and DELETE, as they stand in rules and WITH. Source: `get_insert_query_def` and its siblings.
final class ModificationPrinter {
    private final CatalogView catalog;
    private final SessionContext session;
    private final QueryColumns columns;
    private final Output out;
    private final ExpressionPrinter expressions;
    private final Names names;

    ModificationPrinter(
            CatalogView catalog,
            SessionContext session,
            QueryColumns columns,
            Output out,
            ExpressionPrinter expressions) {
        this.catalog = catalog;
        this.session = session;
        this.columns = columns;
        this.out = out;
        this.expressions = expressions;
        this.names = new Names(catalog);
    }

    /// @param visible whether somebody outside may name the columns of RETURNING
    void print(Query query, boolean visible) {
        RangeTableEntry.Relation relation = (RangeTableEntry.Relation) query.rangeTableEntry(query.resultRelation());
        TableDef table = catalog.table(relation.table());
        if (out.style.indent()) {
            out.indent(Output.STANDARD);
            out.put(" ");
        }
        switch (query.command()) {
            case INSERT -> insert(query, relation, table);
            case UPDATE -> update(query, relation, table);
            case DELETE -> delete(query, relation, table);
            case SELECT, MERGE -> throw PgException.notSupported("printing MERGE");
        }
        if (!query.returning().isEmpty()) {
            out.keyword(" RETURNING", -Output.STANDARD, Output.STANDARD, 1);
            new TargetPrinter(expressions, columns, out).print(query.returning(), List.of(), visible);
        }
    }

    private void target(Query query, RangeTableEntry.Relation relation, TableDef table, String word) {
        out.put(relation.inherit() ? "" : "ONLY ").put(names.relation(table));
        String name = columns.entryName(query.resultRelation());
        if (relation.aliasWritten() || !name.equals(table.name())) {
            out.put(word).put(Quoting.identifier(name));
        }
    }

    private void insert(Query query, RangeTableEntry.Relation relation, TableDef table) {
        out.put("INSERT INTO ");
        target(query, relation, table, " AS ");
        out.put(" (");
        List<TargetEntry> targets =
                query.targets().stream().filter(target -> !target.junk()).toList();
        for (int index = 0; index < targets.size(); index++) {
            out.put(index > 0 ? ", " : "");
            out.put(column(table, targets.get(index).number()));
        }
        out.put(") ");
        out.put(
                switch (query.overriding()) {
                    case NONE -> "";
                    case USER -> "OVERRIDING USER VALUE ";
                    case SYSTEM -> "OVERRIDING SYSTEM VALUE ";
                });
        source(query, targets);
        if (query.onConflict() != null) {
            conflict(query.onConflict(), table);
        }
    }

    private void source(Query query, List<TargetEntry> targets) {
        for (JoinTree item : query.joinTree().items()) {
            if (item instanceof JoinTree.Reference(int index)) {
                switch (query.rangeTableEntry(index)) {
                    case RangeTableEntry.Subquery subquery -> {
                        new QueryPrinter(catalog, session, columns.inside(subquery.query()), out)
                                .print(subquery.query(), List.of(), false);
                        return;
                    }
                    case RangeTableEntry.Values values -> {
                        new QueryPrinter(catalog, session, columns, out).values(values.rows());
                        return;
                    }
                    default -> {}
                }
            }
        }
        if (targets.isEmpty()) {
            out.put("DEFAULT VALUES");
            return;
        }
        out.keyword("VALUES (", -Output.STANDARD, Output.STANDARD, 2);
        expressions.commaSeparatedWhole(
                targets.stream().map(TargetEntry::expression).toList(), false);
        out.put(")");
    }

    private void conflict(OnConflict conflict, TableDef table) {
        out.put(" ON CONFLICT");
        if (conflict.constraint() != 0) {
            out.put(" ON CONSTRAINT ")
                    .put(Quoting.identifier(
                            catalog.constraint(conflict.constraint()).name()));
        } else if (!conflict.arbiterElements().isEmpty()) {
            out.put("(");
            for (int index = 0; index < conflict.arbiterElements().size(); index++) {
                Expr element = conflict.arbiterElements().get(index).expression();
                out.put(index > 0 ? ", " : "");
                boolean plain = element instanceof Expr.Var;
                out.put(plain ? new TableColumns(table, catalog).variable((Expr.Var) element) : "");
                if (!plain) {
                    out.put("(");
                    expressions.print(element);
                    out.put(")");
                }
            }
            out.put(")");
            if (conflict.arbiterWhere() != null) {
                out.keyword(" WHERE ", -Output.STANDARD, Output.STANDARD, 1);
                expressions.print(conflict.arbiterWhere());
            }
        }
        if (!conflict.update()) {
            out.put(" DO NOTHING");
            return;
        }
        out.put(" DO UPDATE SET ");
        assignments(conflict.set(), table);
        if (conflict.where() != null) {
            out.keyword(" WHERE ", -Output.STANDARD, Output.STANDARD, 1);
            expressions.print(conflict.where());
        }
    }

    private void assignments(List<TargetEntry> targets, TableDef table) {
        String separator = "";
        for (TargetEntry target : targets) {
            if (!target.junk()) {
                out.put(separator).put(column(table, target.number())).put(" = ");
                expressions.print(target.expression());
                separator = ", ";
            }
        }
    }

    private static String column(TableDef table, int number) {
        return Quoting.identifier(table.columns().get(number - 1).name());
    }

    private void update(Query query, RangeTableEntry.Relation relation, TableDef table) {
        out.put("UPDATE ");
        target(query, relation, table, " ");
        out.put(" SET ");
        assignments(query.targets(), table);
        others(" FROM ", query);
        where(query);
    }

    private void delete(Query query, RangeTableEntry.Relation relation, TableDef table) {
        out.put("DELETE FROM ");
        target(query, relation, table, " ");
        others(" USING ", query);
        where(query);
    }

    private void others(String word, Query query) {
        List<JoinTree> items = query.joinTree().items().stream()
                .filter(item -> !item.equals(new JoinTree.Reference(query.resultRelation())))
                .toList();
        new FromPrinter(catalog, session, columns, out, expressions).from(word, query, items);
    }

    private void where(Query query) {
        if (query.joinTree().where() != null) {
            out.keyword(" WHERE ", -Output.STANDARD, Output.STANDARD, 1);
            expressions.print(query.joinTree().where());
        }
    }
}
