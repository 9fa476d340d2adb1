package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.CollationDef;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Makes collations.
public final class Collations {
    private static final SystemTable TABLE = SystemTables.table("pg_collation");

    private final CatalogWriter writer;

    public Collations(CatalogWriter writer) {
        this.writer = writer;
    }

    /// OID; 42710 when the name is taken.
    ///
    /// @param definition its `oid` is not looked at
    public int create(CollationDef definition) {
        if (writer.view().collation(definition.namespace(), definition.name()) != 0) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    definition.encoding() == -1
                            ? "collation \"%s\" already exists".formatted(definition.name())
                            : "collation \"%s\" for encoding \"UTF8\" already exists".formatted(definition.name()));
        }
        int oid = writer.newOid(TABLE);
        writer.insert(
                TABLE,
                new RowValues()
                        .set("oid", oid)
                        .set("collname", definition.name())
                        .set("collnamespace", definition.namespace())
                        .set("collowner", definition.owner())
                        .set("collprovider", definition.provider())
                        .set("collisdeterministic", definition.deterministic())
                        .set("collencoding", definition.encoding())
                        .set("collcollate", definition.collate().orElse(null))
                        .set("collctype", definition.ctype().orElse(null))
                        .set("colliculocale", definition.icuLocale().orElse(null)));
        Dependencies dependencies = new Dependencies(writer);
        ObjectAddress self = ObjectAddress.collation(oid);
        dependencies.record(self, ObjectAddress.schema(definition.namespace()), DependencyType.NORMAL);
        dependencies.recordOwner(self, definition.owner());
        return oid;
    }
}
