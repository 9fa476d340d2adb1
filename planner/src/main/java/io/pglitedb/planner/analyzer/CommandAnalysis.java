package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;

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
}
