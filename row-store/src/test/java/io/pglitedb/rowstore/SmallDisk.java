package io.pglitedb.rowstore;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file system of a few megabytes in memory, mounted for a test. Needs Linux and the right to mount.
final class SmallDisk implements AutoCloseable {
    private final Path root;

    private SmallDisk(Path root) {
        this.root = root;
    }

    /// Skips the test where it cannot be made.
    static SmallDisk mount(Path directory, int megabytes) throws IOException, InterruptedException {
        Path root = Files.createDirectories(directory);
        assumeTrue(
                Files.isExecutable(Path.of("/bin/mount"))
                        && run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", root.toString()),
                "the user who runs the tests may not mount file systems");
        return new SmallDisk(root);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    Path root() {
        return root;
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", root.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
