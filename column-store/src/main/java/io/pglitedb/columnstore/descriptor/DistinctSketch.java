package io.pglitedb.columnstore.descriptor;

/// Estimates how many different values there are: HyperLogLog of 1,024 registers, about 3 % off; small counts by
/// linear counting. Source: Flajolet et al., "HyperLogLog" (2007).
public final class DistinctSketch {
    private static final int BITS = 10;
    private static final int REGISTERS = 1 << BITS;
    private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

    private final byte[] registers = new byte[REGISTERS];

    /// @param hash all of its bits mixed
    public void add(long hash) {
        int register = (int) (hash >>> Long.SIZE - BITS);
        byte rank = (byte) (Long.numberOfLeadingZeros(hash << BITS | 1L << BITS - 1) + 1);
        if (rank > registers[register]) {
            registers[register] = rank;
        }
    }

    public void addAll(DistinctSketch other) {
        for (int register = 0; register < REGISTERS; register++) {
            registers[register] = (byte) Math.max(registers[register], other.registers[register]);
        }
    }

    public long estimate() {
        double sum = 0;
        int zeros = 0;
        for (byte rank : registers) {
            sum += 1.0 / (1L << rank);
            zeros += rank == 0 ? 1 : 0;
        }
        double raw = ALPHA * REGISTERS * REGISTERS / sum;
        boolean small = raw <= 2.5 * REGISTERS && zeros > 0;
        return Math.round(small ? REGISTERS * Math.log((double) REGISTERS / zeros) : raw);
    }

    /// Mixes the bits of a number. Source: Stafford's variant 13 of the MurmurHash3 finalizer.
    public static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
