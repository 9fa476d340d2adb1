package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.RECORD;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.List;

/// The columns of a row that a function gives through OUT parameters. Source: PostgreSQL's
/// build_function_result_tupdesc_d and resolve_polymorphic_tupdesc.
final class OutParameters {
    private OutParameters() {}

    static List<FunctionDef.Argument> of(FunctionDef function) {
        return function.allArguments().stream()
                .filter(argument -> argument.mode() == 'o' || argument.mode() == 'b' || argument.mode() == 't')
                .toList();
    }

    /// Null when the call gives no record, or one that only its caller can describe.
    static List<ColumnInfo> columns(TypeRules types, Expr.FunctionCall call) {
        FunctionDef function = types.catalog().function(call.function());
        List<FunctionDef.Argument> outputs = of(function);
        if (call.type() != RECORD || outputs.isEmpty()) {
            return null;
        }
        List<Integer> actual = call.arguments().stream().map(Expr::type).toList();
        List<ColumnInfo> columns = new ArrayList<>();
        for (FunctionDef.Argument output : outputs) {
            int type = PolymorphicTypes.enforce(
                    types, actual, new ArrayList<>(function.argumentTypes()), output.type(), false);
            String name = output.name().isEmpty() ? "column" + (columns.size() + 1) : output.name();
            columns.add(new ColumnInfo(name, type, -1, types.collationOf(type)));
        }
        return columns;
    }
}
