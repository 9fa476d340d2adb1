package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Names and expressions that stand in commands rather than in queries.
public final class CommandAnalysis {
    private final ParseState state;

    /// @param parameters what `$1` … stand for
    public CommandAnalysis(CatalogView catalog, SessionContext session, ParameterTypes parameters) {
        this.state = new ParseState(new TypeRules(catalog), session, parameters);
    }

    public SqlType type(TypeName name) {
        return TypeNames.resolve(state, name);
    }

    /// 42P01 when there is no such relation.
    public TableDef relation(RangeVar name) {
        return Relations.require(state, name);
    }

    /// An argument of EXECUTE, converted to the parameter's type.
    ///
    /// @param number of the parameter, from 1
    /// @param type OID that the parameter has
    public Expr executeArgument(AstExpr argument, int number, int type) {
        return ExpressionScope.over(state).executeArgument(argument, number, type);
    }

    /// A function that serves an object: an aggregate, an operator.
    ///
    /// @param resultType with polymorphic types resolved by the arguments
    public record Support(FunctionDef function, int resultType) {}

    /// The function that takes arguments of exactly these types, binary coercible ones aside; 42883 when there is
    /// none, 42804 when an argument would have to be converted. Source: PostgreSQL's lookup_agg_function.
    public Support support(List<String> name, List<Integer> types) {
        if (!(FunctionResolver.resolve(state, name, types, List.of(), false, false)
                        instanceof FunctionResolver.Found(FunctionResolver.Candidate found))
                || found.function().kind() != 'f') {
            throw new PgException(
                    SqlState.UNDEFINED_FUNCTION, "function %s does not exist".formatted(signature(name, types)));
        }
        if (found.function().returnsSet()) {
            throw new PgException(
                    SqlState.DATATYPE_MISMATCH, "function %s returns a set".formatted(signature(name, types)));
        }
        List<Integer> declared = new ArrayList<>(found.declared());
        int result = PolymorphicTypes.enforce(
                state.types(), types, declared, found.function().resultType(), true);
        for (int index = 0; index < types.size(); index++) {
            if (!state.types().isPolymorphic(declared.get(index))
                    && !state.types().isBinaryCoercible(types.get(index), declared.get(index))) {
                throw new PgException(
                        SqlState.DATATYPE_MISMATCH,
                        "function %s requires run-time type coercion".formatted(signature(name, declared)));
            }
        }
        return new Support(found.function(), result);
    }

    /// The function whose parameters have exactly these types; 42883 when there is none.
    public FunctionDef exactFunction(List<String> name, List<Integer> types) {
        for (int namespace : SearchPath.of(state, name)) {
            for (FunctionDef function : state.catalog().functions(name.getLast())) {
                if (function.namespace() == namespace
                        && function.argumentTypes().equals(types)) {
                    return function;
                }
            }
        }
        throw new PgException(
                SqlState.UNDEFINED_FUNCTION, "function %s does not exist".formatted(signature(name, types)));
    }

    private String signature(List<String> name, List<Integer> types) {
        return types.stream()
                .map(state.catalog()::formatType)
                .collect(Collectors.joining(", ", String.join(".", name) + "(", ")"));
    }

    /// Whether values of a type are values of the other without a change.
    public boolean isBinaryCoercible(int from, int to) {
        return state.types().isBinaryCoercible(from, to);
    }

    public boolean isPolymorphic(int type) {
        return state.types().isPolymorphic(type);
    }

    /// OID of the operator of exactly these operand types, 0 when there is none.
    public int exactOperator(List<String> name, int left, int right) {
        for (int namespace : SearchPath.of(state, name)) {
            for (OperatorDef operator : state.catalog().operators(name.getLast())) {
                if (operator.namespace() == namespace && operator.leftType() == left && operator.rightType() == right) {
                    return operator.oid();
                }
            }
        }
        return 0;
    }

    /// OID of the btree class that sorts a type: of that name, or the default; 42704 when there is none.
    ///
    /// @param name empty for the default
    public int btreeClass(List<String> name, int type) {
        if (name.isEmpty()) {
            OperatorClassDef found = OperatorClasses.defaultOf(state.types(), OperatorClasses.BTREE, type);
            if (found == null) {
                throw new PgException(
                        SqlState.UNDEFINED_OBJECT,
                        "data type %s has no default operator class for access method \"btree\""
                                .formatted(state.catalog().formatType(type)));
            }
            return found.oid();
        }
        int oid = OperatorClasses.find(state, OperatorClasses.BTREE, "btree", name);
        if (!isBinaryCoercible(type, state.catalog().operatorClass(oid).inputType())) {
            throw new PgException(
                    SqlState.DATATYPE_MISMATCH,
                    "operator class \"%s\" does not accept data type %s"
                            .formatted(String.join(".", name), state.catalog().formatType(type)));
        }
        return oid;
    }
}
