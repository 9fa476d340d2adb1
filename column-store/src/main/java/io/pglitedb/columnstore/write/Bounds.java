package io.pglitedb.columnstore.write;

/// Least and greatest value of a page or chunk as statistics write them; null for none.
record Bounds(byte[] least, byte[] greatest) {
    static final Bounds NONE = new Bounds(null, null);

    boolean known() {
        return least != null;
    }
}
