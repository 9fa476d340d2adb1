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

    /// The same values without a dictionary where each has its slot in an array; itself where texts and objects
    /// would be copied.
    public Vector flat() {
        return switch (dictionary) {
            case IntVector(VectorForm form, int[] values, long[] _, int _) ->
                new IntVector(form, ints(values), nulls, length);
            case LongVector(long[] values, long[] _, int _) -> new LongVector(longs(values), nulls, length);
            case DecimalVector(long[] unscaled, int scale, long[] _, int _) ->
                new DecimalVector(longs(unscaled), scale, nulls, length);
            case DoubleVector(VectorForm form, double[] values, long[] _, int _) ->
                new DoubleVector(form, doubles(values), nulls, length);
            case BytesVector _, ObjectVector _, DictionaryVector _, ConstantVector _ -> this;
        };
    }

    private int[] ints(int[] entries) {
        int[] values = new int[length];
        for (int row = 0; row < length; row++) {
            values[row] = entries[codes[row]];
        }
        return values;
    }

    private long[] longs(long[] entries) {
        long[] values = new long[length];
        for (int row = 0; row < length; row++) {
            values[row] = entries[codes[row]];
        }
        return values;
    }

    private double[] doubles(double[] entries) {
        double[] values = new double[length];
        for (int row = 0; row < length; row++) {
            values[row] = entries[codes[row]];
        }
        return values;
    }
}
