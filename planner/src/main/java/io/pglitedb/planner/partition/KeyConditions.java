package io.pglitedb.planner.partition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.partition.KeyCondition.Comparison;
import io.pglitedb.planner.partition.KeyCondition.ValueOrder;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.function.FunctionRegistry;
import java.util.ArrayList;
import java.util.List;

/// Finds out what conditions say about a partition key. Source of the rules: PostgreSQL's
/// match_clause_to_partition_key.
final class KeyConditions {
    private static final KeyCondition UNKNOWN = new KeyCondition.Unknown();
    private static final int COMPARE = 1;
    private static final int EQUAL = 3;

    private final PartitionKey key;
    /// The key's columns over the variables that the conditions are over.
    private final List<Expr> columns;
    private final CatalogView catalog;
    private final SessionContext session;

    KeyConditions(PartitionKey key, List<Expr> columns, CatalogView catalog, SessionContext session) {
        this.key = key;
        this.columns = columns.stream().map(KeyConditions::bare).toList();
        this.catalog = catalog;
        this.session = session;
    }

    KeyCondition all(List<Expr> conditions) {
        return new KeyCondition.And(conditions.stream().map(this::of).toList());
    }

    private KeyCondition of(Expr condition) {
        int flag = columns.indexOf(condition);
        if (flag >= 0 && condition.type() == Oids.BOOL) {
            return isTruth(flag, true);
        }
        return switch (condition) {
            case Expr.BooleanExpr logic -> logic(logic);
            case Expr.NullTest test
            when !test.rowWise() && column(test.argument()) >= 0 ->
                new KeyCondition.IsNull(column(test.argument()), test.isNull());
            case Expr.BooleanTest test when column(test.argument()) >= 0 -> truth(column(test.argument()), test.kind());
            case Expr.OperatorCall call when call.arguments().size() == 2 -> comparison(call);
            case Expr.ScalarArrayOperation operation when operation.any() -> among(operation);
            case Expr.Const constant when !Boolean.TRUE.equals(constant.value()) -> new KeyCondition.Or(List.of());
            default -> UNKNOWN;
        };
    }

    private KeyCondition logic(Expr.BooleanExpr logic) {
        if (logic.kind() == Expr.BooleanKind.NOT) {
            Expr argument = logic.arguments().getFirst();
            int column = columns.indexOf(argument);
            return column >= 0 && argument.type() == Oids.BOOL ? isTruth(column, false) : UNKNOWN;
        }
        List<KeyCondition> parts = logic.arguments().stream().map(this::of).toList();
        return logic.kind() == Expr.BooleanKind.AND ? new KeyCondition.And(parts) : new KeyCondition.Or(parts);
    }

    private KeyCondition isTruth(int column, boolean value) {
        return new KeyCondition.Compare(
                column,
                Comparison.EQUAL,
                new Expr.Const(value, Oids.BOOL, -1, 0, Origin.NONE),
                key.columns().get(column).type()::compare);
    }

    private KeyCondition truth(int column, Expr.BooleanTestKind kind) {
        KeyCondition isNull = new KeyCondition.IsNull(column, true);
        return switch (kind) {
            case IS_TRUE -> isTruth(column, true);
            case IS_FALSE -> isTruth(column, false);
            case IS_NOT_TRUE -> new KeyCondition.Or(List.of(isTruth(column, false), isNull));
            case IS_NOT_FALSE -> new KeyCondition.Or(List.of(isTruth(column, true), isNull));
            case IS_UNKNOWN -> isNull;
            case IS_NOT_UNKNOWN -> new KeyCondition.IsNull(column, false);
        };
    }

    private KeyCondition comparison(Expr.OperatorCall call) {
        Expr left = call.arguments().get(0);
        Expr right = call.arguments().get(1);
        OperatorDef operator = catalog.operator(call.operator());
        if (column(left) >= 0) {
            return comparison(column(left), call.operator(), right, call.inputCollation());
        }
        return column(right) >= 0 && operator != null && operator.commutator() != 0
                ? comparison(column(right), operator.commutator(), left, call.inputCollation())
                : UNKNOWN;
    }

    private KeyCondition comparison(int column, int operator, Expr value, int collation) {
        if (!usable(column, value, collation)) {
            return UNKNOWN;
        }
        Comparison comparison = comparisonOf(column, operator);
        ValueOrder order = comparison == null ? null : order(column, operator);
        return order == null ? UNKNOWN : new KeyCondition.Compare(column, comparison, value, order);
    }

    private KeyCondition among(Expr.ScalarArrayOperation operation) {
        int column = column(operation.scalar());
        if (column < 0
                || !usable(column, operation.array(), operation.inputCollation())
                || comparisonOf(column, operation.operator()) != Comparison.EQUAL) {
            return UNKNOWN;
        }
        ValueOrder order = order(column, operation.operator());
        if (order == null) {
            return UNKNOWN;
        }
        if (operation.array() instanceof Expr.ArrayConstructor array && !array.nested()) {
            List<KeyCondition> arms = new ArrayList<>();
            for (Expr element : array.elements()) {
                arms.add(new KeyCondition.Compare(column, Comparison.EQUAL, element, order));
            }
            return new KeyCondition.Or(arms);
        }
        return new KeyCondition.Among(column, operation.array(), order);
    }

    /// Number of the key column that the expression is; -1 when it is none.
    private int column(Expr expression) {
        return columns.indexOf(bare(expression));
    }

    private static Expr bare(Expr expression) {
        return expression instanceof Expr.RelabelType relabel ? bare(relabel.argument()) : expression;
    }

    /// Whether the value is the same for all rows, and compares as the key does.
    private boolean usable(int column, Expr value, int collation) {
        int own = key.definition().collations().get(column);
        return ExpressionFacts.leaves(value).isEmpty()
                && !ExpressionFacts.isVolatile(value, catalog)
                && (own == 0 || own == collation);
    }

    private OperatorFamilyDef family(int column) {
        return catalog.operatorFamily(key.columns().get(column).operatorClass().family());
    }

    /// Null when the operator is none of the key's operator family.
    private Comparison comparisonOf(int column, int operator) {
        OperatorFamilyDef.Member member = member(column, operator);
        if (member != null) {
            return key.strategy() == 'h' ? Comparison.EQUAL : Comparison.values()[member.strategy() - 1];
        }
        OperatorDef definition = catalog.operator(operator);
        OperatorFamilyDef.Member negated =
                definition == null || definition.negator() == 0 ? null : member(column, definition.negator());
        return key.strategy() == 'l' && negated != null && negated.strategy() == EQUAL ? Comparison.NOT_EQUAL : null;
    }

    private OperatorFamilyDef.Member member(int column, int operator) {
        int family = key.columns().get(column).operatorClass().family();
        for (OperatorFamilyDef.Member member : catalog.familiesOf(operator)) {
            if (member.family() == family && member.purpose() == 's') {
                return member;
            }
        }
        return null;
    }

    /// Null when values of the two types cannot be compared here.
    private ValueOrder order(int column, int operator) {
        PartitionKey.Column compared = key.columns().get(column);
        int own = compared.operatorClass().inputType();
        int other = catalog.operator(operator).rightType();
        if (other == own || other == compared.expression().type()) {
            return compared.type()::compare;
        }
        int function = key.strategy() == 'h' ? 0 : family(column).supportFunction(own, other, COMPARE);
        FunctionImplementation body = function == 0
                ? null
                : FunctionRegistry.standard().find(catalog.function(function).prosrc());
        if (body == null) {
            return null;
        }
        CallContext context = new CallContext(
                session,
                new SqlType[] {SqlType.of(own), SqlType.of(other)},
                SqlType.of(Oids.INT4),
                key.definition().collations().get(column));
        return (left, right) -> (Integer) body.call(context, left, right);
    }
}
