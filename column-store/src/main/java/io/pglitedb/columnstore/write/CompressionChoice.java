package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.encoding.Compression;
import io.pglitedb.types.bytes.ByteWriter;

/// Chooses by samples: what compression saves must be worth the time of reading it again, and zstd must be
/// clearly smaller than lz4, which reads several times as fast.
final class CompressionChoice {
    private static final double WORTH = 0.8;
    private static final double ZSTD_WORTH = 0.9;

    private CompressionChoice() {}

    static Compression choose(ByteWriter sample) {
        int plain = sample.size();
        if (plain < 64) {
            return Compression.NONE;
        }
        int zstd = Compression.ZSTD.compress(sample.array(), plain).length;
        if (zstd > plain * WORTH) {
            return Compression.NONE;
        }
        int lz4 = Compression.LZ4.compress(sample.array(), plain).length;
        return lz4 <= plain * WORTH && zstd > lz4 * ZSTD_WORTH ? Compression.LZ4 : Compression.ZSTD;
    }
}
