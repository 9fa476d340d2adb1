package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Tables OF a composite type. Source: PostgreSQL's check_of_type and find_typed_table_dependencies.
public final class TypedTables {
    private final Definition definition;

    public TypedTables(Definition definition) {
        this.definition = definition;
    }

    /// The type that CREATE TYPE made, to make tables of; 42809 for others.
    public TypeDef require(TypeName name) {
        CatalogView view = definition.view();
        TypeDef type = view.type(definition.usableType(name.withoutLocation()).oid());
        if (type.kind() != 'c' || view.table(type.relation()).kind() != 'c') {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE,
                    "type %s is not a composite type".formatted(view.formatType(type.oid())));
        }
        return type;
    }

    /// The type's attributes that are there.
    public List<ColumnDef> attributes(TypeDef type) {
        return definition.view().table(type.relation()).columns().stream()
                .filter(column -> !column.dropped())
                .toList();
    }

    /// The tables of the type; 2BP01 when there are some and they may not be changed with it.
    public List<TableDef> of(TypeDef type, boolean cascade) {
        List<TableDef> tables = new Dependencies(definition.writer())
                .dependers(ObjectAddress.type(type.oid())).stream()
                        .filter(depender -> depender.classOid() == ClassOid.RELATION && depender.subId() == 0)
                        .map(depender -> definition.view().table(depender.oid()))
                        .filter(table -> table != null && table.ofType() == type.oid())
                        .toList();
        if (!tables.isEmpty() && !cascade) {
            throw new PgException(
                            SqlState.DEPENDENT_OBJECTS_STILL_EXIST,
                            "cannot alter type \"%s\" because it is the type of a typed table".formatted(type.name()))
                    .hint("Use ALTER ... CASCADE to alter the typed tables too.");
        }
        return tables;
    }

    /// 42804 unless the table has the type's columns, and them alone.
    public void requireFit(TableDef table, TypeDef type) {
        List<ColumnDef> columns =
                table.columns().stream().filter(column -> !column.dropped()).toList();
        int place = 0;
        for (ColumnDef attribute : attributes(type)) {
            if (place == columns.size()) {
                throw mismatch("table is missing column \"%s\"".formatted(attribute.name()));
            }
            ColumnDef column = columns.get(place++);
            if (!column.name().equals(attribute.name())) {
                throw mismatch("table has column \"%s\" where type requires \"%s\""
                        .formatted(column.name(), attribute.name()));
            }
            if (column.type() != attribute.type()
                    || column.typmod() != attribute.typmod()
                    || column.collation() != attribute.collation()) {
                throw mismatch(
                        "table \"%s\" has different type for column \"%s\"".formatted(table.name(), column.name()));
            }
        }
        if (place < columns.size()) {
            throw mismatch(
                    "table has extra column \"%s\"".formatted(columns.get(place).name()));
        }
    }

    private static PgException mismatch(String message) {
        return new PgException(SqlState.DATATYPE_MISMATCH, message);
    }
}
