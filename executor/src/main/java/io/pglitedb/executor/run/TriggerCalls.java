package io.pglitedb.executor.run;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TriggerDef;
import java.util.List;

/// Runs the functions of triggers. A session offers it by `SessionContext.as`.
public interface TriggerCalls {
    enum Event {
        INSERT(4),
        DELETE(8),
        UPDATE(16),
        TRUNCATE(32);

        private final int bit;

        Event(int bit) {
            this.bit = bit;
        }

        /// In `tgtype`.
        public int bit() {
            return bit;
        }
    }

    int ROW = 1; // bits of tgtype
    int BEFORE = 2;
    int INSTEAD = 64;

    /// @param table whose row or statement it is
    /// @param before the row as it was, all columns; null for none
    /// @param after the row as it will be; null for none
    record Firing(TriggerDef trigger, TableDef table, Event event, Object[] before, Object[] after) {
        public String when() {
            return (trigger.type() & BEFORE) != 0 ? "BEFORE" : (trigger.type() & INSTEAD) != 0 ? "INSTEAD OF" : "AFTER";
        }

        public boolean forRow() {
            return (trigger.type() & ROW) != 0;
        }

        public List<String> arguments() {
            return trigger.arguments();
        }
    }

    /// The row that the function returns, all columns of the table; null for NULL.
    Object[] fire(Firing firing);

    /// How many functions of triggers are being run.
    int depth();

    /// Whether the WHEN of a trigger of statements, which sees no rows, lets it fire.
    boolean holds(TriggerDef trigger);
}
