package io.pglitedb.catalog.define;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.Oids;
import io.pglitedb.types.array.VectorValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes statistics objects. Source of the dependencies: PostgreSQL 15, `CreateStatistics`.
public final class ExtendedStatistics {
    private static final SystemTable TABLE = SystemTables.table("pg_statistic_ext");
    private static final SystemIndex BY_NAME = SystemTables.index("pg_statistic_ext_name_index");
    private static final SystemIndex BY_RELATION = SystemTables.index("pg_statistic_ext_relid_index");

    private final CatalogWriter writer;

    public ExtendedStatistics(CatalogWriter writer) {
        this.writer = writer;
    }

    public boolean exists(String name, int namespace) {
        return writer.row(BY_NAME, name, namespace) != null;
    }

    /// pg_statistic_ext rows of a table's objects.
    public List<SystemRow> of(int relation) {
        return writer.rows(BY_RELATION, relation);
    }

    /// @param columns numbers, ascending
    /// @param kinds d distinct values, f functional dependencies, m most common values, e expressions
    public int create(
            String name,
            int namespace,
            int owner,
            int relation,
            List<Integer> columns,
            List<Character> kinds,
            Optional<Expression> expressions) {
        int oid = writer.newOid(TABLE);
        writer.insert(
                TABLE,
                new RowValues()
                        .set("oid", oid)
                        .set("stxrelid", relation)
                        .set("stxname", name)
                        .set("stxnamespace", namespace)
                        .set("stxowner", owner)
                        .set("stxstattarget", -1)
                        .set(
                                "stxkeys",
                                VectorValueType.of(
                                        Oids.INT2,
                                        columns.stream()
                                                .map(Integer::shortValue)
                                                .toArray()))
                        .set("stxkind", Values.letters(kinds))
                        .set("stxexprs", expressions.map(Expression::tree).orElse(null)));
        ObjectAddress self = ObjectAddress.of(ClassOid.EXTENDED_STATISTICS, oid);
        Dependencies dependencies = new Dependencies(writer);
        for (int column : columns) {
            dependencies.record(self, ObjectAddress.column(relation, column), DependencyType.AUTO);
        }
        if (columns.isEmpty()) {
            dependencies.record(self, ObjectAddress.relation(relation), DependencyType.AUTO);
        }
        expressions.ifPresent(list -> dependencies.recordExpression(
                self, list.references(), relation, DependencyType.AUTO, DependencyType.NORMAL));
        dependencies.record(self, ObjectAddress.schema(namespace), DependencyType.NORMAL);
        dependencies.recordOwner(self, owner);
        return oid;
    }

    public void setTarget(int oid, int target) {
        writer.update(writer.row(TABLE.oidIndex(), oid), Map.of("stxstattarget", target));
    }
}
