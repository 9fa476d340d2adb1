package io.pglitedb.catalog.depend;

/// `deptype`: what happens to the depender when the other object is dropped.
public enum DependencyType {
    /// Refuses, or goes along with CASCADE.
    NORMAL('n'),
    /// Goes along.
    AUTO('a'),
    /// Goes along, and cannot be dropped by itself: the other is to be dropped instead.
    INTERNAL('i'),
    /// Part of the other by partitioning: goes along with either of its two.
    PARTITION_PRIMARY('P'),
    PARTITION_SECONDARY('S'),
    /// Member of an extension.
    EXTENSION('e'),
    /// Goes along with an extension, but is no member.
    AUTO_EXTENSION('x');

    private final char letter;

    DependencyType(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }

    public static DependencyType of(char letter) {
        for (DependencyType type : values()) {
            if (type.letter == letter) {
                return type;
            }
        }
        throw new IllegalArgumentException("no dependency type " + letter);
    }
}
