package io.frontless.vault.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A secret in the clear, for as long as it is used. It cannot be serialised, tells nothing when it is printed or logged, has no text form, and is
 * compared in constant time; two of equal content are not equal. What is read of it is a copy that is zeroed after the reading, and closing it zeroes it.
 */
@JsonbTypeSerializer(Secret.Refusal.class)
public final class Secret implements AutoCloseable {

    private static final int UTF_8_BYTES_MAX = 3;

    private final byte[] bytes;
    private boolean closed;

    private Secret(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > Limits.SECRET_BYTES_MAX) {
            throw Rejection.invalid("secret", "1 to " + Limits.SECRET_BYTES_MAX + " bytes", bytes.length + " bytes");
        }
        this.bytes = bytes;
    }

    /** Takes over these bytes: the array that is given is zeroed. INVALID for none, or too many. */
    public static Secret of(byte[] bytes) {
        byte[] own = bytes.clone();
        Arrays.fill(bytes, (byte) 0);
        return new Secret(own);
    }

    /** The UTF-8 bytes of a text, such as a token from another server's answer; nobody can zero the text itself. */
    public static Secret ofText(CharSequence text) {
        ByteBuffer encoded = ByteBuffer.allocate(UTF_8_BYTES_MAX * text.length());
        if (StandardCharsets.UTF_8
                .newEncoder()
                .encode(CharBuffer.wrap(text), encoded, true)
                .isError()) {
            throw Rejection.invalid("secret", "well-formed text", "half of a surrogate pair");
        }
        byte[] own = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        return new Secret(own);
    }

    /** Reads it: the array is zeroed when the reader returns, and must not be kept. */
    public <T> T read(Function<byte[], T> reader) {
        byte[] copy = open().clone();
        try {
            return reader.apply(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /** Whether these are its bytes; takes the same time wherever they differ. */
    public boolean matches(byte[] other) {
        return MessageDigest.isEqual(open(), other);
    }

    /** Whether the other is the same secret; takes the same time wherever they differ. */
    public boolean matches(Secret other) {
        return MessageDigest.isEqual(open(), other.open());
    }

    /** Zeroes it; reading it from now on is an error. */
    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "Secret";
    }

    private byte[] open() {
        if (closed) {
            throw new IllegalStateException(
                    "a secret is read while it is open, inside the action that it was opened for");
        }
        return bytes;
    }

    /** Has JSON-B refuse, instead of writing an empty object that somebody would take for an answer. */
    public static final class Refusal implements JsonbSerializer<Secret> {

        @Override
        public void serialize(Secret secret, JsonGenerator generator, SerializationContext context) {
            throw new UnsupportedOperationException("a secret is never written as JSON");
        }
    }
}
