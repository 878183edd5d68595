package io.frontless.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** What the person asked for on the command line; the data directory may also come from the environment. */
record Options(
        Path data,
        String bind,
        int port,
        boolean newSigningKey,
        boolean newContextKey,
        boolean askPin,
        boolean beside) {
    static final String HELP = """
            Usage: up [--data DIR] [--port N] [--bind ADDRESS] [--new-signing-key] [--new-context-key]
                 [--ask-pin] [--beside]

              --data DIR      where everything is kept (default: FRONTLESS_DATA, or data/ beside the program)
              --port N        the HTTPS port (default 8443)
              --bind ADDRESS  the address to listen on (default 127.0.0.1, this machine only)
              --new-signing-key  signs API tokens with a new key; those of the one before are accepted until they expire
              --new-context-key  takes another key for what tells the database which workspace is meant; the one before is good until it is destroyed
              --ask-pin       asks for the token's PIN at the terminal and keeps it nowhere; a token that is lost then needs another start
              --beside        another node of the installation that is running on this data directory, on a port of its own; ends with its database
            """;

    private static final int PORT_DEFAULT = 8443;
    private static final int PORT_MAX = 65_535;

    Options {
        if (port < 1 || port > PORT_MAX) {
            throw new StartFailure("--port: expected a number from 1 to " + PORT_MAX + ", found " + port + ".");
        }
        if (bind.isBlank()) {
            throw new StartFailure("--bind: expected an address, found none.");
        }
    }

    /** Reads the arguments that follow the command {@code up}. */
    static Options parse(List<String> arguments, Map<String, String> environment, Path home) {
        Path data = Path.of(
                environment.getOrDefault("FRONTLESS_DATA", home.resolve("data").toString()));
        String bind = "127.0.0.1";
        int port = PORT_DEFAULT;
        boolean newSigningKey = false;
        boolean newContextKey = false;
        boolean askPin = false;
        boolean beside = false;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String name = rest.removeFirst();
            PinArguments.refuse(name);
            switch (name) {
                case "--data" -> data = Path.of(valueOf(name, rest));
                case "--bind" -> bind = valueOf(name, rest);
                case "--port" -> port = number(name, valueOf(name, rest));
                case "--new-signing-key" -> newSigningKey = true;
                case "--new-context-key" -> newContextKey = true;
                case "--ask-pin" -> askPin = true;
                case "--beside" -> beside = true;
                default -> throw new StartFailure("Unknown option " + name + "; \"help\" lists those there are.");
            }
        }
        return new Options(data.toAbsolutePath().normalize(), bind, port, newSigningKey, newContextKey, askPin, beside);
    }

    /** The address that a browser on this machine uses. */
    String publicUrl() {
        return "https://localhost:" + port;
    }

    static String valueOf(String name, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new StartFailure(name + ": expected a value, found none.");
        }
        return rest.removeFirst();
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new StartFailure(name + ": expected a number, found \"" + value + "\".", e);
        }
    }
}
