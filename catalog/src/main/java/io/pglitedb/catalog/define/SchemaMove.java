package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Map;

/// Moves relations and types to another schema with what belongs to them: row types, array types, indexes, owned
/// sequences, constraints. Source: PostgreSQL 15, `AlterTableNamespaceInternal` and `AlterTypeNamespaceInternal`.
public final class SchemaMove {
    private final CatalogWriter writer;
    private final int target;

    /// @param target OID of the schema
    public SchemaMove(CatalogWriter writer, int target) {
        this.writer = writer;
        this.target = target;
    }

    private CatalogView view() {
        return writer.view();
    }

    /// 42P07 when a relation there has its name.
    public void relation(int oid) {
        TableDef relation = view().table(oid);
        if (relation.namespace() == target) {
            return;
        }
        place(relation);
        changeDependency(ObjectAddress.relation(oid), relation.namespace());
        if (relation.rowType() != 0) {
            typeRow(view().type(relation.rowType()));
        }
        for (IndexDef index : view().indexes(oid)) {
            place(view().table(index.oid()));
        }
        Sequences sequences = new Sequences(writer);
        for (ColumnDef column : relation.columns()) {
            if (!column.dropped()) {
                sequences.ownedBy(oid, column.number()).forEach(this::relation);
            }
        }
        Constraints constraints = new Constraints(writer);
        view().constraints(oid)
                .forEach(constraint -> constraints.update(constraint.oid(), Map.of("connamespace", target)));
    }

    private void place(TableDef relation) {
        if (view().table(target, relation.name()) != null) {
            throw new PgException(
                    SqlState.DUPLICATE_TABLE,
                    "relation \"%s\" already exists in schema \"%s\""
                            .formatted(relation.name(), view().namespaceName(target)));
        }
        new Relations(writer).update(relation.oid(), Map.of("relnamespace", target));
    }

    /// 42710 when a type there has its name.
    public void type(int oid) {
        TypeDef type = view().type(oid);
        if (type.namespace() == target) {
            return;
        }
        typeRow(type);
        changeDependency(ObjectAddress.type(oid), type.namespace());
        if (type.relation() != 0) {
            place(view().table(type.relation()));
        }
    }

    private void typeRow(TypeDef type) {
        if (view().type(target, type.name()) != null) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    "type \"%s\" already exists in schema \"%s\"".formatted(type.name(), view().namespaceName(target)));
        }
        writer.update(writer.row(Types.TABLE.oidIndex(), type.oid()), Map.of("typnamespace", target));
        Constraints constraints = new Constraints(writer);
        view().domainConstraints(type.oid())
                .forEach(constraint -> constraints.update(constraint.oid(), Map.of("connamespace", target)));
        if (type.arrayType() != 0) {
            typeRow(view().type(type.arrayType()));
        }
    }

    private void changeDependency(ObjectAddress object, int before) {
        new Dependencies(writer).change(object, ObjectAddress.schema(before), ObjectAddress.schema(target));
    }
}
