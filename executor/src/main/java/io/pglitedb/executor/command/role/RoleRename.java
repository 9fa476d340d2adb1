package io.pglitedb.executor.command.role;

import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.catalog.define.Roles;
import io.pglitedb.executor.access.Denial;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.session.PasswordSecret;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Map;

/// ALTER ROLE … RENAME TO. Source: PostgreSQL 15, `RenameRole`.
public final class RoleRename {
    private RoleRename() {}

    public static void run(int oid, String newName, Definition definition) {
        RoleDef role = definition.view().role(oid);
        if (oid == definition.backend().identity().sessionUser().oid()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "session user cannot be renamed");
        }
        if (oid == definition.owner()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "current user cannot be renamed");
        }
        refuseReserved(role.name());
        refuseReserved(newName);
        if (definition.view().role(newName) != null) {
            throw new PgException(SqlState.DUPLICATE_OBJECT, "role \"%s\" already exists".formatted(newName));
        }
        RoleDef current = definition.view().role(definition.owner());
        if (role.superuser() && !current.superuser()) {
            throw Denial.of("must be superuser to rename superusers");
        }
        if (!current.superuser() && !current.createRole()) {
            throw Denial.of("permission denied to rename role");
        }
        Roles roles = new Roles(definition.writer());
        roles.change(oid, Map.of("rolname", newName));
        if (role.password().flatMap(PasswordSecret::parse).orElse(null) instanceof PasswordSecret.Md5) {
            roles.clearPassword(oid); // The name is part of the hash.
            definition.notice("MD5 password cleared because of role rename");
        }
    }

    private static void refuseReserved(String name) {
        if (name.startsWith("pg_")) {
            throw new PgException(SqlState.RESERVED_NAME, "role name \"%s\" is reserved".formatted(name))
                    .detail("Role names starting with \"pg_\" are reserved.");
        }
    }
}
