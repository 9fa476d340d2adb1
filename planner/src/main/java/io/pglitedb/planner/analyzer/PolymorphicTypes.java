package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// What anyelement, anycompatible and their relatives stand for in one call.
/// Source: PostgreSQL's check_generic_type_consistency and enforce_generic_type_consistency.
final class PolymorphicTypes {
    private final TypeRules types;
    private int element;
    private int array;
    private int range;
    private int multirange;
    private boolean haveNonArray;
    private boolean haveEnum;
    private boolean haveAnyElement;

    private final List<Integer> compatibleTypes = new ArrayList<>();
    private int compatible;
    private int compatibleRange;
    private int compatibleMultirange;
    private boolean compatibleNonArray;
    private boolean haveCompatible;
    private boolean haveCompatibleRange;
    private boolean haveCompatibleMultirange;
    private boolean unknownElement;
    private boolean unknownCompatible;
    private boolean strict;

    private PolymorphicTypes(TypeRules types) {
        this.types = types;
    }

    /// Whether arguments of the actual types may be given for the declared ones; never raises.
    static boolean consistent(TypeRules types, List<Integer> actual, List<Integer> declared) {
        try {
            new PolymorphicTypes(types).resolveArguments(actual, new ArrayList<>(declared), true);
            return true;
        } catch (PgException mismatch) {
            return false;
        }
    }

    /// Replaces polymorphic entries of `declared` by actual types and gives the result type.
    static int enforce(
            TypeRules types, List<Integer> actual, List<Integer> declared, int resultType, boolean allowPolymorphic) {
        if (!types.isPolymorphic(resultType) && declared.stream().noneMatch(types::isPolymorphic)) {
            return resultType;
        }
        PolymorphicTypes self = new PolymorphicTypes(types);
        self.resolveArguments(actual, declared, allowPolymorphic);
        return self.resolve(resultType);
    }

    private void resolveArguments(List<Integer> actual, List<Integer> declared, boolean allowPolymorphic) {
        for (int i = 0; i < actual.size(); i++) {
            gather(actual.get(i), declared.get(i));
        }
        strict = !allowPolymorphic;
        settleFirst();
        settleSecond();
        for (int i = 0; i < actual.size(); i++) {
            int type = declared.get(i);
            if (types.isPolymorphic(type)) {
                declared.set(i, argumentType(type, actual.get(i)));
            }
        }
    }

    private int argumentType(int declared, int actual) {
        // An actual anyarray (a column of pg_statistic) stays what it is.
        if (actual == ANYARRAY && (declared == ANYARRAY || declared == ANYELEMENT)) {
            return actual;
        }
        int resolved = resolve(declared);
        return resolved == NONE ? actual : resolved;
    }

    private void gather(int actual, int declared) {
        switch (declared) {
            case ANYELEMENT, ANYNONARRAY, ANYENUM -> {
                haveAnyElement = true;
                haveNonArray |= declared == ANYNONARRAY;
                haveEnum |= declared == ANYENUM;
                if (actual == UNKNOWN) {
                    unknownElement = true;
                    return;
                }
                element = same("anyelement", element, actual);
            }
            case ANYARRAY -> {
                haveAnyElement = true;
                if (actual == UNKNOWN) {
                    unknownElement = true;
                    return;
                }
                array = same("anyarray", array, types.baseType(actual));
            }
            case ANYRANGE -> {
                haveAnyElement = true;
                if (actual == UNKNOWN) {
                    unknownElement = true;
                    return;
                }
                range = same("anyrange", range, types.baseType(actual));
            }
            case ANYMULTIRANGE -> {
                haveAnyElement = true;
                if (actual == UNKNOWN) {
                    unknownElement = true;
                    return;
                }
                multirange = same("anymultirange", multirange, types.baseType(actual));
            }
            case ANYCOMPATIBLE, ANYCOMPATIBLENONARRAY -> {
                haveCompatible = true;
                compatibleNonArray |= declared == ANYCOMPATIBLENONARRAY;
                if (actual == UNKNOWN) {
                    unknownCompatible = true;
                    return;
                }
                compatibleTypes.add(actual);
            }
            case ANYCOMPATIBLEARRAY -> {
                haveCompatible = true;
                if (actual == UNKNOWN) {
                    unknownCompatible = true;
                    return;
                }
                int base = types.baseType(actual);
                int item = types.trueArrayElement(base);
                if (item == NONE) {
                    throw mismatch("argument declared %s is not an array but type %s"
                            .formatted("anycompatiblearray", types.name(base)));
                }
                compatibleTypes.add(item);
            }
            case ANYCOMPATIBLERANGE -> {
                haveCompatible = true;
                haveCompatibleRange = true;
                if (actual == UNKNOWN) {
                    unknownCompatible = true;
                    return;
                }
                int base = types.baseType(actual);
                if (compatibleRange == base) {
                    return;
                }
                compatibleRange = same("anycompatiblerange", compatibleRange, base);
                int subtype = types.rangeSubtype(base);
                if (subtype == NONE) {
                    throw mismatch("argument declared %s is not a range type but type %s"
                            .formatted("anycompatiblerange", types.name(base)));
                }
                compatibleTypes.add(subtype);
            }
            case ANYCOMPATIBLEMULTIRANGE -> {
                haveCompatible = true;
                haveCompatibleMultirange = true;
                if (actual == UNKNOWN) {
                    unknownCompatible = true;
                    return;
                }
                int base = types.baseType(actual);
                compatibleMultirange = same("anycompatiblemultirange", compatibleMultirange, base);
            }
            default -> {}
        }
    }

    private int same(String name, int known, int actual) {
        if (known != NONE && known != actual) {
            throw mismatch("arguments declared \"%s\" are not all alike".formatted(name))
                    .detail("%s versus %s".formatted(types.name(known), types.name(actual)));
        }
        return actual;
    }

    private static PgException mismatch(String message) {
        return new PgException(SqlState.DATATYPE_MISMATCH, message);
    }

    private void settleFirst() {
        if (!haveAnyElement) {
            return;
        }
        if (array != NONE) {
            int item;
            if (array == ANYARRAY) {
                item = ANYELEMENT;
            } else {
                item = types.trueArrayElement(array);
                if (item == NONE) {
                    throw mismatch("argument declared %s is not an array but type %s"
                            .formatted("anyarray", types.name(array)));
                }
            }
            element = agree(element, item, "anyarray");
        }
        if (multirange != NONE) {
            int rangeOf = types.rangeOfMultirange(multirange);
            if (rangeOf == NONE) {
                throw mismatch("argument declared %s is not a multirange type but type %s"
                        .formatted("anymultirange", types.name(multirange)));
            }
            if (range == NONE) {
                range = rangeOf;
            } else if (range != rangeOf) {
                throw mismatch("argument declared %s is not consistent with argument declared %s"
                                .formatted("anymultirange", "anyrange"))
                        .detail("%s versus %s".formatted(types.name(multirange), types.name(range)));
            }
        }
        if (range != NONE) {
            int subtype = types.rangeSubtype(range);
            if (subtype == NONE) {
                throw mismatch("argument declared %s is not a range type but type %s"
                        .formatted("anyrange", types.name(range)));
            }
            element = agree(element, subtype, "anyrange");
            if (multirange == NONE) {
                multirange = types.multirangeOf(range);
            }
        }
        if (element == NONE) {
            if (strict && unknownElement) {
                throw mismatch("could not determine polymorphic type because input has type unknown");
            }
        }
        if (haveNonArray && element != NONE && types.arrayElementOfBase(element) != NONE) {
            throw mismatch("type matched to anynonarray is an array type: %s".formatted(types.name(element)));
        }
        if (haveEnum && element != NONE && !types.isEnum(element)) {
            throw mismatch("type matched to anyenum is not an enum type: %s".formatted(types.name(element)));
        }
    }

    private int agree(int known, int derived, String from) {
        if (known == NONE) {
            return derived;
        }
        if (known != derived) {
            throw mismatch("argument declared %s is not consistent with argument declared %s"
                            .formatted(from, "anyelement"))
                    .detail("%s versus %s"
                            .formatted(types.name(from.equals("anyarray") ? array : range), types.name(known)));
        }
        return known;
    }

    private void settleSecond() {
        if (!haveCompatible) {
            return;
        }
        if (compatibleMultirange != NONE) {
            int rangeOf = types.rangeOfMultirange(compatibleMultirange);
            if (rangeOf == NONE) {
                throw mismatch("argument declared %s is not a multirange type but type %s"
                        .formatted("anycompatiblemultirange", types.name(compatibleMultirange)));
            }
            if (compatibleRange == NONE) {
                compatibleRange = rangeOf;
                compatibleTypes.add(types.rangeSubtype(rangeOf));
            } else if (compatibleRange != rangeOf) {
                throw mismatch("argument declared %s is not consistent with argument declared %s"
                                .formatted("anycompatiblemultirange", "anycompatiblerange"))
                        .detail("%s versus %s"
                                .formatted(types.name(compatibleMultirange), types.name(compatibleRange)));
            }
        } else if (compatibleRange != NONE) {
            compatibleMultirange = types.multirangeOf(compatibleRange);
        }
        if (!compatibleTypes.isEmpty()) {
            compatible = CommonType.selectFromTypes(types, compatibleTypes);
            if (compatible == NONE) {
                throw mismatch("arguments of anycompatible family cannot be cast to a common type");
            }
            if (compatibleNonArray && types.arrayElementOfBase(compatible) != NONE) {
                throw mismatch(
                        "type matched to anycompatiblenonarray is an array type: %s".formatted(types.name(compatible)));
            }
            if (compatibleRange != NONE && types.rangeSubtype(compatibleRange) != compatible) {
                throw mismatch("anycompatiblerange type %s does not match anycompatible type %s"
                        .formatted(types.name(compatibleRange), types.name(compatible)));
            }
        } else if (unknownCompatible) {
            // Only unknown literals: text it is, as in UNION.
            compatible = TEXT;
            if (strict && haveCompatibleRange) {
                throw mismatch("could not determine polymorphic type %s because input has type %s"
                        .formatted("anycompatiblerange", "unknown"));
            }
            if (strict && haveCompatibleMultirange) {
                throw mismatch("could not determine polymorphic type %s because input has type %s"
                        .formatted("anycompatiblemultirange", "unknown"));
            }
        }
    }

    private int resolve(int declared) {
        return switch (declared) {
            case ANYELEMENT, ANYNONARRAY, ANYENUM -> need(element, declared, false);
            case ANYARRAY -> {
                if (array == NONE && element != NONE) {
                    array = types.arrayOf(element);
                    if (array == NONE) {
                        throw new PgException(
                                SqlState.UNDEFINED_OBJECT,
                                "could not find array type for data type %s".formatted(types.name(element)));
                    }
                }
                yield need(array, declared, false);
            }
            case ANYRANGE -> need(range, declared, true);
            case ANYMULTIRANGE -> need(multirange, declared, true);
            case ANYCOMPATIBLE, ANYCOMPATIBLENONARRAY -> need(compatible, declared, false);
            case ANYCOMPATIBLEARRAY -> {
                int found = compatible == NONE ? NONE : types.arrayOf(compatible);
                if (found == NONE && compatible != NONE) {
                    throw new PgException(
                            SqlState.UNDEFINED_OBJECT,
                            "could not find array type for data type %s".formatted(types.name(compatible)));
                }
                yield need(found, declared, false);
            }
            case ANYCOMPATIBLERANGE -> need(compatibleRange, declared, true);
            case ANYCOMPATIBLEMULTIRANGE -> need(compatibleMultirange, declared, true);
            default -> declared;
        };
    }

    private int need(int resolved, int declared, boolean range) {
        if (resolved == NONE && range && strict) {
            throw mismatch("could not determine polymorphic type %s because input has type %s"
                    .formatted(types.name(declared), "unknown"));
        }
        return resolved;
    }
}
