package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.CollationDef;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.types.text.Quoting;
import java.nio.charset.StandardCharsets;

/// Objects by the names that find them again: with their schema where the search path does not.
final class Names {
    private static final int NAME_BYTES_MAX = 63;

    private final CatalogView catalog;

    Names(CatalogView catalog) {
        this.catalog = catalog;
    }

    /// `name_1`, cut in the middle where that is too long for a name.
    static String numbered(String name, int number) {
        String suffix = "_" + number;
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        int length = NAME_BYTES_MAX - suffix.length();
        if (utf8.length <= length) {
            return name + suffix;
        }
        while ((utf8[length] & 0xc0) == 0x80) {
            length--;
        }
        return new String(utf8, 0, length, StandardCharsets.UTF_8) + suffix;
    }

    private String qualified(boolean visible, int namespace, String quoted) {
        return visible ? quoted : Quoting.identifier(catalog.namespaceName(namespace)) + "." + quoted;
    }

    String function(int oid) {
        FunctionDef function = catalog.function(oid);
        return qualified(isVisible(function), function.namespace(), Quoting.identifier(function.name()));
    }

    /// Whether no nearer schema has a function of the same name and arguments.
    private boolean isVisible(FunctionDef function) {
        for (int schema : catalog.searchPath()) {
            for (FunctionDef candidate : catalog.functions(function.name())) {
                if (candidate.namespace() == schema && candidate.argumentTypes().equals(function.argumentTypes())) {
                    return candidate.oid() == function.oid();
                }
            }
        }
        return false;
    }

    /// `+`, or `OPERATOR(schema.+)`.
    String operator(int oid) {
        OperatorDef operator = catalog.operator(oid);
        return isVisible(operator)
                ? operator.name()
                : "OPERATOR(" + Quoting.identifier(catalog.namespaceName(operator.namespace())) + "." + operator.name()
                        + ")";
    }

    private boolean isVisible(OperatorDef operator) {
        for (int schema : catalog.searchPath()) {
            for (OperatorDef candidate : catalog.operators(operator.name())) {
                if (candidate.namespace() == schema
                        && candidate.leftType() == operator.leftType()
                        && candidate.rightType() == operator.rightType()) {
                    return candidate.oid() == operator.oid();
                }
            }
        }
        return false;
    }

    String relation(TableDef table) {
        for (int schema : catalog.searchPath()) {
            TableDef found = catalog.table(schema, table.name());
            if (found != null) {
                return qualified(found.oid() == table.oid(), table.namespace(), Quoting.identifier(table.name()));
            }
        }
        return qualified(false, table.namespace(), Quoting.identifier(table.name()));
    }

    String collation(int oid) {
        CollationDef collation = catalog.collation(oid);
        String quoted = Quoting.identifier(collation.name());
        for (int schema : catalog.searchPath()) {
            int found = catalog.collation(schema, collation.name());
            if (found != 0) {
                return qualified(found == oid, collation.namespace(), quoted);
            }
        }
        return qualified(false, collation.namespace(), quoted);
    }

    String operatorClass(OperatorClassDef operatorClass) {
        String quoted = Quoting.identifier(operatorClass.name());
        for (int schema : catalog.searchPath()) {
            OperatorClassDef found = catalog.operatorClass(operatorClass.method(), schema, operatorClass.name());
            if (found != null) {
                return qualified(found.oid() == operatorClass.oid(), operatorClass.namespace(), quoted);
            }
        }
        return qualified(false, operatorClass.namespace(), quoted);
    }

    String type(int oid, int typmod) {
        return catalog.formatType(oid, typmod);
    }
}
