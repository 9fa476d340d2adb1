package io.pglitedb.columnstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.pglitedb.columnstore.cache.VectorCache;
import io.pglitedb.columnstore.descriptor.DescriptorCodec;
import io.pglitedb.columnstore.descriptor.SegmentDescriptor;
import io.pglitedb.columnstore.file.FileErrors;
import io.pglitedb.columnstore.file.FileOutput;
import io.pglitedb.columnstore.read.Segment;
import io.pglitedb.columnstore.schema.SegmentSchema;
import io.pglitedb.columnstore.write.SegmentWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The directory of segments with what is kept of them in memory: decoded pages, and the footers of segments read
/// lately. Which segments exist is not known here. Thread-safe.
public final class ColumnStore {
    private static final String SUFFIX = ".parquet";
    /// Of the budget, for footers.
    private static final int FOOTERS_SHARE = 8;

    private record OpenKey(int segmentNumber, SegmentSchema schema) {}

    private final Path directory;
    private final VectorCache vectors;
    private final Cache<OpenKey, Segment> open;
    /// By identity: manifests that are kept keep their descriptors' arrays.
    private final Cache<byte[], SegmentDescriptor> descriptors =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    /// @param memoryBytes for all that is kept; 0 keeps nothing
    public ColumnStore(Path directory, long memoryBytes) {
        this.directory = directory;
        this.vectors = new VectorCache(memoryBytes - memoryBytes / FOOTERS_SHARE);
        // Nobody closes a segment that leaves: readers may be in it. Its channel goes with the last of them.
        this.open = Caffeine.newBuilder()
                .maximumWeight(memoryBytes / FOOTERS_SHARE)
                .weigher((OpenKey _, Segment segment) -> (int) Math.min(Integer.MAX_VALUE, segment.bytes()))
                .executor(Runnable::run)
                .build();
    }

    private Path file(int segmentNumber) {
        return directory.resolve(Integer.toUnsignedString(segmentNumber) + SUFFIX);
    }

    /// @param segmentNumber not used before
    public SegmentWriter create(int segmentNumber, SegmentSchema schema) {
        return SegmentWriter.create(file(segmentNumber), schema);
    }

    /// @param encoded as the manifest has it; not to be changed
    public SegmentDescriptor descriptor(byte[] encoded) {
        return descriptors.get(encoded, bytes -> DescriptorCodec.decode(bytes, 0, bytes.length));
    }

    /// XX001 or 58030 when the file is not the one described.
    ///
    /// @param schema columns that the descriptor lists, of the types it gives them
    public Segment open(int segmentNumber, SegmentDescriptor descriptor, SegmentSchema schema) {
        OpenKey key = new OpenKey(segmentNumber, schema);
        Segment segment = open.getIfPresent(key);
        if (segment == null) {
            segment =
                    Segment.open(directory.resolve(descriptor.fileName()), segmentNumber, descriptor, schema, vectors);
            open.put(key, segment);
        }
        return segment;
    }

    /// Bytes of decoded pages in memory, by estimate.
    public long cachedBytes() {
        return vectors.bytes();
    }

    public void resize(long memoryBytes) {
        vectors.resize(memoryBytes - memoryBytes / FOOTERS_SHARE);
        open.policy().eviction().ifPresent(eviction -> eviction.setMaximum(memoryBytes / FOOTERS_SHARE));
    }

    /// Removes the file of a segment that nobody can name any more. Harmless when it is gone.
    public void delete(int segmentNumber) {
        open.asMap().keySet().removeIf(key -> key.segmentNumber() == segmentNumber);
        vectors.drop(segmentNumber);
        remove(file(segmentNumber));
    }

    /// Numbers of the segments whose files are here, in no order.
    public List<Integer> files() {
        List<Integer> numbers = new ArrayList<>();
        for (Path file : list()) {
            String name = file.getFileName().toString();
            if (name.endsWith(SUFFIX)) {
                numbers.add(Integer.parseUnsignedInt(name.substring(0, name.length() - SUFFIX.length())));
            }
        }
        return numbers;
    }

    /// Removes what a killed process was writing. To be called while nobody writes.
    public void removeUnfinished() {
        for (Path file : list()) {
            if (file.getFileName().toString().endsWith(FileOutput.TEMPORARY_SUFFIX)) {
                remove(file);
            }
        }
    }

    private List<Path> list() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException failure) {
            throw FileErrors.io("list", directory, failure);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw FileErrors.io("remove", file, failure);
        }
    }
}
