package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AlterTableStatement.AddIdentity;
import io.pglitedb.planner.ast.AlterTableStatement.Command;
import io.pglitedb.planner.ast.AlterTableStatement.DropDefault;
import io.pglitedb.planner.ast.AlterTableStatement.DropExpression;
import io.pglitedb.planner.ast.AlterTableStatement.DropIdentity;
import io.pglitedb.planner.ast.AlterTableStatement.DropNotNull;
import io.pglitedb.planner.ast.AlterTableStatement.SetColumnForeignOptions;
import io.pglitedb.planner.ast.AlterTableStatement.SetColumnOptions;
import io.pglitedb.planner.ast.AlterTableStatement.SetColumnType;
import io.pglitedb.planner.ast.AlterTableStatement.SetCompression;
import io.pglitedb.planner.ast.AlterTableStatement.SetDefault;
import io.pglitedb.planner.ast.AlterTableStatement.SetIdentity;
import io.pglitedb.planner.ast.AlterTableStatement.SetNotNull;
import io.pglitedb.planner.ast.AlterTableStatement.SetStatistics;
import io.pglitedb.planner.ast.AlterTableStatement.SetStorage;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.parser.Token.Kind;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// ALTER COLUMN of ALTER TABLE.
final class AlterColumnParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    AlterColumnParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// Behind ALTER.
    Command alter() {
        tokens.accept("column");
        if (tokens.at(Kind.INTEGER)) {
            return numberedStatistics();
        }
        int location = tokens.location();
        String column = tokens.columnName();
        return switch (tokens.word()) {
            case "set" -> set(column, location);
            case "reset" -> {
                tokens.next();
                yield new SetColumnOptions(column, true, grammar.definitions.storage());
            }
            case "drop" -> drop(column);
            case "restart" -> new SetIdentity(column, identityOptions());
            case "add" -> {
                tokens.next();
                yield new AddIdentity(column, grammar.constraints.addedIdentity());
            }
            case "type" -> type(column, location);
            case "options" -> new SetColumnForeignOptions(column, grammar.definitions.alteredOptions());
            default -> throw tokens.syntaxError();
        };
    }

    private Command numberedStatistics() {
        int location = tokens.location();
        int number = tokens.expectInteger();
        tokens.expect("set");
        tokens.expect("statistics");
        int target = grammar.primaries.signedInteger();
        if (number <= 0 || number > Short.MAX_VALUE) {
            throw tokens.errorAt(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "column number must be in range from 1 to " + Short.MAX_VALUE,
                    location);
        }
        return new SetStatistics(null, number, target);
    }

    private Command set(String column, int location) {
        Token what = tokens.peek(1);
        if (what.is("(")) {
            tokens.next();
            return new SetColumnOptions(column, false, grammar.definitions.storage());
        }
        return switch (tokens.word(1)) {
            case "default" -> {
                skipTwo();
                yield new SetDefault(column, grammar.expressions.expression());
            }
            case "not" -> {
                skipTwo();
                tokens.expect("null");
                yield new SetNotNull(column);
            }
            case "statistics" -> {
                skipTwo();
                yield new SetStatistics(column, 0, grammar.primaries.signedInteger());
            }
            case "storage" -> {
                skipTwo();
                yield new SetStorage(column, tokens.columnName());
            }
            case "compression" -> {
                tokens.next();
                yield new SetCompression(column, grammar.tables.compression());
            }
            case "data" -> {
                skipTwo();
                yield type(column, location);
            }
            default -> new SetIdentity(column, identityOptions());
        };
    }

    private void skipTwo() {
        tokens.next();
        tokens.next();
    }

    private Command drop(String column) {
        tokens.next();
        if (tokens.accept("default")) {
            return new DropDefault(column);
        }
        if (tokens.accept("not")) {
            tokens.expect("null");
            return new DropNotNull(column);
        }
        if (tokens.accept("expression")) {
            return new DropExpression(column, grammar.clauses.ifExists());
        }
        tokens.expect("identity");
        return new DropIdentity(column, grammar.clauses.ifExists());
    }

    private Command type(String column, int location) {
        tokens.expect("type");
        TypeName type = grammar.types.typeName();
        List<String> collation = tokens.accept("collate") ? grammar.names.anyName() : List.of();
        AstExpr using = tokens.accept("using") ? grammar.expressions.expression() : null;
        return new SetColumnType(column, type, collation, using, location);
    }

    /// alter_identity_column_option_list
    private List<DefElem> identityOptions() {
        List<DefElem> options = new ArrayList<>();
        while (tokens.at("set") || tokens.at("restart")) {
            options.add(tokens.at("restart") ? grammar.definitions.sequenceOption() : setIdentityOption());
        }
        return List.copyOf(options);
    }

    private DefElem setIdentityOption() {
        tokens.next();
        int location = tokens.location();
        if (tokens.accept("generated")) {
            return new DefElem("generated", grammar.constraints.always() ? "always" : "by default", location);
        }
        DefElem option = grammar.definitions.sequenceOption();
        if (option == null) {
            throw tokens.syntaxError();
        }
        return switch (option.name()) {
            case "as", "restart", "owned_by" ->
                throw tokens.errorAt(
                        SqlState.SYNTAX_ERROR,
                        "sequence option \"" + option.name() + "\" not supported here",
                        location);
            default -> option;
        };
    }
}
