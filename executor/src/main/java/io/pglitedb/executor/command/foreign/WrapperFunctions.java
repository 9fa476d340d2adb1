package io.pglitedb.executor.command.foreign;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// HANDLER and VALIDATOR of a foreign-data wrapper. Source: PostgreSQL's parse_func_options.
final class WrapperFunctions {
    final boolean handlerGiven;
    final boolean validatorGiven;
    /// OID, 0 for none.
    final int handler;
    final int validator;

    WrapperFunctions(List<DefElem> functions, Definition definition) {
        DefElem handlerOption = only(functions, "handler");
        DefElem validatorOption = only(functions, "validator");
        handlerGiven = handlerOption != null;
        validatorGiven = validatorOption != null;
        handler = handlerOption == null || handlerOption.value() == null ? 0 : handler(handlerOption, definition);
        validator = validatorOption == null || validatorOption.value() == null
                ? 0
                : definition
                        .analysis()
                        .exactFunction(name(validatorOption), List.of(Oids.TEXT_ARRAY, Oids.OID))
                        .oid();
    }

    private static DefElem only(List<DefElem> functions, String name) {
        DefElem found = null;
        for (DefElem function : functions) {
            if (function.name().equals(name)) {
                if (found != null) {
                    throw new PgException(SqlState.SYNTAX_ERROR, "conflicting or redundant options")
                            .at(function.location() + 1);
                }
                found = function;
            }
        }
        return found;
    }

    private static List<String> name(DefElem option) {
        return ((List<?>) option.value()).stream().map(String::valueOf).toList();
    }

    private static int handler(DefElem option, Definition definition) {
        FunctionDef function = definition.analysis().exactFunction(name(option), List.of());
        if (function.resultType() != Oids.FDW_HANDLER) {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE,
                    "function %s must return type fdw_handler".formatted(String.join(".", name(option))));
        }
        return function.oid();
    }
}
