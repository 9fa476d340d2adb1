package io.pglitedb.executor.definition;

import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.backend.InternalQuery;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// OPTIONS (…) of foreign objects, as the catalog keeps them: `name=value`. Source: PostgreSQL's
/// transformGenericOptions.
public final class ForeignOptions {
    /// OIDs of pg_foreign_table and pg_attribute, by which validators know whose options they see.
    public static final int TABLE = 3118;

    public static final int COLUMN = 1249;

    private final Definition definition;

    public ForeignOptions(Definition definition) {
        this.definition = definition;
    }

    /// The options after the changes, as the wrapper's validator allows them.
    ///
    /// @param classOid of the catalog table whose rows have the options
    /// @param wrapper row of pg_foreign_data_wrapper
    public List<String> changed(List<String> before, List<DefElem> changes, int classOid, SystemRow wrapper) {
        List<String> after = changed(before, changes);
        validate(after, classOid, wrapper.oid("fdwvalidator"));
        return after;
    }

    public static List<String> changed(List<String> before, List<DefElem> changes) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : before) {
            int equals = option.indexOf('=');
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        for (DefElem change : changes) {
            boolean known = options.containsKey(change.name());
            switch (change.action()) {
                case DROP -> {
                    requireKnown(known, change.name());
                    options.remove(change.name());
                }
                case SET -> {
                    requireKnown(known, change.name());
                    options.put(change.name(), RelationOptions.text(change));
                }
                case ADD, UNSPECIFIED -> {
                    if (known) {
                        throw new PgException(
                                SqlState.DUPLICATE_OBJECT,
                                "option \"%s\" provided more than once".formatted(change.name()));
                    }
                    options.put(change.name(), RelationOptions.text(change));
                }
            }
        }
        List<String> after = new ArrayList<>();
        options.forEach((name, value) -> after.add(name + "=" + value));
        return after;
    }

    private static void requireKnown(boolean known, String name) {
        if (!known) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "option \"%s\" not found".formatted(name));
        }
    }

    /// Calls the validator, which fails for what it does not allow.
    ///
    /// @param validator OID of a function, 0 for none
    public void validate(List<String> options, int classOid, int validator) {
        if (validator == 0) {
            return;
        }
        var function = definition.view().function(validator);
        String name = Quoting.identifier(definition.view().namespaceName(function.namespace())) + "."
                + Quoting.identifier(function.name());
        String array = String.join(", ", options.stream().map(Quoting::literal).toList());
        InternalQuery.first(
                "SELECT %s(ARRAY[%s]::pg_catalog.text[], %d::pg_catalog.oid)".formatted(name, array, classOid),
                definition.backend());
    }

    /// The same of a foreign table.
    ///
    /// @param table row of pg_foreign_table
    public SystemRow wrapperOfTable(SystemRow table) {
        return wrapperOf(
                definition.writer().row(SystemTables.find(ClassOid.SERVER).oidIndex(), table.oid("ftserver")));
    }

    /// The wrapper that a server is of: its pg_foreign_data_wrapper row.
    public SystemRow wrapperOf(SystemRow server) {
        return definition
                .writer()
                .row(SystemTables.find(ClassOid.FOREIGN_DATA_WRAPPER).oidIndex(), server.oid("srvfdw"));
    }
}
