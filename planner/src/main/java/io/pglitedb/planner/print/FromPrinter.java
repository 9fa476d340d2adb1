package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinKind;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.text.Quoting;
import java.util.List;

/// FROM clauses. Source: `get_from_clause`.
final class FromPrinter {
    private static final int UNNEST = 2331; // OID of unnest(anyarray)

    private final CatalogView catalog;
    private final SessionContext session;
    private final QueryColumns columns;
    private final Output out;
    private final ExpressionPrinter expressions;
    private final Names names;

    FromPrinter(
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

    void from(String prefix, Query query) {
        from(prefix, query, query.joinTree().items());
    }

    void from(String prefix, Query query, List<JoinTree> items) {
        boolean first = true;
        for (JoinTree item : items) {
            if (item instanceof JoinTree.Reference(int index)
                    && query.rangeTableEntry(index) instanceof RangeTableEntry.Result) {
                continue;
            }
            if (first) {
                out.keyword(prefix, -Output.STANDARD, Output.STANDARD, 2);
                first = false;
                item(query, item);
            } else {
                out.put(", ");
                int start = out.length();
                int lineLength = out.lineLength();
                item(query, item);
                wrap(start, lineLength);
            }
        }
    }

    private void wrap(int start, int lineLength) {
        if (out.style.indent() && out.style.wrapColumn() >= 0) {
            String item = out.from(start);
            if (!item.startsWith("\n") && lineLength + item.length() > out.style.wrapColumn()) {
                out.truncate(start);
                out.keyword("", -Output.STANDARD, Output.STANDARD, Output.LIST);
                out.put(item);
            }
        }
    }

    private void item(Query query, JoinTree item) {
        switch (item) {
            case JoinTree.Reference(int index) -> entry(query.rangeTableEntry(index), index);
            case JoinTree.Join join -> join(query, join);
            case JoinTree.From from -> throw new IllegalStateException("a FROM list inside: " + from);
        }
    }

    private void join(Query query, JoinTree.Join join) {
        boolean aliased = query.rangeTableEntry(join.rangeTableIndex()).aliasWritten();
        boolean outer = !out.style.fewParentheses() || aliased;
        boolean right = out.style.fewParentheses()
                && join.right() instanceof JoinTree.Join inner
                && !query.rangeTableEntry(inner.rangeTableIndex()).aliasWritten();
        out.put(outer ? "(" : "");
        item(query, join.left());
        boolean conditioned = join.condition() != null || !join.using().isEmpty();
        String word = switch (join.kind()) {
            case INNER -> conditioned ? " JOIN " : " CROSS JOIN ";
            case LEFT -> " LEFT JOIN ";
            case RIGHT -> " RIGHT JOIN ";
            case FULL -> " FULL JOIN ";
        };
        out.keyword(word, -Output.STANDARD, Output.STANDARD, Output.JOIN);
        out.put(right ? "(" : "");
        item(query, join.right());
        out.put(right ? ")" : "");
        if (!join.using().isEmpty()) {
            List<String> merged = columns.aliases().using(join.rangeTableIndex());
            out.put(" USING (").put(QueryPrinter.quoted(merged)).put(")");
            String using = ((RangeTableEntry.Join) query.rangeTableEntry(join.rangeTableIndex())).usingAlias();
            out.put(using == null ? "" : " AS " + Quoting.identifier(using));
        } else if (join.condition() != null) {
            out.put(" ON ");
            out.put(out.style.fewParentheses() ? "" : "(");
            expressions.print(join.condition());
            out.put(out.style.fewParentheses() ? "" : ")");
        } else if (join.kind() != JoinKind.INNER) {
            out.put(" ON TRUE");
        }
        out.put(outer ? ")" : "");
        if (aliased) {
            out.put(" ").put(Quoting.identifier(columns.entryName(join.rangeTableIndex())));
            columnList(join.rangeTableIndex());
        }
    }

    private void entry(RangeTableEntry entry, int index) {
        String name = columns.entryName(index);
        out.put(entry.lateral() ? "LATERAL " : "");
        switch (entry) {
            case RangeTableEntry.Relation relation -> {
                TableDef table = catalog.table(relation.table());
                out.put(relation.inherit() ? "" : "ONLY ").put(names.relation(table));
                alias(entry, index, !name.equals(table.name()));
                if (relation.sample() != null) {
                    sample(relation.sample());
                }
            }
            case RangeTableEntry.Subquery subquery -> {
                out.put("(");
                new QueryPrinter(catalog, session, columns.inside(subquery.query()), out)
                        .print(subquery.query(), List.of(), true);
                out.put(")");
                alias(entry, index, !name.isEmpty());
            }
            case RangeTableEntry.Functions functions -> functions(functions, index);
            case RangeTableEntry.Values values -> {
                out.put("(");
                new QueryPrinter(catalog, session, columns, out).values(values.rows());
                out.put(")");
                alias(entry, index, true);
            }
            case RangeTableEntry.CteReference reference -> {
                out.put(Quoting.identifier(reference.cteName()));
                alias(entry, index, !name.equals(reference.cteName()));
            }
            case RangeTableEntry.Join _, RangeTableEntry.Result _ ->
                throw new IllegalStateException("not an item of FROM: " + entry);
        }
    }

    /// @param needed whether the entry could not be told without one
    private void alias(RangeTableEntry entry, int index, boolean needed) {
        if (entry.aliasWritten() || needed || !columns.aliases().list(index).isEmpty()) {
            out.put(" ").put(Quoting.identifier(columns.entryName(index)));
        }
        columnList(index);
    }

    private void columnList(int index) {
        List<String> list = columns.aliases().list(index);
        if (!list.isEmpty()) {
            out.put("(").put(QueryPrinter.quoted(list)).put(")");
        }
    }

    private void sample(RangeTableEntry.TableSample sample) {
        out.put(" TABLESAMPLE ").put(names.function(sample.method())).put(" (");
        String separator = "";
        for (Expr argument : sample.arguments()) {
            out.put(separator);
            expressions.print(argument, false);
            separator = ", ";
        }
        out.put(")");
        if (sample.repeatable() != null) {
            out.put(" REPEATABLE (");
            expressions.print(sample.repeatable(), false);
            out.put(")");
        }
    }

    private void functions(RangeTableEntry.Functions functions, int index) {
        boolean several = functions.functions().size() > 1
                || functions.functions().stream()
                        .anyMatch(function -> !function.columns().isEmpty() && functions.ordinality());
        if (several && functions.functions().stream().allMatch(this::isUnnest)) {
            out.put("UNNEST(");
            expressions.commaSeparated(functions.functions().stream()
                    .map(function ->
                            ((Expr.FunctionCall) function.call()).arguments().getFirst())
                    .toList());
        } else {
            out.put(several ? "ROWS FROM(" : "");
            for (int i = 0; i < functions.functions().size(); i++) {
                RangeTableEntry.RangeFunction function = functions.functions().get(i);
                out.put(i > 0 ? ", " : "");
                call(function.call());
                if (several && !function.columns().isEmpty()) {
                    out.put(" AS ");
                    definitions(function.columns());
                }
            }
        }
        out.put(several ? ")" : "");
        out.put(functions.ordinality() ? " WITH ORDINALITY" : "");
        boolean defined =
                !several && !functions.functions().getFirst().columns().isEmpty();
        String name = Quoting.identifier(columns.entryName(index));
        if (defined) {
            out.put(" ").put(name);
            definitions(functions.functions().getFirst().columns());
        } else {
            out.put(" ").put(name);
            columnList(index);
        }
    }

    private boolean isUnnest(RangeTableEntry.RangeFunction function) {
        return function.columns().isEmpty()
                && function.call() instanceof Expr.FunctionCall call
                && call.function() == UNNEST;
    }

    /// What does not look like a call is put into a cast to its own type.
    private void call(Expr call) {
        boolean looksLikeCall = switch (call) {
            case Expr.FunctionCall function -> !function.origin().isCast();
            case Expr.Coalesce _, Expr.MinMax _, Expr.NullIf _, Expr.SqlValueFunction _, Expr.Xml _ -> true;
            default -> false;
        };
        if (looksLikeCall) {
            expressions.print(call, true);
            return;
        }
        out.put("CAST(");
        expressions.print(call, false);
        out.put(" AS ").put(names.type(call.type(), call.typmod())).put(")");
    }

    private void definitions(List<ColumnInfo> defined) {
        out.put("(");
        for (int index = 0; index < defined.size(); index++) {
            ColumnInfo column = defined.get(index);
            out.put(index > 0 ? ", " : "");
            out.put(Quoting.identifier(column.name())).put(" ").put(names.type(column.type(), column.typmod()));
        }
        out.put(")");
    }
}
