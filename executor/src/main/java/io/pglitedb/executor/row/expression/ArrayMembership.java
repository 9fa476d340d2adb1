package io.pglitedb.executor.row.expression;

import io.pglitedb.types.value.PgArray;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// `x = ANY (array)` and `x <> ALL (array)` for types whose values are the same exactly when the Java objects are
/// equal: one look into a set when the array is the same for many rows, as that of `IN (1, 2, …)` is.
public final class ArrayMembership implements Evaluator {
    private static final Set<String> EQUAL = Set.of(
            "int2eq", "int4eq", "int8eq", "oideq", "chareq", "texteq", "nameeq", "uuid_eq", "date_eq", "timestamp_eq");
    private static final Set<String> UNEQUAL = Set.of(
            "int2ne", "int4ne", "int8ne", "oidne", "charne", "textne", "namene", "uuid_ne", "date_ne", "timestamp_ne");

    private final Evaluator scalar;
    private final Evaluator array;
    /// What a found element makes of the whole: true for `= ANY`, false for `<> ALL`.
    private final Boolean whenFound;

    private PgArray known;
    /// Of the array known; null until it is asked again.
    private Set<Object> elements;
    private boolean hasNull;

    private ArrayMembership(Evaluator scalar, Evaluator array, Boolean whenFound) {
        this.scalar = scalar;
        this.array = array;
        this.whenFound = whenFound;
    }

    /// Whether an operator with ANY (or ALL) asks whether an array has a value, as Java objects are equal.
    public static boolean isMembership(String prosrc, boolean any) {
        return (any ? EQUAL : UNEQUAL).contains(prosrc);
    }

    /// Null when the operator is not such a one.
    static Evaluator find(String prosrc, boolean any, Evaluator scalar, Evaluator array) {
        return isMembership(prosrc, any) ? new ArrayMembership(scalar, array, any) : null;
    }

    @Override
    public Object evaluate(Object[] row) {
        if (!(array.evaluate(row) instanceof PgArray values)) {
            return null;
        }
        if (values.elements().length == 0) {
            return !whenFound;
        }
        Object sought = scalar.evaluate(row);
        if (sought == null) {
            return null;
        }
        return values == known ? verdict(elements().contains(sought), hasNull) : search(values, sought);
    }

    private Boolean verdict(boolean found, boolean unknown) {
        return found ? whenFound : unknown ? null : (Boolean) !whenFound;
    }

    /// The set is made once an array comes for the second time.
    private Set<Object> elements() {
        if (elements == null) {
            elements = new HashSet<>(Arrays.asList(known.elements()));
            hasNull = elements.remove(null);
        }
        return elements;
    }

    private Boolean search(PgArray values, Object sought) {
        known = values;
        elements = null;
        boolean unknown = false;
        for (Object element : values.elements()) {
            if (sought.equals(element)) {
                return whenFound;
            }
            unknown |= element == null;
        }
        return verdict(false, unknown);
    }
}
