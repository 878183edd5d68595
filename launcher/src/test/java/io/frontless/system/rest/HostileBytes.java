package io.frontless.system.rest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Texts that are no JSON any more, or JSON that few programs write. */
final class HostileBytes {
    private static final List<String> INSERTED = List.of(
            "\"op\":\"record.create\",",
            "\"operations\":[],",
            "1e400",
            "-1e400",
            "\\ud800",
            "\\udc00\\ud800",
            "\\u0000",
            "\u0000",
            "NaN",
            "Infinity",
            "0123",
            "+1",
            ".5",
            "1.",
            "0x1F",
            "/* */",
            "// x\n",
            "'",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "\ufeff",
            "\u2028",
            "\b",
            "\\x41",
            "\\u12",
            "9".repeat(5_000),
            "[".repeat(5_000),
            "{\"a\":".repeat(3_000),
            "tru",
            "1e99999999999999999999");

    private static final byte[][] NO_UTF8 = {
        {(byte) 0xC0, (byte) 0x80},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xFF, (byte) 0xFE},
        {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
        {(byte) 0xE2, (byte) 0x28},
        {(byte) 0x80}
    };

    private final Random random;

    HostileBytes(Random random) {
        this.random = random;
    }

    /** The text with one place changed. */
    byte[] mutated(byte[] text) {
        int at = random.nextInt(text.length + 1);
        int to = Math.min(text.length, at + 1 + random.nextInt(40));
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(text, at);
            case 1, 2, 3 ->
                spliced(text, at, INSERTED.get(random.nextInt(INSERTED.size())).getBytes(StandardCharsets.UTF_8), at);
            case 4 -> spliced(text, at, NO_UTF8[random.nextInt(NO_UTF8.length)], at);
            case 5 -> spliced(text, at, new byte[0], to);
            case 6 -> spliced(text, to, Arrays.copyOfRange(text, at, to), to);
            case 7 -> {
                byte[] noise = new byte[random.nextInt(20)];
                random.nextBytes(noise);
                yield spliced(text, at, noise, to);
            }
            default -> spliced(text, text.length, text, text.length);
        };
    }

    private static byte[] spliced(byte[] text, int from, byte[] inserted, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(text, 0, from);
        out.writeBytes(inserted);
        out.write(text, to, text.length - to);
        return out.toByteArray();
    }
}
