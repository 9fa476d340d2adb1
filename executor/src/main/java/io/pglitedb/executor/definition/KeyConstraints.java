package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Columns;
import io.pglitedb.catalog.define.Constraints;
import io.pglitedb.catalog.define.Indexes;
import io.pglitedb.catalog.define.NewConstraint;
import io.pglitedb.executor.definition.family.PartitionedIndexes;
import io.pglitedb.planner.ast.Constraint;
import io.pglitedb.planner.ast.IndexElement;
import io.pglitedb.planner.ast.SortBy;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Adds PRIMARY KEY and UNIQUE constraints, each with its index. Source: PostgreSQL's transformIndexConstraint.
public final class KeyConstraints {
    private final Definition definition;
    private final IndexDefinition indexes;

    public KeyConstraints(Definition definition) {
        this.definition = definition;
        this.indexes = new IndexDefinition(definition);
    }

    /// @param only whether partitions and children are left alone
    public void add(int tableOid, Constraint.Unique raw, boolean only) {
        if (raw.usingIndex() != null) {
            throw PgException.notSupported("a constraint USING INDEX").at(raw.location() + 1);
        }
        TableDef table = definition.view().table(tableOid);
        requireOnlyPrimary(table, raw);
        List<Integer> columns = columns(table, raw.columns(), raw);
        List<Integer> included = columns(table, raw.including(), raw);
        if (raw.primary()) {
            setNotNull(table, columns);
            if (!only) {
                setNotNullBelow(table, raw.columns());
            }
        }
        String name = raw.name() != null ? raw.name() : chooseName(table, raw);
        IndexRequest request = new IndexRequest(
                name,
                "btree",
                elements(raw.columns()),
                elements(raw.including()),
                true,
                raw.primary(),
                raw.nullsNotDistinct(),
                !raw.attributes().deferrable(),
                raw.options(),
                null,
                false,
                true,
                only);
        int index = indexes.create(definition.view().table(tableOid), request);
        int constraint = new Constraints(definition.writer())
                .create(NewConstraint.key(
                        raw.primary() ? 'p' : 'u',
                        name,
                        table.namespace(),
                        tableOid,
                        index,
                        columns,
                        included,
                        raw.attributes().deferrable(),
                        raw.attributes().initiallyDeferred(),
                        List.of()));
        new Indexes(definition.writer()).own(constraint, index);
        if (table.kind() == 'p' && !only) {
            new PartitionedIndexes(definition).spread(table, index);
        }
    }

    private void requireOnlyPrimary(TableDef table, Constraint.Unique raw) {
        boolean another = raw.primary()
                && definition.view().constraints(table.oid()).stream().anyMatch(other -> other.kind() == 'p');
        if (another) {
            throw new PgException(
                            SqlState.INVALID_TABLE_DEFINITION,
                            "multiple primary keys for table \"%s\" are not allowed".formatted(table.name()))
                    .at(raw.location() + 1);
        }
    }

    private static List<Integer> columns(TableDef table, List<String> names, Constraint.Unique raw) {
        List<Integer> numbers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            ColumnDef column = table.column(name);
            if (column == null) {
                throw new PgException(
                                SqlState.UNDEFINED_COLUMN, "column \"%s\" named in key does not exist".formatted(name))
                        .at(raw.location() + 1);
            }
            if (!seen.add(name)) {
                throw new PgException(
                                SqlState.DUPLICATE_COLUMN,
                                "column \"%s\" appears twice in %s constraint"
                                        .formatted(name, raw.primary() ? "primary key" : "unique"))
                        .at(raw.location() + 1);
            }
            numbers.add(column.number());
        }
        return numbers;
    }

    private void setNotNull(TableDef table, List<Integer> columns) {
        Columns writer = new Columns(definition.writer());
        for (int number : columns) {
            if (!table.columns().get(number - 1).notNull()) {
                writer.update(table.oid(), number, Map.of("attnotnull", true));
                new NotNullCheck(definition).require(table, number);
            }
        }
    }

    private void setNotNullBelow(TableDef table, List<String> names) {
        for (int oid : definition.view().children(table.oid())) {
            TableDef child = definition.view().table(oid);
            setNotNull(
                    child,
                    names.stream().map(name -> child.column(name).number()).toList());
            setNotNullBelow(child, names);
        }
    }

    private String chooseName(TableDef table, Constraint.Unique raw) {
        return ObjectNames.relation(
                definition.view(),
                table.namespace(),
                table.name(),
                raw.primary() ? "" : String.join("_", raw.columns()),
                raw.primary() ? "pkey" : "key");
    }

    private static List<IndexElement> elements(List<String> columns) {
        return columns.stream().map(KeyConstraints::element).toList();
    }

    static IndexElement element(String column) {
        return new IndexElement(
                column, null, List.of(), List.of(), List.of(), SortBy.Direction.DEFAULT, SortBy.Nulls.DEFAULT);
    }
}
