package io.pglitedb.executor.row.key;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.OperatorFamilyDef;
import io.pglitedb.executor.row.expression.BaseTypes;
import io.pglitedb.executor.row.expression.BoundFunction;
import io.pglitedb.executor.row.expression.Collations;
import io.pglitedb.executor.row.expression.FunctionBinder;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.vector.VectorForm;
import java.util.Set;

/// Finds what an operator means for equality and order.
public final class Operators {
    private static final int BTREE = 403;
    private static final int HASH = 405;
    private static final int LESS = 1;
    private static final int GREATER = 5;
    private static final int BTREE_EQUAL = 3;
    private static final int HASH_EQUAL = 1;
    private static final int SUPPORT = 1;
    private static final char PSEUDO = 'p';

    private static final Set<Integer> INTEGERS = Set.of(Oids.INT2, Oids.INT4, Oids.INT8);
    private static final Set<Integer> FLOATS = Set.of(Oids.FLOAT4, Oids.FLOAT8);
    private static final Set<Integer> STRINGS = Set.of(Oids.TEXT, Oids.NAME);

    private final CatalogView catalog;
    private final FunctionBinder binder;

    public Operators(FunctionBinder binder) {
        this.catalog = binder.catalog();
        this.binder = binder;
    }

    /// @param operator OID of an `=`
    /// @param columnType of the values, of both sides when the operator is polymorphic
    public ValueEquality equality(int operator, int collation, int columnType) {
        Collations.requireEquality(catalog, collation);
        OperatorDef definition = catalog.operator(operator);
        int left = definition.leftType();
        int right = definition.rightType();
        if (isDefault(operator, BTREE, BTREE_EQUAL) || isDefault(operator, HASH, HASH_EQUAL)) {
            if (left == right) {
                ValueType type = valueType(left, columnType);
                return new OfType(type);
            }
            if (INTEGERS.contains(left) && INTEGERS.contains(right)) {
                return new OfIntegers();
            }
            if (FLOATS.contains(left) && FLOATS.contains(right)) {
                return new OfFloats();
            }
            if (STRINGS.contains(left) && STRINGS.contains(right)) {
                return new OfType(binder.session().type(Oids.TEXT));
            }
        }
        BoundFunction equal = binder.bindOperator(operator, collation);
        return new OfFunction(equal, left == right ? hashFunction(definition, collation) : null);
    }

    private record TypeOrder(ValueType type) implements ValueOrder {
        @Override
        public int compare(Object left, Object right) {
            return type.compare(left, right);
        }

        @Override
        public Natural natural() {
            return switch (type.oid()) {
                case Oids.BOOL,
                        Oids.INT2,
                        Oids.INT4,
                        Oids.INT8,
                        Oids.DATE,
                        Oids.TIME,
                        Oids.TIMESTAMP,
                        Oids.TIMESTAMPTZ,
                        Oids.MONEY,
                        Oids.FLOAT4,
                        Oids.FLOAT8,
                        Oids.NUMERIC -> Natural.NUMBERS;
                case Oids.TEXT, Oids.VARCHAR, Oids.NAME, Oids.BYTEA -> Natural.BYTES;
                case Oids.BPCHAR -> Natural.UNPADDED_BYTES;
                default -> Natural.NONE;
            };
        }
    }

    /// Null when the operator is in no hash family.
    private BoundFunction hashFunction(OperatorDef operator, int collation) {
        for (OperatorFamilyDef.Member member : catalog.familiesOf(operator.oid())) {
            if (member.method() == HASH) {
                int function = catalog.operatorFamily(member.family())
                        .supportFunction(operator.leftType(), operator.leftType(), SUPPORT);
                if (function != 0) {
                    SqlType[] types = {SqlType.of(operator.leftType())};
                    return binder.bind(function, types, SqlType.of(Oids.INT4), collation);
                }
            }
        }
        return null;
    }

    /// @param operator OID of a `<` or `>`: the order is ascending for both
    public ValueOrder order(int operator, int collation, int columnType) {
        Collations.requireOrder(catalog, collation);
        OperatorDef definition = catalog.operator(operator);
        if (isDefault(operator, BTREE, LESS) || isDefault(operator, BTREE, GREATER)) {
            return new TypeOrder(valueType(definition.leftType(), columnType));
        }
        SqlType[] types = {SqlType.of(definition.leftType()), SqlType.of(definition.rightType())};
        for (OperatorFamilyDef.Member member : catalog.familiesOf(operator)) {
            if (member.method() == BTREE && (member.strategy() == LESS || member.strategy() == GREATER)) {
                int function = catalog.operatorFamily(member.family())
                        .supportFunction(definition.leftType(), definition.rightType(), SUPPORT);
                if (function != 0) {
                    BoundFunction compare = binder.bind(function, types, SqlType.of(Oids.INT4), collation);
                    return (a, b) -> (Integer) compare.call(a, b);
                }
            }
        }
        BoundFunction less = binder.bindOperator(operator, collation);
        return (a, b) -> less.test(a, b) ? -1 : less.test(b, a) ? 1 : 0;
    }

    /// Whether the operator is a `>`.
    public boolean descending(int operator) {
        return catalog.familiesOf(operator).stream()
                .anyMatch(member -> member.method() == BTREE && member.strategy() == GREATER);
    }

    /// The default order of a type, as its `<` has it.
    public ValueOrder defaultOrder(int type) {
        return binder.session().type(BaseTypes.of(catalog, type))::compare;
    }

    /// Whether the operator is in the family of its type's default operator class, so that the type itself
    /// compares.
    private boolean isDefault(int operator, int method, int strategy) {
        OperatorDef definition = catalog.operator(operator);
        int defaultClass = catalog.defaultOperatorClass(method, definition.leftType());
        if (defaultClass == 0) {
            return false;
        }
        int family = catalog.operatorClass(defaultClass).family();
        return catalog.familiesOf(operator).stream()
                .anyMatch(member -> member.family() == family && member.strategy() == strategy);
    }

    private ValueType valueType(int operandType, int columnType) {
        boolean polymorphic = catalog.type(operandType).kind() == PSEUDO;
        return binder.session().type(BaseTypes.of(catalog, polymorphic ? columnType : operandType));
    }

    private record OfType(ValueType type) implements ValueEquality {
        @Override
        public boolean equal(Object left, Object right) {
            return type.equal(left, right);
        }

        @Override
        public int hash(Object value) {
            return type.hash(value);
        }

        @Override
        public boolean isIdentity() {
            return switch (VectorForm.of(type).layout()) {
                case INTS, LONGS -> true;
                case BYTES -> type.oid() != Oids.BPCHAR; // whose trailing blanks do not count
                default -> false;
            };
        }
    }

    private record OfIntegers() implements ValueEquality {
        @Override
        public boolean equal(Object left, Object right) {
            return ((Number) left).longValue() == ((Number) right).longValue();
        }

        @Override
        public int hash(Object value) {
            return Long.hashCode(((Number) value).longValue());
        }

        @Override
        public boolean isIdentity() {
            return true;
        }
    }

    /// NaN equals NaN, -0 equals 0.
    private record OfFloats() implements ValueEquality {
        @Override
        public boolean equal(Object left, Object right) {
            return plain(left) == plain(right) || Double.isNaN(plain(left)) && Double.isNaN(plain(right));
        }

        private static double plain(Object value) {
            return ((Number) value).doubleValue();
        }

        @Override
        public int hash(Object value) {
            return Double.hashCode(plain(value) + 0.0);
        }
    }

    /// @param hash null when the type cannot be hashed: then all values collide
    private record OfFunction(BoundFunction equal, BoundFunction hash) implements ValueEquality {
        @Override
        public boolean equal(Object left, Object right) {
            return equal.test(left, right);
        }

        @Override
        public int hash(Object value) {
            return hash == null ? 0 : (Integer) hash.call(value);
        }
    }
}
