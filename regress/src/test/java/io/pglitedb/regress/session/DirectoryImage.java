package io.pglitedb.regress.session;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Copies of the data directory of a server that runs: what it would leave if it were killed.
final class DirectoryImage {
    private DirectoryImage() {}

    /// @param image where the copy goes; not there yet
    static void of(Path data, Path image) throws IOException {
        // The store's own threads compact meanwhile: an image is of one moment if no file came, grew or went.
        Map<Path, Long> before;
        do {
            delete(image);
            before = sizes(data);
        } while (!copied(before.keySet(), data, image) || !before.equals(sizes(data)));
    }

    private static void delete(Path image) throws IOException {
        for (Path file : sizes(image).keySet()) {
            Files.delete(file);
        }
    }

    /// Whether no file went away meanwhile.
    private static boolean copied(Set<Path> files, Path data, Path image) throws IOException {
        try {
            for (Path file : files) {
                Path copy = image.resolve(data.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static Map<Path, Long> sizes(Path data) throws IOException {
        Map<Path, Long> sizes = new TreeMap<>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sizes.put(file, attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return sizes;
    }
}
