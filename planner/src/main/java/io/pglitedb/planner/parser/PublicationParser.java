package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.ObjectReference.Named;
import io.pglitedb.planner.ast.ObjectStatement.ObjectKind;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.ReplicationStatement.AlterPublicationObjects;
import io.pglitedb.planner.ast.ReplicationStatement.AlterPublicationOptions;
import io.pglitedb.planner.ast.ReplicationStatement.CreatePublication;
import io.pglitedb.planner.ast.ReplicationStatement.PublishedCurrentSchema;
import io.pglitedb.planner.ast.ReplicationStatement.PublishedObject;
import io.pglitedb.planner.ast.ReplicationStatement.PublishedSchema;
import io.pglitedb.planner.ast.ReplicationStatement.PublishedTable;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Publications. A list of what they publish may leave out TABLE and TABLES IN SCHEMA where the object before has
/// said it, so an object's kind is known only once the whole list has been read.
final class PublicationParser {
    private enum Written {
        TABLE,
        TABLES_IN_SCHEMA,
        /// As the object before.
        NOTHING
    }

    /// One object as written: either `name` alone, or `table`, or neither for CURRENT_SCHEMA.
    private record WrittenObject(Written kind, String name, PublishedTable table, int location) {}

    private final TokenStream tokens;
    private final Grammar grammar;

    PublicationParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// Behind CREATE, at PUBLICATION.
    Statement create() {
        tokens.next();
        String name = tokens.columnName();
        if (!tokens.accept("for")) {
            return new CreatePublication(name, false, List.of(), grammar.definitions.optionalDefinition());
        }
        if (tokens.accept("all")) {
            tokens.expect("tables");
            return new CreatePublication(name, true, List.of(), grammar.definitions.optionalDefinition());
        }
        List<WrittenObject> objects = grammar.clauses.list(this::object);
        List<DefElem> options = grammar.definitions.optionalDefinition();
        return new CreatePublication(name, false, published(objects), options);
    }

    /// Behind ALTER PUBLICATION.
    Statement alter() {
        String name = tokens.columnName();
        if (tokens.at("set", "(")) {
            tokens.next();
            return new AlterPublicationOptions(name, grammar.definitions.definition());
        }
        DefElem.Action action = grammar.definitions.action();
        if (action == DefElem.Action.UNSPECIFIED) {
            return grammar.alters.change(new Named(ObjectKind.PUBLICATION, List.of(name)));
        }
        return new AlterPublicationObjects(name, action, published(grammar.clauses.list(this::object)));
    }

    /// PublicationObjSpec
    private WrittenObject object() {
        int location = tokens.location();
        if (tokens.accept("table")) {
            return table(Written.TABLE, grammar.names.relation(), location);
        }
        if (tokens.accept("tables", "in")) {
            tokens.expect("schema");
            int nameLocation = tokens.location();
            String name = tokens.accept("current_schema") ? null : tokens.columnName();
            return new WrittenObject(Written.TABLES_IN_SCHEMA, name, null, nameLocation);
        }
        if (tokens.accept("current_schema")) {
            return new WrittenObject(Written.NOTHING, null, null, location);
        }
        Token behind = tokens.peek(1);
        boolean bare =
                tokens.atColumnName() && !behind.is(".") && !behind.is("*") && !behind.is("(") && !behind.is("where");
        return bare
                ? new WrittenObject(Written.NOTHING, tokens.columnName(), null, location)
                : table(Written.NOTHING, grammar.names.relation(), location);
    }

    private WrittenObject table(Written kind, RangeVar relation, int location) {
        List<String> columns = tokens.at("(") ? grammar.names.parenthesizedColumns() : List.of();
        AstExpr where = null;
        if (tokens.accept("where")) {
            tokens.expect("(");
            where = grammar.expressions.expression();
            tokens.expect(")");
        }
        return new WrittenObject(kind, null, new PublishedTable(relation, columns, where), location);
    }

    private List<PublishedObject> published(List<WrittenObject> objects) {
        List<PublishedObject> published = new ArrayList<>(objects.size());
        Written kind = Written.NOTHING;
        for (WrittenObject object : objects) {
            kind = object.kind() == Written.NOTHING ? kind : object.kind();
            published.add(
                    switch (kind) {
                        case TABLE -> publishedTable(object);
                        case TABLES_IN_SCHEMA -> publishedSchema(object);
                        case NOTHING ->
                            throw error("invalid publication object list", object)
                                    .detail("One of TABLE or TABLES IN SCHEMA must be specified before a standalone"
                                            + " table or schema name.");
                    });
        }
        return List.copyOf(published);
    }

    private PublishedObject publishedTable(WrittenObject object) {
        if (object.table() != null) {
            return object.table();
        }
        if (object.name() == null) {
            throw error("invalid table name", object);
        }
        RangeVar relation = grammar.names.rangeVar(List.of(object.name()), object.location());
        return new PublishedTable(relation, List.of(), null);
    }

    private PublishedObject publishedSchema(WrittenObject object) {
        PublishedTable table = object.table();
        if (table == null) {
            return object.name() == null
                    ? new PublishedCurrentSchema(object.location())
                    : new PublishedSchema(object.name(), object.location());
        }
        if (table.where() != null) {
            throw error("WHERE clause not allowed for schema", object);
        }
        if (!table.columns().isEmpty()) {
            throw error("column specification not allowed for schema", object);
        }
        throw error("invalid schema name", object);
    }

    private PgException error(String message, WrittenObject object) {
        return tokens.errorAt(SqlState.SYNTAX_ERROR, message, object.location());
    }
}
