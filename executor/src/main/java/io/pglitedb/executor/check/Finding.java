package io.pglitedb.executor.check;

import java.util.Locale;

/// Something that is not as it must be.
///
/// @param place what it is about: `database schema.relation`, or a part of the store
public record Finding(Kind kind, String place, String text) {
    /// What a finding means.
    public enum Kind {
        /// Data is wrong or lost.
        DAMAGE,
        /// Space that nothing uses.
        GARBAGE,
        /// Something was not checked.
        SKIPPED
    }

    /// As one line.
    @Override
    public String toString() {
        return "%s: %s: %s".formatted(kind.name().toLowerCase(Locale.ROOT), place, text);
    }
}
