package io.pglitedb.planner.ast;

import io.pglitedb.planner.ast.ObjectReference.Routine;
import java.util.List;

/// Statements that define functions, procedures, aggregates, casts, transforms and languages.
public sealed interface FunctionStatement extends Statement {
    /// What CREATE FUNCTION says about its result.
    sealed interface Result {}

    /// No RETURNS: of a procedure, or of a function that OUT parameters describe.
    record NoResult() implements Result {}

    record Returns(TypeName type) implements Result {}

    record ReturnsTable(List<RoutineParameter> columns) implements Result {}

    /// The code in SQL itself; code in a string is the option `as`.
    sealed interface Body {}

    record NoBody() implements Body {}

    /// `RETURN expression` as the body, or a statement of an atomic block.
    record Return(AstExpr expression) implements Body, FunctionStatement {}

    /// BEGIN ATOMIC … END
    record AtomicBlock(List<Statement> statements) implements Body {}

    /// CREATE FUNCTION and CREATE PROCEDURE. Options as PostgreSQL names them, in written order, perhaps twice:
    /// as
    /// (`List<String>`: the code, or the object file and the symbol), language, volatility, parallel (String),
    /// strict,
    /// security (true: definer), leakproof, window (Boolean), cost, rows (a number), support (`List<String>`),
    /// set (a
    /// SessionStatement), transform (`List<TypeName>`).
    record CreateFunction(
            boolean replace,
            boolean procedure,
            List<String> name,
            List<RoutineParameter> parameters,
            Result result,
            List<DefElem> options,
            Body body)
            implements FunctionStatement {}

    /// ALTER FUNCTION, PROCEDURE, ROUTINE with options as in CREATE FUNCTION.
    record AlterFunction(Routine routine, List<DefElem> options) implements FunctionStatement {}

    /// CREATE AGGREGATE; `oldStyle` has no parameters but tells them in the definition.
    record CreateAggregate(boolean replace, boolean oldStyle, RoutineSignature signature, List<DefElem> definition)
            implements FunctionStatement {}

    enum CastContext {
        EXPLICIT,
        ASSIGNMENT,
        IMPLICIT
    }

    enum CastMethod {
        FUNCTION,
        /// WITHOUT FUNCTION
        BINARY,
        INOUT
    }

    /// `function` only for FUNCTION, else null.
    record CreateCast(
            TypeName source, TypeName target, CastMethod method, RoutineSignature function, CastContext context)
            implements FunctionStatement {}

    /// A direction without a function is null.
    record CreateTransform(
            boolean replace, TypeName type, String language, RoutineSignature fromSql, RoutineSignature toSql)
            implements FunctionStatement {}

    /// CREATE LANGUAGE; without a handler it means CREATE EXTENSION. Absent functions are empty.
    record CreateLanguage(
            boolean replace,
            boolean trusted,
            String name,
            List<String> handler,
            List<String> inlineHandler,
            List<String> validator)
            implements FunctionStatement {}
}
