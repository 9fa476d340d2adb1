package io.pglitedb.executor.command.copy;

import io.pglitedb.executor.session.CopyInput;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.FileFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// All that a client sends, in a temporary file, for a format that is not read from its beginning. The file is
/// gone when this is closed.
record SpooledInput(Path file) implements AutoCloseable {
    static SpooledInput of(CopyInput input, Path directory) {
        SpooledInput spooled = new SpooledInput(create(directory));
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(spooled.file)) {
            ByteWriter chunk = new ByteWriter(1 << 16);
            boolean more = true;
            while (more) {
                chunk.clear();
                more = input.read(chunk);
                out.write(chunk.array(), 0, chunk.size());
            }
            whole = true;
            return spooled;
        } catch (IOException failure) {
            throw FileFailure.of("could not write to temporary file", failure);
        } finally {
            if (!whole) {
                spooled.close();
            }
        }
    }

    private static Path create(Path directory) {
        try {
            Files.createDirectories(directory);
            return Files.createTempFile(directory, "copy", ".tmp");
        } catch (IOException failure) {
            throw FileFailure.of("could not create temporary file", failure);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw FileFailure.of("could not remove temporary file", failure);
        }
    }
}
