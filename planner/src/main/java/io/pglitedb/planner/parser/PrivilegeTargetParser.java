package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.PrivilegeStatement.AllInSchemas;
import io.pglitedb.planner.ast.PrivilegeStatement.LargeObjects;
import io.pglitedb.planner.ast.PrivilegeStatement.NamedObjects;
import io.pglitedb.planner.ast.PrivilegeStatement.PrivilegeTarget;
import io.pglitedb.planner.ast.PrivilegeStatement.Relations;
import io.pglitedb.planner.ast.PrivilegeStatement.Routines;
import java.util.List;

/// What GRANT and REVOKE name behind ON.
final class PrivilegeTargetParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    PrivilegeTargetParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// privilege_target
    PrivilegeTarget target() {
        if (tokens.atColumnName() && atEndOfName(1)) {
            return relations(ObjectKind.TABLE); // a relation, even one named like a kind
        }
        return switch (tokens.word()) {
            case "table" -> {
                tokens.next();
                yield relations(ObjectKind.TABLE);
            }
            case "sequence" -> {
                tokens.next();
                yield relations(ObjectKind.SEQUENCE);
            }
            case "foreign" -> foreign();
            case "function" -> routines(ObjectKind.FUNCTION);
            case "procedure" -> routines(ObjectKind.PROCEDURE);
            case "routine" -> routines(ObjectKind.ROUTINE);
            case "database" -> names(ObjectKind.DATABASE);
            case "domain" -> names(ObjectKind.DOMAIN);
            case "language" -> names(ObjectKind.LANGUAGE);
            case "schema" -> names(ObjectKind.SCHEMA);
            case "tablespace" -> names(ObjectKind.TABLESPACE);
            case "type" -> names(ObjectKind.TYPE);
            case "large" -> largeObjects();
            case "parameter" -> parameters();
            case "all" -> allInSchemas();
            default -> relations(ObjectKind.TABLE);
        };
    }

    private boolean atEndOfName(int ahead) {
        Token token = tokens.peek(ahead);
        return token.is(".") || token.is(",") || token.is("to") || token.is("from");
    }

    private PrivilegeTarget relations(ObjectKind kind) {
        return new Relations(kind, grammar.names.qualifiedNames());
    }

    private PrivilegeTarget routines(ObjectKind kind) {
        tokens.next();
        return new Routines(kind, grammar.clauses.list(grammar.signatures::routine));
    }

    private PrivilegeTarget names(ObjectKind kind) {
        tokens.next();
        return new NamedObjects(kind, grammar.clauses.list(() -> grammar.references.name(kind)));
    }

    private PrivilegeTarget foreign() {
        tokens.next();
        if (tokens.at("server")) {
            return names(ObjectKind.SERVER);
        }
        tokens.expect("data");
        if (!tokens.at("wrapper")) {
            throw tokens.syntaxError();
        }
        return names(ObjectKind.FOREIGN_DATA_WRAPPER);
    }

    private PrivilegeTarget largeObjects() {
        tokens.next();
        tokens.expect("object");
        return new LargeObjects(
                grammar.clauses.list(() -> grammar.references.largeObject().number()));
    }

    private PrivilegeTarget parameters() {
        tokens.next();
        return new NamedObjects(ObjectKind.PARAMETER, grammar.clauses.list(() -> List.of(grammar.settings.name())));
    }

    private PrivilegeTarget allInSchemas() {
        tokens.next();
        ObjectKind kind = switch (tokens.word()) {
            case "tables" -> ObjectKind.TABLE;
            case "sequences" -> ObjectKind.SEQUENCE;
            case "functions" -> ObjectKind.FUNCTION;
            case "procedures" -> ObjectKind.PROCEDURE;
            case "routines" -> ObjectKind.ROUTINE;
            default -> throw tokens.syntaxError();
        };
        tokens.next();
        tokens.expect("in");
        tokens.expect("schema");
        return new AllInSchemas(kind, grammar.names.columnList());
    }

    /// defacl_privilege_target
    ObjectKind defaultTarget() {
        ObjectKind kind = switch (tokens.word()) {
            case "tables" -> ObjectKind.TABLE;
            case "functions", "routines" -> ObjectKind.FUNCTION;
            case "sequences" -> ObjectKind.SEQUENCE;
            case "types" -> ObjectKind.TYPE;
            case "schemas" -> ObjectKind.SCHEMA;
            default -> throw tokens.syntaxError();
        };
        tokens.next();
        return kind;
    }
}
