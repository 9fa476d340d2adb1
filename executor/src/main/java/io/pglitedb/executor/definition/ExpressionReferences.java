package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.catalog.define.Expression;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.JoinTree;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.SetOperationTree;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a stored expression or query refers to, and so depends on. Source: PostgreSQL's
/// find_expr_references_walker.
public final class ExpressionReferences {
    private final Set<ObjectAddress> found = new LinkedHashSet<>();
    /// Range tables of the queries around, innermost first.
    private final Deque<List<RangeTableEntry>> rangeTables = new ArrayDeque<>();
    private final int table;
    private final CatalogView catalog;

    private ExpressionReferences(int table, SessionContext session) {
        this.table = table;
        this.catalog = session.as(CatalogView.class);
    }

    /// An expression over the columns of one table, as range table entry 1.
    ///
    /// @param table OID, 0 for an expression that reads no table
    public static Expression of(Expr expression, int table, SessionContext session) {
        ExpressionReferences references = new ExpressionReferences(table, session);
        references.visit(expression);
        return Expression.of(NodeTree.write(expression, session), references.found);
    }

    public static Expression of(List<Expr> expressions, int table, SessionContext session) {
        ExpressionReferences references = new ExpressionReferences(table, session);
        expressions.forEach(references::visit);
        return Expression.of(NodeTree.write(expressions, session), references.found);
    }

    public static Expression of(Query query, SessionContext session) {
        ExpressionReferences references = new ExpressionReferences(0, session);
        references.visit(query);
        return Expression.of(NodeTree.write(query, session), references.found);
    }

    public static Expression ofQueries(List<Query> queries, SessionContext session) {
        ExpressionReferences references = new ExpressionReferences(0, session);
        queries.forEach(references::visit);
        return Expression.of(NodeTree.writeQueries(queries, session), references.found);
    }

    private void visit(Expr expression) {
        switch (expression) {
            case null -> {}
            case Expr.Var variable -> variable(variable);
            case Expr.Const constant -> constant(constant);
            case Expr.FunctionCall call -> function(call.function());
            case Expr.OperatorCall call -> operator(call.operator());
            case Expr.DistinctFrom test -> operator(test.operator());
            case Expr.NullIf test -> operator(test.operator());
            case Expr.ScalarArrayOperation operation -> operator(operation.operator());
            case Expr.RowCompare compare -> compare.operators().forEach(this::operator);
            case Expr.AggregateCall call -> {
                function(call.function());
                call.order().forEach(this::clause);
                call.distinct().forEach(this::clause);
            }
            case Expr.WindowCall call -> function(call.function());
            case Expr.NextValue next -> add(ClassOid.RELATION, next.sequence());
            case Expr.SubLink link -> visit(link.query());
            case Expr.RelabelType relabel -> type(relabel.type());
            case Expr.CoerceViaIo coercion -> type(coercion.type());
            case Expr.ArrayCoerce coercion -> type(coercion.type());
            case Expr.CoerceToDomain coercion -> type(coercion.type());
            case Expr.ConvertRowtype conversion -> type(conversion.type());
            case Expr.RowConstructor row -> type(row.type());
            case Expr.FieldSelect field -> type(field.argument().type());
            case Expr.Collate collate -> add(ClassOid.COLLATION, collate.collation());
            default -> {}
        }
        if (expression != null) {
            expression.children().forEach(this::visit);
        }
    }

    private void add(int classOid, int oid) {
        if (oid != 0) {
            found.add(ObjectAddress.of(classOid, oid));
        }
    }

    private void function(int oid) {
        add(ClassOid.FUNCTION, oid);
    }

    private void operator(int oid) {
        add(ClassOid.OPERATOR, oid);
    }

    private void type(int oid) {
        if (oid != Oids.RECORD) {
            add(ClassOid.TYPE, oid);
        }
    }

    private void constant(Expr.Const constant) {
        type(constant.type());
        if (constant.value() instanceof Integer oid) {
            switch (constant.type()) {
                case Oids.REGCLASS -> add(ClassOid.RELATION, oid);
                case Oids.REGPROC, Oids.REGPROCEDURE -> function(oid);
                case Oids.REGOPER, Oids.REGOPERATOR -> operator(oid);
                case Oids.REGTYPE -> add(ClassOid.TYPE, oid);
                case Oids.REGCONFIG -> add(ClassOid.TEXT_SEARCH_CONFIGURATION, oid);
                case Oids.REGDICTIONARY -> add(ClassOid.TEXT_SEARCH_DICTIONARY, oid);
                case Oids.REGNAMESPACE -> add(ClassOid.SCHEMA, oid);
                default -> {}
            }
        }
    }

    private void variable(Expr.Var variable) {
        if (variable.levelsUp()
                == rangeTables.size()) { // Beyond all queries: of the table that the expression belongs to.
            column(table, variable.attribute());
            return;
        }
        List<RangeTableEntry> entries = level(variable.levelsUp());
        switch (entries.get(variable.rangeTableIndex() - 1)) {
            case RangeTableEntry.Relation relation -> column(relation.table(), variable.attribute());
            case RangeTableEntry.Join join
            when variable.attribute() > 0 ->
                joined(join.aliasVariables().get(variable.attribute() - 1), variable.levelsUp());
            case RangeTableEntry.Functions functions
            when variable.attribute() > 0 -> returned(functions, variable.attribute());
            default -> {}
        }
    }

    private List<RangeTableEntry> level(int levelsUp) {
        return rangeTables.stream().skip(levelsUp).findFirst().orElseThrow();
    }

    /// What a join's column stands for is written from the level of the join.
    private void joined(Expr expression, int levelsUp) {
        if (expression instanceof Expr.Var variable) {
            variable(variable.atLevel(variable.levelsUp() + levelsUp));
        } else {
            expression.children().forEach(child -> joined(child, levelsUp));
        }
    }

    /// A column that a function returns as one of a table's rows.
    private void returned(RangeTableEntry.Functions functions, int attribute) {
        int first = 0;
        for (RangeTableEntry.RangeFunction function : functions.functions()) {
            if (attribute <= first + function.columnCount()) {
                TypeDef type = catalog.type(function.call().type());
                if (attribute > first && type != null && type.kind() == 'c') {
                    column(type.relation(), attribute - first);
                }
                return;
            }
            first += function.columnCount();
        }
    }

    private void column(int relation, int attribute) {
        if (relation != 0) {
            found.add(attribute > 0 ? ObjectAddress.column(relation, attribute) : ObjectAddress.relation(relation));
        }
    }

    private void clause(SortGroupClause clause) {
        operator(clause.equalityOperator());
        operator(clause.sortOperator());
    }

    private void visit(Query query) {
        rangeTables.push(query.rangeTable());
        for (RangeTableEntry entry : query.rangeTable()) {
            switch (entry) {
                case RangeTableEntry.Relation relation -> add(ClassOid.RELATION, relation.table());
                case RangeTableEntry.Subquery subquery -> visit(subquery.query());
                case RangeTableEntry.Functions functions ->
                    functions.functions().forEach(function -> visit(function.call()));
                case RangeTableEntry.Values values -> values.rows().forEach(row -> row.forEach(this::visit));
                case RangeTableEntry.Join ignored -> {}
                case RangeTableEntry.CteReference ignored -> {}
                case RangeTableEntry.Result ignored -> {}
            }
        }
        query.commonTables().forEach(common -> visit(common.query()));
        query.targets().forEach(target -> visit(target.expression()));
        query.returning().forEach(target -> visit(target.expression()));
        joins(query.joinTree());
        visit(query.having());
        visit(query.limitCount());
        visit(query.limitOffset());
        query.group().forEach(this::clause);
        query.sort().forEach(this::clause);
        query.distinct().forEach(this::clause);
        query.windows().forEach(window -> {
            window.partition().forEach(this::clause);
            window.order().forEach(this::clause);
            visit(window.frame().startOffset());
            visit(window.frame().endOffset());
        });
        if (query.setOperations() != null) {
            setOperations(query.setOperations());
        }
        rangeTables.pop();
    }

    private void joins(JoinTree tree) {
        switch (tree) {
            case JoinTree.Reference ignored -> {}
            case JoinTree.Join join -> {
                visit(join.condition());
                joins(join.left());
                joins(join.right());
            }
            case JoinTree.From from -> {
                from.items().forEach(this::joins);
                visit(from.where());
            }
        }
    }

    private void setOperations(SetOperationTree tree) {
        if (tree instanceof SetOperationTree.Operation operation) {
            operation.grouping().forEach(this::clause);
            setOperations(operation.left());
            setOperations(operation.right());
        }
    }
}
