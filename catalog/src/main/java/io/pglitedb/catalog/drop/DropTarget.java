package io.pglitedb.catalog.drop;

import io.pglitedb.catalog.depend.ObjectAddress;

/// An object on the way to be dropped, and how it was reached.
final class DropTarget {
    /// Named by the command.
    static final int ORIGINAL = 1;

    static final int NORMAL = 2;
    static final int AUTO = 4;
    static final int INTERNAL = 8;
    static final int PARTITION = 16;
    static final int EXTENSION = 32;
    /// Reached as the owner of something that depends on a target.
    static final int REVERSE = 64;
    /// A partition's part: must also be reached by `PARTITION`.
    static final int IS_PART = 128;
    /// A column of a relation that is dropped as a whole.
    static final int SUBOBJECT = 256;

    /// These go along without a word.
    static final int SILENT = AUTO | INTERNAL | PARTITION | EXTENSION;

    final ObjectAddress address;
    int flags;
    /// What it was reached from; null for the command's own.
    final ObjectAddress dependee;

    DropTarget(ObjectAddress address, int flags, ObjectAddress dependee) {
        this.address = address;
        this.flags = flags;
        this.dependee = dependee;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
