package io.pglitedb.planner.optimizer.selectivity;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.optimizer.expression.ConstantFolding;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.List;

/// Shares of rows that conditions let through, 0 to 1. Conditions on one leaf; those of joins are
/// [JoinSelectivity]'s. Source: PostgreSQL's clause_selectivity and clauselist_selectivity.
public final class Selectivity {
    static final double DEFAULT_EQUAL = 0.005;
    static final double DEFAULT_RANGE = 1.0 / 3;
    static final double DEFAULT_BETWEEN = 0.005;
    static final double DEFAULT_UNKNOWN = 0.005;
    static final double DEFAULT_MATCH = 0.01;
    static final double DEFAULT_PREFIX = 0.1;
    private static final double DEFAULT_FUNCTION = 1.0 / 3;
    private static final double DEFAULT_OTHER = 0.5;
    private static final double LEAST = 1e-10;
    private static final int ELEMENTS = 10;

    private final CatalogView catalog;
    private final FactsSource facts;
    private final PlanningContext context;
    private final ConstantFolding estimating;
    private final EqualSelectivity equal = new EqualSelectivity();
    private final RangeSelectivity range = new RangeSelectivity();
    private final PatternSelectivity pattern;

    public Selectivity(PlanningContext context, FactsSource facts) {
        this.context = context;
        this.catalog = context.catalog();
        this.facts = facts;
        this.estimating = context.estimating();
        this.pattern = new PatternSelectivity(equal, range, context.folding());
    }

    /// Of all of them together: taken to be independent, but for two bounds of one value.
    public double of(List<Expr> conditions) {
        if (conditions.size() == 1) {
            return of(conditions.getFirst());
        }
        double share = 1;
        List<Bound> bounds = new ArrayList<>();
        for (Expr condition : conditions) {
            Bound bound = bound(condition);
            if (bound == null) {
                share *= of(condition);
            } else {
                bounds.add(bound);
            }
        }
        return share * between(bounds);
    }

    /// `variable < constant` and the like.
    ///
    /// @param high whether it is the upper bound
    private record Bound(Expr variable, ColumnFacts facts, boolean high, double share) {}

    private Bound bound(Expr condition) {
        if (!(condition instanceof Expr.OperatorCall call) || call.arguments().size() != 2) {
            return null;
        }
        Comparison comparison = comparison(call.operator(), call.arguments());
        return comparison == null
                        || comparison.facts == null
                        || !(comparison.estimator.startsWith("scalar"))
                        || comparison.value == null
                ? null
                : new Bound(
                        comparison.variable,
                        comparison.facts,
                        comparison.estimator.startsWith("scalarl"),
                        scalar(comparison));
    }

    private static double between(List<Bound> bounds) {
        double share = 1;
        List<Bound> left = new ArrayList<>(bounds);
        while (!left.isEmpty()) {
            Bound first = left.removeLast();
            double low = first.high ? -1 : first.share;
            double high = first.high ? first.share : -1;
            for (int i = left.size() - 1; i >= 0; i--) {
                Bound other = left.get(i);
                if (other.variable.equals(first.variable)) {
                    left.remove(i);
                    if (other.high) {
                        high = high < 0 ? other.share : Math.min(high, other.share);
                    } else {
                        low = low < 0 ? other.share : Math.min(low, other.share);
                    }
                }
            }
            if (low < 0 || high < 0) {
                share *= Math.max(low, high);
            } else if (low == DEFAULT_RANGE || high == DEFAULT_RANGE) {
                share *= DEFAULT_BETWEEN;
            } else {
                double both = low + high - 1 + first.facts.nullShare();
                share *= both > 0 ? both : both < -0.01 ? DEFAULT_BETWEEN : LEAST;
            }
        }
        return share;
    }

    public double of(Expr condition) {
        return Math.clamp(share(condition), 0, 1);
    }

    private double share(Expr condition) {
        return switch (condition) {
            case Expr.Const constant -> Boolean.TRUE.equals(constant.value()) ? 1 : 0;
            case Expr.OperatorCall call -> operator(call.operator(), call.arguments());
            case Expr.ScalarArrayOperation operation -> array(operation);
            case Expr.BooleanExpr logic -> logic(logic);
            case Expr.NullTest test when !test.rowWise() -> isNull(test);
            case Expr.BooleanTest test -> booleanTest(test);
            case Expr.DistinctFrom distinct ->
                1 - operator(distinct.operator(), List.of(distinct.left(), distinct.right()));
            case Expr.FunctionCall call when call.type() == Expr.BOOL -> DEFAULT_FUNCTION;
            case Expr.RelabelType relabel -> of(relabel.argument());
            default -> {
                ColumnFacts column = condition.type() == Expr.BOOL ? facts.of(condition) : null;
                yield column == null ? DEFAULT_OTHER : equal.toConstant(column, true);
            }
        };
    }

    private double logic(Expr.BooleanExpr logic) {
        return switch (logic.kind()) {
            case NOT -> 1 - of(logic.arguments().getFirst());
            case AND -> of(logic.arguments());
            case OR -> {
                double either = 0;
                for (Expr argument : logic.arguments()) {
                    double one = of(argument);
                    either = either + one - either * one;
                }
                yield either;
            }
        };
    }

    private double isNull(Expr.NullTest test) {
        ColumnFacts column = facts.of(test.argument());
        double nulls = column == null || !column.analyzed() ? DEFAULT_UNKNOWN : column.nullShare();
        return test.isNull() ? nulls : 1 - nulls;
    }

    private double booleanTest(Expr.BooleanTest test) {
        ColumnFacts column = facts.of(test.argument());
        boolean known = column != null && column.analyzed();
        double nulls = known ? column.nullShare() : DEFAULT_UNKNOWN;
        double isTrue = known ? equal.toConstant(column, true) : of(test.argument());
        return switch (test.kind()) {
            case IS_UNKNOWN -> nulls;
            case IS_NOT_UNKNOWN -> 1 - nulls;
            case IS_TRUE -> isTrue;
            case IS_NOT_TRUE -> 1 - isTrue;
            case IS_FALSE -> known ? 1 - isTrue - nulls : 1 - isTrue;
            case IS_NOT_FALSE -> known ? isTrue + nulls : isTrue;
        };
    }

    /// A comparison with the variable on the left.
    ///
    /// @param facts null when it is of more than one leaf
    /// @param value null when it is not known
    /// @param isNull whether it is known to be NULL
    record Comparison(
            String estimator,
            int operator,
            Expr variable,
            ColumnFacts facts,
            Expr other,
            Object value,
            boolean isNull) {}

    private Comparison comparison(int operator, List<Expr> arguments) {
        OperatorDef definition = catalog.operator(operator);
        if (definition == null) {
            return null;
        }
        ColumnFacts left = facts.of(arguments.get(0));
        if (left != null) {
            return comparison(definition, arguments.get(0), left, arguments.get(1));
        }
        ColumnFacts right = facts.of(arguments.get(1));
        OperatorDef commuted = definition.commutator() == 0 ? null : catalog.operator(definition.commutator());
        return right == null || commuted == null
                ? null
                : comparison(commuted, arguments.get(1), right, arguments.get(0));
    }

    private Comparison comparison(OperatorDef operator, Expr variable, ColumnFacts column, Expr other) {
        Expr known = estimate(other);
        boolean isConstant = known instanceof Expr.Const;
        Object constant = isConstant ? ((Expr.Const) known).value() : null;
        Object value = constant == null || column.type() == null
                ? constant
                : Values.converted(constant, known.type(), column.type().oid());
        return new Comparison(
                estimator(operator),
                operator.oid(),
                FactsSource.withoutRelabel(variable),
                column,
                other,
                value,
                isConstant && constant == null);
    }

    private String estimator(OperatorDef operator) {
        FunctionDef function =
                operator.restrictionEstimator() == 0 ? null : catalog.function(operator.restrictionEstimator());
        return function == null ? "" : function.name();
    }

    /// Values of parameters that are known and of stable functions count here.
    private Expr estimate(Expr expression) {
        if (expression instanceof Expr.Const) {
            return expression;
        }
        if (expression instanceof Expr.Param parameter) {
            return context.peek(parameter);
        }
        return expression instanceof Expr.SubPlan || expression.children().isEmpty()
                ? expression
                : estimating.fold(expression.mapChildren(this::estimate));
    }

    private double operator(int operator, List<Expr> arguments) {
        if (arguments.size() != 2) {
            return DEFAULT_OTHER;
        }
        Comparison comparison = comparison(operator, arguments);
        if (comparison == null) {
            OperatorDef definition = catalog.operator(operator);
            return definition == null ? DEFAULT_OTHER : standard(estimator(definition));
        }
        return share(comparison);
    }

    private double share(Comparison comparison) {
        if (comparison.isNull) {
            return 0;
        }
        return switch (comparison.estimator) {
            case "eqsel" -> equals(comparison);
            case "neqsel" -> 1 - equals(comparison) - comparison.facts.nullShare();
            case "scalarltsel", "scalarlesel", "scalargtsel", "scalargesel" -> scalar(comparison);
            case "likesel", "regexeqsel", "iclikesel", "icregexeqsel", "prefixsel" ->
                pattern.of(comparison, catalog.operator(comparison.operator));
            case "nlikesel", "nregexeqsel", "icnlikesel", "icregexnesel", "regexnesel" ->
                1
                        - pattern.of(
                                comparison,
                                catalog.operator(
                                        catalog.operator(comparison.operator).negator()))
                        - comparison.facts.nullShare();
            default -> standard(comparison.estimator);
        };
    }

    private double equals(Comparison comparison) {
        return comparison.value == null
                ? equal.toUnknown(comparison.facts)
                : equal.toConstant(comparison.facts, comparison.value);
    }

    private double scalar(Comparison comparison) {
        boolean inclusive = comparison.estimator.equals("scalarlesel") || comparison.estimator.equals("scalargesel");
        boolean above = comparison.estimator.startsWith("scalarg");
        return comparison.value == null
                ? DEFAULT_RANGE
                : range.of(comparison.facts, comparison.value, above, inclusive);
    }

    private static double standard(String estimator) {
        return switch (estimator) {
            case "eqsel" -> DEFAULT_EQUAL;
            case "neqsel" -> 1 - DEFAULT_EQUAL;
            case "scalarltsel", "scalarlesel", "scalargtsel", "scalargesel" -> DEFAULT_RANGE;
            case "likesel", "regexeqsel", "iclikesel", "icregexeqsel", "prefixsel" -> DEFAULT_EQUAL;
            case "nlikesel", "nregexeqsel", "icnlikesel", "icregexnesel", "regexnesel" -> 1 - DEFAULT_EQUAL;
            case "contsel", "arraycontsel" -> 0.001;
            case "areasel" -> 0.005;
            case "positionsel" -> 0.1;
            case "rangesel", "multirangesel" -> 0.01;
            case "tsmatchsel", "networksel", "matchingsel" -> DEFAULT_MATCH;
            default -> DEFAULT_OTHER;
        };
    }

    private double array(Expr.ScalarArrayOperation operation) {
        Expr known = estimate(operation.array());
        List<Expr> elements = elements(known);
        OperatorDef operator = catalog.operator(operation.operator());
        boolean exclusive = operation.any()
                        && operator != null
                        && estimator(operator).equals("eqsel")
                || !operation.any() && operator != null && estimator(operator).equals("neqsel");
        double either = operation.any() ? 0 : 1;
        double sum = operation.any() ? 0 : 1;
        if (elements == null) {
            double one = operator(operation.operator(), List.of(operation.scalar(), operation.array()));
            for (int i = 0; i < ELEMENTS; i++) {
                either = operation.any() ? either + one - either * one : either * one;
            }
            return either;
        }
        for (Expr element : elements) {
            double one = operator(operation.operator(), List.of(operation.scalar(), element));
            if (operation.any()) {
                either = either + one - either * one;
                sum += one;
            } else {
                either *= one;
                sum += one - 1;
            }
        }
        return exclusive && sum >= 0 && sum <= 1 ? sum : either;
    }

    /// Null when they are not known.
    private static List<Expr> elements(Expr array) {
        return switch (array) {
            case Expr.ArrayConstructor constructor -> constructor.elements();
            case Expr.Const constant
            when constant.value() instanceof PgArray values -> {
                List<Expr> elements = new ArrayList<>();
                for (Object value : values.elements()) {
                    elements.add(new Expr.Const(value, values.elementType(), -1, 0, constant.origin()));
                }
                yield elements;
            }
            case Expr.Const _ -> List.of();
            default -> null;
        };
    }
}
