package io.pglitedb.types.json.path;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.json.JsonbFunctions;
import io.pglitedb.types.json.path.JsonPath.Node;
import io.pglitedb.types.json.path.JsonPath.Step;
import io.pglitedb.types.numeric.NumericArithmetic;
import io.pglitedb.types.regex.Regex;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Evaluates one path on one document; results are pushed in order, so that a consumer may stop early. In lax
/// mode
/// arrays are unwrapped where an object is wanted, scalars wrapped where an array is, and what is missing is
/// ignored.
final class PathEvaluator {
    private static final List<Utf8> PAIR_KEYS = List.of(Utf8.of("id"), Utf8.of("key"), Utf8.of("value"));

    private final JsonPath path;
    private final Jsonb root;
    private final Jsonb.Obj variables;
    private final boolean lax;
    private final PathDateTimes dateTimes;
    private PathDocument base;
    private int generatedDocuments;
    private boolean ignoreMissing;
    private Jsonb current;
    private int arraySize = -1;

    /// Null stands for unknown in results of predicates.
    ///
    /// @param zone null when times without a zone must not be compared with those that have one
    PathEvaluator(JsonPath path, Jsonb root, Jsonb.Obj variables, ZoneId zone) {
        this.dateTimes = new PathDateTimes(zone);
        this.base = new PathDocument(root, 0);
        this.generatedDocuments = variables == null ? 1 : 2;
        this.path = path;
        this.root = root;
        this.current = root;
        this.variables = variables;
        this.lax = !path.strict();
        this.ignoreMissing = lax;
    }

    void run(Consumer<Jsonb> sink) {
        evaluate(path.root(), sink);
    }

    private void evaluate(Node node, Consumer<Jsonb> sink) {
        switch (node) {
            case JsonPath.Root _ -> inDocument(new PathDocument(root, 0), root, sink);
            case JsonPath.Current _ -> sink.accept(current);
            case JsonPath.Last _ -> sink.accept(Jsonb.Num.of(arraySize - 1));
            case JsonPath.Variable(Utf8 name) -> inDocument(new PathDocument(variables, 1), variable(name), sink);
            case JsonPath.Literal(Jsonb value) -> sink.accept(value);
            case JsonPath.Chain(Node head, List<Step> steps) -> evaluate(head, item -> walk(item, steps, 0, lax, sink));
            case JsonPath.Arithmetic arithmetic -> sink.accept(arithmetic(arithmetic));
            case JsonPath.Unary(char operator, Node operand) -> {
                for (Jsonb item : unwrapped(operand)) {
                    if (!(item instanceof Jsonb.Num(BigDecimal number))) {
                        throw error(
                                SqlState.SQL_JSON_NUMBER_NOT_FOUND,
                                "operand of unary jsonpath operator %s is not a numeric value".formatted(operator));
                    }
                    sink.accept(operator == '-' ? new Jsonb.Num(number.negate()) : item);
                }
            }
            case JsonPath.Predicate predicate -> {
                Boolean truth = test(predicate);
                sink.accept(truth == null ? Jsonb.Null.NULL : Jsonb.Bool.of(truth));
            }
        }
    }

    private void inDocument(PathDocument document, Jsonb item, Consumer<Jsonb> sink) {
        PathDocument outer = base;
        base = document;
        try {
            sink.accept(item);
        } finally {
            base = outer;
        }
    }

    private Jsonb variable(Utf8 name) {
        Jsonb value = variables == null ? null : variables.get(name);
        if (value == null) {
            throw new PgException(SqlState.UNDEFINED_OBJECT, "could not find jsonpath variable \"%s\"".formatted(name));
        }
        return value;
    }

    private List<Jsonb> unwrapped(Node node) {
        List<Jsonb> items = new ArrayList<>();
        evaluate(node, item -> {
            if (lax && item instanceof Jsonb.Arr(List<Jsonb> elements)) {
                items.addAll(elements);
            } else {
                items.add(item);
            }
        });
        return items;
    }

    static PathError error(SqlState state, String message) {
        return new PathError(new PgException(state, message));
    }

    /// @param unwrap whether an array stands for its elements here; not again for the elements themselves
    private void walk(Jsonb item, List<Step> steps, int index, boolean unwrap, Consumer<Jsonb> sink) {
        if (index == steps.size()) {
            sink.accept(item);
            return;
        }
        Consumer<Jsonb> next = result -> walk(result, steps, index + 1, lax, sink);
        Step step = steps.get(index);
        boolean unwraps = step instanceof JsonPath.Member
                || step instanceof JsonPath.AnyMember
                || step instanceof JsonPath.Filter
                || step instanceof JsonPath.Method(String name, var _) && !name.equals("type") && !name.equals("size");
        if (unwrap && unwraps && item instanceof Jsonb.Arr(List<Jsonb> elements)) {
            elements.forEach(each -> walk(each, steps, index, false, sink));
            return;
        }
        switch (step) {
            case JsonPath.Member(Utf8 key) -> member(item, key, next);
            case JsonPath.AnyMember _ -> {
                if (item instanceof Jsonb.Obj object) {
                    object.values().forEach(next);
                } else if (!ignoreMissing) {
                    throw error(
                            SqlState.SQL_JSON_OBJECT_NOT_FOUND,
                            "jsonpath wildcard member accessor can only be applied to an object");
                }
            }
            case JsonPath.AnyElement _ -> {
                if (item instanceof Jsonb.Arr(List<Jsonb> elements)) {
                    elements.forEach(next);
                } else if (lax) {
                    next.accept(item);
                } else if (!ignoreMissing) {
                    throw error(
                            SqlState.SQL_JSON_ARRAY_NOT_FOUND,
                            "jsonpath wildcard array accessor can only be applied to an array");
                }
            }
            case JsonPath.Elements(List<JsonPath.Range> ranges) -> elements(item, ranges, next);
            case JsonPath.Descendants(int first, int last) -> {
                Consumer<Jsonb> lenient = result -> leniently(() -> next.accept(result));
                if (first == 0) {
                    lenient.accept(item);
                }
                if (last > 0) {
                    descend(item, 1, first, last, lenient);
                }
            }
            case JsonPath.Filter(Node predicate) -> {
                Jsonb outer = current;
                current = item;
                Boolean truth;
                try {
                    truth = test(predicate);
                } finally {
                    current = outer;
                }
                if (Boolean.TRUE.equals(truth)) {
                    next.accept(item);
                }
            }
            case JsonPath.Method(String name, Utf8 argument) -> {
                switch (name) {
                    case "keyvalue" -> keyValues(item, next);
                    case "datetime" -> next.accept(dateTimes.make(item, argument));
                    default -> next.accept(method(item, name));
                }
            }
        }
    }

    /// Each result is a document of its own to the keyvalue() behind it.
    private void keyValues(Jsonb item, Consumer<Jsonb> next) {
        if (!(item instanceof Jsonb.Obj object)) {
            throw error(
                    SqlState.SQL_JSON_OBJECT_NOT_FOUND,
                    "jsonpath item method .keyvalue() can only be applied to an object");
        }
        if (object.keys().isEmpty()) {
            return;
        }
        Jsonb.Num id = Jsonb.Num.of(base.idOf(item));
        PathDocument outer = base;
        for (int i = 0; i < object.keys().size(); i++) {
            Jsonb.Obj pair = new Jsonb.Obj(
                    PAIR_KEYS,
                    List.of(
                            id,
                            new Jsonb.Str(object.keys().get(i)),
                            object.values().get(i)));
            base = new PathDocument(pair, generatedDocuments++);
            try {
                next.accept(pair);
            } finally {
                base = outer;
            }
        }
    }

    private void leniently(Runnable action) {
        boolean outer = ignoreMissing;
        ignoreMissing = true;
        try {
            action.run();
        } finally {
            ignoreMissing = outer;
        }
    }

    private void member(Jsonb item, Utf8 key, Consumer<Jsonb> next) {
        if (item instanceof Jsonb.Obj object) {
            Jsonb value = object.get(key);
            if (value != null) {
                next.accept(value);
            } else if (!ignoreMissing) {
                throw error(
                        SqlState.SQL_JSON_MEMBER_NOT_FOUND, "JSON object does not contain key \"%s\"".formatted(key));
            }
        } else if (!ignoreMissing) {
            throw error(
                    SqlState.SQL_JSON_MEMBER_NOT_FOUND, "jsonpath member accessor can only be applied to an object");
        }
    }

    private void elements(Jsonb item, List<JsonPath.Range> ranges, Consumer<Jsonb> next) {
        if (!(item instanceof Jsonb.Arr) && !lax) {
            if (ignoreMissing) {
                return;
            }
            throw error(SqlState.SQL_JSON_ARRAY_NOT_FOUND, "jsonpath array accessor can only be applied to an array");
        }
        List<Jsonb> elements = item instanceof Jsonb.Arr(List<Jsonb> inside) ? inside : List.of(item);
        for (JsonPath.Range range : ranges) {
            int from = subscript(range.from(), elements.size());
            int to = range.to() == null ? from : subscript(range.to(), elements.size());
            if (!ignoreMissing && (from < 0 || from > to || to >= elements.size())) {
                throw error(SqlState.INVALID_SQL_JSON_SUBSCRIPT, "jsonpath array subscript is out of bounds");
            }
            for (int i = Math.max(from, 0); i <= Math.min(to, elements.size() - 1); i++) {
                next.accept(elements.get(i));
            }
        }
    }

    private int subscript(Node node, int size) {
        int outer = arraySize;
        arraySize = size;
        List<Jsonb> found = new ArrayList<>();
        try {
            evaluate(node, found::add);
        } finally {
            arraySize = outer;
        }
        if (found.size() != 1 || !(found.getFirst() instanceof Jsonb.Num(BigDecimal number))) {
            throw error(SqlState.INVALID_SQL_JSON_SUBSCRIPT, "jsonpath array subscript is not a single numeric value");
        }
        BigDecimal whole = number.setScale(0, RoundingMode.DOWN);
        if (whole.compareTo(BigDecimal.valueOf(whole.intValue())) != 0) {
            throw error(SqlState.INVALID_SQL_JSON_SUBSCRIPT, "jsonpath array subscript is out of integer range");
        }
        return whole.intValue();
    }

    private static void descend(Jsonb item, int level, int first, int last, Consumer<Jsonb> sink) {
        List<Jsonb> children = switch (item) {
            case Jsonb.Arr(List<Jsonb> elements) -> elements;
            case Jsonb.Obj object -> object.values();
            default -> List.of();
        };
        boolean leavesOnly = first == JsonPath.Descendants.LAST;
        for (Jsonb child : children) {
            if (level >= first || leavesOnly && child.isScalar()) {
                sink.accept(child);
            }
            if (level < last && !child.isScalar()) {
                descend(child, level + 1, first, last, sink);
            }
        }
    }

    private Jsonb method(Jsonb item, String name) {
        switch (name) {
            case "type" -> {
                return new Jsonb.Str(
                        dateTimes.isKnown(item) ? Utf8.of(dateTimes.typeName(item)) : JsonbFunctions.typeName(item));
            }
            case "size" -> {
                if (item instanceof Jsonb.Arr(List<Jsonb> elements)) {
                    return Jsonb.Num.of(elements.size());
                }
                if (!lax && !ignoreMissing) {
                    throw error(
                            SqlState.SQL_JSON_ARRAY_NOT_FOUND,
                            "jsonpath item method .size() can only be applied to an array");
                }
                return Jsonb.Num.of(1);
            }
            case "double" -> {
                return PathNumbers.toDouble(item);
            }
            case "abs", "floor", "ceiling" -> {
                return PathNumbers.rounded(item, name);
            }
            default -> throw PgException.notSupported("jsonpath item method ." + name + "()");
        }
    }

    private Jsonb arithmetic(JsonPath.Arithmetic node) {
        Numeric left = operand("left", node.operator(), unwrapped(node.left()));
        Numeric right = operand("right", node.operator(), unwrapped(node.right()));
        try {
            BigDecimal a = left.decimal();
            BigDecimal b = right.decimal();
            return new Jsonb.Num(
                    switch (node.operator()) {
                        case '+' -> a.add(b);
                        case '-' -> a.subtract(b);
                        case '*' -> a.multiply(b);
                        case '/' -> NumericArithmetic.divide(left, right).decimal();
                        default -> NumericArithmetic.remainder(left, right).decimal();
                    });
        } catch (PgException e) {
            throw new PathError(e);
        }
    }

    private static Numeric operand(String side, char operator, List<Jsonb> items) {
        if (items.size() == 1 && items.getFirst() instanceof Jsonb.Num(BigDecimal number)) {
            return Numeric.of(number);
        }
        throw error(
                SqlState.SINGLETON_SQL_JSON_ITEM_REQUIRED,
                "%s operand of jsonpath operator %s is not a single numeric value".formatted(side, operator));
    }

    /// Null is unknown.
    private Boolean test(Node node) {
        return switch (node) {
            case JsonPath.And(Node left, Node right) -> {
                Boolean a = test(left);
                if (Boolean.FALSE.equals(a)) {
                    yield false;
                }
                Boolean b = test(right);
                yield Boolean.TRUE.equals(b) ? a : b;
            }
            case JsonPath.Or(Node left, Node right) -> {
                Boolean a = test(left);
                if (Boolean.TRUE.equals(a)) {
                    yield true;
                }
                Boolean b = test(right);
                yield Boolean.FALSE.equals(b) ? a : b;
            }
            case JsonPath.Not(Node operand) -> {
                Boolean truth = test(operand);
                yield truth == null ? null : !truth;
            }
            case JsonPath.IsUnknown(Node operand) -> test(operand) == null;
            case JsonPath.Exists(Node operand) -> exists(operand);
            case JsonPath.Comparison(String operator, Node left, Node right) ->
                anyPair(left, right, true, (a, b) -> compare(operator, a, b));
            case JsonPath.StartsWith(Node left, Node right) -> anyPair(left, right, false, PathEvaluator::startsWith);
            case JsonPath.LikeRegex(Node left, Utf8 pattern, String flags) ->
                anyPair(left, new JsonPath.Literal(Jsonb.Null.NULL), false, likeRegex(pattern, flags));
            default -> throw new IllegalStateException("not a predicate: " + node);
        };
    }

    private Boolean exists(Node operand) {
        try {
            return yieldsAny(operand);
        } catch (PathError _) {
            return null;
        }
    }

    /// Whether the path has a result.
    boolean yieldsAny() {
        return yieldsAny(path.root());
    }

    /// In lax mode the first result is enough; operands of a unary operator that are no numbers are then no
    /// error.
    private boolean yieldsAny(Node node) {
        if (lax && node instanceof JsonPath.Unary(char _, Node operand)) {
            return unwrapped(operand).stream().anyMatch(Jsonb.Num.class::isInstance);
        }
        boolean[] found = {false};
        try {
            evaluate(node, item -> {
                found[0] = true;
                if (lax) {
                    throw Found.FOUND;
                }
            });
        } catch (Found _) {
            return true;
        }
        return found[0];
    }

    private static PairTest likeRegex(Utf8 pattern, String flags) {
        Regex regex = PathParser.regex(pattern.toString(), flags);
        return (item, _) -> item instanceof Jsonb.Str(Utf8 text) ? regex.isFound(text.toString()) : null;
    }

    private interface PairTest {
        Boolean test(Jsonb left, Jsonb right);
    }

    /// True when a pair is; in strict mode an unknown pair makes all unknown.
    private Boolean anyPair(Node left, Node right, boolean unwrapRight, PairTest pairTest) {
        List<Jsonb> lefts;
        List<Jsonb> rights;
        try {
            lefts = unwrapped(left);
            if (unwrapRight) {
                rights = unwrapped(right);
            } else {
                rights = new ArrayList<>();
                evaluate(right, rights::add);
            }
        } catch (PathError _) {
            return null;
        }
        boolean found = false;
        boolean unknown = false;
        for (Jsonb a : lefts) {
            for (Jsonb b : rights) {
                Boolean truth = pairTest.test(a, b);
                if (truth == null) {
                    if (!lax) {
                        return null;
                    }
                    unknown = true;
                } else if (truth) {
                    if (lax) {
                        return true;
                    }
                    found = true;
                }
            }
        }
        if (found) {
            return true;
        }
        return unknown ? null : Boolean.FALSE;
    }

    private static Boolean startsWith(Jsonb whole, Jsonb prefix) {
        if (!(whole instanceof Jsonb.Str(Utf8 text)) || !(prefix instanceof Jsonb.Str(Utf8 start))) {
            return null;
        }
        return text.length() >= start.length() && text.slice(0, start.length()).equals(start);
    }

    private Boolean compare(String operator, Jsonb left, Jsonb right) {
        int order;
        boolean dates = dateTimes.isKnown(left) || dateTimes.isKnown(right);
        if (dates && !(left instanceof Jsonb.Null) && !(right instanceof Jsonb.Null)) {
            Integer between = dateTimes.compare(left, right);
            if (between == null) {
                return null;
            }
            order = between;
        } else if (left instanceof Jsonb.Num(BigDecimal a) && right instanceof Jsonb.Num(BigDecimal b)) {
            order = a.compareTo(b);
        } else if (left instanceof Jsonb.Str(Utf8 a) && right instanceof Jsonb.Str(Utf8 b)) {
            order = a.compareTo(b);
        } else if (left instanceof Jsonb.Bool(boolean a) && right instanceof Jsonb.Bool(boolean b)) {
            order = Boolean.compare(a, b);
        } else if (left instanceof Jsonb.Null && right instanceof Jsonb.Null) {
            order = 0;
        } else if (left instanceof Jsonb.Null || right instanceof Jsonb.Null) {
            return operator.equals("!=");
        } else {
            return null;
        }
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /// Ends an evaluation whose first result was enough.
    private static final class Found extends RuntimeException {
        static final Found FOUND = new Found();

        private Found() {
            super(null, null, false, false);
        }
    }
}
