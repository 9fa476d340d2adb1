package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin.Form;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

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
        Expr given = ExpressionAnalyzer.analyze(state, argument, ExprKind.EXECUTE_PARAMETER);
        Expr converted =
                Coercion.toTarget(state, given, type, -1, Context.ASSIGNMENT, Form.IMPLICIT_CAST, argument.location());
        if (converted == null) {
            throw new PgException(
                            SqlState.DATATYPE_MISMATCH,
                            "parameter $%d of type %s cannot be coerced to the expected type %s"
                                    .formatted(
                                            number,
                                            state.types().name(given.type()),
                                            state.types().name(type)))
                    .hint("You will need to rewrite or cast the expression.")
                    .at(argument.location() + 1);
        }
        return CollationAssigner.assign(state, converted);
    }
}
