package io.frontless.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.logging.ErrorManager;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;

/** Writes a log whose newest part always has the same name; the JDK's own handler renames that one as well. */
public final class RotatingFileHandler extends StreamHandler {
    private static final long FILE_BYTES_MAX = 10L * 1024 * 1024;
    private static final int OLD_FILES_MAX = 4;

    /** Asking the file for its size at every record would be a system call each. */
    private static final int RECORDS_BETWEEN_CHECKS = 100;

    private final Path file;
    private int records;

    /** Takes the file's name from the logging configuration, as java.util.logging creates handlers without arguments. */
    public RotatingFileHandler() throws IOException {
        this(Path.of(LogManager.getLogManager().getProperty(RotatingFileHandler.class.getName() + ".file")));
    }

    RotatingFileHandler(Path file) throws IOException {
        this.file = file;
        setFormatter(new LineFormatter());
        setEncoding("UTF-8");
        open();
    }

    @Override
    public synchronized void publish(LogRecord line) {
        super.publish(line);
        flush();
        records++;
        if (records >= RECORDS_BETWEEN_CHECKS) {
            records = 0;
            rotateWhenFull();
        }
    }

    private void rotateWhenFull() {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                close();
                for (int age = OLD_FILES_MAX - 1; age > 0; age--) {
                    if (Files.exists(old(age))) {
                        Files.move(old(age), old(age + 1), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
                Files.move(file, old(1), StandardCopyOption.REPLACE_EXISTING);
                open();
            }
        } catch (IOException e) {
            reportError("The log could not be rotated", e, ErrorManager.GENERIC_FAILURE);
        }
    }

    private Path old(int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }

    private void open() throws IOException {
        setOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }
}
