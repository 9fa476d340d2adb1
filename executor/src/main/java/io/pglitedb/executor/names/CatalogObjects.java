package io.pglitedb.executor.names;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.CollationDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TextSearchDef;
import io.pglitedb.planner.analyzer.CommandAnalysis;
import io.pglitedb.planner.analyzer.ParameterTypes;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.reference.ObjectNames;
import io.pglitedb.types.reference.QualifiedNames;
import io.pglitedb.types.text.Quoting;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// The catalog's objects by name. Source of the rules: PostgreSQL's regproc.c and namespace.c.
public final class CatalogObjects implements ObjectNames {
    private final Supplier<CatalogView> catalog;
    private final SessionContext session;

    public CatalogObjects(Supplier<CatalogView> catalog, SessionContext session) {
        this.catalog = catalog;
        this.session = session;
    }

    @Override
    public int oid(Kind kind, String text) {
        CatalogView view = catalog.get();
        return switch (kind) {
            case CLASS -> relation(view, text);
            case TYPE -> type(text);
            case FUNCTION -> RoutineNames.function(view, text);
            case FUNCTION_WITH_ARGUMENTS -> RoutineNames.functionWithArguments(view, text, this::type);
            case OPERATOR -> RoutineNames.operator(view, text);
            case OPERATOR_WITH_ARGUMENTS -> RoutineNames.operatorWithArguments(view, text, this::type);
            case SCHEMA -> schema(view, text);
            case COLLATION -> collation(view, text);
            case TEXT_SEARCH_CONFIGURATION -> textSearch(view, text, "configuration", view::textSearchConfiguration);
            case TEXT_SEARCH_DICTIONARY -> textSearch(view, text, "dictionary", view::textSearchDictionary);
        };
    }

    @Override
    public int find(Kind kind, String text) {
        try {
            return oid(kind, text);
        } catch (PgException error) {
            return switch (error.state()) {
                case UNDEFINED_TABLE, UNDEFINED_OBJECT, UNDEFINED_FUNCTION, AMBIGUOUS_FUNCTION, INVALID_SCHEMA_NAME ->
                    0;
                default -> throw error;
            };
        }
    }

    @Override
    public String name(Kind kind, int oid) {
        CatalogView view = catalog.get();
        return switch (kind) {
            case CLASS -> relationName(view, oid);
            case TYPE -> view.type(oid) == null ? null : view.formatType(oid);
            case FUNCTION -> RoutineNames.functionName(view, oid);
            case FUNCTION_WITH_ARGUMENTS -> RoutineNames.signature(view, oid);
            case OPERATOR -> RoutineNames.operatorName(view, oid);
            case OPERATOR_WITH_ARGUMENTS -> RoutineNames.operatorSignature(view, oid);
            case SCHEMA -> {
                String name = view.namespaceName(oid);
                yield name == null ? null : Quoting.identifier(name);
            }
            case COLLATION -> collationName(view, oid);
            case TEXT_SEARCH_CONFIGURATION ->
                textSearchName(view, view.textSearchConfiguration(oid), view::textSearchConfiguration);
            case TEXT_SEARCH_DICTIONARY ->
                textSearchName(view, view.textSearchDictionary(oid), view::textSearchDictionary);
        };
    }

    private int type(String text) {
        return new CommandAnalysis(catalog.get(), session, ParameterTypes.none())
                .type(SqlParser.parseTypeName(text))
                .oid();
    }

    /// The schemas to look in: the one that is written, or the search path.
    static List<Integer> schemas(CatalogView view, List<String> name) {
        if (name.size() == 1) {
            return view.searchPath();
        }
        if (name.size() > 3) {
            throw new PgException(
                    SqlState.SYNTAX_ERROR,
                    "improper qualified name (too many dotted names): " + String.join(".", name));
        }
        if (name.size() == 3 && !name.getFirst().equals(view.databaseName())) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "cross-database references are not implemented: " + String.join(".", name));
        }
        return List.of(existingSchema(view, name.get(name.size() - 2)));
    }

    private static int existingSchema(CatalogView view, String name) {
        int schema = view.namespace(name);
        if (schema == 0) {
            throw new PgException(SqlState.INVALID_SCHEMA_NAME, "schema \"%s\" does not exist".formatted(name));
        }
        return schema;
    }

    private static int relation(CatalogView view, String text) {
        List<String> name = QualifiedNames.split(text);
        for (int schema : schemas(view, name)) {
            TableDef table = view.table(schema, name.getLast());
            if (table != null) {
                return table.oid();
            }
        }
        throw new PgException(
                SqlState.UNDEFINED_TABLE, "relation \"%s\" does not exist".formatted(String.join(".", name)));
    }

    private static int schema(CatalogView view, String text) {
        List<String> name = QualifiedNames.split(text);
        if (name.size() != 1) {
            throw new PgException(SqlState.INVALID_NAME, "invalid name syntax");
        }
        return existingSchema(view, name.getFirst());
    }

    private static int collation(CatalogView view, String text) {
        List<String> name = QualifiedNames.split(text);
        for (int schema : schemas(view, name)) {
            int oid = view.collation(schema, name.getLast());
            if (oid != 0) {
                return oid;
            }
        }
        throw new PgException(
                SqlState.UNDEFINED_OBJECT,
                "collation \"%s\" for encoding \"UTF8\" does not exist".formatted(String.join(".", name)));
    }

    private static int textSearch(
            CatalogView view, String text, String what, BiFunction<Integer, String, TextSearchDef> find) {
        List<String> name = QualifiedNames.split(text);
        for (int schema : schemas(view, name)) {
            TextSearchDef found = find.apply(schema, name.getLast());
            if (found != null) {
                return found.oid();
            }
        }
        throw new PgException(
                SqlState.UNDEFINED_OBJECT,
                "text search %s \"%s\" does not exist".formatted(what, String.join(".", name)));
    }

    private static String textSearchName(
            CatalogView view, TextSearchDef object, BiFunction<Integer, String, TextSearchDef> find) {
        if (object == null) {
            return null;
        }
        String name = Quoting.identifier(object.name());
        for (int schema : view.searchPath()) {
            TextSearchDef found = find.apply(schema, object.name());
            if (found != null) {
                return qualified(view, found.oid() == object.oid(), object.namespace(), name);
            }
        }
        return qualified(view, false, object.namespace(), name);
    }

    private static String relationName(CatalogView view, int oid) {
        TableDef table = view.table(oid);
        if (table == null) {
            return null;
        }
        for (int schema : view.searchPath()) {
            TableDef found = view.table(schema, table.name());
            if (found != null) {
                return qualified(view, found.oid() == oid, table.namespace(), Quoting.identifier(table.name()));
            }
        }
        return qualified(view, false, table.namespace(), Quoting.identifier(table.name()));
    }

    private static String collationName(CatalogView view, int oid) {
        CollationDef collation = view.collation(oid);
        if (collation == null) {
            return null;
        }
        String name = Quoting.identifier(collation.name());
        for (int schema : view.searchPath()) {
            int found = view.collation(schema, collation.name());
            if (found != 0) {
                return qualified(view, found == oid, collation.namespace(), name);
            }
        }
        return qualified(view, false, collation.namespace(), name);
    }

    /// @param quoted as it is to be printed
    static String qualified(CatalogView view, boolean visible, int namespace, String quoted) {
        return visible ? quoted : Quoting.identifier(view.namespaceName(namespace)) + "." + quoted;
    }
}
