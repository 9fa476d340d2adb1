package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Constraints of tables and domains.
final class ConstraintLookups {
    private static final SystemIndex OID = SystemTables.index("pg_constraint_oid_index");
    private static final SystemIndex OF_TABLE = SystemTables.index("pg_constraint_conrelid_contypid_conname_index");
    private static final SystemIndex OF_DOMAIN = SystemTables.index("pg_constraint_contypid_index");
    private static final SystemIndex PARENT = SystemTables.index("pg_constraint_conparentid_index");
    private static final SystemIndex DEPENDERS = SystemTables.index("pg_depend_reference_index");
    private static final int CLASSES = SystemTables.table("pg_class").oid();
    private static final int CONSTRAINTS = SystemTables.table("pg_constraint").oid();

    static final Lookup<Integer, ConstraintDef> BY_OID =
            Lookup.of((reader, oid) -> constraint(reader.row(OID, oid)), "pg_constraint");
    static final Lookup<Integer, List<ConstraintDef>> TABLE =
            Lookup.of((reader, table) -> sorted(reader.rows(OF_TABLE, table).stream()), "pg_constraint");
    static final Lookup<Integer, List<ConstraintDef>> DOMAIN =
            Lookup.of((reader, domain) -> sorted(reader.rows(OF_DOMAIN, domain).stream()), "pg_constraint");
    /// Foreign keys that refer to a table: they depend on its columns and on its index.
    static final Lookup<Integer, List<ConstraintDef>> REFERENCING = Lookup.of(
            (reader, table) -> sorted(reader.rows(DEPENDERS, CLASSES, table).stream()
                    .filter(row -> row.oid("classid") == CONSTRAINTS)
                    .map(row -> row.oid("objid"))
                    .distinct()
                    .map(oid -> reader.row(OID, oid))
                    .filter(Objects::nonNull)
                    .filter(row -> row.letter("contype") == 'f' && row.oid("confrelid") == table)),
            "pg_constraint",
            "pg_depend");

    static final Lookup<Integer, List<Integer>> PARTS = Lookup.of(
            (reader, constraint) -> reader.rows(PARENT, constraint).stream()
                    .map(row -> row.oid("oid"))
                    .sorted(Integer::compareUnsigned)
                    .toList(),
            "pg_constraint");

    private ConstraintLookups() {}

    private static List<ConstraintDef> sorted(Stream<SystemRow> rows) {
        return rows.map(ConstraintLookups::constraint)
                .sorted(Comparator.comparingLong(constraint -> Integer.toUnsignedLong(constraint.oid())))
                .toList();
    }

    private static ConstraintDef constraint(SystemRow row) {
        return row == null
                ? null
                : new ConstraintDef(
                        row.oid("oid"),
                        row.text("conname"),
                        row.oid("connamespace"),
                        row.letter("contype"),
                        row.flag("condeferrable"),
                        row.flag("condeferred"),
                        row.flag("convalidated"),
                        row.oid("conrelid"),
                        row.oid("contypid"),
                        row.oid("conindid"),
                        row.oid("conparentid"),
                        row.oid("confrelid"),
                        row.letter("confupdtype"),
                        row.letter("confdeltype"),
                        row.letter("confmatchtype"),
                        row.flag("conislocal"),
                        row.integer("coninhcount"),
                        row.flag("connoinherit"),
                        row.integers("conkey"),
                        row.integers("confkey"),
                        row.integers("conpfeqop"),
                        row.integers("confdelsetcols"),
                        row.integers("conexclop"),
                        row.optional("conbin"));
    }
}
