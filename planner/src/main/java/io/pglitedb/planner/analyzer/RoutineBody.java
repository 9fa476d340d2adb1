package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.ANYCOMPATIBLEMULTIRANGE;
import static io.pglitedb.types.Oids.ANYCOMPATIBLERANGE;
import static io.pglitedb.types.Oids.ANYMULTIRANGE;
import static io.pglitedb.types.Oids.ANYRANGE;
import static io.pglitedb.types.Oids.RECORD;
import static io.pglitedb.types.Oids.VOID;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.QueryBuilder;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.RowShape;
import java.util.ArrayList;
import java.util.List;

/// The statements of a function written in SQL, for one set of argument types. Source: PostgreSQL's
/// check_sql_fn_retval.
public final class RoutineBody {
    /// What the last statement's rows are to the caller.
    public enum Form {
        NOTHING,
        /// One column, the value.
        VALUE,
        /// The columns of a row.
        ROW
    }

    /// @param columns of a ROW, else empty
    public record Returning(Query query, Form form, List<ColumnInfo> columns) {
        public Returning {
            columns = List.copyOf(columns);
        }
    }

    private final FunctionDef function;
    private final List<Integer> actual;
    private final List<Integer> arguments;
    private final TypeRules types;
    private final SessionContext session;

    /// @param actual types of the arguments of a call; only those of polymorphic parameters matter
    public RoutineBody(FunctionDef function, List<Integer> actual, CatalogView catalog, SessionContext session) {
        this.function = function;
        this.actual = List.copyOf(actual);
        this.types = new TypeRules(catalog);
        this.session = session;
        List<Integer> declared = new ArrayList<>(function.argumentTypes());
        PolymorphicTypes.enforce(types, actual, declared, function.resultType(), false);
        this.arguments = List.copyOf(declared);
    }

    /// Whether the body means different things for different arguments, and so cannot be checked without a call.
    public static boolean isPolymorphic(FunctionDef function) {
        return function.argumentTypes().stream().anyMatch(RoutineBody::isPolymorphic);
    }

    public static boolean isPolymorphic(int type) {
        return TypeRules.isPolymorphicFirst(type) || TypeRules.isPolymorphicSecond(type);
    }

    /// Null when the inputs tell what a result of that type is; else what is missing. Source: PostgreSQL's
    /// check_valid_polymorphic_signature.
    public static String missingInput(int result, List<Integer> inputs, CatalogView catalog) {
        boolean range = result == ANYRANGE || result == ANYMULTIRANGE;
        boolean compatibleRange = result == ANYCOMPATIBLERANGE || result == ANYCOMPATIBLEMULTIRANGE;
        String family;
        boolean told;
        if (range || compatibleRange) {
            int first = range ? ANYRANGE : ANYCOMPATIBLERANGE;
            int second = range ? ANYMULTIRANGE : ANYCOMPATIBLEMULTIRANGE;
            told = inputs.contains(first) || inputs.contains(second);
            family = catalog.formatType(first) + " or " + catalog.formatType(second);
        } else if (TypeRules.isPolymorphicFirst(result)) {
            told = inputs.stream().anyMatch(TypeRules::isPolymorphicFirst);
            family = "anyelement, anyarray, anynonarray, anyenum, anyrange, or anymultirange";
        } else if (TypeRules.isPolymorphicSecond(result)) {
            told = inputs.stream().anyMatch(TypeRules::isPolymorphicSecond);
            family = "anycompatible, anycompatiblearray, anycompatiblenonarray, anycompatiblerange,"
                    + " or anycompatiblemultirange";
        } else {
            return null;
        }
        return told
                ? null
                : "A result of type %s requires at least one input of type %s."
                        .formatted(catalog.formatType(result), family);
    }

    /// OIDs of the types that the parameters have.
    public List<Integer> argumentTypes() {
        return arguments;
    }

    public Query analyze(Statement statement) {
        ParameterTypes parameters = ParameterTypes.of(function.name(), function.argumentNames(), arguments);
        return Analyzer.analyze(statement, types.catalog(), session, parameters);
    }

    /// The last query with its columns converted to what the function returns; 42P13 when they do not fit.
    ///
    /// @param last null when the body does not end in a query
    /// @param resultType OID that the call has
    /// @param shape what the caller of a function that returns record expects, null when it says nothing
    public Returning returning(Query last, int resultType, RowShape shape) {
        if (resultType == VOID) {
            return new Returning(last, Form.NOTHING, List.of());
        }
        if (last == null
                || last.command() != Query.Command.SELECT && last.returning().isEmpty()) {
            throw mismatch(resultType, "Function's final statement must be SELECT or INSERT/UPDATE/DELETE RETURNING.");
        }
        List<TargetEntry> given = last.resultColumns();
        boolean single = given.size() == 1 && function.kind() != 'p';
        if (!types.isRowType(resultType)) {
            if (!single) {
                throw mismatch(resultType, "Final statement must return exactly one column.");
            }
            Expr value = given.getFirst().expression();
            if (!types.canCoerce(value.type(), resultType, Context.ASSIGNMENT)) {
                throw mismatch(resultType, "Actual return type is %s.".formatted(types.name(value.type())));
            }
            return value(last, resultType);
        }
        if (single
                && types.isRowType(given.getFirst().expression().type())
                && types.canCoerce(given.getFirst().expression().type(), resultType, Context.ASSIGNMENT)) {
            return value(last, resultType);
        }
        List<ColumnInfo> wanted = columns(resultType, shape);
        if (wanted == null) {
            List<ColumnInfo> own = given.stream()
                    .map(column -> Coercion.column(column.name(), column.expression()))
                    .toList();
            return new Returning(last, Form.ROW, own);
        }
        requireFit(given, wanted, resultType);
        return new Returning(converted(last, wanted), Form.ROW, wanted);
    }

    private Returning value(Query last, int resultType) {
        ColumnInfo wanted = new ColumnInfo("", resultType, -1, types.collationOf(resultType));
        return new Returning(converted(last, List.of(wanted)), Form.VALUE, List.of());
    }

    /// Null when nothing says which.
    private List<ColumnInfo> columns(int resultType, RowShape shape) {
        if (resultType != RECORD) {
            return CompositeTypes.columns(types, resultType).stream()
                    .filter(column -> !column.dropped())
                    .map(column -> new ColumnInfo(column.name(), column.type(), column.typmod(), column.collation()))
                    .toList();
        }
        List<FunctionDef.Argument> outputs = OutParameters.of(function);
        List<ColumnInfo> columns = new ArrayList<>();
        for (FunctionDef.Argument output : outputs) {
            int type = PolymorphicTypes.enforce(
                    types, actual, new ArrayList<>(function.argumentTypes()), output.type(), false);
            String name = output.name().isEmpty() ? "column" + (columns.size() + 1) : output.name();
            columns.add(new ColumnInfo(name, type, -1, types.collationOf(type)));
        }
        if (!outputs.isEmpty() || shape == null) {
            return outputs.isEmpty() ? null : columns;
        }
        for (int i = 0; i < shape.names().size(); i++) {
            int type = shape.types().get(i).oid();
            columns.add(new ColumnInfo(
                    shape.names().get(i), type, shape.types().get(i).typmod(), types.collationOf(type)));
        }
        return columns;
    }

    private void requireFit(List<TargetEntry> given, List<ColumnInfo> wanted, int resultType) {
        for (int i = 0; i < given.size(); i++) {
            if (i >= wanted.size()) {
                throw mismatch(resultType, "Final statement returns too many columns.");
            }
            int type = given.get(i).expression().type();
            if (!types.canCoerce(type, wanted.get(i).type(), Context.ASSIGNMENT)) {
                throw mismatch(
                        resultType,
                        "Final statement returns %s instead of %s at column %d."
                                .formatted(
                                        types.name(type),
                                        types.name(wanted.get(i).type()),
                                        i + 1));
            }
        }
        if (given.size() < wanted.size()) {
            throw mismatch(resultType, "Final statement returns too few columns.");
        }
    }

    private PgException mismatch(int resultType, String detail) {
        return new PgException(
                        SqlState.INVALID_FUNCTION_DEFINITION,
                        "return type mismatch in function declared to return " + types.name(resultType))
                .detail(detail);
    }

    /// A SELECT that needs conversions becomes a subquery: its ORDER BY and DISTINCT are about what it says.
    private Query converted(Query query, List<ColumnInfo> wanted) {
        List<TargetEntry> given = query.resultColumns();
        boolean fits = true;
        for (int i = 0; i < wanted.size(); i++) {
            Expr value = given.get(i).expression();
            fits &= value.type() == wanted.get(i).type()
                    && (wanted.get(i).typmod() < 0 || wanted.get(i).typmod() == value.typmod());
        }
        if (fits) {
            return query;
        }
        List<ColumnInfo> inner = given.stream()
                .map(column -> Coercion.column(column.name() == null ? "" : column.name(), column.expression()))
                .toList();
        boolean select = query.command() == Query.Command.SELECT;
        ParseState state = new ParseState(types, session, ParameterTypes.fixed(arguments));
        List<TargetEntry> targets = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            ColumnInfo column = inner.get(i);
            Expr value = select
                    ? new Expr.Var(1, i + 1, 0, column.type(), column.typmod(), column.collation(), Origin.NONE)
                    : given.get(i).expression();
            Expr result = Coercion.toTarget(
                    state,
                    value,
                    wanted.get(i).type(),
                    wanted.get(i).typmod(),
                    Context.ASSIGNMENT,
                    Origin.Form.IMPLICIT_CAST,
                    -1);
            targets.add(new TargetEntry(CollationAssigner.assign(state, result), i + 1, column.name(), false));
        }
        if (!select) {
            return query.toBuilder().returning(targets).build();
        }
        return new QueryBuilder()
                .rangeTable(List.of(new RangeTableEntry.Subquery("body", false, inner, query, false)))
                .joinTree(new JoinTree.From(List.of(new JoinTree.Reference(1)), null))
                .targets(targets)
                .build();
    }
}
