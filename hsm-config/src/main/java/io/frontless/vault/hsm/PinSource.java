package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the user PIN comes from. Never from an argument: everybody on the machine sees those in the process list. */
public sealed interface PinSource {

    /** The PIN; PIN_MISSING, with the reason, where there is none. */
    Pin read();

    /** What an operator has to look at, for messages. */
    String name();

    /** The source that is configured: a variable's name wins over a file; without either the PIN is typed at the start. */
    static PinSource of(Optional<String> file, Optional<String> variable) {
        if (variable.isPresent()) {
            return new InVariable(variable.get());
        }
        return file.isPresent() ? new InFile(Path.of(file.get())) : Asked.elsewhere();
    }

    /** A file that nobody but its owner may read. */
    record InFile(Path file) implements PinSource {

        private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

        public InFile {
            if (!file.isAbsolute()) {
                throw new IllegalArgumentException("pinFile: expected an absolute path, found " + file);
            }
        }

        @Override
        public Pin read() {
            requireOwnerOnly();
            try {
                if (Files.size(file) <= Pin.CHARS_MAX + 2) {
                    return Pin.of(Files.readAllBytes(file), name());
                }
            } catch (IOException e) {
                throw new TokenException(Reason.PIN_MISSING, name() + " cannot be read", e);
            }
            throw new TokenException(Reason.PIN_MISSING, name() + " is too long to be a PIN");
        }

        @Override
        public String name() {
            return "the PIN file " + file;
        }

        private void requireOwnerOnly() {
            try {
                Set<PosixFilePermission> found = EnumSet.noneOf(PosixFilePermission.class);
                found.addAll(Files.getPosixFilePermissions(file));
                found.retainAll(OTHERS);
                if (!found.isEmpty()) {
                    throw new TokenException(
                            Reason.PIN_MISSING,
                            name()
                                    + " can be read or written by others than its owner; it is not used before: chmod 600 "
                                    + file);
                }
            } catch (IOException e) {
                throw new TokenException(Reason.PIN_MISSING, name() + " cannot be read", e);
            }
        }
    }

    /** An environment variable of this process. */
    record InVariable(String variable) implements PinSource {

        @Override
        public Pin read() {
            @Nullable String value = System.getenv(variable);
            if (value == null || value.isEmpty()) {
                throw new TokenException(Reason.PIN_MISSING, name() + " is not set");
            }
            return Pin.of(value.getBytes(StandardCharsets.UTF_8), name());
        }

        @Override
        public String name() {
            return "the environment variable " + variable;
        }
    }

    /** A person who is asked; what they type is kept nowhere, so that they are asked again when the token was lost. */
    record Asked(Supplier<byte @Nullable []> question) implements PinSource {

        /** For a part of the process that cannot ask: it works while another part stays logged in. */
        public static Asked elsewhere() {
            return new Asked(() -> null);
        }

        @Override
        public Pin read() {
            byte[] typed = question.get();
            if (typed == null) {
                throw new TokenException(
                        Reason.RESTART_NEEDED,
                        "the PIN is typed at the start and kept nowhere; start again to type it");
            }
            return Pin.of(typed, name());
        }

        @Override
        public String name() {
            return "the PIN that was typed";
        }
    }
}
