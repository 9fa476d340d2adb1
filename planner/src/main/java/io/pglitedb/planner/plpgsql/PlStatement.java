package io.pglitedb.planner.plpgsql;

import java.util.List;

/// A statement of PL/pgSQL. Lines count from 1 in the body.
public sealed interface PlStatement {
    int line();

    /// What messages call it.
    String title();

    /// @param variables numbers of those it declares, in order
    /// @param handlers null without EXCEPTION
    record Block(int line, String label, List<Integer> variables, List<PlStatement> body, List<Handler> handlers)
            implements PlStatement {
        @Override
        public String title() {
            return "statement block";
        }
    }

    /// @param conditions names, or SQLSTATEs of five characters; `others` for all
    /// @param stateVariable number of SQLSTATE
    /// @param messageVariable number of SQLERRM
    record Handler(List<Condition> conditions, List<PlStatement> body, int stateVariable, int messageVariable) {}

    /// @param code whether `text` is an SQLSTATE and not a name
    record Condition(String text, boolean code) {}

    /// @param steps into the variable; empty for all of it
    record Assign(int line, int variable, List<Step> steps, PlExpression value, PlExpression whole)
            implements PlStatement {
        @Override
        public String title() {
            return "assignment";
        }
    }

    /// A way into a value.
    sealed interface Step {
        record Field(String name) implements Step {}

        /// @param text between the brackets
        record Subscript(String text) implements Step {}
    }

    record Branch(PlExpression condition, List<PlStatement> body) {}

    /// @param otherwise empty without ELSE
    record If(int line, List<Branch> branches, List<PlStatement> otherwise) implements PlStatement {
        @Override
        public String title() {
            return "IF";
        }
    }

    /// @param value that branches are compared with, or null
    /// @param holder variable that holds it, 0 without one
    /// @param otherwise null without ELSE
    record Case(int line, PlExpression value, int holder, List<Branch> branches, List<PlStatement> otherwise)
            implements PlStatement {
        @Override
        public String title() {
            return "CASE";
        }
    }

    record Loop(int line, String label, List<PlStatement> body) implements PlStatement {
        @Override
        public String title() {
            return "LOOP";
        }
    }

    record While(int line, String label, PlExpression condition, List<PlStatement> body) implements PlStatement {
        @Override
        public String title() {
            return "WHILE";
        }
    }

    /// @param step null for 1
    record ForInteger(
            int line,
            String label,
            int variable,
            PlExpression lower,
            PlExpression upper,
            PlExpression step,
            boolean reverse,
            List<PlStatement> body)
            implements PlStatement {
        @Override
        public String title() {
            return "FOR with integer loop variable";
        }
    }

    record ForQuery(int line, String label, PlTarget target, PlExpression query, List<PlStatement> body)
            implements PlStatement {
        @Override
        public String title() {
            return "FOR over SELECT rows";
        }
    }

    record ForExecute(
            int line,
            String label,
            PlTarget target,
            PlExpression text,
            List<PlExpression> using,
            List<PlStatement> body)
            implements PlStatement {
        @Override
        public String title() {
            return "FOR over EXECUTE statement";
        }
    }

    /// @param arguments null for none
    record ForCursor(int line, String label, int variable, int cursor, PlExpression arguments, List<PlStatement> body)
            implements PlStatement {
        @Override
        public String title() {
            return "FOR over cursor";
        }
    }

    record ForEach(int line, String label, PlTarget target, int slice, PlExpression array, List<PlStatement> body)
            implements PlStatement {
        @Override
        public String title() {
            return "FOREACH over array";
        }
    }

    /// @param exit false for CONTINUE
    /// @param label null for the innermost loop
    record Exit(int line, boolean exit, String label, PlExpression condition) implements PlStatement {
        @Override
        public String title() {
            return exit ? "EXIT" : "CONTINUE";
        }
    }

    /// @param value null for none
    record Return(int line, PlExpression value) implements PlStatement {
        @Override
        public String title() {
            return "RETURN";
        }
    }

    record ReturnNext(int line, PlExpression value) implements PlStatement {
        @Override
        public String title() {
            return "RETURN NEXT";
        }
    }

    /// @param dynamic whether `query` gives the text of the query
    record ReturnQuery(int line, PlExpression query, boolean dynamic, List<PlExpression> using) implements PlStatement {
        @Override
        public String title() {
            return "RETURN QUERY";
        }
    }

    enum Level {
        DEBUG,
        LOG,
        INFO,
        NOTICE,
        WARNING,
        EXCEPTION
    }

    /// @param message null for none
    /// @param condition null for none
    record Raise(
            int line,
            Level level,
            Condition condition,
            String message,
            List<PlExpression> parameters,
            List<Option> options,
            boolean again)
            implements PlStatement {
        @Override
        public String title() {
            return "RAISE";
        }
    }

    record Option(String name, PlExpression value) {}

    record Assert(int line, PlExpression condition, PlExpression message) implements PlStatement {
        @Override
        public String title() {
            return "ASSERT";
        }
    }

    /// @param into null for none
    record Sql(int line, PlExpression statement, PlTarget into, boolean strict) implements PlStatement {
        @Override
        public String title() {
            return "SQL statement";
        }
    }

    record Execute(int line, PlExpression text, PlTarget into, boolean strict, List<PlExpression> using)
            implements PlStatement {
        @Override
        public String title() {
            return "EXECUTE";
        }
    }

    record Perform(int line, PlExpression query) implements PlStatement {
        @Override
        public String title() {
            return "PERFORM";
        }
    }

    /// CALL and DO.
    record Call(int line, PlExpression statement, boolean call) implements PlStatement {
        @Override
        public String title() {
            return call ? "CALL" : "DO";
        }
    }

    record GetDiagnostics(int line, boolean stacked, List<Item> items) implements PlStatement {
        @Override
        public String title() {
            return stacked ? "GET STACKED DIAGNOSTICS" : "GET DIAGNOSTICS";
        }
    }

    record Item(PlTarget.Place target, String name) {}

    /// @param query of an unbound cursor, or null
    /// @param text gives the text of the query, or null
    /// @param arguments of a bound cursor, or null
    record Open(
            int line,
            int cursor,
            Boolean scroll,
            PlExpression query,
            PlExpression text,
            List<PlExpression> using,
            PlExpression arguments)
            implements PlStatement {
        @Override
        public String title() {
            return "OPEN";
        }
    }

    enum Direction {
        FORWARD,
        BACKWARD,
        ABSOLUTE,
        RELATIVE
    }

    /// @param count null for `fixed`
    /// @param into null for MOVE
    record Fetch(int line, int cursor, boolean move, Direction direction, PlExpression count, long fixed, PlTarget into)
            implements PlStatement {
        @Override
        public String title() {
            return move ? "MOVE" : "FETCH";
        }
    }

    record Close(int line, int cursor) implements PlStatement {
        @Override
        public String title() {
            return "CLOSE";
        }
    }

    record Commit(int line, boolean chain) implements PlStatement {
        @Override
        public String title() {
            return "COMMIT";
        }
    }

    record Rollback(int line, boolean chain) implements PlStatement {
        @Override
        public String title() {
            return "ROLLBACK";
        }
    }

    record Nothing(int line) implements PlStatement {
        @Override
        public String title() {
            return "NULL";
        }
    }
}
