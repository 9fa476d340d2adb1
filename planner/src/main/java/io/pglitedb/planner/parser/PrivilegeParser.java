package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.PrivilegeStatement.AlterDefaultPrivileges;
import io.pglitedb.planner.ast.PrivilegeStatement.DefaultChange;
import io.pglitedb.planner.ast.PrivilegeStatement.DefaultGrant;
import io.pglitedb.planner.ast.PrivilegeStatement.DefaultRevoke;
import io.pglitedb.planner.ast.PrivilegeStatement.Grant;
import io.pglitedb.planner.ast.PrivilegeStatement.GrantRoles;
import io.pglitedb.planner.ast.PrivilegeStatement.Privilege;
import io.pglitedb.planner.ast.PrivilegeStatement.PrivilegeTarget;
import io.pglitedb.planner.ast.PrivilegeStatement.Privileges;
import io.pglitedb.planner.ast.PrivilegeStatement.Revoke;
import io.pglitedb.planner.ast.PrivilegeStatement.RevokeRoles;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.planner.ast.Statement;
import java.util.ArrayList;
import java.util.List;

/// GRANT, REVOKE and ALTER DEFAULT PRIVILEGES.
final class PrivilegeParser {
    private final TokenStream tokens;
    private final Grammar grammar;
    private final PrivilegeTargetParser targets;

    PrivilegeParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.targets = new PrivilegeTargetParser(grammar);
    }

    Statement grant() {
        tokens.next();
        Privileges privileges = privileges();
        if (privileges.all() || tokens.at("on")) {
            return grant(privileges);
        }
        tokens.expect("to");
        List<RoleSpec> grantees = grammar.roles.roles();
        boolean admin = option("admin");
        return new GrantRoles(privileges.privileges(), grantees, admin, grantor());
    }

    /// GRANT of privileges, as an element of CREATE SCHEMA.
    Statement grantElement() {
        tokens.next();
        return grant(privileges());
    }

    private Grant grant(Privileges privileges) {
        tokens.expect("on");
        PrivilegeTarget target = targets.target();
        tokens.expect("to");
        List<RoleSpec> grantees = grantees();
        boolean grantOption = option("grant");
        return new Grant(privileges, target, grantees, grantOption, grantor());
    }

    Statement revoke() {
        tokens.next();
        boolean grantOptionOnly = optionFor("grant");
        boolean adminOptionOnly = !grantOptionOnly && tokens.at("admin", "option") && optionFor("admin");
        Privileges privileges = adminOptionOnly ? named() : privileges();
        if (!adminOptionOnly && (grantOptionOnly || privileges.all() || tokens.at("on"))) {
            tokens.expect("on");
            PrivilegeTarget target = targets.target();
            tokens.expect("from");
            List<RoleSpec> grantees = grantees();
            RoleSpec grantor = grantor();
            return new Revoke(grantOptionOnly, privileges, target, grantees, grantor, grammar.clauses.cascade());
        }
        tokens.expect("from");
        List<RoleSpec> grantees = grammar.roles.roles();
        RoleSpec grantor = grantor();
        return new RevokeRoles(adminOptionOnly, privileges.privileges(), grantees, grantor, grammar.clauses.cascade());
    }

    /// `GRANT OPTION FOR`, `ADMIN OPTION FOR`
    private boolean optionFor(String word) {
        if (!tokens.accept(word)) {
            return false;
        }
        tokens.expect("option");
        tokens.expect("for");
        return true;
    }

    /// `WITH GRANT OPTION`, `WITH ADMIN OPTION`
    private boolean option(String word) {
        if (!tokens.accept("with")) {
            return false;
        }
        tokens.expect(word);
        tokens.expect("option");
        return true;
    }

    private RoleSpec grantor() {
        if (!tokens.accept("granted")) {
            return null;
        }
        tokens.expect("by");
        return grammar.roles.role();
    }

    private List<RoleSpec> grantees() {
        return grammar.clauses.list(() -> {
            tokens.accept("group");
            return grammar.roles.role();
        });
    }

    private Privileges privileges() {
        if (!tokens.accept("all")) {
            return named();
        }
        tokens.accept("privileges");
        return new Privileges(true, columns(), List.of());
    }

    private Privileges named() {
        return new Privileges(false, List.of(), grammar.clauses.list(this::privilege));
    }

    private Privilege privilege() {
        int location = tokens.location();
        if (tokens.accept("alter", "system")) {
            return new Privilege("alter system", List.of(), location);
        }
        String name = switch (tokens.word()) {
            case "select", "references", "create" -> tokens.next().text();
            case "alter" -> {
                tokens.next();
                throw tokens.syntaxError();
            }
            default -> tokens.columnName();
        };
        return new Privilege(name, columns(), location);
    }

    private List<String> columns() {
        return tokens.at("(") ? grammar.names.parenthesizedColumns() : List.of();
    }

    /// Behind ALTER, at DEFAULT.
    Statement alterDefault() {
        tokens.next();
        tokens.expect("privileges");
        List<DefElem> options = new ArrayList<>();
        while (tokens.at("in") || tokens.at("for")) {
            options.add(defaultOption());
        }
        return new AlterDefaultPrivileges(List.copyOf(options), defaultChange());
    }

    private DefElem defaultOption() {
        int location = tokens.location();
        if (tokens.accept("in")) {
            tokens.expect("schema");
            return new DefElem("schemas", grammar.names.columnList(), location);
        }
        tokens.expect("for");
        if (!tokens.accept("role")) {
            tokens.expect("user");
        }
        return new DefElem("roles", grammar.roles.roles(), location);
    }

    private DefaultChange defaultChange() {
        boolean grant = tokens.accept("grant");
        if (!grant) {
            tokens.expect("revoke");
        }
        boolean grantOptionOnly = !grant && optionFor("grant");
        Privileges privileges = privileges();
        tokens.expect("on");
        ObjectKind target = targets.defaultTarget();
        tokens.expect(grant ? "to" : "from");
        List<RoleSpec> grantees = grantees();
        if (grant) {
            return new DefaultGrant(privileges, target, grantees, option("grant"));
        }
        return new DefaultRevoke(grantOptionOnly, privileges, target, grantees, grammar.clauses.cascade());
    }
}
