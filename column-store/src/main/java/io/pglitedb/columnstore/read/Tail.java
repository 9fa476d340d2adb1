package io.pglitedb.columnstore.read;

import io.pglitedb.columnstore.descriptor.FileTail;
import io.pglitedb.columnstore.file.FileErrors;
import io.pglitedb.columnstore.file.RangeFile;
import java.io.ByteArrayInputStream;
import java.util.zip.CRC32;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.Util;

/// Page indexes and footer of a segment's file: read once, compared with the manifest's checksum, kept.
final class Tail {
    private final RangeFile file;
    private final long offset;
    private final byte[] bytes;

    private Tail(RangeFile file, long offset, byte[] bytes) {
        this.file = file;
        this.offset = offset;
        this.bytes = bytes;
    }

    static Tail read(RangeFile file, FileTail expected) {
        if (file.length() != expected.fileLength()) {
            throw FileErrors.damaged(
                    file.path(), "%d bytes instead of %d".formatted(file.length(), expected.fileLength()));
        }
        int length = Math.toIntExact(expected.fileLength() - expected.offset());
        byte[] bytes = file.read(expected.offset(), length, 0);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        if ((int) crc.getValue() != expected.checksum()) {
            throw FileErrors.damaged(file.path(), "wrong checksum of the footer");
        }
        return new Tail(file, expected.offset(), bytes);
    }

    int length() {
        return bytes.length;
    }

    FileMetaData metaData() {
        int length = Footer.length(bytes);
        return structure(offset + bytes.length - Footer.TAIL - length, length, Util::readFileMetaData);
    }

    /// Null for none.
    ColumnIndex columnIndex(ChunkLayout chunk) {
        return chunk.columnIndexOffset() < 0
                ? null
                : structure(chunk.columnIndexOffset(), chunk.columnIndexLength(), Util::readColumnIndex);
    }

    OffsetIndex offsetIndex(ChunkLayout chunk) {
        return structure(chunk.offsetIndexOffset(), chunk.offsetIndexLength(), Util::readOffsetIndex);
    }

    private <T> T structure(long at, int length, Footer.StructureReader<T> reader) {
        return Footer.structure(file, new ByteArrayInputStream(bytes, (int) (at - offset), length), reader);
    }
}
