package io.frontless.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One connection by HTTP/1.1 (RFC 9112) over TLS, kept open as long as the server does. So lean because the generator shares the machine with
 * what it measures: a general client takes several times the processor time.
 */
final class HttpsConnection implements AutoCloseable {
    private static final int ANSWER_MS_MAX = 600_000;

    /** The product closes what nobody has used for ten seconds; this comes before it. */
    private static final long IDLE_NS_MAX = 5_000_000_000L;

    private final SSLSocketFactory sockets;
    private final int port;
    private final String authorization;
    private @Nullable SSLSocket socket;
    private InputStream in = InputStream.nullInputStream();
    private long usedNs;

    /** Opened at the first request; {@code token} may be empty. */
    HttpsConnection(SSLSocketFactory sockets, int port, String token) {
        this.sockets = sockets;
        this.port = port;
        this.authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    }

    /** An answer's status and body. */
    record Answer(int status, String body) {}

    /** The body of the answer; one that is no success fails. */
    String require(String method, String path, String json) throws IOException {
        return require(method, path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    String require(String method, String path, String type, byte[] body) throws IOException {
        Answer answer = send(method, path, type, body);
        if (answer.status() / 100 != 2) {
            throw new IOException(method + " " + path + " was answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    private Answer send(String method, String path, String type, byte[] bytes) throws IOException {
        byte[] head = (method + " /api/v1/" + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + authorization
                        + "Content-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(bytes, 0, request, head.length, bytes.length);
        if (System.nanoTime() - usedNs > IDLE_NS_MAX) {
            close();
        }
        var out = open().getOutputStream();
        out.write(request);
        out.flush();
        Answer answer = read();
        usedNs = System.nanoTime();
        return answer;
    }

    private SSLSocket open() throws IOException {
        SSLSocket open = socket;
        if (open == null) {
            open = (SSLSocket) sockets.createSocket("localhost", port);
            open.setEnabledProtocols(new String[] {"TLSv1.3"});
            open.setTcpNoDelay(true);
            open.setSoTimeout(ANSWER_MS_MAX);
            in = new BufferedInputStream(open.getInputStream());
            socket = open;
        }
        return open;
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
            closes |= lower.startsWith("connection:") && lower.endsWith("close");
        }
        String body = chunked ? chunks() : new String(bytes(length), StandardCharsets.UTF_8);
        if (closes) {
            close();
        }
        return new Answer(status, body);
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int length = chunkLength(); length > 0; length = chunkLength()) {
            body.append(new String(bytes(length), StandardCharsets.UTF_8));
            line();
        }
        line();
        return body.toString();
    }

    private int chunkLength() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the product closed the connection within an answer");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the product closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        SSLSocket open = socket;
        if (open != null) {
            open.close();
            socket = null;
        }
    }
}
