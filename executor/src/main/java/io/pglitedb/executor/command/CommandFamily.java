package io.pglitedb.executor.command;

import java.util.List;

/// Names the commands that a package offers; found by `ServiceLoader`.
public interface CommandFamily {
    List<Command<?>> commands();
}
