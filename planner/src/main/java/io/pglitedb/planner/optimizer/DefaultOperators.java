package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// The operators of a type's default btree class.
public final class DefaultOperators {
    private static final int BTREE = 403;
    private static final int LESS = 1;
    private static final int EQUAL = 3;

    private final CatalogView catalog;

    public DefaultOperators(CatalogView catalog) {
        this.catalog = catalog;
    }

    /// OID of `=`; 42883 when the type has no default order.
    public int equality(int type) {
        return operator(type, EQUAL);
    }

    /// OID of `<`.
    public int less(int type) {
        return operator(type, LESS);
    }

    private int operator(int type, int strategy) {
        int operatorClass = operatorClass(type);
        if (operatorClass != 0) {
            OperatorClassDef definition = catalog.operatorClass(operatorClass);
            int operator = catalog.operatorFamily(definition.family())
                    .operator(definition.inputType(), definition.inputType(), strategy);
            if (operator != 0) {
                return operator;
            }
        }
        throw new PgException(
                SqlState.UNDEFINED_FUNCTION,
                "could not identify an equality operator for type " + catalog.formatType(type));
    }

    private int operatorClass(int type) {
        int own = catalog.defaultOperatorClass(BTREE, type);
        if (own != 0) {
            return own;
        }
        TypeDef definition = catalog.type(type);
        if (definition == null) {
            return 0;
        }
        if (definition.isTrueArray()) {
            return catalog.defaultOperatorClass(BTREE, Oids.ANYARRAY);
        }
        return switch (definition.kind()) {
            case 'd' -> operatorClass(definition.baseType());
            case 'e' -> catalog.defaultOperatorClass(BTREE, Oids.ANYENUM);
            case 'c' -> catalog.defaultOperatorClass(BTREE, Oids.RECORD);
            case 'r' -> catalog.defaultOperatorClass(BTREE, Oids.ANYRANGE);
            case 'm' -> catalog.defaultOperatorClass(BTREE, Oids.ANYMULTIRANGE);
            default -> type == Oids.VARCHAR ? catalog.defaultOperatorClass(BTREE, Oids.TEXT) : 0;
        };
    }
}
