package io.frontless.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one directory that holds everything an installation must keep; held by at most one running instance. */
final class DataDirectory implements AutoCloseable {
    /** A new cluster is 45 MB and the log of a busy day some tens; below this a start would fail half-way. */
    private static final long FREE_BYTES_MIN = 512L * 1024 * 1024;

    private static final List<String> FOLDERS = List.of("tls", "token", "secrets", "mailbox", "logs", "runtime");

    private final Path root;
    private final @Nullable FileChannel channel;

    private DataDirectory(Path root, @Nullable FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** Creates what is missing and locks it; a {@link StartFailure} says what is in the way. */
    static DataDirectory open(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            createPrivate(root);
            for (String folder : FOLDERS) {
                createPrivate(root.resolve(folder));
            }
        } catch (IOException e) {
            throw new StartFailure(
                    "The data directory " + root + " cannot be created or written: " + e.getMessage(), e);
        }
        requireSpace(root);
        return new DataDirectory(root, lock(root));
    }

    /** One that is there already, to look at: it is not locked, so a running instance may go on. */
    static DataDirectory existing(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        if (!Files.isDirectory(root.resolve("secrets"))) {
            throw new StartFailure("The data directory " + root + " is none of an installation.");
        }
        return new DataDirectory(root, null);
    }

    /** Where one more node keeps what is its own, by its port: its log, and what its server unpacks. */
    Path ofNode(int port) {
        Path folder = root.resolve("nodes").resolve(Integer.toString(port));
        try {
            createPrivate(folder.resolve("logs"));
            createPrivate(folder.resolve("runtime"));
            return folder;
        } catch (IOException e) {
            throw new StartFailure("The directory " + folder + " cannot be created or written: " + e.getMessage(), e);
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) {
            throw new IOException("no permission to write " + folder);
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static void requireSpace(Path root) {
        // Not by its FileStore: that wants to know the mount point, which a process in a changed root does not see.
        long free = root.toFile().getUsableSpace();
        if (free < FREE_BYTES_MIN) {
            throw new StartFailure("Only " + free / 1024 / 1024 + " MB are free for the data directory " + root
                    + "; at least " + FREE_BYTES_MIN / 1024 / 1024 + " MB are needed.");
        }
    }

    private static FileChannel lock(Path root) {
        Path file = root.resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartFailure("Another instance is using the data directory " + root + ".");
            }
            return channel;
        } catch (IOException e) {
            throw new StartFailure("The data directory " + root + " cannot be locked: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path resolve(String relative) {
        return root.resolve(relative);
    }

    /** Gives the directory free for another instance. */
    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new StartFailure("The lock of " + root + " cannot be released: " + e.getMessage(), e);
        }
    }
}
