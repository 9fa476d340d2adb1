package io.pglitedb.executor.command.privilege;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.LanguageDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TablespaceDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.ObjectLookup;
import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.PrivilegeStatement.AllInSchemas;
import io.pglitedb.planner.ast.PrivilegeStatement.LargeObjects;
import io.pglitedb.planner.ast.PrivilegeStatement.NamedObjects;
import io.pglitedb.planner.ast.PrivilegeStatement.PrivilegeTarget;
import io.pglitedb.planner.ast.PrivilegeStatement.Privileges;
import io.pglitedb.planner.ast.PrivilegeStatement.Relations;
import io.pglitedb.planner.ast.PrivilegeStatement.Routines;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds what GRANT and REVOKE name behind ON, and changes the rights on it.
final class GrantTargets {
    private final Definition definition;
    private final CatalogView view;
    private final ObjectGrants grants;

    GrantTargets(Definition definition, GrantChange change) {
        this.definition = definition;
        this.view = definition.view();
        this.grants = new ObjectGrants(definition, change);
    }

    void run(Privileges written, PrivilegeTarget target) {
        String kind = switch (target.kind()) {
            case SERVER -> "foreign server";
            case FOREIGN_DATA_WRAPPER -> "foreign-data wrapper";
            default -> target.kind().words().toLowerCase(Locale.ROOT);
        };
        switch (target) {
            case Relations(ObjectKind relations, var names) -> {
                List<TableDef> tables = names.stream()
                        .map(name -> definition.analysis().relation(name))
                        .toList();
                onRelations(tables, written, relations == ObjectKind.SEQUENCE);
            }
            case AllInSchemas all -> onAll(all, kind, written);
            case Routines routines -> {
                List<ObjectAddress> found = routines.routines().stream()
                        .map(routine -> ObjectAddress.function(new ObjectLookup(definition)
                                .routine(routines.kind(), routine)
                                .oid()))
                        .toList();
                onObjects(found, PrivilegeWords.of(written, 'f', kind), kind);
            }
            case NamedObjects(ObjectKind named, var names) -> {
                List<ObjectAddress> found =
                        names.stream().map(name -> named(named, name)).toList();
                onObjects(found, PrivilegeWords.of(written, type(named), kind), kind);
            }
            case LargeObjects(List<String> numbers) -> {
                List<ObjectAddress> found = numbers.stream()
                        .map(number -> new ObjectLookup(definition).require(new ObjectReference.LargeObject(number)))
                        .toList();
                onObjects(found, PrivilegeWords.of(written, 'L', kind), kind);
            }
        }
    }

    private void onRelations(List<TableDef> tables, Privileges written, boolean sequences) {
        PrivilegeWords words = PrivilegeWords.of(written, sequences ? 's' : 'r', null);
        tables.forEach(table -> grants.onRelation(table, words, sequences));
    }

    private void onObjects(List<ObjectAddress> objects, PrivilegeWords words, String kind) {
        objects.forEach(object -> grants.onObject(object, words, kind));
    }

    private void onAll(AllInSchemas all, String kind, Privileges written) {
        List<ObjectAddress> found = new ArrayList<>();
        for (String schema : all.schemas()) {
            int namespace = definition.namespace(schema);
            switch (all.kind()) {
                case TABLE -> addAll("pg_class", "relnamespace", "relkind", namespace, "rvmfp", found);
                case SEQUENCE -> addAll("pg_class", "relnamespace", "relkind", namespace, "S", found);
                case FUNCTION -> addAll("pg_proc", "pronamespace", "prokind", namespace, "faw", found);
                case PROCEDURE -> addAll("pg_proc", "pronamespace", "prokind", namespace, "p", found);
                case ROUTINE -> addAll("pg_proc", "pronamespace", "prokind", namespace, "fawp", found);
                default -> throw new IllegalStateException("all of kind " + all.kind());
            }
        }
        if (all.kind() == ObjectKind.TABLE || all.kind() == ObjectKind.SEQUENCE) {
            onRelations(
                    found.stream().map(each -> view.table(each.oid())).toList(),
                    written,
                    all.kind() == ObjectKind.SEQUENCE);
        } else {
            onObjects(found, PrivilegeWords.of(written, 'f', kind), kind);
        }
    }

    private void addAll(
            String table,
            String namespaceColumn,
            String kindColumn,
            int namespace,
            String kinds,
            List<ObjectAddress> into) {
        int classOid = table.equals("pg_class") ? ClassOid.RELATION : ClassOid.FUNCTION;
        for (SystemRow row : definition.writer().scan(SystemTables.table(table))) {
            if (row.oid(namespaceColumn) == namespace && kinds.indexOf(row.letter(kindColumn)) >= 0) {
                into.add(ObjectAddress.of(classOid, row.oid("oid")));
            }
        }
    }

    private static char type(ObjectKind kind) {
        return switch (kind) {
            case DATABASE -> 'd';
            case LANGUAGE -> 'l';
            case SCHEMA -> 'n';
            case TABLESPACE -> 't';
            case TYPE, DOMAIN -> 'T';
            case SERVER -> 'S';
            case FOREIGN_DATA_WRAPPER -> 'F';
            case PARAMETER -> 'p';
            default -> throw new IllegalStateException("no privileges on " + kind);
        };
    }

    private ObjectAddress named(ObjectKind kind, List<String> name) {
        return switch (kind) {
            case DATABASE, SCHEMA, SERVER, FOREIGN_DATA_WRAPPER ->
                new ObjectLookup(definition).require(new ObjectReference.Named(kind, name));
            case LANGUAGE -> language(name.getLast());
            case TYPE, DOMAIN -> type(kind, name);
            case TABLESPACE -> {
                TablespaceDef found = view.tablespace(name.getLast());
                if (found == null) {
                    throw missing("tablespace", name);
                }
                yield ObjectAddress.of(ClassOid.TABLESPACE, found.oid());
            }
            default -> throw PgException.notSupported("GRANT ON " + kind);
        };
    }

    private static PgException missing(String kind, List<String> name) {
        return new PgException(SqlState.UNDEFINED_OBJECT, "%s \"%s\" does not exist".formatted(kind, name.getLast()));
    }

    private ObjectAddress language(String name) {
        ObjectAddress found =
                new ObjectLookup(definition).require(new ObjectReference.Named(ObjectKind.LANGUAGE, List.of(name)));
        LanguageDef language = view.language(found.oid());
        if (!language.trusted()) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "language \"%s\" is not trusted".formatted(name))
                    .detail("GRANT and REVOKE are not allowed on untrusted languages, because only superusers can use"
                            + " untrusted languages.");
        }
        return found;
    }

    private ObjectAddress type(ObjectKind kind, List<String> name) {
        TypeName written = new TypeName(name, false, false, List.of(), -1, List.of(), -1);
        TypeDef type = view.type(definition.analysis().type(written).oid());
        if (type.isTrueArray()) {
            throw new PgException(SqlState.INVALID_GRANT_OPERATION, "cannot set privileges of array types")
                    .hint("Set the privileges of the element type instead.");
        }
        if (kind == ObjectKind.DOMAIN && type.kind() != 'd') {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "\"%s\" is not a domain".formatted(type.name()));
        }
        return ObjectAddress.type(type.oid());
    }
}
