package io.pglitedb.executor.plpgsql;

import io.pglitedb.planner.plpgsql.PlDeclarations;
import io.pglitedb.planner.plpgsql.PlStatement;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.function.RowShape;
import java.util.List;

/// A body ready to run.
///
/// @param title what error contexts call the routine: its name with the types of its arguments
/// @param inputs numbers of the variables that take the arguments
/// @param outputs numbers of the output parameters
/// @param result OID of the type that is returned; of a set, of its elements
/// @param set whether it returns a set
/// @param apart whether its statements see what was done before them: volatile ones
/// @param found number of the variable FOUND
/// @param rowShape what the call wants of a function that returns record; null when it says nothing
record PlBody(
        String title,
        PlDeclarations declarations,
        PlStatement.Block block,
        List<Integer> inputs,
        List<Integer> outputs,
        SqlType result,
        boolean set,
        boolean apart,
        boolean procedure,
        int found,
        RowShape rowShape) {}
