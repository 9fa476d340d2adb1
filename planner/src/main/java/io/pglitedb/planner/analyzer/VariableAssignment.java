package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.IndirectionElement;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import java.util.List;

/// Values on their way into variables of a procedural language.
public final class VariableAssignment {
    private final ParseState state;

    /// @param variables that subscripts may read
    public VariableAssignment(CatalogView catalog, SessionContext session, VariableScope variables) {
        this.state = new ParseState(new TypeRules(catalog), session, ParameterTypes.of(variables));
    }

    /// Parameter `number` converted as in an assignment, else by way of its text; null when there is no way.
    public Expr converted(int number, SqlType from, SqlType to) {
        Expr value = parameter(number, from);
        Expr assigned = SelectAnalyzer.assignable(state, value, to.oid(), to.typmod());
        if (assigned != null) {
            return assigned;
        }
        Expr read = new Expr.CoerceViaIo(value, to.oid(), state.types().collationOf(to.oid()), Origin.NONE);
        return SelectAnalyzer.assignable(state, read, to.oid(), to.typmod());
    }

    /// The variable with a part of it replaced.
    ///
    /// @param variable parameter with the value before
    /// @param value parameter with the new part
    public Expr assigned(
            String name, int variable, SqlType type, List<IndirectionElement> path, int value, SqlType valueType) {
        ColumnDef target = ColumnDef.plain(
                1, name, type.oid(), type.typmod(), state.types().collationOf(type.oid()));
        return ColumnAssignment.assign(state, parameter(variable, type), target, path, parameter(value, valueType), -1);
    }

    /// The elements of `x[1].f`, behind the name.
    public static List<IndirectionElement> path(AstExpr indirection) {
        return ((AstExpr.Indirection) indirection).elements();
    }

    private Expr parameter(int number, SqlType type) {
        return new Expr.Param(
                Expr.ParamKind.EXTERNAL,
                number,
                type.oid(),
                type.typmod(),
                state.types().collationOf(type.oid()),
                Origin.NONE);
    }
}
