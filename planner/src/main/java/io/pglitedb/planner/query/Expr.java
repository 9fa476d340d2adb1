package io.pglitedb.planner.query;

import io.pglitedb.types.Oids;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A typed expression. Functions, operators, types and collations are OIDs, so that a tree can be stored.
/// `collation()` is that of the result, 0 for none; `inputCollation` is what a function is to use.
public sealed interface Expr {
    /// OID of the type of the result; of one element, when it returns a set.
    int type();

    /// -1 for none
    default int typmod() {
        return -1;
    }

    default int collation() {
        return 0;
    }

    Origin origin();

    /// Where the text of the expression begins, as PostgreSQL's `exprLocation` tells it: of an operator where its
    /// left side does.
    default int location() {
        int own = origin().location();
        return switch (this) {
            case FunctionCall ignored -> leftmost(own, children());
            case OperatorCall ignored -> leftmost(own, children());
            case DistinctFrom ignored -> leftmost(own, children());
            case NullIf ignored -> leftmost(own, children());
            case ScalarArrayOperation ignored -> leftmost(own, children());
            case BooleanExpr ignored -> leftmost(own, children());
            case SubLink ignored -> leftmost(own, children());
            case NullTest ignored -> leftmost(own, children());
            case BooleanTest ignored -> leftmost(own, children());
            case RelabelType ignored -> leftmost(own, children());
            case CoerceViaIo ignored -> leftmost(own, children());
            case ConvertRowtype ignored -> leftmost(own, children());
            case CoerceToDomain ignored -> leftmost(own, children());
            case Xml xml -> leftmost(own, xml.arguments());
            case ArrayCoerce cast -> leftmost(own, List.of(cast.argument()));
            case FieldSelect select -> select.argument().location();
            case FieldStore store -> store.argument().location();
            case Collate collate -> collate.argument().location();
            case SubscriptRef reference -> reference.container().location();
            default -> own;
        };
    }

    private static int leftmost(int own, List<Expr> children) {
        int least = own;
        for (Expr child : children) {
            int start = child.location();
            if (start >= 0 && (least < 0 || start < least)) {
                least = start;
            }
        }
        return least;
    }

    /// Direct subexpressions that are not null, in a fixed order; those inside a subquery are not included.
    default List<Expr> children() {
        return List.of();
    }

    /// The same node over other children: as many as `children()`, in that order.
    default Expr withChildren(List<Expr> children) {
        return this;
    }

    /// The same node with each child replaced; itself when none changed.
    default Expr mapChildren(UnaryOperator<Expr> change) {
        List<Expr> before = children();
        if (before.isEmpty()) {
            return this;
        }
        List<Expr> after = new ArrayList<>(before.size());
        boolean changed = false;
        for (Expr child : before) {
            Expr replaced = change.apply(child);
            changed |= replaced != child;
            after.add(replaced);
        }
        return changed ? withChildren(after) : this;
    }

    private static List<Expr> some(Expr... maybe) {
        List<Expr> present = new ArrayList<>(maybe.length);
        for (Expr expression : maybe) {
            if (expression != null) {
                present.add(expression);
            }
        }
        return present;
    }

    /// @param attribute from 1; 0 for the whole row, negative for system columns
    /// @param levelsUp 0 for the query that the expression stands in
    record Var(int rangeTableIndex, int attribute, int levelsUp, int type, int typmod, int collation, Origin origin)
            implements Expr {
        public Var atLevel(int newLevelsUp) {
            return new Var(rangeTableIndex, attribute, newLevelsUp, type, typmod, collation, origin);
        }

        public Var inEntry(int newRangeTableIndex) {
            return new Var(newRangeTableIndex, attribute, levelsUp, type, typmod, collation, origin);
        }
    }

    /// A column of the input rows of the plan node that evaluates the expression; only in plans, where it has
    /// taken the
    /// place of a [Var].
    ///
    /// @param index from 0
    record Slot(int index, int type, int typmod, int collation, Origin origin) implements Expr {
        public Slot at(int newIndex) {
            return new Slot(newIndex, type, typmod, collation, origin);
        }
    }

    /// @param value carrier of the type, null for SQL NULL
    record Const(Object value, int type, int typmod, int collation, Origin origin) implements Expr {
        public boolean isNull() {
            return value == null;
        }
    }

    enum ParamKind {
        /// `$n` of the client
        EXTERNAL,
        /// column n of the subquery that the enclosing ANY or ALL compares with
        SUBLINK,
        /// column of a multi-assignment's source: number = source << 16 | column
        MULTIEXPR,
        /// a place, counted from 0, in the execution's own parameters: how a plan passes values of an outer row
        /// to an inner
        /// plan; only in plans
        EXECUTION
    }

    record Param(ParamKind kind, int number, int type, int typmod, int collation, Origin origin) implements Expr {}

    /// @param variadic the last argument is an array that stands for the variadic arguments
    record FunctionCall(
            int function,
            List<Expr> arguments,
            boolean variadic,
            boolean returnsSet,
            int type,
            int collation,
            int inputCollation,
            Origin origin)
            implements Expr {
        private static final int INT4 = 23;

        public FunctionCall {
            arguments = List.copyOf(arguments);
        }

        /// A length coercion gives its type modifier as a constant second argument.
        @Override
        public int typmod() {
            return origin.isCast()
                            && arguments.size() >= 2
                            && arguments.size() <= 3
                            && arguments.get(1) instanceof Const constant
                            && constant.type() == INT4
                            && constant.value() instanceof Integer typmod
                    ? typmod
                    : -1;
        }

        @Override
        public List<Expr> children() {
            return arguments;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new FunctionCall(function, children, variadic, returnsSet, type, collation, inputCollation, origin);
        }
    }

    /// @param function OID of the operator's function
    /// @param arguments one or two
    record OperatorCall(
            int operator,
            int function,
            List<Expr> arguments,
            boolean returnsSet,
            int type,
            int collation,
            int inputCollation,
            Origin origin)
            implements Expr {
        public OperatorCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Expr> children() {
            return arguments;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new OperatorCall(operator, function, children, returnsSet, type, collation, inputCollation, origin);
        }
    }

    /// `left IS DISTINCT FROM right`; the operator is `=`.
    record DistinctFrom(int operator, int function, Expr left, Expr right, int inputCollation, Origin origin)
            implements Expr {
        @Override
        public int type() {
            return BOOL;
        }

        @Override
        public List<Expr> children() {
            return List.of(left, right);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new DistinctFrom(operator, function, children.get(0), children.get(1), inputCollation, origin);
        }
    }

    /// The type is that of `left`; the operator is `=`.
    record NullIf(
            int operator,
            int function,
            Expr left,
            Expr right,
            int type,
            int collation,
            int inputCollation,
            Origin origin)
            implements Expr {
        @Override
        public int typmod() {
            return left.typmod();
        }

        @Override
        public List<Expr> children() {
            return List.of(left, right);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new NullIf(
                    operator, function, children.get(0), children.get(1), type, collation, inputCollation, origin);
        }
    }

    /// `scalar operator ANY (array)`, with `any` false ALL.
    record ScalarArrayOperation(
            int operator, int function, boolean any, Expr scalar, Expr array, int inputCollation, Origin origin)
            implements Expr {
        @Override
        public int type() {
            return BOOL;
        }

        @Override
        public List<Expr> children() {
            return List.of(scalar, array);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new ScalarArrayOperation(
                    operator, function, any, children.get(0), children.get(1), inputCollation, origin);
        }
    }

    enum AggregateKind {
        NORMAL,
        ORDERED_SET,
        HYPOTHETICAL_SET
    }

    /// @param argumentTypes actual types, direct arguments first
    /// @param directArguments of an ordered-set aggregate, else empty
    /// @param arguments aggregated arguments, junk ones for the ORDER BY
    /// @param filter null for none
    /// @param star written `count(*)`
    /// @param levelsUp the query whose rows are aggregated
    record AggregateCall(
            int function,
            List<Integer> argumentTypes,
            List<Expr> directArguments,
            List<TargetEntry> arguments,
            List<SortGroupClause> order,
            List<SortGroupClause> distinct,
            Expr filter,
            boolean star,
            boolean variadic,
            AggregateKind kind,
            int levelsUp,
            int type,
            int collation,
            int inputCollation,
            Origin origin)
            implements Expr {
        @Override
        public List<Expr> children() {
            List<Expr> all = new ArrayList<>(directArguments);
            arguments.forEach(argument -> all.add(argument.expression()));
            if (filter != null) {
                all.add(filter);
            }
            return all;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            int direct = directArguments.size();
            List<TargetEntry> entries = new ArrayList<>(arguments.size());
            for (int i = 0; i < arguments.size(); i++) {
                entries.add(arguments.get(i).withExpression(children.get(direct + i)));
            }
            return new AggregateCall(
                    function,
                    argumentTypes,
                    List.copyOf(children.subList(0, direct)),
                    List.copyOf(entries),
                    order,
                    distinct,
                    filter == null ? null : children.get(direct + arguments.size()),
                    star,
                    variadic,
                    kind,
                    levelsUp,
                    type,
                    collation,
                    inputCollation,
                    origin);
        }
    }

    /// `GROUPING(…)`; `references` are those of the group clause.
    record Grouping(List<Expr> arguments, List<Integer> references, int levelsUp, Origin origin) implements Expr {
        @Override
        public int type() {
            return 23;
        }

        @Override
        public List<Expr> children() {
            return arguments;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Grouping(List.copyOf(children), references, levelsUp, origin);
        }
    }

    /// @param window number of the window clause
    /// @param aggregate an aggregate used as a window function
    record WindowCall(
            int function,
            List<Expr> arguments,
            Expr filter,
            int window,
            boolean star,
            boolean aggregate,
            int type,
            int collation,
            int inputCollation,
            Origin origin)
            implements Expr {
        @Override
        public List<Expr> children() {
            List<Expr> all = new ArrayList<>(arguments);
            if (filter != null) {
                all.add(filter);
            }
            return all;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            int count = arguments.size();
            return new WindowCall(
                    function,
                    List.copyOf(children.subList(0, count)),
                    filter == null ? null : children.get(count),
                    window,
                    star,
                    aggregate,
                    type,
                    collation,
                    inputCollation,
                    origin);
        }
    }

    enum BooleanKind {
        AND,
        OR,
        NOT
    }

    record BooleanExpr(BooleanKind kind, List<Expr> arguments, Origin origin) implements Expr {
        public BooleanExpr {
            arguments = List.copyOf(arguments);
        }

        @Override
        public int type() {
            return BOOL;
        }

        @Override
        public List<Expr> children() {
            return arguments;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new BooleanExpr(kind, children, origin);
        }
    }

    /// @param rowWise the argument is a row value whose fields are each tested
    record NullTest(Expr argument, boolean isNull, boolean rowWise, Origin origin) implements Expr {
        @Override
        public int type() {
            return BOOL;
        }

        @Override
        public List<Expr> children() {
            return List.of(argument);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new NullTest(children.getFirst(), isNull, rowWise, origin);
        }
    }

    enum BooleanTestKind {
        IS_TRUE,
        IS_NOT_TRUE,
        IS_FALSE,
        IS_NOT_FALSE,
        IS_UNKNOWN,
        IS_NOT_UNKNOWN
    }

    record BooleanTest(Expr argument, BooleanTestKind kind, Origin origin) implements Expr {
        @Override
        public int type() {
            return BOOL;
        }

        @Override
        public List<Expr> children() {
            return List.of(argument);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new BooleanTest(children.getFirst(), kind, origin);
        }
    }

    /// @param argument of `CASE argument WHEN …`, else null; the conditions then compare with a [CaseTestValue]
    /// @param otherwise never null: NULL when ELSE is absent
    record Case(Expr argument, List<When> branches, Expr otherwise, int type, int collation, Origin origin)
            implements Expr {
        public Case {
            branches = List.copyOf(branches);
        }

        @Override
        public int typmod() {
            int typmod = otherwise.type() == type ? otherwise.typmod() : -1;
            for (When branch : branches) {
                if (branch.result().type() != type || branch.result().typmod() != typmod) {
                    return -1;
                }
            }
            return typmod;
        }

        @Override
        public List<Expr> children() {
            List<Expr> all = new ArrayList<>();
            if (argument != null) {
                all.add(argument);
            }
            for (When branch : branches) {
                all.add(branch.condition());
                all.add(branch.result());
            }
            all.add(otherwise);
            return all;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            int next = argument == null ? 0 : 1;
            List<When> changed = new ArrayList<>(branches.size());
            for (When branch : branches) {
                changed.add(new When(children.get(next), children.get(next + 1), branch.origin()));
                next += 2;
            }
            return new Case(
                    argument == null ? null : children.getFirst(),
                    changed,
                    children.get(next),
                    type,
                    collation,
                    origin);
        }
    }

    record When(Expr condition, Expr result, Origin origin) {}

    /// The argument's value inside the conditions of the innermost CASE.
    record CaseTestValue(int type, int typmod, int collation) implements Expr {
        @Override
        public Origin origin() {
            return Origin.NONE;
        }
    }

    record Coalesce(List<Expr> arguments, int type, int collation, Origin origin) implements Expr {
        public Coalesce {
            arguments = List.copyOf(arguments);
        }

        @Override
        public int typmod() {
            return commonTypmod(arguments, type);
        }

        @Override
        public List<Expr> children() {
            return arguments;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Coalesce(children, type, collation, origin);
        }
    }

    record MinMax(boolean greatest, List<Expr> arguments, int type, int collation, int inputCollation, Origin origin)
            implements Expr {
        public MinMax {
            arguments = List.copyOf(arguments);
        }

        @Override
        public int typmod() {
            return commonTypmod(arguments, type);
        }

        @Override
        public List<Expr> children() {
            return arguments;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new MinMax(greatest, children, type, collation, inputCollation, origin);
        }
    }

    enum XmlKind {
        CONCAT,
        ELEMENT,
        FOREST,
        PARSE,
        PI,
        ROOT,
        SERIALIZE,
        DOCUMENT
    }

    /// SQL/XML. Names are XML names already. `arguments`: of PARSE the text and whether white space is preserved,
    /// of ROOT the value, the version and 0 (standalone yes), 1 (no), 2 (no value) or 3 (omitted).
    ///
    /// @param name of ELEMENT and PI, else null
    /// @param names one for each of `named`: ELEMENT's attributes, FOREST's elements
    /// @param document DOCUMENT, not CONTENT, for PARSE and SERIALIZE
    /// @param type xml; bool for DOCUMENT, text for SERIALIZE
    /// @param target type that SERIALIZE was asked for, for printing; else 0
    record Xml(
            XmlKind kind,
            String name,
            List<String> names,
            List<Expr> named,
            List<Expr> arguments,
            boolean document,
            int type,
            int target,
            int targetTypmod,
            Origin origin)
            implements Expr {
        private static final int DEFAULT_COLLATION = 100;

        public Xml {
            names = List.copyOf(names);
            named = List.copyOf(named);
            arguments = List.copyOf(arguments);
        }

        @Override
        public int collation() {
            return kind == XmlKind.SERIALIZE ? DEFAULT_COLLATION : 0;
        }

        @Override
        public List<Expr> children() {
            List<Expr> children = new ArrayList<>(named);
            children.addAll(arguments);
            return children;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            int split = named.size();
            return new Xml(
                    kind,
                    name,
                    names,
                    children.subList(0, split),
                    children.subList(split, children.size()),
                    document,
                    type,
                    target,
                    targetTypmod,
                    origin);
        }
    }

    /// @param nested the elements are arrays themselves: one more dimension
    record ArrayConstructor(
            List<Expr> elements, int elementType, boolean nested, int type, int collation, Origin origin)
            implements Expr {
        public ArrayConstructor {
            elements = List.copyOf(elements);
        }

        @Override
        public int typmod() {
            return commonTypmod(elements, nested ? type : elementType);
        }

        @Override
        public List<Expr> children() {
            return elements;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new ArrayConstructor(children, elementType, nested, type, collation, origin);
        }
    }

    /// @param type record, or a composite type after coercion
    /// @param names of the fields, as many as fields when the type is record
    record RowConstructor(List<Expr> fields, List<String> names, int type, Origin origin) implements Expr {
        public RowConstructor {
            fields = List.copyOf(fields);
            names = List.copyOf(names);
        }

        @Override
        public List<Expr> children() {
            return fields;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new RowConstructor(children, names, type, origin);
        }
    }

    enum RowCompareKind {
        LESS,
        LESS_EQUAL,
        GREATER_EQUAL,
        GREATER
    }

    /// `(a, b) < (c, d)`; `=` and `<>` become AND and OR.
    record RowCompare(
            RowCompareKind kind,
            List<Integer> operators,
            List<Integer> operatorFamilies,
            List<Integer> inputCollations,
            List<Expr> left,
            List<Expr> right,
            Origin origin)
            implements Expr {
        @Override
        public int type() {
            return BOOL;
        }

        @Override
        public List<Expr> children() {
            List<Expr> all = new ArrayList<>(left);
            all.addAll(right);
            return all;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new RowCompare(
                    kind,
                    operators,
                    operatorFamilies,
                    inputCollations,
                    List.copyOf(children.subList(0, left.size())),
                    List.copyOf(children.subList(left.size(), children.size())),
                    origin);
        }
    }

    /// @param field attribute number from 1
    /// @param name of the field where the argument's type does not tell: of `record`; else null
    record FieldSelect(Expr argument, int field, String name, int type, int typmod, int collation, Origin origin)
            implements Expr {
        @Override
        public List<Expr> children() {
            return List.of(argument);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new FieldSelect(children.getFirst(), field, name, type, typmod, collation, origin);
        }
    }

    /// A copy of a composite value with some fields replaced.
    record FieldStore(Expr argument, List<Expr> values, List<Integer> fields, int type, Origin origin) implements Expr {
        @Override
        public List<Expr> children() {
            List<Expr> all = new ArrayList<>(values);
            all.add(argument);
            return all;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new FieldStore(
                    children.getLast(), List.copyOf(children.subList(0, values.size())), fields, type, origin);
        }
    }

    /// An element or a slice of an array (or another container), or with `assigned` a copy with that part
    /// replaced.
    ///
    /// @param slice the subscripts are ranges
    /// @param upper one a dimension; null elements are omitted bounds of slices
    /// @param lower as many for slices, else empty
    /// @param assigned the new value, or null to fetch
    record SubscriptRef(
            Expr container,
            boolean slice,
            List<Expr> upper,
            List<Expr> lower,
            Expr assigned,
            int containerType,
            int elementType,
            int type,
            int typmod,
            int collation,
            Origin origin)
            implements Expr {
        public SubscriptRef withContainer(Expr newContainer) {
            return new SubscriptRef(
                    newContainer,
                    slice,
                    upper,
                    lower,
                    assigned,
                    containerType,
                    elementType,
                    type,
                    typmod,
                    collation,
                    origin);
        }

        @Override
        public List<Expr> children() {
            List<Expr> all = new ArrayList<>();
            all.add(container);
            upper.stream().filter(bound -> bound != null).forEach(all::add);
            lower.stream().filter(bound -> bound != null).forEach(all::add);
            if (assigned != null) {
                all.add(assigned);
            }
            return all;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            var next = children.iterator();
            Expr newContainer = next.next();
            List<Expr> newUpper = new ArrayList<>();
            upper.forEach(bound -> newUpper.add(bound == null ? null : next.next()));
            List<Expr> newLower = new ArrayList<>();
            lower.forEach(bound -> newLower.add(bound == null ? null : next.next()));
            return new SubscriptRef(
                    newContainer,
                    slice,
                    newUpper,
                    newLower,
                    assigned == null ? null : next.next(),
                    containerType,
                    elementType,
                    type,
                    typmod,
                    collation,
                    origin);
        }
    }

    enum SubLinkKind {
        EXISTS,
        ALL,
        ANY,
        /// a row comparison with a subquery of one row
        ROW_COMPARE,
        SCALAR,
        ARRAY,
        /// the source of `SET (a, b) = (SELECT …)`; read through MULTIEXPR parameters
        MULTIEXPR
    }

    /// @param number of a MULTIEXPR source, else 0
    /// @param test for ANY, ALL and ROW_COMPARE: compares the left side with SUBLINK parameters; else null
    /// @param operatorName as written, for printing; empty for IN
    record SubLink(
            SubLinkKind kind,
            int number,
            Expr test,
            List<String> operatorName,
            Query query,
            int type,
            int typmod,
            int collation,
            Origin origin)
            implements Expr {
        @Override
        public List<Expr> children() {
            return some(test);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new SubLink(
                    kind,
                    number,
                    test == null ? null : children.getFirst(),
                    operatorName,
                    query,
                    type,
                    typmod,
                    collation,
                    origin);
        }
    }

    /// A subquery as a plan; only in plans, where it has taken the place of a [SubLink].
    ///
    /// With no arguments the result does not depend on the outer row and is computed once per execution.
    ///
    /// @param plan index into the planned statement's sub plans
    /// @param parameters numbers of the EXECUTION parameters that are set before the plan runs, one an argument
    /// @param arguments over the outer row
    /// @param test of ANY, ALL and ROW_COMPARE, over the outer row and EXECUTION parameters; else null
    /// @param outputs EXECUTION parameters that take the columns of the subquery's row: what `test` reads, and
    ///     what a
    ///     MULTIEXPR sets for others to read (its own value is NULL)
    /// @param hashKeys of an ANY that does not depend on the outer row and whose test is a conjunction of
    ///     hashable
    ///     equalities: one a column of the subquery, in order; else empty
    record SubPlan(
            SubLinkKind kind,
            int plan,
            List<Integer> parameters,
            List<Expr> arguments,
            Expr test,
            List<Integer> outputs,
            List<HashKey> hashKeys,
            int type,
            int typmod,
            int collation,
            Origin origin)
            implements Expr {
        /// `outer = column of the subquery`
        public record HashKey(Expr outer, int operator, int collation) {}

        public SubPlan {
            parameters = List.copyOf(parameters);
            arguments = List.copyOf(arguments);
            outputs = List.copyOf(outputs);
            hashKeys = List.copyOf(hashKeys);
        }

        @Override
        public List<Expr> children() {
            List<Expr> all = new ArrayList<>(arguments);
            if (test != null) {
                all.add(test);
            }
            hashKeys.forEach(key -> all.add(key.outer()));
            return all;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            var next = children.iterator();
            List<Expr> newArguments =
                    arguments.stream().map(argument -> next.next()).toList();
            Expr newTest = test == null ? null : next.next();
            List<HashKey> newKeys = hashKeys.stream()
                    .map(key -> new HashKey(next.next(), key.operator(), key.collation()))
                    .toList();
            return new SubPlan(
                    kind, plan, parameters, newArguments, newTest, outputs, newKeys, type, typmod, collation, origin);
        }
    }

    /// Another type with the same values: nothing to compute.
    record RelabelType(Expr argument, int type, int typmod, int collation, Origin origin) implements Expr {
        @Override
        public List<Expr> children() {
            return List.of(argument);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new RelabelType(children.getFirst(), type, typmod, collation, origin);
        }
    }

    /// Printed by the one type's output function, read by the other's input function.
    record CoerceViaIo(Expr argument, int type, int collation, Origin origin) implements Expr {
        @Override
        public List<Expr> children() {
            return List.of(argument);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new CoerceViaIo(children.getFirst(), type, collation, origin);
        }
    }

    /// Converts each element.
    ///
    /// @param element over a [CaseTestValue] that stands for the element
    record ArrayCoerce(Expr argument, Expr element, int type, int typmod, int collation, Origin origin)
            implements Expr {
        @Override
        public List<Expr> children() {
            return List.of(argument, element);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new ArrayCoerce(children.get(0), children.get(1), type, typmod, collation, origin);
        }
    }

    /// A row of a child table as one of its parent.
    record ConvertRowtype(Expr argument, int type, Origin origin) implements Expr {
        @Override
        public List<Expr> children() {
            return List.of(argument);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new ConvertRowtype(children.getFirst(), type, origin);
        }
    }

    /// Checks the domain's constraints.
    record CoerceToDomain(Expr argument, int type, int typmod, int collation, Origin origin) implements Expr {
        @Override
        public List<Expr> children() {
            return List.of(argument);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new CoerceToDomain(children.getFirst(), type, typmod, collation, origin);
        }
    }

    /// VALUE inside a domain's CHECK.
    record DomainValue(int type, int typmod, int collation, Origin origin) implements Expr {}

    record Collate(Expr argument, int collation, Origin origin) implements Expr {
        @Override
        public int type() {
            return argument.type();
        }

        @Override
        public int typmod() {
            return argument.typmod();
        }

        @Override
        public List<Expr> children() {
            return List.of(argument);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Collate(children.getFirst(), collation, origin);
        }
    }

    enum SqlValueKind {
        CURRENT_DATE,
        CURRENT_TIME,
        CURRENT_TIMESTAMP,
        LOCALTIME,
        LOCALTIMESTAMP,
        CURRENT_ROLE,
        CURRENT_USER,
        USER,
        SESSION_USER,
        CURRENT_CATALOG,
        CURRENT_SCHEMA
    }

    /// @param typmod the precision, -1 when not written
    record SqlValueFunction(SqlValueKind kind, int type, int typmod, int collation, Origin origin) implements Expr {}

    /// DEFAULT, until the rewriter puts the column's default in its place.
    record SetToDefault(int type, int typmod, int collation, Origin origin) implements Expr {}

    /// The ctid of the row that a cursor stands on: WHERE CURRENT OF is `ctid =` it.
    ///
    /// @param table OID of the target
    record CurrentOf(int table, String cursor, Origin origin) implements Expr {
        @Override
        public int type() {
            return Oids.TID;
        }
    }

    /// nextval of an identity column's sequence: without a privilege check.
    record NextValue(int sequence, int type, Origin origin) implements Expr {}

    /// The common type modifier of expressions of one type, -1 when they differ.
    static int commonTypmod(List<Expr> expressions, int type) {
        int typmod = expressions.isEmpty() ? -1 : expressions.getFirst().typmod();
        for (Expr expression : expressions) {
            if (expression.type() != type || expression.typmod() != typmod) {
                return -1;
            }
        }
        return typmod;
    }

    /// OID of bool
    int BOOL = 16;
}
