package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.catalog.typed.ExpressionList;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes functions and procedures. Source: PostgreSQL 15, `ProcedureCreate`.
public final class Functions {
    private static final SystemTable TABLE = SystemTables.table("pg_proc");
    private static final SystemIndex BY_SIGNATURE = SystemTables.index("pg_proc_proname_args_nsp_index");

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public Functions(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
    }

    /// OID. With `replace` a function of the same name and arguments is changed, if what it returns stays.
    ///
    /// @param definition its `oid` and `acl` are not looked at
    /// @param references what its defaults and its SQL-standard body refer to
    public int create(FunctionDef definition, Set<ObjectAddress> references, boolean replace) {
        SystemRow before = writer.row(
                BY_SIGNATURE, definition.name(), Values.oidVector(definition.argumentTypes()), definition.namespace());
        int oid;
        if (before == null) {
            oid = writer.newOid(TABLE);
            PgArray acl = new DefaultPrivileges(writer).of('f', definition.owner(), definition.namespace());
            writer.insert(
                    TABLE,
                    row(definition)
                            .set("oid", oid)
                            .set("proowner", definition.owner())
                            .set("proacl", acl));
            dependencies.recordOwner(ObjectAddress.function(oid), definition.owner());
            DefaultPrivileges.record(dependencies, ObjectAddress.function(oid), acl, definition.owner());
        } else if (replace) {
            oid = before.oid("oid");
            requireReplaceable(writer.view().function(oid), definition);
            writer.update(before, row(definition));
            forgetNormal(ObjectAddress.function(oid));
        } else {
            throw new PgException(
                    SqlState.DUPLICATE_FUNCTION,
                    "function \"%s\" already exists with same argument types".formatted(definition.name()));
        }
        recordDependencies(ObjectAddress.function(oid), definition, references);
        return oid;
    }

    private static RowValues row(FunctionDef function) {
        List<Integer> allTypes = new ArrayList<>();
        List<Character> modes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (FunctionDef.Argument argument : function.allArguments()) {
            allTypes.add(argument.type());
            modes.add(argument.mode());
            names.add(argument.name());
        }
        if (function.allArguments().isEmpty()) {
            names.addAll(function.argumentNames());
        }
        boolean named = names.stream().anyMatch(name -> !name.isEmpty());
        return new RowValues()
                .set("proname", function.name())
                .set("pronamespace", function.namespace())
                .set("prolang", function.language())
                .set("procost", function.cost())
                .set("prorows", function.rows())
                .set("provariadic", function.variadicElementType())
                .set("prosupport", function.support())
                .set("prokind", function.kind())
                .set("prosecdef", function.securityDefiner())
                .set("proleakproof", function.leakproof())
                .set("proisstrict", function.strict())
                .set("proretset", function.returnsSet())
                .set("provolatile", function.volatility())
                .set("proparallel", function.parallel())
                .set("pronargs", function.argumentTypes().size())
                .set("pronargdefaults", function.defaultCount())
                .set("prorettype", function.resultType())
                .set("proargtypes", Values.oidVector(function.argumentTypes()))
                .set("proallargtypes", Values.oids(allTypes))
                .set("proargmodes", Values.letters(modes))
                .set("proargnames", named ? Values.texts(names) : null)
                .set("proargdefaults", function.defaults().isEmpty() ? null : ExpressionList.join(function.defaults()))
                .set("prosrc", function.prosrc())
                .set("probin", function.binary().orElse(null))
                .set("prosqlbody", function.sqlBody().orElse(null))
                .set("proconfig", Values.texts(function.settings()));
    }

    private void requireReplaceable(FunctionDef before, FunctionDef after) {
        String name = writer.view().function(before.oid()).name();
        if (before.kind() != after.kind()) {
            throw new PgException(SqlState.WRONG_OBJECT_TYPE, "cannot change routine kind")
                    .detail(kindDetail(name, before.kind()));
        }
        String hint =
                "Use DROP %s %s first.".formatted(before.kind() == 'p' ? "PROCEDURE" : "FUNCTION", signature(before));
        if (before.resultType() != after.resultType() || before.returnsSet() != after.returnsSet()) {
            throw new PgException(
                            SqlState.INVALID_FUNCTION_DEFINITION,
                            before.kind() == 'p'
                                    ? "cannot change whether a procedure has output parameters"
                                    : "cannot change return type of existing function")
                    .hint(hint);
        }
        if (!outputs(before).equals(outputs(after))) {
            throw new PgException(
                            SqlState.INVALID_FUNCTION_DEFINITION, "cannot change return type of existing function")
                    .detail("Row type defined by OUT parameters is different.")
                    .hint(hint);
        }
        for (int i = 0; i < before.argumentNames().size(); i++) {
            String oldName = before.argumentNames().get(i);
            if (!oldName.isEmpty() && !oldName.equals(after.argumentNames().get(i))) {
                throw new PgException(
                                SqlState.INVALID_FUNCTION_DEFINITION,
                                "cannot change name of input parameter \"%s\"".formatted(oldName))
                        .hint(hint);
            }
        }
        if (after.defaultCount() < before.defaultCount()) {
            throw new PgException(
                            SqlState.INVALID_FUNCTION_DEFINITION,
                            "cannot remove parameter defaults from existing function")
                    .hint(hint);
        }
    }

    private static String kindDetail(String name, char kind) {
        String what = switch (kind) {
            case 'a' -> "an aggregate function";
            case 'f' -> "a function";
            case 'p' -> "a procedure";
            case 'w' -> "a window function";
            default -> throw new IllegalStateException("no routine kind " + kind);
        };
        return "\"%s\" is %s.".formatted(name, what);
    }

    private static List<FunctionDef.Argument> outputs(FunctionDef function) {
        return function.allArguments().stream()
                .filter(argument -> argument.mode() != 'i' && argument.mode() != 'v')
                .toList();
    }

    private String signature(FunctionDef function) {
        List<String> types = function.argumentTypes().stream()
                .map(type -> writer.view().formatType(type))
                .toList();
        return function.name() + "(" + String.join(",", types) + ")";
    }

    private void forgetNormal(ObjectAddress self) {
        dependencies
                .referenced(self, DependencyType.NORMAL)
                .forEach(referenced -> dependencies.forget(self, referenced, DependencyType.NORMAL));
    }

    private void recordDependencies(ObjectAddress self, FunctionDef function, Set<ObjectAddress> references) {
        List<ObjectAddress> all = new ArrayList<>();
        all.add(ObjectAddress.schema(function.namespace()));
        all.add(ObjectAddress.of(ClassOid.LANGUAGE, function.language()));
        all.add(ObjectAddress.type(function.resultType()));
        function.argumentTypes().forEach(type -> all.add(ObjectAddress.type(type)));
        function.allArguments().forEach(argument -> all.add(ObjectAddress.type(argument.type())));
        all.add(ObjectAddress.function(function.support()));
        all.addAll(references);
        dependencies.recordAll(self, all, DependencyType.NORMAL);
    }

    /// Sets columns of a function's row (ALTER FUNCTION).
    public void update(int oid, Map<String, ?> changes) {
        writer.update(writer.row(TABLE.oidIndex(), oid), changes);
    }
}
