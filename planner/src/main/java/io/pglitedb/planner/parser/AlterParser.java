package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.ObjectReference;
import io.pglitedb.planner.ast.ObjectReference.OfType;
import io.pglitedb.planner.ast.ObjectStatement.ChangeOwner;
import io.pglitedb.planner.ast.ObjectStatement.DependOnExtension;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.ObjectStatement.Rename;
import io.pglitedb.planner.ast.ObjectStatement.SetSchema;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TypeName;
import java.util.List;

/// ALTER: which kind of object, and what every kind has alike: RENAME TO, OWNER TO, SET SCHEMA, DEPENDS ON
/// EXTENSION.
final class AlterParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    AlterParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement alter() {
        tokens.next();
        return switch (tokens.word()) {
            case "database" -> grammar.databases.alter();
            case "group" -> grammar.roles.alterGroup();
            case "role" -> grammar.roles.alter();
            case "user" ->
                tokens.at("user", "mapping") && tokens.peek(2).is("for")
                        ? grammar.foreign.alterUserMapping()
                        : grammar.roles.alter();
            case "system" -> grammar.databases.alterSystem();
            case "tablespace" -> grammar.databases.alterTablespace();
            case "default" -> grammar.privileges.alterDefault();
            case "access" -> throw tokens.syntaxError();
            default -> object();
        };
    }

    private Statement object() {
        Token word = tokens.peek();
        ObjectKind kind = grammar.references.kind();
        return switch (kind) {
            case TABLE, INDEX, SEQUENCE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> grammar.alterTables.alter(kind);
            case TYPE -> grammar.typeDefinitions.alter();
            case DOMAIN -> grammar.domains.alter();
            case FUNCTION, PROCEDURE, ROUTINE -> grammar.routines.alter(kind);
            case AGGREGATE, CONVERSION, LANGUAGE, LARGE_OBJECT, SCHEMA -> change(grammar.references.object(kind));
            case COLLATION -> grammar.definitionStatements.alterCollation();
            case STATISTICS -> grammar.definitionStatements.alterStatistics();
            case EXTENSION -> grammar.extensions.alter();
            case EVENT_TRIGGER -> grammar.triggers.alterEventTrigger();
            case FOREIGN_DATA_WRAPPER -> grammar.foreign.alterWrapper();
            case SERVER -> grammar.foreign.alterServer();
            case OPERATOR -> grammar.operators.alter();
            case OPERATOR_CLASS -> change(grammar.references.operatorGroup(kind));
            case OPERATOR_FAMILY -> grammar.operators.alterFamily();
            case POLICY -> grammar.rules.alterPolicy();
            case RULE -> change(grammar.references.onQualified(kind));
            case TRIGGER -> grammar.triggers.alter();
            case PUBLICATION -> grammar.publications.alter();
            case SUBSCRIPTION -> grammar.subscriptions.alter();
            case TEXT_SEARCH_PARSER, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_TEMPLATE, TEXT_SEARCH_CONFIGURATION ->
                grammar.textSearch.alter(kind);
            case COLUMN, CONSTRAINT, ACCESS_METHOD, CAST, TRANSFORM, DATABASE, TABLESPACE, ROLE, PARAMETER ->
                throw tokens.error("syntax error", word);
        };
    }

    /// A type or domain by name, as ALTER takes it.
    OfType namedType(ObjectKind kind) {
        int location = tokens.location();
        List<String> names = grammar.names.anyName();
        return new OfType(kind, new TypeName(names, false, false, List.of(), -1, List.of(), location));
    }

    /// RENAME TO, OWNER TO or SET SCHEMA as far as the object's kind has them, else a syntax error.
    Statement change(ObjectReference object) {
        if (tokens.at("rename") && mayRename(object.kind())) {
            tokens.next();
            tokens.expect("to");
            return new Rename(object, false, tokens.columnName());
        }
        if (tokens.at("owner") && mayChangeOwner(object.kind())) {
            tokens.next();
            tokens.expect("to");
            return new ChangeOwner(object, grammar.roles.role());
        }
        if (tokens.at("set") && mayChangeSchema(object.kind())) {
            tokens.next();
            tokens.expect("schema");
            return new SetSchema(object, false, tokens.columnName());
        }
        throw tokens.syntaxError();
    }

    private static boolean mayRename(ObjectKind kind) {
        return switch (kind) {
            case OPERATOR, EXTENSION, LARGE_OBJECT -> false;
            default -> true;
        };
    }

    private static boolean mayChangeOwner(ObjectKind kind) {
        return switch (kind) {
            case TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE, POLICY, RULE, TRIGGER, EXTENSION -> false;
            default -> true;
        };
    }

    private static boolean mayChangeSchema(ObjectKind kind) {
        return switch (kind) {
            case AGGREGATE,
                    COLLATION,
                    CONVERSION,
                    DOMAIN,
                    EXTENSION,
                    FUNCTION,
                    OPERATOR,
                    OPERATOR_CLASS,
                    OPERATOR_FAMILY,
                    PROCEDURE,
                    ROUTINE,
                    STATISTICS,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_CONFIGURATION,
                    TYPE -> true;
            default -> false;
        };
    }

    boolean atDependsOnExtension() {
        return tokens.at("depends") || tokens.at("no", "depends");
    }

    Statement dependsOnExtension(ObjectReference object) {
        boolean depends = !tokens.accept("no");
        tokens.expect("depends");
        tokens.expect("on");
        tokens.expect("extension");
        return new DependOnExtension(object, tokens.columnName(), depends);
    }
}
