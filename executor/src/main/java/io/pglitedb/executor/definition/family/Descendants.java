package io.pglitedb.executor.definition.family;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.rowstore.lock.LockMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// The tables that inherit from a table and partitions of it, locked.
public final class Descendants {
    private final Definition definition;
    private final LockMode mode;

    public Descendants(Definition definition, LockMode mode) {
        this.definition = definition;
        this.mode = mode;
    }

    /// Those one level below.
    public List<TableDef> children(int table) {
        List<TableDef> children = new ArrayList<>();
        for (int child : definition.view().children(table)) {
            definition.lock(child, mode);
            TableDef found = definition.view().table(child);
            if (found != null) {
                children.add(found);
            }
        }
        return children;
    }

    /// Those of every level, each once, level by level.
    public List<TableDef> all(int table) {
        SequencedSet<Integer> found = new LinkedHashSet<>();
        List<Integer> queue = new ArrayList<>(List.of(table));
        while (!queue.isEmpty()) {
            for (TableDef child : children(queue.removeFirst())) {
                if (found.add(child.oid())) {
                    queue.add(child.oid());
                }
            }
        }
        return found.stream().map(definition.view()::table).toList();
    }
}
