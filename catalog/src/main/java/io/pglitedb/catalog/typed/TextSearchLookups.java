package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.def.TextSearchDef;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;

/// Text search configurations and dictionaries.
final class TextSearchLookups {
    private static final SystemIndex CONFIGURATION_OID = SystemTables.index("pg_ts_config_oid_index");
    private static final SystemIndex CONFIGURATION_NAME = SystemTables.index("pg_ts_config_cfgname_index");
    private static final SystemIndex DICTIONARY_OID = SystemTables.index("pg_ts_dict_oid_index");
    private static final SystemIndex DICTIONARY_NAME = SystemTables.index("pg_ts_dict_dictname_index");

    static final Lookup<Integer, TextSearchDef> CONFIGURATION =
            Lookup.of((reader, oid) -> configuration(reader.row(CONFIGURATION_OID, oid)), "pg_ts_config");
    static final Lookup<QualifiedName, TextSearchDef> CONFIGURATION_BY_NAME = Lookup.of(
            (reader, key) -> configuration(reader.row(CONFIGURATION_NAME, key.name(), key.namespace())),
            "pg_ts_config");
    static final Lookup<Integer, TextSearchDef> DICTIONARY =
            Lookup.of((reader, oid) -> dictionary(reader.row(DICTIONARY_OID, oid)), "pg_ts_dict");
    static final Lookup<QualifiedName, TextSearchDef> DICTIONARY_BY_NAME = Lookup.of(
            (reader, key) -> dictionary(reader.row(DICTIONARY_NAME, key.name(), key.namespace())), "pg_ts_dict");

    private TextSearchLookups() {}

    private static TextSearchDef configuration(SystemRow row) {
        return row == null
                ? null
                : new TextSearchDef(
                        row.oid("oid"),
                        row.text("cfgname"),
                        row.oid("cfgnamespace"),
                        row.oid("cfgowner"),
                        row.oid("cfgparser"));
    }

    private static TextSearchDef dictionary(SystemRow row) {
        return row == null
                ? null
                : new TextSearchDef(
                        row.oid("oid"),
                        row.text("dictname"),
                        row.oid("dictnamespace"),
                        row.oid("dictowner"),
                        row.oid("dicttemplate"));
    }
}
