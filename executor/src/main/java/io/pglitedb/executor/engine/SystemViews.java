package io.pglitedb.executor.engine;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.executor.backend.Instance;
import io.pglitedb.executor.backend.ServerScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The views that every database has, made in the template of a fresh server.
final class SystemViews {
    private static final String TEMPLATE = "template1";
    /// Scripts, each with a view by which it is known to have run.
    private static final List<Script> SCRIPTS = List.of(
            new Script("system-views.sql", "pg_catalog", "pg_roles"),
            new Script("information-schema.sql", "information_schema", "tables"),
            new Script("pglitedb.sql", "pg_catalog", "pg_stat_tiering"));

    private record Script(String file, String schema, String witness) {}

    private SystemViews() {}

    /// A script that has run already, before a crash, is left out.
    static void make(Instance instance) {
        DatabaseCatalog template = instance.catalogs().database(TEMPLATE);
        for (Script script : SCRIPTS) {
            CatalogView view = template.view();
            if (view.table(view.namespace(script.schema()), script.witness()) == null) {
                ServerScript.run(read(script.file()), template, instance);
            }
        }
        ViewPrivileges.grant(template, instance);
    }

    private static String read(String file) {
        try (InputStream in = SystemViews.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
