package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.SessionContext;
import java.util.List;

/// Trees as SQL text.
///
/// @param session prints constants
public record SqlPrinter(CatalogView catalog, SessionContext session, Style style) {
    /// An expression, implicit conversions left out.
    public String expression(Expr expression, Columns columns) {
        Output out = new Output(style, 0);
        new ExpressionPrinter(catalog, session, columns, out).print(expression);
        return out.toString();
    }

    /// A condition inside a longer text: subqueries in it are indented.
    public String condition(Expr condition, Columns columns) {
        Output out = new Output(style, Output.STANDARD);
        new ExpressionPrinter(catalog, session, columns, out).print(condition);
        return out.toString();
    }

    /// A query without a semicolon.
    ///
    /// @param names of its columns where they are to be others than its own
    public String query(Query query, List<String> names) {
        Output out = new Output(style, 0);
        new QueryPrinter(catalog, session, new QueryColumns(null, null, query, catalog, RoutineParameters.NONE), out)
                .print(query, names, true);
        return out.toString();
    }

    /// A statement of a routine's body, without a semicolon.
    ///
    /// @param level how far it is indented
    public String statement(Query query, RoutineParameters parameters, int level) {
        Output out = new Output(style, level);
        QueryColumns columns = new QueryColumns(null, null, query, catalog, parameters);
        new QueryPrinter(catalog, session, columns, out).print(query, List.of(), false);
        return out.toString();
    }

    /// A relation by the name that finds it.
    public String relation(int oid) {
        return new Names(catalog).relation(catalog.table(oid));
    }

    public String collation(int oid) {
        return new Names(catalog).collation(oid);
    }

    public String operator(int oid) {
        return new Names(catalog).operator(oid);
    }
}
