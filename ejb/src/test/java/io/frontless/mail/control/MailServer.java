package io.frontless.mail.control;

import io.frontless.tls.TestCertificate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;

/** A mail server (RFC 5321) that remembers what it was told in plain text and what under TLS. */
final class MailServer implements AutoCloseable {

    /** How it speaks TLS. */
    enum Kind {
        TLS,
        STARTTLS,
        /** As one does in whose way somebody stands who takes the offer out of the greeting. */
        PLAIN
    }

    private final ServerSocket listener;
    private final Kind kind;
    private final TestCertificate certificate;
    private final List<String> plain = new CopyOnWriteArrayList<>();
    private final List<String> encrypted = new CopyOnWriteArrayList<>();
    private final AtomicInteger hungUp = new AtomicInteger();

    MailServer(Kind kind, TestCertificate certificate) {
        this.kind = kind;
        this.certificate = certificate;
        try {
            listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::serve, "mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> plain() {
        return List.copyOf(plain);
    }

    List<String> encrypted() {
        return List.copyOf(encrypted);
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                if (kind == Kind.TLS) {
                    converse(secured(socket), encrypted, true);
                } else {
                    converse(socket, plain, true);
                }
            } catch (IOException e) {
                hungUp.incrementAndGet();
            }
        }
    }

    private Socket secured(Socket socket) throws IOException {
        var secured =
                (SSLSocket) certificate.server().getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private void converse(Socket socket, List<String> heard, boolean greet) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        if (greet) {
            say(socket, "220 mail.example ESMTP");
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            String verb = line.split(" ", -1)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" ->
                    say(
                            socket,
                            kind == Kind.STARTTLS && heard == plain
                                    ? "250-mail.example\r\n250 STARTTLS"
                                    : "250-mail.example\r\n250 AUTH PLAIN");
                case "STARTTLS" -> {
                    say(socket, "220 go ahead");
                    converse(secured(socket), encrypted, false);
                    return;
                }
                case "AUTH" -> say(socket, "235 welcome");
                case "DATA" -> {
                    say(socket, "354 go ahead");
                    for (String text = in.readLine(); !".".equals(text); text = in.readLine()) {
                        heard.add(String.valueOf(text));
                    }
                    say(socket, "250 taken");
                }
                case "QUIT" -> {
                    say(socket, "221 bye");
                    return;
                }
                default -> say(socket, "250 fine");
            }
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
