package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.SequenceDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Relations with their columns, indexes and sequences.
final class TableLookups {
    private static final SystemIndex OID = SystemTables.index("pg_class_oid_index");
    private static final SystemIndex NAME = SystemTables.index("pg_class_relname_nsp_index");
    private static final SystemIndex COLUMNS = SystemTables.index("pg_attribute_relid_attnum_index");
    private static final SystemIndex DEFAULTS = SystemTables.index("pg_attrdef_adrelid_adnum_index");
    private static final SystemIndex INDEX = SystemTables.index("pg_index_indexrelid_index");
    private static final SystemIndex INDEXES = SystemTables.index("pg_index_indrelid_index");
    private static final int PG_CLASS = 1259;
    private static final SystemIndex DEPENDENTS = SystemTables.index("pg_depend_reference_index");
    private static final SystemIndex SEQUENCES = SystemTables.index("pg_sequence_seqrelid_index");

    private static final int DESCENDING = 1; // bits of indoption
    private static final int NULLS_FIRST = 2;

    static final Lookup<Integer, TableDef> BY_OID =
            Lookup.of((reader, oid) -> table(reader, reader.row(OID, oid)), "pg_class", "pg_attribute", "pg_attrdef");
    /// OID.
    static final Lookup<QualifiedName, Integer> BY_NAME = Lookup.of(
            (reader, key) -> {
                SystemRow row = reader.row(NAME, key.name(), key.namespace());
                return row == null ? null : row.oid("oid");
            },
            "pg_class");
    static final Lookup<Integer, IndexDef> INDEX_BY_OID =
            Lookup.of((reader, oid) -> index(reader, reader.row(INDEX, oid)), "pg_index", "pg_class");
    static final Lookup<Integer, List<IndexDef>> INDEXES_OF = Lookup.of(
            (reader, table) -> reader.rows(INDEXES, table).stream()
                    .map(row -> index(reader, row))
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparingLong(index -> Integer.toUnsignedLong(index.oid())))
                    .toList(),
            "pg_index",
            "pg_class");
    static final Lookup<Integer, SequenceDef> SEQUENCE =
            Lookup.of((reader, relation) -> sequence(reader.row(SEQUENCES, relation)), "pg_sequence");

    record ColumnKey(int table, int number) {}

    static final Lookup<ColumnKey, Integer> IDENTITY_SEQUENCE = Lookup.of(TableLookups::identitySequence, "pg_depend");

    private TableLookups() {}

    private static TableDef table(CatalogReader reader, SystemRow row) {
        if (row == null) {
            return null;
        }
        int oid = row.oid("oid");
        return new TableDef(
                oid,
                row.text("relname"),
                row.oid("relnamespace"),
                row.letter("relkind"),
                row.letter("relpersistence"),
                row.oid("relowner"),
                row.oid("reltype"),
                row.oid("reloftype"),
                row.oid("relam"),
                reader.storage(oid, row.oid("relfilenode")),
                columns(reader, oid),
                new TableDef.Traits(
                        row.flag("relisshared"),
                        row.flag("relhasindex"),
                        row.flag("relhasrules"),
                        row.flag("relhastriggers"),
                        row.flag("relhassubclass"),
                        row.flag("relrowsecurity"),
                        row.flag("relforcerowsecurity"),
                        row.flag("relispopulated"),
                        row.flag("relispartition"),
                        row.letter("relreplident")),
                new TableDef.Estimate(row.number("reltuples"), row.integer("relpages")),
                row.texts("reloptions"),
                row.optional("relpartbound"),
                row.array("relacl"));
    }

    private static List<ColumnDef> columns(CatalogReader reader, int table) {
        Map<Integer, String> defaults = new HashMap<>();
        reader.rows(DEFAULTS, table).forEach(row -> defaults.put(row.integer("adnum"), row.text("adbin")));
        List<ColumnDef> columns = new ArrayList<>();
        for (SystemRow row : reader.rows(COLUMNS, table)) {
            if (row.integer("attnum") > 0) {
                columns.add(column(row, Optional.ofNullable(defaults.get(row.integer("attnum")))));
            }
        }
        return columns;
    }

    private static ColumnDef column(SystemRow row, Optional<String> defaultExpression) {
        return new ColumnDef(
                row.integer("attnum"),
                row.text("attname"),
                row.oid("atttypid"),
                row.integer("atttypmod"),
                row.integer("attndims"),
                row.oid("attcollation"),
                row.flag("attnotnull"),
                defaultExpression,
                row.letter("attidentity"),
                row.letter("attgenerated"),
                row.flag("attisdropped"),
                row.integer("attlen"),
                row.flag("attislocal"),
                row.integer("attinhcount"),
                row.integer("attstattarget"),
                row.letter("attstorage"),
                row.letter("attcompression"),
                row.texts("attoptions"),
                row.array("attacl"),
                row.array("attmissingval"));
    }

    /// Null when the relation itself is gone.
    private static IndexDef index(CatalogReader reader, SystemRow row) {
        SystemRow relation = row == null ? null : reader.row(OID, row.oid("indexrelid"));
        if (relation == null) {
            return null;
        }
        List<Integer> columns = row.integers("indkey");
        int keyCount = row.integer("indnkeyatts");
        return new IndexDef(
                row.oid("indexrelid"),
                relation.text("relname"),
                relation.oid("relnamespace"),
                row.oid("indrelid"),
                relation.oid("relam"),
                IndexDef.hasEntries(relation.oid("relam"))
                        ? reader.storage(row.oid("indexrelid"), relation.oid("relfilenode"))
                        : 0,
                row.flag("indisunique"),
                row.flag("indisprimary"),
                row.flag("indnullsnotdistinct"),
                row.flag("indisexclusion"),
                row.flag("indimmediate"),
                row.flag("indisclustered"),
                row.flag("indisvalid"),
                row.flag("indisready"),
                row.flag("indisreplident"),
                keys(row, columns.subList(0, keyCount)),
                columns.subList(keyCount, columns.size()),
                row.optional("indexprs"),
                row.optional("indpred"));
    }

    private static List<IndexDef.Key> keys(SystemRow row, List<Integer> columns) {
        List<Integer> classes = row.integers("indclass");
        List<Integer> collations = row.integers("indcollation");
        List<Integer> options = row.integers("indoption");
        List<IndexDef.Key> keys = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean descending = (options.get(i) & DESCENDING) != 0;
            boolean nullsFirst = (options.get(i) & NULLS_FIRST) != 0;
            keys.add(new IndexDef.Key(columns.get(i), classes.get(i), collations.get(i), descending, nullsFirst));
        }
        return keys;
    }

    /// The sequence that depends on the column internally. Source: PostgreSQL's getIdentitySequence.
    private static Integer identitySequence(CatalogReader reader, ColumnKey column) {
        for (SystemRow row : reader.rows(DEPENDENTS, PG_CLASS, column.table, column.number)) {
            if (row.letter("deptype") == 'i' && row.oid("classid") == PG_CLASS) {
                return row.oid("objid");
            }
        }
        return null;
    }

    private static SequenceDef sequence(SystemRow row) {
        return row == null
                ? null
                : new SequenceDef(
                        row.oid("seqrelid"),
                        row.oid("seqtypid"),
                        row.bigint("seqstart"),
                        row.bigint("seqincrement"),
                        row.bigint("seqmax"),
                        row.bigint("seqmin"),
                        row.bigint("seqcache"),
                        row.flag("seqcycle"));
    }
}
