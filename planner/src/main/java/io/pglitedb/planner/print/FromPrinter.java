package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.List;

/// FROM clauses. Source: `get_from_clause`.
final class FromPrinter {
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
                item(query, item);
                wrap(start);
            }
        }
    }

    private void wrap(int start) {
        if (out.style.indent() && out.style.wrapColumn() >= 0) {
            String item = out.from(start);
            if (!item.startsWith("\n")) {
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
        boolean right = out.style.fewParentheses() && join.right() instanceof JoinTree.Join;
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
            out.put(" USING (").put(QueryPrinter.quoted(join.using())).put(")");
            String using = ((RangeTableEntry.Join) query.rangeTableEntry(join.rangeTableIndex())).usingAlias();
            out.put(using == null ? "" : " AS " + Quoting.identifier(using));
        } else if (join.condition() != null) {
            out.put(" ON ");
            out.put(out.style.fewParentheses() ? "" : "(");
            expressions.print(join.condition());
            out.put(out.style.fewParentheses() ? "" : ")");
        }
        out.put(outer ? ")" : "");
        if (aliased) {
            out.put(" ").put(Quoting.identifier(columns.entryName(join.rangeTableIndex())));
        }
    }

    private void entry(RangeTableEntry entry, int index) {
        String name = columns.entryName(index);
        out.put(entry.lateral() ? "LATERAL " : "");
        switch (entry) {
            case RangeTableEntry.Relation relation -> relation(relation, name);
            case RangeTableEntry.Subquery subquery -> {
                out.put("(");
                new QueryPrinter(catalog, session, columns.inside(subquery.query()), out)
                        .print(subquery.query(), List.of());
                out.put(")");
                if (entry.aliasWritten() || !name.isEmpty()) {
                    out.put(" ").put(Quoting.identifier(name));
                    aliases(entry.columns(), resultNames(subquery.query()));
                }
            }
            case RangeTableEntry.Functions functions -> functions(functions, name);
            case RangeTableEntry.Values values -> {
                out.put("(");
                new QueryPrinter(catalog, session, columns, out).values(values.rows());
                out.put(") ").put(Quoting.identifier(name));
                columnList(entry.columns());
            }
            case RangeTableEntry.CteReference reference -> {
                out.put(Quoting.identifier(reference.cteName()));
                if (!name.equals(reference.cteName())) {
                    out.put(" ").put(Quoting.identifier(name));
                }
            }
            case RangeTableEntry.Join _, RangeTableEntry.Result _ ->
                throw new IllegalStateException("not an item of FROM: " + entry);
        }
    }

    private static List<String> resultNames(Query query) {
        return query.resultColumns().stream().map(target -> target.name()).toList();
    }

    private void relation(RangeTableEntry.Relation relation, String name) {
        TableDef table = catalog.table(relation.table());
        out.put(relation.inherit() ? "" : "ONLY ").put(names.relation(table));
        List<String> own = new ArrayList<>();
        for (ColumnDef column : table.columns()) {
            own.add(column.dropped() ? "" : column.name());
        }
        boolean renamed = isRenamed(relation.columns(), own);
        if (!name.equals(table.name()) || renamed) {
            out.put(" ").put(Quoting.identifier(name));
            if (renamed) {
                aliases(relation.columns(), own);
            }
        }
        if (relation.sample() != null) {
            sample(relation.sample());
        }
    }

    private void sample(RangeTableEntry.TableSample sample) {
        out.put(" TABLESAMPLE ").put(names.function(sample.method())).put(" (");
        expressions.commaSeparated(sample.arguments());
        out.put(")");
        if (sample.repeatable() != null) {
            out.put(" REPEATABLE (");
            expressions.print(sample.repeatable());
            out.put(")");
        }
    }

    private static boolean isRenamed(List<ColumnInfo> columns, List<String> own) {
        for (int index = 0; index < columns.size() && index < own.size(); index++) {
            if (!columns.get(index).dropped() && !columns.get(index).name().equals(own.get(index))) {
                return true;
            }
        }
        return false;
    }

    /// A list of column names where they differ from those that the source has.
    private void aliases(List<ColumnInfo> aliased, List<String> own) {
        if (isRenamed(aliased, own)) {
            columnList(aliased);
        }
    }

    private void columnList(List<ColumnInfo> aliased) {
        out.put("(")
                .put(QueryPrinter.quoted(aliased.stream()
                        .filter(column -> !column.dropped())
                        .map(ColumnInfo::name)
                        .toList()))
                .put(")");
    }

    private void functions(RangeTableEntry.Functions functions, String name) {
        boolean several = functions.functions().size() > 1
                || functions.functions().stream()
                        .anyMatch(function -> !function.columns().isEmpty() && functions.ordinality());
        out.put(several ? "ROWS FROM(" : "");
        for (int index = 0; index < functions.functions().size(); index++) {
            RangeTableEntry.RangeFunction function = functions.functions().get(index);
            out.put(index > 0 ? ", " : "");
            expressions.print(function.call(), true);
            if (several && !function.columns().isEmpty()) {
                out.put(" AS ");
                definitions(function.columns());
            }
        }
        out.put(several ? ")" : "");
        out.put(functions.ordinality() ? " WITH ORDINALITY" : "");
        boolean defined =
                !several && !functions.functions().getFirst().columns().isEmpty();
        out.put(defined ? " AS " : " ").put(Quoting.identifier(name));
        if (defined) {
            definitions(functions.functions().getFirst().columns());
        } else {
            columnList(functions.columns());
        }
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
