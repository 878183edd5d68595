package io.frontless.outbound.control;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A syslog server over TLS (RFC 5425), which the operator has configured. Its certificate must be of a believed authority and for its name. Messages count as
 * received when the server has read the end of them and closed, as the protocol itself acknowledges nothing.
 */
public final class SyslogServer {

    private final String host;
    private final int port;
    private final SSLSocketFactory sockets;
    private final OutboundTimes times;

    private SyslogServer(String host, int port, SSLSocketFactory sockets, OutboundTimes times) {
        this.host = host;
        this.port = port;
        this.sockets = sockets;
        this.times = times;
    }

    /** Reads {@code host:port}; the port is 6514 where none is named. Believed are the platform's authorities and those that the operator has added. */
    public static SyslogServer of(String address) {
        return of(address, (SSLSocketFactory) SSLSocketFactory.getDefault(), OutboundTimes.usual());
    }

    static SyslogServer of(String address, SSLSocketFactory sockets, OutboundTimes times) {
        int colon = address.lastIndexOf(':');
        return colon < 0
                ? new SyslogServer(address, 6514, sockets, times)
                : new SyslogServer(
                        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)), sockets, times);
    }

    /** Sends messages (RFC 5424 §6), each counted by its bytes (RFC 5425 §4.3), on a connection of their own. */
    public void send(List<String> messages) throws IOException {
        try (Socket plain = new Socket()) {
            // A server that reads nothing lets a writer wait without end, and no socket has a limit for that.
            CompletableFuture<Void> end = CompletableFuture.runAsync(
                    () -> close(plain),
                    CompletableFuture.delayedExecutor(times.whole().toMillis(), TimeUnit.MILLISECONDS));
            try {
                plain.connect(
                        new InetSocketAddress(host, port), (int) times.connect().toMillis());
                plain.setSoTimeout((int) times.silence().toMillis());
                speak(plain, messages);
            } finally {
                end.cancel(false);
            }
        }
    }

    private void speak(Socket plain, List<String> messages) throws IOException {
        try (SSLSocket socket = (SSLSocket) sockets.createSocket(plain, host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            socket.setSSLParameters(parameters);
            write(socket, messages);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(SSLSocket socket, List<String> messages) throws IOException {
        OutputStream out = new BufferedOutputStream(socket.getOutputStream());
        for (String message : messages) {
            byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
            out.write((bytes.length + " ").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
        }
        out.flush();
        socket.shutdownOutput();
        if (socket.getInputStream().read() >= 0) {
            throw new IOException("the syslog server answered, which it never should");
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
