package io.pglitedb.executor.row.scan;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.hash.JenkinsHash;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The sampling methods: a row is in the sample when its hash, an unsigned 32-bit number, is below a cutoff.
/// Source: PostgreSQL tablesample/bernoulli.c, system.c.
enum RowSampling {
    /// Every row by itself.
    BERNOULLI {
        @Override
        long hash(long rowid, int seed) {
            return hashed(ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(rowid), seed);
        }
    },
    /// Rows that were inserted one after the other share their fate, as those of a page do in PostgreSQL.
    SYSTEM {
        @Override
        long hash(long rowid, int seed) {
            return hashed(ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(rowid / GROUP), seed);
        }
    };

    /// Rows that are sampled together: about as many as a page of PostgreSQL holds.
    private static final int GROUP = 128;

    static RowSampling of(FunctionDef handler) {
        return switch (handler.prosrc()) {
            case "tsm_bernoulli_handler" -> BERNOULLI;
            case "tsm_system_handler" -> SYSTEM;
            default -> throw PgException.notSupported("tablesample method " + handler.name());
        };
    }

    /// What hashes of rows in the sample are below.
    static long cutoff(float percentage) {
        if (!(percentage >= 0 && percentage <= 100)) {
            throw new PgException(SqlState.INVALID_TABLESAMPLE_ARGUMENT, "sample percentage must be between 0 and 100");
        }
        return Math.round((1L << 32) * (double) percentage / 100);
    }

    abstract long hash(long rowid, int seed);

    private static long hashed(ByteBuffer key, int seed) {
        return Integer.toUnsignedLong(JenkinsHash.hash(key.putInt(seed).array()));
    }
}
