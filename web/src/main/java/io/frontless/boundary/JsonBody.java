package io.frontless.boundary;

import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads a request's body: UTF-8 and nothing else, no longer than its limit. */
public final class JsonBody {

    /** What is still read of a body that is too long, so that its sender gets an answer and not a broken connection. */
    private static final long DRAIN_BYTES_MAX = 128L * 1024 * 1024;

    private JsonBody() {}

    /** A JSON object, to be read strictly. */
    public static Params read(InputStream body) {
        byte[] bytes = bytes(body, Limits.JSON_BYTES_MAX);
        return new Params(
                "",
                Json.readObject(new InputStreamReader(
                        new ByteArrayInputStream(bytes),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT))));
    }

    /** A text. */
    public static String text(InputStream body, int bytesMax) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(body, bytesMax)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Rejection.invalid("body", "text in UTF-8", "bytes that are not");
        }
    }

    /** The body as it is; LIMIT where it is longer. */
    public static byte[] bytes(InputStream body, int bytesMax) {
        try {
            byte[] bytes = body.readNBytes(bytesMax + 1);
            if (bytes.length <= bytesMax) {
                return bytes;
            }
            body.skip(DRAIN_BYTES_MAX);
            throw Rejection.of(Reason.LIMIT, "body", "at most " + bytesMax + " bytes", "more");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
