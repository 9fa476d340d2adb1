package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.def.CastDef;
import io.pglitedb.catalog.def.CollationDef;
import io.pglitedb.catalog.def.EnumLabelDef;
import io.pglitedb.catalog.def.RangeDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import java.util.List;

/// Types and what belongs to them: casts, ranges, enum labels, collations.
final class TypeLookups {
    private static final SystemIndex OID = SystemTables.index("pg_type_oid_index");
    private static final SystemIndex NAME = SystemTables.index("pg_type_typname_nsp_index");
    private static final SystemIndex CASTS = SystemTables.index("pg_cast_source_target_index");
    private static final SystemIndex RANGES = SystemTables.index("pg_range_rngtypid_index");
    private static final SystemIndex MULTIRANGES = SystemTables.index("pg_range_rngmultitypid_index");
    private static final SystemIndex LABELS = SystemTables.index("pg_enum_typid_sortorder_index");
    private static final SystemIndex COLLATION_OID = SystemTables.index("pg_collation_oid_index");
    private static final SystemIndex COLLATION_NAME = SystemTables.index("pg_collation_name_enc_nsp_index");

    record CastKey(int source, int target) {}

    static final Lookup<Integer, TypeDef> BY_OID = Lookup.of((reader, oid) -> type(reader.row(OID, oid)), "pg_type");
    static final Lookup<QualifiedName, TypeDef> BY_NAME =
            Lookup.of((reader, key) -> type(reader.row(NAME, key.name(), key.namespace())), "pg_type");
    static final Lookup<CastKey, CastDef> CAST =
            Lookup.of((reader, key) -> cast(reader.row(CASTS, key.source, key.target)), "pg_cast");
    static final Lookup<Integer, RangeDef> RANGE =
            Lookup.of((reader, type) -> range(reader.row(RANGES, type)), "pg_range");
    static final Lookup<Integer, RangeDef> MULTIRANGE =
            Lookup.of((reader, type) -> range(reader.row(MULTIRANGES, type)), "pg_range");
    static final Lookup<Integer, List<EnumLabelDef>> ENUM_LABELS = Lookup.of(
            (reader, type) ->
                    reader.rows(LABELS, type).stream().map(TypeLookups::label).toList(),
            "pg_enum");
    static final Lookup<Integer, CollationDef> COLLATION =
            Lookup.of((reader, oid) -> collation(reader.row(COLLATION_OID, oid)), "pg_collation");
    /// The one for any encoding or for UTF8.
    static final Lookup<QualifiedName, CollationDef> COLLATION_BY_NAME = Lookup.of(
            (reader, key) -> reader.rows(COLLATION_NAME, key.name()).stream()
                    .map(TypeLookups::collation)
                    .filter(found -> found.namespace() == key.namespace())
                    .filter(found -> found.encoding() == -1 || found.encoding() == CollationDef.UTF8)
                    .findFirst()
                    .orElse(null),
            "pg_collation");

    private TypeLookups() {}

    private static TypeDef type(SystemRow row) {
        return row == null
                ? null
                : new TypeDef(
                        row.oid("oid"),
                        row.text("typname"),
                        row.oid("typnamespace"),
                        row.oid("typowner"),
                        row.integer("typlen"),
                        row.flag("typbyval"),
                        row.letter("typtype"),
                        row.letter("typcategory"),
                        row.flag("typispreferred"),
                        row.flag("typisdefined"),
                        row.letter("typdelim"),
                        row.oid("typrelid"),
                        row.oid("typelem"),
                        row.oid("typarray"),
                        row.oid("typsubscript"),
                        row.oid("typinput"),
                        row.oid("typoutput"),
                        row.oid("typreceive"),
                        row.oid("typsend"),
                        row.oid("typmodin"),
                        row.oid("typmodout"),
                        row.oid("typanalyze"),
                        row.letter("typalign"),
                        row.letter("typstorage"),
                        row.flag("typnotnull"),
                        row.oid("typbasetype"),
                        row.integer("typtypmod"),
                        row.integer("typndims"),
                        row.oid("typcollation"),
                        row.optional("typdefaultbin"),
                        row.optional("typdefault"),
                        row.array("typacl"));
    }

    private static CastDef cast(SystemRow row) {
        return row == null
                ? null
                : new CastDef(
                        row.oid("oid"),
                        row.oid("castsource"),
                        row.oid("casttarget"),
                        row.oid("castfunc"),
                        row.letter("castcontext"),
                        row.letter("castmethod"));
    }

    private static RangeDef range(SystemRow row) {
        return row == null
                ? null
                : new RangeDef(
                        row.oid("rngtypid"),
                        row.oid("rngsubtype"),
                        row.oid("rngmultitypid"),
                        row.oid("rngcollation"),
                        row.oid("rngsubopc"),
                        row.oid("rngcanonical"),
                        row.oid("rngsubdiff"));
    }

    private static EnumLabelDef label(SystemRow row) {
        return new EnumLabelDef(
                row.oid("oid"), row.oid("enumtypid"), (float) row.number("enumsortorder"), row.text("enumlabel"));
    }

    private static CollationDef collation(SystemRow row) {
        return row == null
                ? null
                : new CollationDef(
                        row.oid("oid"),
                        row.text("collname"),
                        row.oid("collnamespace"),
                        row.oid("collowner"),
                        row.integer("collencoding"),
                        row.letter("collprovider"),
                        row.flag("collisdeterministic"),
                        row.optional("collcollate"),
                        row.optional("collctype"),
                        row.optional("colliculocale"));
    }
}
