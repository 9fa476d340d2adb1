package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.ForeignStatement.AlterServer;
import io.pglitedb.planner.ast.ForeignStatement.AlterUserMapping;
import io.pglitedb.planner.ast.ForeignStatement.AlterWrapper;
import io.pglitedb.planner.ast.ForeignStatement.CreateForeignTable;
import io.pglitedb.planner.ast.ForeignStatement.CreateServer;
import io.pglitedb.planner.ast.ForeignStatement.CreateUserMapping;
import io.pglitedb.planner.ast.ForeignStatement.CreateWrapper;
import io.pglitedb.planner.ast.ForeignStatement.DropUserMapping;
import io.pglitedb.planner.ast.ForeignStatement.ImportFilter;
import io.pglitedb.planner.ast.ForeignStatement.ImportSchema;
import io.pglitedb.planner.ast.ObjectReference.Named;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TableStatement.CreateTable;
import java.util.ArrayList;
import java.util.List;

/// Foreign data wrappers, servers, user mappings and foreign tables.
final class ForeignParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    ForeignParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// Behind CREATE, at FOREIGN.
    Statement create() {
        if (grammar.references.kind() == ObjectKind.FOREIGN_TABLE) {
            CreateTable table = grammar.tables.foreignTable();
            tokens.expect("server");
            String server = tokens.columnName();
            return new CreateForeignTable(table, server, grammar.definitions.foreignOptions());
        }
        String name = tokens.columnName();
        List<DefElem> functions = functions();
        return new CreateWrapper(name, functions, grammar.definitions.foreignOptions());
    }

    /// fdw_options, perhaps none
    private List<DefElem> functions() {
        List<DefElem> functions = new ArrayList<>();
        while (true) {
            int location = tokens.location();
            boolean no = tokens.accept("no");
            if (!tokens.at("handler") && !tokens.at("validator")) {
                if (no) {
                    throw tokens.syntaxError();
                }
                return List.copyOf(functions);
            }
            String name = tokens.next().text();
            functions.add(new DefElem(name, no ? null : grammar.names.anyName(), location));
        }
    }

    /// Behind ALTER FOREIGN DATA WRAPPER.
    Statement alterWrapper() {
        String name = tokens.columnName();
        List<DefElem> functions = functions();
        if (tokens.at("options")) {
            return new AlterWrapper(name, functions, grammar.definitions.alteredOptions());
        }
        return functions.isEmpty()
                ? grammar.alters.change(new Named(ObjectKind.FOREIGN_DATA_WRAPPER, List.of(name)))
                : new AlterWrapper(name, functions, List.of());
    }

    /// Behind CREATE, at SERVER.
    Statement createServer() {
        tokens.next();
        boolean ifNotExists = grammar.clauses.ifNotExists();
        String name = tokens.columnName();
        String type = tokens.accept("type") ? tokens.expectString() : null;
        String version = tokens.accept("version") ? version() : null;
        tokens.expect("foreign");
        tokens.expect("data");
        tokens.expect("wrapper");
        String wrapper = tokens.columnName();
        return new CreateServer(name, ifNotExists, type, version, wrapper, grammar.definitions.foreignOptions());
    }

    private String version() {
        return tokens.accept("null") ? null : tokens.expectString();
    }

    /// Behind ALTER SERVER.
    Statement alterServer() {
        String name = tokens.columnName();
        boolean hasVersion = tokens.accept("version");
        String version = hasVersion ? version() : null;
        if (tokens.at("options")) {
            return new AlterServer(name, hasVersion, version, grammar.definitions.alteredOptions());
        }
        return hasVersion
                ? new AlterServer(name, true, version, List.of())
                : grammar.alters.change(new Named(ObjectKind.SERVER, List.of(name)));
    }

    /// Behind CREATE, ALTER or DROP, at USER: whether a mapping is meant and not a role.
    boolean atUserMapping() {
        return tokens.at("user", "mapping")
                && (tokens.peek(2).is("for") || tokens.peek(2).is("if"));
    }

    private void userMapping() {
        tokens.expect("user");
        tokens.expect("mapping");
    }

    /// `FOR user`: auth_ident.
    private RoleSpec mappedUser() {
        tokens.expect("for");
        int location = tokens.location();
        return tokens.accept("user") ? new RoleSpec(RoleSpec.Kind.CURRENT_USER, null, location) : grammar.roles.role();
    }

    private String server() {
        tokens.expect("server");
        return tokens.columnName();
    }

    Statement createUserMapping() {
        userMapping();
        boolean ifNotExists = grammar.clauses.ifNotExists();
        RoleSpec user = mappedUser();
        String server = server();
        return new CreateUserMapping(user, server, ifNotExists, grammar.definitions.foreignOptions());
    }

    Statement alterUserMapping() {
        userMapping();
        RoleSpec user = mappedUser();
        String server = server();
        return new AlterUserMapping(user, server, grammar.definitions.alteredOptions());
    }

    Statement dropUserMapping() {
        userMapping();
        boolean ifExists = grammar.clauses.ifExists();
        RoleSpec user = mappedUser();
        return new DropUserMapping(user, server(), ifExists);
    }

    /// IMPORT FOREIGN SCHEMA
    Statement importSchema() {
        tokens.next();
        tokens.expect("foreign");
        tokens.expect("schema");
        String remoteSchema = tokens.columnName();
        ImportFilter filter = ImportFilter.ALL;
        if (tokens.accept("limit")) {
            tokens.expect("to");
            filter = ImportFilter.LIMIT_TO;
        } else if (tokens.accept("except")) {
            filter = ImportFilter.EXCEPT;
        }
        List<RangeVar> tables =
                filter == ImportFilter.ALL ? List.of() : grammar.clauses.parenthesized(grammar.names::relation);
        tokens.expect("from");
        String server = server();
        tokens.expect("into");
        String localSchema = tokens.columnName();
        return new ImportSchema(
                remoteSchema, filter, tables, server, localSchema, grammar.definitions.foreignOptions());
    }
}
