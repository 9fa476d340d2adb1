package io.pglitedb.rowstore.serial;

import java.util.LinkedHashSet;
import java.util.Set;

/// A relation or an index, and who has read and written in it.
final class Area {
    /// @param space of its keys, see `key.StoreKey`
    record Name(byte space, int number) {}

    final Name name;
    final Set<Participant> readers = new LinkedHashSet<>();
    final Set<Participant> writers = new LinkedHashSet<>();

    Area(Name name) {
        this.name = name;
    }

    void remove(Participant participant) {
        readers.remove(participant);
        writers.remove(participant);
    }

    boolean isEmpty() {
        return readers.isEmpty() && writers.isEmpty();
    }
}
