package io.pglitedb.executor.describe;

import static io.pglitedb.types.access.Privilege.CONNECT;
import static io.pglitedb.types.access.Privilege.CREATE;
import static io.pglitedb.types.access.Privilege.EXECUTE;
import static io.pglitedb.types.access.Privilege.TEMPORARY;
import static io.pglitedb.types.access.Privilege.USAGE;

import io.pglitedb.catalog.access.AccessControl;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.DatabaseDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.LanguageDef;
import io.pglitedb.catalog.def.NamespaceDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.types.access.Privilege;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.reference.ObjectNames;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.Optional;
import java.util.Set;

/// has_…_privilege for objects that are no relations. Roles and objects come as names or OIDs; NULL for the OID
/// of an object that does not exist.
public final class PrivilegeFunctions {
    private PrivilegeFunctions() {}

    /// OID of the role asked about; 0 for PUBLIC.
    static int grantee(CallContext call, Object role) {
        return role instanceof Utf8 name && name.toString().equals("public") ? 0 : RoleFunctions.role(call, role);
    }

    private static boolean check(
            CallContext call, int role, int rights, char type, int owner, Optional<PgArray> acl, PrivilegeList wanted) {
        return wanted.anyOf(
                rights, new AccessControl(NameFunctions.catalog(call)).grantOptions(role, type, owner, acl));
    }

    @Prosrc({"has_schema_privilege_name", "has_schema_privilege_id"})
    public static Boolean onSchema(CallContext call, Object schema, Utf8 privileges) {
        return onSchema(call, RoleFunctions.currentRole(call), schema, privileges);
    }

    @Prosrc({
        "has_schema_privilege_name_name",
        "has_schema_privilege_name_id",
        "has_schema_privilege_id_name",
        "has_schema_privilege_id_id"
    })
    public static Boolean onSchema(CallContext call, Object role, Object schema, Utf8 privileges) {
        CatalogView catalog = NameFunctions.catalog(call);
        int grantee = grantee(call, role);
        int oid = schema instanceof Integer given ? given : catalog.namespace(schema.toString());
        if (oid == 0 && schema instanceof Utf8) {
            throw new PgException(SqlState.INVALID_SCHEMA_NAME, "schema \"%s\" does not exist".formatted(schema));
        }
        PrivilegeList wanted = PrivilegeList.parse(privileges, Set.of(CREATE, USAGE));
        NamespaceDef found = catalog.namespaceDef(oid);
        return found == null
                ? null
                : check(
                        call,
                        grantee,
                        new AccessControl(catalog).onSchema(grantee, found),
                        'n',
                        found.owner(),
                        found.acl(),
                        wanted);
    }

    @Prosrc({"has_database_privilege_name", "has_database_privilege_id"})
    public static Boolean onDatabase(CallContext call, Object database, Utf8 privileges) {
        return onDatabase(call, RoleFunctions.currentRole(call), database, privileges);
    }

    @Prosrc({
        "has_database_privilege_name_name",
        "has_database_privilege_name_id",
        "has_database_privilege_id_name",
        "has_database_privilege_id_id"
    })
    public static Boolean onDatabase(CallContext call, Object role, Object database, Utf8 privileges) {
        CatalogView catalog = NameFunctions.catalog(call);
        int grantee = grantee(call, role);
        DatabaseDef found =
                database instanceof Integer oid ? catalog.database(oid) : catalog.database(database.toString());
        if (found == null && database instanceof Utf8) {
            throw new PgException(SqlState.UNDEFINED_DATABASE, "database \"%s\" does not exist".formatted(database));
        }
        PrivilegeList wanted = PrivilegeList.parse(privileges, Set.of(CREATE, TEMPORARY, CONNECT));
        return found == null
                ? null
                : check(
                        call,
                        grantee,
                        new AccessControl(catalog).onDatabase(grantee, found),
                        'd',
                        found.owner(),
                        found.acl(),
                        wanted);
    }

    @Prosrc({"has_function_privilege_name", "has_function_privilege_id"})
    public static Boolean onFunction(CallContext call, Object function, Utf8 privileges) {
        return onFunction(call, RoleFunctions.currentRole(call), function, privileges);
    }

    @Prosrc({
        "has_function_privilege_name_name",
        "has_function_privilege_name_id",
        "has_function_privilege_id_name",
        "has_function_privilege_id_id"
    })
    public static Boolean onFunction(CallContext call, Object role, Object function, Utf8 privileges) {
        CatalogView catalog = NameFunctions.catalog(call);
        int grantee = grantee(call, role);
        int oid = oid(call, ObjectNames.Kind.FUNCTION_WITH_ARGUMENTS, function);
        PrivilegeList wanted = PrivilegeList.parse(privileges, Set.<Privilege>of(EXECUTE));
        FunctionDef found = catalog.function(oid);
        return found == null
                ? null
                : check(
                        call,
                        grantee,
                        new AccessControl(catalog).onFunction(grantee, found),
                        'f',
                        found.owner(),
                        found.acl(),
                        wanted);
    }

    @Prosrc({"has_type_privilege_name", "has_type_privilege_id"})
    public static Boolean onType(CallContext call, Object type, Utf8 privileges) {
        return onType(call, RoleFunctions.currentRole(call), type, privileges);
    }

    @Prosrc({
        "has_type_privilege_name_name",
        "has_type_privilege_name_id",
        "has_type_privilege_id_name",
        "has_type_privilege_id_id"
    })
    public static Boolean onType(CallContext call, Object role, Object type, Utf8 privileges) {
        CatalogView catalog = NameFunctions.catalog(call);
        int grantee = grantee(call, role);
        int oid = oid(call, ObjectNames.Kind.TYPE, type);
        PrivilegeList wanted = PrivilegeList.parse(privileges, Set.<Privilege>of(USAGE));
        TypeDef found = catalog.type(oid);
        return found == null
                ? null
                : check(
                        call,
                        grantee,
                        new AccessControl(catalog).onType(grantee, found),
                        'T',
                        found.owner(),
                        found.acl(),
                        wanted);
    }

    @Prosrc({"has_language_privilege_name", "has_language_privilege_id"})
    public static Boolean onLanguage(CallContext call, Object language, Utf8 privileges) {
        return onLanguage(call, RoleFunctions.currentRole(call), language, privileges);
    }

    @Prosrc({
        "has_language_privilege_name_name",
        "has_language_privilege_name_id",
        "has_language_privilege_id_name",
        "has_language_privilege_id_id"
    })
    public static Boolean onLanguage(CallContext call, Object role, Object language, Utf8 privileges) {
        CatalogView catalog = NameFunctions.catalog(call);
        int grantee = grantee(call, role);
        LanguageDef found =
                language instanceof Integer oid ? catalog.language(oid) : catalog.language(language.toString());
        if (found == null && language instanceof Utf8) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "language \"%s\" does not exist".formatted(language));
        }
        PrivilegeList wanted = PrivilegeList.parse(privileges, Set.<Privilege>of(USAGE));
        return found == null
                ? null
                : check(
                        call,
                        grantee,
                        new AccessControl(catalog).onLanguage(grantee, found),
                        'l',
                        found.owner(),
                        found.acl(),
                        wanted);
    }

    private static int oid(CallContext call, ObjectNames.Kind kind, Object nameOrOid) {
        return nameOrOid instanceof Integer oid
                ? oid
                : call.session().as(ObjectNames.class).oid(kind, nameOrOid.toString());
    }
}
