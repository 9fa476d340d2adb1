package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.planner.analyzer.ExpressionScope;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.Expr;

/// Expressions of a table as they are written become what the catalog keeps.
final class StoredExpressions {
    private StoredExpressions() {}

    private static ExpressionScope scope(Definition definition, TableDef table) {
        return ExpressionScope.forTable(table, definition.view(), definition.session());
    }

    private static Expression stored(Expr expression, TableDef table, Definition definition) {
        return ExpressionReferences.of(expression, table.oid(), definition.session());
    }

    static Expression columnDefault(Definition definition, TableDef table, int number, AstExpr raw) {
        var column = table.columns().get(number - 1);
        Expr value = scope(definition, table).columnDefault(raw, column.name(), column.type(), column.typmod());
        return stored(value, table, definition);
    }

    static Expression generated(Definition definition, TableDef table, int number, AstExpr raw) {
        var column = table.columns().get(number - 1);
        Expr value = scope(definition, table).generatedColumn(raw, column.name(), column.type(), column.typmod());
        return stored(value, table, definition);
    }

    static Expr check(Definition definition, TableDef table, AstExpr raw) {
        return scope(definition, table).check(raw);
    }

    static Expression policy(Definition definition, TableDef table, AstExpr raw) {
        return stored(scope(definition, table).policy(raw), table, definition);
    }

    static Expression publicationWhere(Definition definition, TableDef table, AstExpr raw) {
        return stored(scope(definition, table).publicationWhere(raw), table, definition);
    }

    static Expr indexExpression(Definition definition, TableDef table, AstExpr raw) {
        return scope(definition, table).indexExpression(raw);
    }

    static Expression indexPredicate(Definition definition, TableDef table, AstExpr raw) {
        return stored(scope(definition, table).indexPredicate(raw), table, definition);
    }
}
