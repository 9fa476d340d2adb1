package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.planner.ast.RoleStatement.AlterGroup;
import io.pglitedb.planner.ast.RoleStatement.AlterRole;
import io.pglitedb.planner.ast.RoleStatement.AlterRoleSetting;
import io.pglitedb.planner.ast.RoleStatement.CreateRole;
import io.pglitedb.planner.ast.RoleStatement.DropOwned;
import io.pglitedb.planner.ast.RoleStatement.DropRoles;
import io.pglitedb.planner.ast.RoleStatement.ReassignOwned;
import io.pglitedb.planner.ast.RoleStatement.RoleWord;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.parser.Token.Kind;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Names of roles, and the statements about roles and what they own.
final class RoleParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    RoleParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// RoleSpec
    RoleSpec role() {
        int location = tokens.location();
        RoleSpec.Kind special = switch (tokens.word()) {
            case "current_role" -> RoleSpec.Kind.CURRENT_ROLE;
            case "current_user" -> RoleSpec.Kind.CURRENT_USER;
            case "session_user" -> RoleSpec.Kind.SESSION_USER;
            default -> RoleSpec.Kind.NAMED;
        };
        if (special != RoleSpec.Kind.NAMED) {
            tokens.next();
            return new RoleSpec(special, null, location);
        }
        String name = grammar.settings.nonReservedWord();
        if (name.equals("public")) {
            return new RoleSpec(RoleSpec.Kind.PUBLIC, null, location);
        }
        if (name.equals("none")) {
            throw reserved(name, location);
        }
        return new RoleSpec(RoleSpec.Kind.NAMED, name, location);
    }

    List<RoleSpec> roles() {
        return grammar.clauses.list(this::role);
    }

    /// RoleId: the name of a role to be made.
    String newRole() {
        return name(role());
    }

    private String name(RoleSpec role) {
        return switch (role.kind()) {
            case NAMED -> role.name();
            case PUBLIC -> throw reserved("public", role.location());
            case CURRENT_ROLE, CURRENT_USER, SESSION_USER ->
                throw tokens.errorAt(
                        SqlState.RESERVED_NAME, role.kind() + " cannot be used as a role name here", role.location());
        };
    }

    private PgException reserved(String name, int location) {
        return tokens.errorAt(SqlState.RESERVED_NAME, "role name \"" + name + "\" is reserved", location);
    }

    private RoleWord word() {
        return RoleWord.valueOf(tokens.next().text().toUpperCase(Locale.ROOT));
    }

    /// Behind CREATE, at ROLE, USER or GROUP.
    Statement create() {
        RoleWord word = word();
        String name = newRole();
        tokens.accept("with");
        return new CreateRole(word, name, options(true));
    }

    private List<DefElem> options(boolean creating) {
        List<DefElem> options = new ArrayList<>();
        for (DefElem option = option(creating); option != null; option = option(creating)) {
            options.add(option);
        }
        return List.copyOf(options);
    }

    private DefElem option(boolean creating) {
        int location = tokens.location();
        if (tokens.at(Kind.IDENTIFIER)) {
            return flag(tokens.next().text(), location);
        }
        switch (tokens.word()) {
            case "password" -> {
                tokens.next();
                return new DefElem("password", tokens.accept("null") ? null : tokens.expectString(), location);
            }
            case "encrypted" -> {
                tokens.next();
                tokens.expect("password");
                return new DefElem("password", tokens.expectString(), location);
            }
            case "unencrypted" -> {
                tokens.next();
                tokens.expect("password");
                tokens.expectString();
                throw tokens.errorAt(
                                SqlState.FEATURE_NOT_SUPPORTED, "UNENCRYPTED PASSWORD is no longer supported", location)
                        .hint("Remove UNENCRYPTED to store the password in encrypted form instead.");
            }
            case "inherit" -> {
                tokens.next();
                return new DefElem("inherit", true, location);
            }
            case "connection" -> {
                tokens.next();
                tokens.expect("limit");
                return new DefElem("connectionlimit", grammar.primaries.signedInteger(), location);
            }
            case "valid" -> {
                tokens.next();
                tokens.expect("until");
                return new DefElem("validUntil", tokens.expectString(), location);
            }
            case "user" -> {
                tokens.next();
                return new DefElem("rolemembers", roles(), location);
            }
            default -> {
                return creating ? creatingOption(location) : null;
            }
        }
    }

    private DefElem creatingOption(int location) {
        if (tokens.accept("sysid")) {
            return new DefElem("sysid", tokens.expectInteger(), location);
        }
        if (tokens.accept("admin")) {
            return new DefElem("adminmembers", roles(), location);
        }
        if (tokens.accept("role")) {
            return new DefElem("rolemembers", roles(), location);
        }
        if (!tokens.accept("in")) {
            return null;
        }
        if (!tokens.accept("role")) {
            tokens.expect("group");
        }
        return new DefElem("addroleto", roles(), location);
    }

    private DefElem flag(String word, int location) {
        boolean value = !word.startsWith("no");
        String option = switch (value ? word : word.substring(2)) {
            case "superuser" -> "superuser";
            case "createrole" -> "createrole";
            case "replication" -> "isreplication";
            case "createdb" -> "createdb";
            case "login" -> "canlogin";
            case "bypassrls" -> "bypassrls";
            case "inherit" -> "inherit";
            default ->
                throw tokens.errorAt(SqlState.SYNTAX_ERROR, "unrecognized role option \"" + word + "\"", location);
        };
        return new DefElem(option, value, location);
    }

    /// Behind ALTER, at ROLE or USER.
    Statement alter() {
        tokens.next();
        if (tokens.accept("all")) {
            return setting(null);
        }
        RoleSpec role = role();
        if (tokens.at("rename")) {
            return rename(role);
        }
        if (tokens.at("in") || tokens.at("set") || tokens.at("reset")) {
            return setting(role);
        }
        tokens.accept("with");
        return new AlterRole(role, options(false));
    }

    private Statement setting(RoleSpec role) {
        String database = null;
        if (tokens.accept("in")) {
            tokens.expect("database");
            database = tokens.columnName();
        }
        return new AlterRoleSetting(role, database, grammar.settings.setOrReset());
    }

    private Statement rename(RoleSpec role) {
        String name = name(role);
        tokens.expect("rename");
        tokens.expect("to");
        return grammar.references.renamed(name, newRole());
    }

    /// Behind ALTER, at GROUP.
    Statement alterGroup() {
        tokens.next();
        RoleSpec group = role();
        if (tokens.at("rename")) {
            return rename(group);
        }
        boolean add = tokens.accept("add");
        if (!add) {
            tokens.expect("drop");
        }
        tokens.expect("user");
        return new AlterGroup(group, add, roles());
    }

    /// Behind DROP, at ROLE, USER or GROUP.
    Statement drop() {
        tokens.next();
        boolean ifExists = grammar.clauses.ifExists();
        return new DropRoles(roles(), ifExists);
    }

    /// Behind DROP, at OWNED.
    Statement dropOwned() {
        tokens.next();
        tokens.expect("by");
        List<RoleSpec> roles = roles();
        return new DropOwned(roles, grammar.clauses.cascade());
    }

    Statement reassignOwned() {
        tokens.next();
        tokens.expect("owned");
        tokens.expect("by");
        List<RoleSpec> roles = roles();
        tokens.expect("to");
        return new ReassignOwned(roles, role());
    }
}
