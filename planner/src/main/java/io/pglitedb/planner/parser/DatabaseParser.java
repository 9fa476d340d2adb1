package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.DatabaseStatement.AlterDatabase;
import io.pglitedb.planner.ast.DatabaseStatement.AlterDatabaseSetting;
import io.pglitedb.planner.ast.DatabaseStatement.AlterSystem;
import io.pglitedb.planner.ast.DatabaseStatement.AlterTablespace;
import io.pglitedb.planner.ast.DatabaseStatement.CreateDatabase;
import io.pglitedb.planner.ast.DatabaseStatement.CreateTablespace;
import io.pglitedb.planner.ast.DatabaseStatement.DropDatabase;
import io.pglitedb.planner.ast.DatabaseStatement.DropTablespace;
import io.pglitedb.planner.ast.DatabaseStatement.RefreshDatabaseCollation;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.ObjectReference.Named;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.RoleSpec;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.parser.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Databases, tablespaces and ALTER SYSTEM.
final class DatabaseParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    DatabaseParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// Behind CREATE, at DATABASE.
    Statement create() {
        tokens.next();
        String name = tokens.columnName();
        tokens.accept("with");
        return new CreateDatabase(name, options());
    }

    private List<DefElem> options() {
        List<DefElem> options = new ArrayList<>();
        while (atOption()) {
            options.add(option());
        }
        return List.copyOf(options);
    }

    private boolean atOption() {
        return switch (tokens.word()) {
            case "connection", "encoding", "location", "owner", "tablespace", "template" -> true;
            default -> tokens.at(Kind.IDENTIFIER);
        };
    }

    private DefElem option() {
        int location = tokens.location();
        String name = tokens.next().text();
        if (name.equals("connection")) {
            tokens.expect("limit");
            name = "connection_limit";
        }
        tokens.accept("=");
        return new DefElem(
                name, tokens.accept("default") ? null : OptionParser.plain(grammar.settings.value()), location);
    }

    /// Behind ALTER, at DATABASE.
    Statement alter() {
        tokens.next();
        String name = tokens.columnName();
        if (tokens.accept("set", "tablespace")) {
            int location = tokens.location();
            return new AlterDatabase(name, List.of(new DefElem("tablespace", tokens.columnName(), location)));
        }
        return switch (tokens.word()) {
            case "set", "reset" -> new AlterDatabaseSetting(name, grammar.settings.setOrReset());
            case "rename" -> grammar.alters.change(reference(name));
            case "owner" ->
                tokens.peek(1).is("to") ? grammar.alters.change(reference(name)) : new AlterDatabase(name, options());
            case "refresh" -> {
                tokens.next();
                tokens.expect("collation");
                tokens.expect("version");
                yield new RefreshDatabaseCollation(name);
            }
            default -> {
                tokens.accept("with");
                yield new AlterDatabase(name, options());
            }
        };
    }

    private static Named reference(String database) {
        return new Named(ObjectKind.DATABASE, List.of(database));
    }

    /// Behind DROP, at DATABASE.
    Statement drop() {
        tokens.next();
        boolean ifExists = grammar.clauses.ifExists();
        String name = tokens.columnName();
        List<DefElem> options = List.of();
        if (tokens.accept("with") || tokens.at("(")) {
            options = grammar.clauses.parenthesized(() -> {
                int location = tokens.location();
                tokens.expect("force");
                return new DefElem("force", null, location);
            });
        }
        return new DropDatabase(name, ifExists, options);
    }

    /// Behind CREATE, at TABLESPACE.
    Statement createTablespace() {
        tokens.next();
        String name = tokens.columnName();
        RoleSpec owner = tokens.accept("owner") ? grammar.roles.role() : null;
        tokens.expect("location");
        String directory = tokens.expectString();
        List<DefElem> options = tokens.accept("with") ? grammar.definitions.storage() : List.of();
        return new CreateTablespace(name, owner, directory, options);
    }

    /// Behind ALTER, at TABLESPACE.
    Statement alterTablespace() {
        tokens.next();
        String name = tokens.columnName();
        if (tokens.at("set") || tokens.at("reset")) {
            boolean reset = tokens.next().is("reset");
            return new AlterTablespace(name, reset, grammar.definitions.storage());
        }
        return grammar.alters.change(new Named(ObjectKind.TABLESPACE, List.of(name)));
    }

    /// Behind DROP, at TABLESPACE.
    Statement dropTablespace() {
        tokens.next();
        boolean ifExists = grammar.clauses.ifExists();
        return new DropTablespace(tokens.columnName(), ifExists);
    }

    /// Behind ALTER, at SYSTEM.
    Statement alterSystem() {
        tokens.next();
        return new AlterSystem(grammar.settings.generic());
    }
}
