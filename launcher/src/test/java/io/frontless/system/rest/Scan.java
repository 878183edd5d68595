package io.frontless.system.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for byte strings in files of any size. */
final class Scan {
    private static final int BUFFER_BYTES = 1 << 20;

    private final List<byte[]> wanted;
    private final int longest;

    Scan(List<byte[]> wanted) {
        this.wanted = wanted;
        this.longest = wanted.stream().mapToInt(each -> each.length).max().orElseThrow();
    }

    /** The files in a folder that contain one of them, with what was found; those that vanish meanwhile are left out. */
    List<String> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                int form = first(in);
                if (form >= 0) {
                    found.add(folder.relativize(file) + " contains form " + form);
                }
            } catch (NoSuchFileException vanished) {
                // A file of the database's that it needed for a moment.
            }
        }
        return found;
    }

    /** Whether a text contains one of them. */
    boolean isIn(byte[] text) {
        return wanted.stream().anyMatch(each -> contains(text, text.length, each));
    }

    private int first(InputStream in) throws IOException {
        byte[] window = new byte[BUFFER_BYTES + longest];
        int kept = 0;
        for (int read = in.read(window, kept, BUFFER_BYTES); read >= 0; read = in.read(window, kept, BUFFER_BYTES)) {
            int length = kept + read;
            for (int form = 0; form < wanted.size(); form++) {
                if (contains(window, length, wanted.get(form))) {
                    return form;
                }
            }
            kept = Math.min(longest, length);
            System.arraycopy(window, length - kept, window, 0, kept);
        }
        return -1;
    }

    private static boolean contains(byte[] window, int length, byte[] wanted) {
        byte first = wanted[0];
        for (int at = 0; at <= length - wanted.length; at++) {
            if (window[at] == first && isAt(window, at, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] window, int at, byte[] wanted) {
        for (int index = 1; index < wanted.length; index++) {
            if (window[at + index] != wanted[index]) {
                return false;
            }
        }
        return true;
    }
}
