package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.Alias;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.BooleanConst;
import io.pglitedb.planner.ast.AstExpr.CurrentOf;
import io.pglitedb.planner.ast.AstExpr.IndirectionElement;
import io.pglitedb.planner.ast.AstExpr.MultiAssignRef;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.DeleteStmt;
import io.pglitedb.planner.ast.FromItem;
import io.pglitedb.planner.ast.IndexElement;
import io.pglitedb.planner.ast.InsertStmt;
import io.pglitedb.planner.ast.InsertStmt.InferClause;
import io.pglitedb.planner.ast.InsertStmt.OnConflict;
import io.pglitedb.planner.ast.InsertStmt.Overriding;
import io.pglitedb.planner.ast.MergeStmt;
import io.pglitedb.planner.ast.MergeStmt.WhenClause;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.ResTarget;
import io.pglitedb.planner.ast.SelectStmt;
import io.pglitedb.planner.ast.SortBy;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.UpdateStmt;
import io.pglitedb.planner.ast.WithClause;
import io.pglitedb.planner.ast.WithClause.CommonTable;
import io.pglitedb.planner.ast.WithClause.CycleClause;
import io.pglitedb.planner.ast.WithClause.Materialize;
import io.pglitedb.planner.ast.WithClause.SearchClause;
import java.util.ArrayList;
import java.util.List;

/// INSERT, UPDATE, DELETE, MERGE, and the WITH clause that they share with queries.
final class ModificationParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    ModificationParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /// A statement that may stand in a WITH clause: a query or a modification.
    Statement preparable() {
        WithClause with = tokens.at("with") ? withClause() : null;
        if (tokens.at("insert")) {
            return insert(with);
        }
        if (tokens.at("update")) {
            return update(with);
        }
        if (tokens.at("delete")) {
            return delete(with);
        }
        if (tokens.at("merge")) {
            return merge(with);
        }
        return grammar.selects.query(with);
    }

    WithClause withClause() {
        int location = tokens.location();
        tokens.expect("with");
        boolean recursive = TokenStream.isColumnName(tokens.peek(1)) && tokens.accept("recursive");
        List<CommonTable> tables = new ArrayList<>();
        do {
            tables.add(commonTable());
        } while (tokens.accept(","));
        return new WithClause(recursive, List.copyOf(tables), location);
    }

    private CommonTable commonTable() {
        int location = tokens.location();
        String name = tokens.columnName();
        List<String> columns = tokens.at("(") ? grammar.names.parenthesizedColumns() : List.of();
        tokens.expect("as");
        Materialize materialize = Materialize.DEFAULT;
        if (tokens.accept("materialized")) {
            materialize = Materialize.ALWAYS;
        } else if (tokens.accept("not", "materialized")) {
            materialize = Materialize.NEVER;
        }
        tokens.expect("(");
        Statement query = preparable();
        tokens.expect(")");
        return new CommonTable(name, columns, materialize, query, search(), cycle(), location);
    }

    private SearchClause search() {
        int location = tokens.location();
        if (!tokens.accept("search")) {
            return null;
        }
        boolean breadth = tokens.accept("breadth");
        if (!breadth) {
            tokens.expect("depth");
        }
        tokens.expect("first");
        tokens.expect("by");
        List<String> columns = grammar.names.columnList();
        tokens.expect("set");
        return new SearchClause(columns, breadth, tokens.columnName(), location);
    }

    private CycleClause cycle() {
        int location = tokens.location();
        if (!tokens.accept("cycle")) {
            return null;
        }
        List<String> columns = grammar.names.columnList();
        tokens.expect("set");
        String mark = tokens.columnName();
        AstExpr value = new BooleanConst(true, -1);
        AstExpr otherwise = new BooleanConst(false, -1);
        if (tokens.accept("to")) {
            value = grammar.primaries.primary();
            tokens.expect("default");
            otherwise = grammar.primaries.primary();
        }
        tokens.expect("using");
        return new CycleClause(columns, mark, value, otherwise, tokens.columnName(), location);
    }

    private InsertStmt insert(WithClause with) {
        tokens.expect("insert");
        tokens.expect("into");
        RangeVar relation = grammar.names.qualifiedName();
        if (tokens.accept("as")) {
            relation = relation.withAlias(new Alias(tokens.columnName(), List.of()));
        }
        List<ResTarget> columns = List.of();
        SelectStmt source = null;
        Overriding overriding = Overriding.NONE;
        if (!tokens.accept("default", "values")) {
            if (tokens.at("(")
                    && !grammar.selects.mayStartHere()
                    && !tokens.peek(1).is("(")) {
                tokens.next();
                columns = insertColumns();
                tokens.expect(")");
            }
            overriding = overriding();
            source = grammar.selects.query();
        }
        OnConflict onConflict = tokens.at("on") ? onConflict() : null;
        return new InsertStmt(relation, columns, source, onConflict, returning(), with, overriding);
    }

    private Overriding overriding() {
        if (!tokens.accept("overriding")) {
            return Overriding.NONE;
        }
        Overriding kind = Overriding.SYSTEM;
        if (tokens.accept("user")) {
            kind = Overriding.USER;
        } else {
            tokens.expect("system");
        }
        tokens.expect("value");
        return kind;
    }

    private List<ResTarget> insertColumns() {
        List<ResTarget> columns = new ArrayList<>();
        do {
            int location = tokens.location();
            String name = tokens.columnName();
            List<IndirectionElement> indirection = grammar.names.indirection();
            columns.add(new ResTarget(name, indirection, null, location));
        } while (tokens.accept(","));
        return List.copyOf(columns);
    }

    private OnConflict onConflict() {
        int location = tokens.location();
        tokens.expect("on");
        tokens.expect("conflict");
        InferClause infer = infer();
        tokens.expect("do");
        if (tokens.accept("nothing")) {
            return new OnConflict(false, infer, List.of(), null, location);
        }
        tokens.expect("update");
        tokens.expect("set");
        List<ResTarget> set = setClauses();
        AstExpr where = tokens.accept("where") ? grammar.expressions.expression() : null;
        return new OnConflict(true, infer, set, where, location);
    }

    private InferClause infer() {
        int location = tokens.location();
        if (tokens.accept("on")) {
            tokens.expect("constraint");
            return new InferClause(List.of(), null, tokens.columnName(), location);
        }
        if (!tokens.accept("(")) {
            return null;
        }
        List<IndexElement> elements = new ArrayList<>();
        do {
            elements.add(indexElement());
        } while (tokens.accept(","));
        tokens.expect(")");
        AstExpr where = tokens.accept("where") ? grammar.expressions.expression() : null;
        return new InferClause(List.copyOf(elements), where, null, location);
    }

    /// index_elem
    IndexElement indexElement() {
        String column = null;
        AstExpr expression = null;
        if (tokens.accept("(")) {
            expression = grammar.expressions.expression();
            tokens.expect(")");
        } else {
            expression = grammar.from.callOrNull();
            column = expression == null ? tokens.columnName() : null;
        }
        List<String> collation = tokens.accept("collate") ? grammar.names.anyName() : List.of();
        List<String> operatorClass = tokens.atColumnName() && !atNullsOrder() ? grammar.names.anyName() : List.of();
        List<DefElem> operatorClassOptions =
                !operatorClass.isEmpty() && tokens.at("(") ? grammar.definitions.storage() : List.of();
        SortBy.Direction direction = SortBy.Direction.DEFAULT;
        if (tokens.accept("asc")) {
            direction = SortBy.Direction.ASC;
        } else if (tokens.accept("desc")) {
            direction = SortBy.Direction.DESC;
        }
        SortBy.Nulls nulls = SortBy.Nulls.DEFAULT;
        if (tokens.acceptMerged("nulls", "first")) {
            nulls = SortBy.Nulls.FIRST;
        } else if (tokens.acceptMerged("nulls", "last")) {
            nulls = SortBy.Nulls.LAST;
        }
        return new IndexElement(column, expression, collation, operatorClass, operatorClassOptions, direction, nulls);
    }

    private boolean atNullsOrder() {
        return tokens.atMerged("nulls", "first") || tokens.atMerged("nulls", "last");
    }

    private List<ResTarget> returning() {
        return tokens.accept("returning") ? grammar.selects.targetList() : List.of();
    }

    private RangeVar target() {
        RangeVar relation = grammar.names.relation();
        if (tokens.accept("as")) {
            return relation.withAlias(new Alias(tokens.columnName(), List.of()));
        }
        // SET is unreserved: `UPDATE t SET …` names no alias.
        if (tokens.atColumnName() && !tokens.at("set")) {
            return relation.withAlias(new Alias(tokens.columnName(), List.of()));
        }
        return relation;
    }

    private UpdateStmt update(WithClause with) {
        tokens.expect("update");
        RangeVar relation = target();
        tokens.expect("set");
        List<ResTarget> set = setClauses();
        List<FromItem> from = tokens.accept("from") ? grammar.from.fromList() : List.of();
        AstExpr where = whereOrCurrentOf();
        return new UpdateStmt(relation, set, where, from, returning(), with);
    }

    private DeleteStmt delete(WithClause with) {
        tokens.expect("delete");
        tokens.expect("from");
        RangeVar relation = target();
        List<FromItem> using = tokens.accept("using") ? grammar.from.fromList() : List.of();
        AstExpr where = whereOrCurrentOf();
        return new DeleteStmt(relation, using, where, returning(), with);
    }

    private AstExpr whereOrCurrentOf() {
        if (!tokens.accept("where")) {
            return null;
        }
        int location = tokens.location();
        if (tokens.accept("current", "of")) {
            return new CurrentOf(tokens.columnName(), location);
        }
        return grammar.expressions.expression();
    }

    List<ResTarget> setClauses() {
        List<ResTarget> targets = new ArrayList<>();
        do {
            if (tokens.at("(")) {
                multiAssignment(targets);
            } else {
                ResTarget column = setTarget();
                tokens.expect("=");
                AstExpr value = grammar.expressions.expression();
                targets.add(new ResTarget(column.name(), column.indirection(), value, column.location()));
            }
        } while (tokens.accept(","));
        return List.copyOf(targets);
    }

    private ResTarget setTarget() {
        int location = tokens.location();
        String name = tokens.columnName();
        return new ResTarget(name, grammar.names.indirection(), null, location);
    }

    /// `(a, b) = (1, 2)`, `= ROW(…)` or `= (SELECT …)`
    private void multiAssignment(List<ResTarget> targets) {
        tokens.expect("(");
        List<ResTarget> columns = new ArrayList<>();
        do {
            columns.add(setTarget());
        } while (tokens.accept(","));
        tokens.expect(")");
        tokens.expect("=");
        AstExpr source = grammar.expressions.expression();
        for (int i = 0; i < columns.size(); i++) {
            ResTarget column = columns.get(i);
            AstExpr value = new MultiAssignRef(source, i + 1, columns.size());
            targets.add(new ResTarget(column.name(), column.indirection(), value, column.location()));
        }
    }

    private MergeStmt merge(WithClause with) {
        tokens.expect("merge");
        tokens.expect("into");
        RangeVar relation = target();
        tokens.expect("using");
        FromItem source = grammar.from.item();
        tokens.expect("on");
        AstExpr condition = grammar.expressions.expression();
        List<WhenClause> clauses = new ArrayList<>();
        do {
            clauses.add(whenClause());
        } while (tokens.at("when"));
        return new MergeStmt(relation, source, condition, List.copyOf(clauses), with);
    }

    private WhenClause whenClause() {
        tokens.expect("when");
        boolean matched = !tokens.accept("not");
        tokens.expect("matched");
        AstExpr condition = tokens.accept("and") ? grammar.expressions.expression() : null;
        tokens.expect("then");
        if (tokens.accept("do", "nothing")) {
            return new WhenClause(
                    matched, condition, MergeStmt.Action.DO_NOTHING, Overriding.NONE, List.of(), List.of());
        }
        if (!matched) {
            return mergeInsert(condition);
        }
        if (tokens.accept("delete")) {
            return new WhenClause(true, condition, MergeStmt.Action.DELETE, Overriding.NONE, List.of(), List.of());
        }
        tokens.expect("update");
        tokens.expect("set");
        return new WhenClause(true, condition, MergeStmt.Action.UPDATE, Overriding.NONE, setClauses(), List.of());
    }

    private WhenClause mergeInsert(AstExpr condition) {
        tokens.expect("insert");
        List<ResTarget> columns = List.of();
        List<AstExpr> values = List.of();
        Overriding overriding = Overriding.NONE;
        if (!tokens.accept("default", "values")) {
            if (tokens.accept("(")) {
                columns = insertColumns();
                tokens.expect(")");
            }
            overriding = overriding();
            tokens.expect("values");
            tokens.expect("(");
            values = grammar.expressions.expressionList();
            tokens.expect(")");
        }
        return new WhenClause(false, condition, MergeStmt.Action.INSERT, overriding, columns, values);
    }
}
