package io.pglitedb.executor.command.role;

import io.pglitedb.catalog.def.RoleDef;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.session.PasswordSecret;
import io.pglitedb.executor.session.ScramVerifier;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Options of CREATE ROLE and ALTER ROLE over what a role had before.
final class RoleOptions {
    private final Definition definition;
    private RoleDef role;
    private final List<RoleSpec> members = new ArrayList<>();
    private final List<RoleSpec> administrators = new ArrayList<>();
    private final List<RoleSpec> memberOf = new ArrayList<>();

    RoleOptions(Definition definition, RoleDef before) {
        this.definition = definition;
        this.role = before;
    }

    RoleOptions read(List<DefElem> options) {
        Set<String> seen = new HashSet<>();
        for (DefElem option : options) {
            if (!seen.add(option.name())) {
                throw new PgException(SqlState.SYNTAX_ERROR, "conflicting or redundant options")
                        .at(option.location() + 1);
            }
            take(option);
        }
        return this;
    }

    RoleDef role() {
        return role;
    }

    List<RoleSpec> members() {
        return members;
    }

    List<RoleSpec> administrators() {
        return administrators;
    }

    List<RoleSpec> memberOf() {
        return memberOf;
    }

    private void take(DefElem option) {
        Object value = option.value();
        boolean on = !Boolean.FALSE.equals(value);
        switch (option.name()) {
            case "superuser" ->
                role = with(on, role.inherit(), role.createRole(), role.createDatabase(), role.canLogin());
            case "inherit" ->
                role = with(role.superuser(), on, role.createRole(), role.createDatabase(), role.canLogin());
            case "createrole" ->
                role = with(role.superuser(), role.inherit(), on, role.createDatabase(), role.canLogin());
            case "createdb" -> role = with(role.superuser(), role.inherit(), role.createRole(), on, role.canLogin());
            case "canlogin" ->
                role = with(role.superuser(), role.inherit(), role.createRole(), role.createDatabase(), on);
            case "isreplication" -> role = with(on, role.bypassRowSecurity(), role.connectionLimit());
            case "bypassrls" -> role = with(role.replication(), on, role.connectionLimit());
            case "connectionlimit" -> {
                int limit = (Integer) value;
                if (limit < -1) {
                    throw new PgException(
                            SqlState.INVALID_PARAMETER_VALUE, "invalid connection limit: %d".formatted(limit));
                }
                role = with(role.replication(), role.bypassRowSecurity(), limit);
            }
            case "password" -> role = withPassword(value == null ? Optional.empty() : secret((String) value));
            case "validUntil" -> role = withValidUntil((String) value);
            case "sysid" -> definition.notice("SYSID can no longer be specified");
            case "rolemembers" -> addRoles(value, members);
            case "adminmembers" -> addRoles(value, administrators);
            case "addroleto" -> addRoles(value, memberOf);
            default -> throw new IllegalStateException("option \"" + option.name() + "\" not recognized");
        }
    }

    private static void addRoles(Object value, List<RoleSpec> into) {
        ((List<?>) value).forEach(role -> into.add((RoleSpec) role));
    }

    private RoleDef with(
            boolean superuser, boolean inherit, boolean createRole, boolean createDatabase, boolean login) {
        return new RoleDef(
                role.oid(),
                role.name(),
                superuser,
                inherit,
                createRole,
                createDatabase,
                login,
                role.replication(),
                role.bypassRowSecurity(),
                role.connectionLimit(),
                role.password(),
                role.validUntil());
    }

    private RoleDef with(boolean replication, boolean bypassRowSecurity, int connectionLimit) {
        return new RoleDef(
                role.oid(),
                role.name(),
                role.superuser(),
                role.inherit(),
                role.createRole(),
                role.createDatabase(),
                role.canLogin(),
                replication,
                bypassRowSecurity,
                connectionLimit,
                role.password(),
                role.validUntil());
    }

    private RoleDef withPassword(Optional<String> password) {
        return new RoleDef(
                role.oid(),
                role.name(),
                role.superuser(),
                role.inherit(),
                role.createRole(),
                role.createDatabase(),
                role.canLogin(),
                role.replication(),
                role.bypassRowSecurity(),
                role.connectionLimit(),
                password,
                role.validUntil());
    }

    private RoleDef withValidUntil(String text) {
        Long moment = text == null
                ? null
                : (Long) definition.session().type(Oids.TIMESTAMPTZ).parse(Utf8.of(text), -1, definition.session());
        return new RoleDef(
                role.oid(),
                role.name(),
                role.superuser(),
                role.inherit(),
                role.createRole(),
                role.createDatabase(),
                role.canLogin(),
                role.replication(),
                role.bypassRowSecurity(),
                role.connectionLimit(),
                role.password(),
                Optional.ofNullable(moment));
    }

    /// A password that is a stored form already is kept as it is.
    private Optional<String> secret(String password) {
        Optional<PasswordSecret> given = PasswordSecret.parse(password);
        if (password.isEmpty()
                || given.filter(secret -> secret.accepts(role.name(), "")).isPresent()) {
            definition.notice("empty string is not a valid password, clearing password");
            return Optional.empty();
        }
        return Optional.of(given.orElseGet(() -> encrypted(password)).toString());
    }

    private PasswordSecret encrypted(String password) {
        return definition.backend().variables().show("password_encryption").equals("md5")
                ? PasswordSecret.Md5.of(role.name(), password)
                : new PasswordSecret.Scram(ScramVerifier.of(password));
    }
}
