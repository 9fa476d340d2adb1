package io.pglitedb.columnstore.encoding;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;

/// How the bodies of pages are compressed in files of ours.
public enum Compression {
    NONE {
        @Override
        public byte[] compress(byte[] bytes, int length) {
            return Arrays.copyOf(bytes, length);
        }

        @Override
        public void decompress(byte[] in, int offset, int length, byte[] out, int outLength) {
            require(length == outLength);
            System.arraycopy(in, offset, out, 0, length);
        }
    },
    /// The block format of LZ4 without any frame: Parquet's LZ4_RAW.
    LZ4 {
        @Override
        public byte[] compress(byte[] bytes, int length) {
            return LZ4_FACTORY.fastCompressor().compress(bytes, 0, length);
        }

        @Override
        public void decompress(byte[] in, int offset, int length, byte[] out, int outLength) {
            try {
                require(LZ4_FACTORY.safeDecompressor().decompress(in, offset, length, out, 0, outLength) == outLength);
            } catch (LZ4Exception damage) {
                throw new IllegalArgumentException(damage);
            }
        }
    },
    /// Level 1.
    ZSTD {
        @Override
        public byte[] compress(byte[] bytes, int length) {
            byte[] buffer = new byte[Math.toIntExact(Zstd.compressBound(length))];
            try (ZstdCompressCtx context = new ZstdCompressCtx()) {
                context.setLevel(1);
                int size = context.compressByteArray(buffer, 0, buffer.length, bytes, 0, length);
                return Arrays.copyOf(buffer, size);
            }
        }

        @Override
        public void decompress(byte[] in, int offset, int length, byte[] out, int outLength) {
            try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
                require(context.decompressByteArray(out, 0, outLength, in, offset, length) == outLength);
            } catch (ZstdException damage) {
                throw new IllegalArgumentException(damage);
            }
        }
    };

    private static final LZ4Factory LZ4_FACTORY = LZ4Factory.fastestInstance();

    public abstract byte[] compress(byte[] bytes, int length);

    /// Fills out[0, outLength); IllegalArgumentException when the input does not give exactly that.
    public abstract void decompress(byte[] in, int offset, int length, byte[] out, int outLength);

    private static void require(boolean exact) {
        if (!exact) {
            throw new IllegalArgumentException("a page of another size than its header says");
        }
    }
}
