package io.pglitedb.columnstore.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A new file that appears under its name only when it is whole and on the disk. `close` without `publish`
/// removes what was written. IOExceptions leave as 58030.
public final class FileOutput extends CountedOutput {
    private static final int BUFFER_BYTES = 1 << 20;

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private boolean published;

    private FileOutput(Path target, Path temporary, FileChannel channel) {
        super(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES), temporary);
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
    }

    public static FileOutput create(Path target) {
        Path temporary = target.resolveSibling(target.getFileName() + TEMPORARY_SUFFIX);
        try {
            Files.createDirectories(target.getParent());
            return new FileOutput(
                    target,
                    temporary,
                    FileChannel.open(
                            temporary,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE));
        } catch (IOException failure) {
            throw FileErrors.io("create", temporary, failure);
        }
    }

    /// What a file is called until it is whole: such a file is garbage after a crash.
    public static final String TEMPORARY_SUFFIX = ".new";

    /// Syncs the file, gives it its name, syncs the directory.
    public void publish() {
        flush();
        try {
            channel.force(true);
            channel.close();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            published = true;
            try (FileChannel directory = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException failure) {
            throw FileErrors.io("write", target, failure);
        }
    }

    @Override
    public void close() {
        if (published) {
            return;
        }
        try {
            channel.close();
            Files.deleteIfExists(temporary);
        } catch (IOException failure) {
            throw FileErrors.io("remove", temporary, failure);
        }
    }
}
