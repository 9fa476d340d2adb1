package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.AccessMethodDef;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.define.Indexes;
import io.pglitedb.catalog.define.NewIndex;
import io.pglitedb.planner.analyzer.ColumnNames;
import io.pglitedb.planner.ast.IndexElement;
import io.pglitedb.planner.ast.SortBy;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes an index of a table and fills it. Source: PostgreSQL's DefineIndex and ComputeIndexAttrs.
public final class IndexDefinition {
    private static final int BTREE = 403;
    private static final int COLUMNS_MAX = 32;
    private static final Set<String> KNOWN = Set.of("btree", "hash", "gist", "spgist", "gin", "brin");

    private final Definition definition;
    private final CatalogView view;

    public IndexDefinition(Definition definition) {
        this.definition = definition;
        this.view = definition.view();
    }

    /// OID of the index.
    public int create(TableDef table, IndexRequest request) {
        AccessMethodDef method = accessMethod(request);
        requireSupported(method, request);
        List<NewIndex.Column> columns = new ArrayList<>();
        List<Expr> expressions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (IndexElement element : request.elements()) {
            columns.add(key(table, method, element, request, expressions, names));
        }
        for (IndexElement element : request.including()) {
            columns.add(included(table, element, names));
        }
        if (columns.size() > COLUMNS_MAX) {
            throw new PgException(
                    SqlState.TOO_MANY_COLUMNS, "cannot use more than %d columns in an index".formatted(COLUMNS_MAX));
        }
        if (table.kind() == 'p' && request.unique()) {
            new PartitionedKey(definition, table)
                    .requireIn(columns.subList(0, request.elements().size()), request);
        }
        Optional<Expression> predicate = Optional.ofNullable(request.where())
                .map(where -> StoredExpressions.indexPredicate(definition, table, where));
        Optional<Expression> computed = expressions.isEmpty()
                ? Optional.empty()
                : Optional.of(ExpressionReferences.of(expressions, table.oid(), definition.session()));
        int index = new Indexes(definition.writer())
                .create(new NewIndex(
                        request.name(),
                        table.oid(),
                        method.oid(),
                        columns,
                        request.elements().size(),
                        request.unique(),
                        request.primary(),
                        request.nullsNotDistinct(),
                        request.exclusion(),
                        request.immediate(),
                        table.kind() != 'p'
                                || !request.only()
                                || view.children(table.oid()).isEmpty(),
                        computed,
                        predicate,
                        RelationOptions.ofIndex(method.name()).texts(request.options()),
                        request.forConstraint()));
        new IndexBuild(definition).fill(table.oid(), index);
        return index;
    }

    /// Names of the index's columns as far as they choose the index's name: columns, functions, `expr`.
    public static List<String> nameParts(List<IndexElement> elements) {
        List<String> names = new ArrayList<>();
        elements.forEach(element -> names.add(columnName(element, names)));
        return names;
    }

    private AccessMethodDef accessMethod(IndexRequest request) {
        String name = request.accessMethod().equals("rtree") ? "gist" : request.accessMethod();
        AccessMethodDef method = view.accessMethod(name);
        if (method == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "access method \"%s\" does not exist".formatted(name));
        }
        return method;
    }

    /// Source: what PostgreSQL's access methods say of themselves (amcanunique and its like).
    private static void requireSupported(AccessMethodDef method, IndexRequest request) {
        String name = method.name();
        if (!KNOWN.contains(name)) {
            throw PgException.notSupported("access method \"" + name + "\"");
        }
        if (request.unique() && !name.equals("btree")) {
            throw unsupported("access method \"%s\" does not support unique indexes".formatted(name));
        }
        if (!request.including().isEmpty() && Set.of("hash", "gin", "brin").contains(name)) {
            throw unsupported("access method \"%s\" does not support included columns".formatted(name));
        }
        if (request.elements().size() > 1 && Set.of("hash", "spgist").contains(name)) {
            throw unsupported("access method \"%s\" does not support multicolumn indexes".formatted(name));
        }
        if (request.exclusion() && Set.of("gin", "brin").contains(name)) {
            throw unsupported("access method \"%s\" does not support exclusion constraints".formatted(name));
        }
    }

    private static PgException unsupported(String message) {
        return new PgException(SqlState.FEATURE_NOT_SUPPORTED, message);
    }

    private NewIndex.Column key(
            TableDef table,
            AccessMethodDef method,
            IndexElement element,
            IndexRequest request,
            List<Expr> expressions,
            List<String> names) {
        int number = 0;
        int type;
        int typmod;
        int collation;
        if (element.column() != null) {
            ColumnDef column = column(table, element.column(), request);
            number = column.number();
            type = column.type();
            typmod = column.typmod();
            collation = column.collation();
        } else {
            Expr expression = StoredExpressions.indexExpression(definition, table, element.expression());
            if (expression instanceof Expr.Var variable && variable.attribute() > 0) {
                number = variable.attribute();
            } else {
                expressions.add(expression);
            }
            type = expression.type();
            typmod = expression.typmod();
            collation = expression.collation();
        }
        requireIndexable(type, element);
        collation = collation(element, type, collation);
        String name = columnName(element, names);
        names.add(name);
        boolean ordered = method.oid() == BTREE;
        boolean written = element.direction() != SortBy.Direction.DEFAULT || element.nulls() != SortBy.Nulls.DEFAULT;
        if (!ordered && written) {
            throw unsupported("access method \"%s\" does not support %s options"
                    .formatted(
                            method.name(),
                            element.direction() != SortBy.Direction.DEFAULT ? "ASC/DESC" : "NULLS FIRST/LAST"));
        }
        boolean descending = element.direction() == SortBy.Direction.DESC;
        boolean nullsFirst =
                element.nulls() == SortBy.Nulls.DEFAULT ? descending : element.nulls() == SortBy.Nulls.FIRST;
        return new NewIndex.Column(
                number, name, type, typmod, collation, operatorClass(method, element, type), descending, nullsFirst);
    }

    private static ColumnDef column(TableDef table, String name, IndexRequest request) {
        ColumnDef column = table.column(name);
        if (column == null) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN,
                    request.forConstraint()
                            ? "column \"%s\" named in key does not exist".formatted(name)
                            : "column \"%s\" does not exist".formatted(name));
        }
        return column;
    }

    private void requireIndexable(int type, IndexElement element) {
        TypeDef definitionOfType = view.type(type);
        boolean pseudo = definitionOfType != null && definitionOfType.kind() == 'p' && type != Oids.RECORD;
        if (pseudo) {
            throw new PgException(
                    SqlState.INVALID_TABLE_DEFINITION,
                    "column \"%s\" has pseudo-type %s"
                            .formatted(element.column() == null ? "expr" : element.column(), view.formatType(type)));
        }
    }

    private int collation(IndexElement element, int type, int own) {
        boolean collatable = view.type(type).collation() != 0;
        if (!element.collation().isEmpty()) {
            if (!collatable) {
                throw new PgException(
                        SqlState.DATATYPE_MISMATCH,
                        "collations are not supported by type %s".formatted(view.formatType(type)));
            }
            return ColumnElements.namedCollation(view, element.collation(), -1);
        }
        if (collatable && own == 0) {
            throw new PgException(
                            SqlState.INDETERMINATE_COLLATION,
                            "could not determine which collation to use for index expression")
                    .hint("Use the COLLATE clause to set the collation explicitly.");
        }
        return collatable ? own : 0;
    }

    private int operatorClass(AccessMethodDef method, IndexElement element, int type) {
        if (!element.operatorClass().isEmpty()) {
            return namedOperatorClass(method.oid(), element.operatorClass(), type);
        }
        return operatorClass(method.oid(), type);
    }

    /// OID of the default class; 42704 when there is none.
    int operatorClass(int method, int type) {
        int found = defaultOperatorClass(method, type);
        if (found == 0) {
            throw new PgException(
                            SqlState.UNDEFINED_OBJECT,
                            "data type %s has no default operator class for access method \"%s\""
                                    .formatted(
                                            view.formatType(type),
                                            view.accessMethod(method).name()))
                    .hint("You must specify an operator class for the index or define a default operator class for"
                            + " the data type.");
        }
        return found;
    }

    /// Of the type, or of what it is binary coercible to.
    public int defaultOperatorClass(int method, int type) {
        int own = view.defaultOperatorClass(method, type);
        if (own != 0) {
            return own;
        }
        TypeDef definitionOfType = view.type(type);
        if (definitionOfType.isTrueArray()) {
            return view.defaultOperatorClass(method, Oids.ANYARRAY);
        }
        return switch (definitionOfType.kind()) {
            case 'd' -> defaultOperatorClass(method, definitionOfType.baseType());
            case 'e' -> view.defaultOperatorClass(method, Oids.ANYENUM);
            case 'r' -> view.defaultOperatorClass(method, Oids.ANYRANGE);
            case 'm' -> view.defaultOperatorClass(method, Oids.ANYMULTIRANGE);
            case 'c' -> view.defaultOperatorClass(method, Oids.RECORD);
            default ->
                switch (type) {
                    case Oids.VARCHAR -> view.defaultOperatorClass(method, Oids.TEXT);
                    case Oids.CIDR -> view.defaultOperatorClass(method, Oids.INET);
                    case Oids.REGCLASS,
                            Oids.REGPROC,
                            Oids.REGPROCEDURE,
                            Oids.REGTYPE,
                            Oids.REGOPER,
                            Oids.REGOPERATOR,
                            Oids.REGROLE,
                            Oids.REGNAMESPACE,
                            Oids.REGCONFIG,
                            Oids.REGDICTIONARY -> view.defaultOperatorClass(method, Oids.OID);
                    default -> 0;
                };
        };
    }

    /// 42704 when there is none of that name, 42804 when it is for other types.
    public int namedOperatorClass(int method, List<String> name, int type) {
        OperatorClassDef found = null;
        if (name.size() == 1) {
            for (int namespace : view.searchPath()) {
                found = found == null ? view.operatorClass(method, namespace, name.getFirst()) : found;
            }
        } else {
            found = view.operatorClass(method, definition.namespace(name.get(name.size() - 2)), name.getLast());
        }
        if (found == null) {
            throw new PgException(
                    SqlState.UNDEFINED_OBJECT,
                    "operator class \"%s\" does not exist for access method \"%s\""
                            .formatted(
                                    String.join(".", name),
                                    view.accessMethod(method).name()));
        }
        boolean fits = found.inputType() == type
                || view.cast(type, found.inputType()) != null
                        && view.cast(type, found.inputType()).method() == 'b'
                || defaultOperatorClass(method, type) != 0
                        && view.operatorClass(defaultOperatorClass(method, type))
                                        .inputType()
                                == found.inputType();
        if (!fits) {
            throw new PgException(
                    SqlState.DATATYPE_MISMATCH,
                    "operator class \"%s\" does not accept data type %s"
                            .formatted(String.join(".", name), view.formatType(type)));
        }
        return found.oid();
    }

    private static NewIndex.Column included(TableDef table, IndexElement element, List<String> names) {
        if (element.column() == null) {
            throw unsupported("expressions are not supported in included columns");
        }
        ColumnDef column = table.column(element.column());
        if (column == null) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN, "column \"%s\" does not exist".formatted(element.column()));
        }
        String name = columnName(element, names);
        names.add(name);
        return new NewIndex.Column(column.number(), name, column.type(), column.typmod(), 0, 0, false, false);
    }

    /// Unique among the index's columns. Source: PostgreSQL's ChooseIndexColumnNames.
    private static String columnName(IndexElement element, List<String> others) {
        String wanted =
                element.column() != null ? element.column() : ColumnNames.ofIndexExpression(element.expression());
        String name = wanted;
        for (int number = 1; others.contains(name); number++) {
            name = wanted + number;
        }
        return name;
    }
}
