package io.pglitedb.types.vector;

/// Row r has the value of row `codes[r]` of the dictionary. Batches of one source share their dictionary object,
/// so that what is computed once per entry can be kept.
///
/// @param codes valid ones, of a NULL row too: a dictionary has at least one entry, NULL rows or not
/// @param dictionary without NULLs, neither a dictionary nor a constant; it may be longer than a batch
public record DictionaryVector(int[] codes, Vector dictionary, long[] nulls, int length) implements Vector {
    public DictionaryVector {
        if (dictionary.nulls() != null
                || dictionary instanceof DictionaryVector
                || dictionary instanceof ConstantVector) {
            throw new IllegalArgumentException("not a dictionary: " + dictionary.getClass());
        }
    }

    @Override
    public VectorForm form() {
        return dictionary.form();
    }

    @Override
    public Object get(int row) {
        return isNull(row) ? null : dictionary.get(codes[row]);
    }
}
