package io.pglitedb.rowstore.rocks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// The end of a log that [LogExtension] had lengthened when the process was killed: cuts the zeros behind the last
/// record, and a last record that was not written whole. To RocksDB such a record would be damage, as its bytes seem to
/// be all there. What does not look like an interrupted write stays for RocksDB to refuse.
///
/// A log is a sequence of blocks of 32 KB, a block a sequence of records: checksum int32, length uint16, type int8
/// (little-endian), then the payload; fewer than 7 bytes at a block's end are unused. A payload that does not fit is
/// cut
/// into records of the types first, middle and last. The checksum is a masked CRC-32C of type and payload.
/// Source: RocksDB, db/log_format.h.
final class LogTail {
    private static final int BLOCK = 32 << 10;
    private static final int HEADER = 7;
    /// What a disk writes as a whole, at least.
    private static final int SECTOR = 512;

    private static final int FULL = 1;
    private static final int FIRST = 2;
    private static final int LAST = 4;

    private final FileChannel file;
    private final long size;
    /// The block at [#loaded].
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);

    private long loaded = -1;

    private LogTail(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /// In a directory of RocksDB's.
    static List<Path> logs(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+\\.log"))
                    .sorted(Comparator.comparingLong(LogTail::number))
                    .toList();
        }
    }

    private static long number(Path log) {
        String name = log.getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }

    /// Of all logs in a directory that is not open.
    static void cutAll(Path directory) throws IOException {
        for (Path log : logs(directory)) {
            try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                if (endsInZero(file)) {
                    file.truncate(new LogTail(file).end());
                }
            }
        }
    }

    private static boolean endsInZero(FileChannel file) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return file.size() > 0 && file.read(last, file.size() - 1) == 1 && last.get(0) == 0;
    }

    /// Where the log would end had it not been lengthened.
    private long end() throws IOException {
        long position = 0;
        long whole = 0; // End of the last record that is complete with all its parts.
        while (position < size) {
            load(position);
            int offset = (int) (position % BLOCK);
            if (block.limit() - offset < HEADER) {
                position += BLOCK - offset;
            } else if (isValid(offset)) {
                position += HEADER + length(offset);
                int type = block.get(offset + 6);
                if (type == FULL || type == LAST || type > LAST) {
                    whole = position;
                }
            } else {
                return wasInterrupted(position, offset) ? whole : size;
            }
        }
        return size;
    }

    /// Whether what is here lacks a part, and nothing that is whole begins behind it.
    private boolean wasInterrupted(long position, int offset) throws IOException {
        boolean lacks = isZero(offset, HEADER)
                || lacksSector(offset + HEADER, Math.min(offset + HEADER + length(offset), block.limit()));
        for (int next = offset + 1; next <= block.limit() - HEADER && lacks; next++) {
            lacks = !begins(next);
        }
        for (long next = position - offset + BLOCK; next < size && lacks; next += BLOCK) {
            load(next);
            lacks = block.limit() < HEADER || !begins(0);
        }
        return lacks;
    }

    private boolean begins(int offset) {
        int type = block.get(offset + 6);
        return (type == FULL || type == FIRST) && isValid(offset);
    }

    private boolean lacksSector(int from, int to) {
        for (int sector = from / SECTOR; sector * SECTOR < to; sector++) {
            int low = Math.max(from, sector * SECTOR);
            if (isZero(low, Math.min(to, (sector + 1) * SECTOR) - low)) {
                return true;
            }
        }
        return false;
    }

    private boolean isZero(int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            if (block.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isValid(int offset) {
        int length = length(offset);
        if (offset + HEADER + length > block.limit() || isZero(offset, HEADER)) {
            return false;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(block.array(), offset + HEADER - 1, 1 + length);
        int value = (int) checksum.getValue();
        return block.getInt(offset) == Integer.rotateRight(value, 15) + 0xa282ead8;
    }

    private int length(int offset) {
        return block.getShort(offset + Integer.BYTES) & 0xffff;
    }

    private void load(long position) throws IOException {
        long start = position - position % BLOCK;
        if (start == loaded) {
            return;
        }
        block.clear();
        while (block.hasRemaining() && file.read(block, start + block.position()) > 0) {}
        block.flip();
        loaded = start;
    }
}
