package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.FromItem.XmlTable;
import io.pglitedb.planner.ast.FromItem.XmlTableColumn;
import io.pglitedb.planner.ast.ResTarget;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.parser.Token.Kind;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// XMLTABLE in FROM.
final class XmlTableParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    XmlTableParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// At XMLTABLE.
    XmlTable table(boolean lateral) {
        int location = tokens.location();
        tokens.expect("xmltable");
        tokens.expect("(");
        List<ResTarget> namespaces = List.of();
        if (tokens.at("xmlnamespaces", "(")) {
            tokens.next();
            namespaces = grammar.clauses.parenthesized(this::namespace);
            tokens.expect(",");
        }
        AstExpr row = grammar.primaries.primary();
        AstExpr document = grammar.xml.passing();
        tokens.expect("columns");
        List<XmlTableColumn> columns = grammar.clauses.list(this::column);
        tokens.expect(")");
        return new XmlTable(lateral, namespaces, row, document, columns, grammar.names.optionalAlias(), location);
    }

    /// `uri AS name` or `DEFAULT uri`
    private ResTarget namespace() {
        int location = tokens.location();
        if (tokens.accept("default")) {
            return new ResTarget(null, List.of(), grammar.expressions.restricted(), location);
        }
        AstExpr uri = grammar.expressions.restricted();
        tokens.expect("as");
        return new ResTarget(tokens.label(), List.of(), uri, location);
    }

    private XmlTableColumn column() {
        int location = tokens.location();
        String name = tokens.columnName();
        if (tokens.accept("for")) {
            tokens.expect("ordinality");
            return new XmlTableColumn(name, null, true, false, null, null, location);
        }
        TypeName type = grammar.types.typeName();
        return new ColumnOptions(name, type, location).read();
    }

    /// The options of one column, each at most once.
    private final class ColumnOptions {
        private final String name;
        private final TypeName type;
        private final int location;
        private AstExpr path;
        private AstExpr defaultValue;
        private Boolean notNull;
        private PgException refused;

        ColumnOptions(String name, TypeName type, int location) {
            this.name = name;
            this.type = type;
            this.location = location;
        }

        XmlTableColumn read() {
            while (option()) {}
            if (refused != null) {
                throw refused; // PostgreSQL looks at the options once it has read them all
            }
            return new XmlTableColumn(name, type, false, notNull != null && notNull, path, defaultValue, location);
        }

        private boolean option() {
            int here = tokens.location();
            if (tokens.accept("default")) {
                AstExpr value = grammar.expressions.restricted();
                refuse(defaultValue != null, "only one DEFAULT value is allowed", here);
                defaultValue = value;
            } else if (tokens.at("null") || tokens.at("not", "null")) {
                boolean not = tokens.accept("not");
                tokens.next();
                refuse(
                        notNull != null,
                        "conflicting or redundant NULL / NOT NULL declarations for column \"" + name + "\"",
                        here);
                notNull = not;
            } else if (tokens.at(Kind.IDENTIFIER)) {
                named(tokens.next().text(), here);
            } else {
                return false;
            }
            return true;
        }

        private void named(String option, int here) {
            AstExpr value = grammar.expressions.restricted();
            if (option.equals("__pg__is_not_null")) { // PostgreSQL's own name for NOT NULL
                throw tokens.errorAt(
                        SqlState.SYNTAX_ERROR, "option name \"" + option + "\" cannot be used in XMLTABLE", here);
            }
            if (option.equals("path")) {
                refuse(path != null, "only one PATH value per column is allowed", here);
                path = value;
            } else {
                refuse(true, "unrecognized column option \"" + option + "\"", here);
            }
        }

        private void refuse(boolean condition, String message, int here) {
            if (condition && refused == null) {
                refused = tokens.errorAt(SqlState.SYNTAX_ERROR, message, here);
            }
        }
    }
}
