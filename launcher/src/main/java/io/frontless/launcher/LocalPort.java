package io.frontless.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Questions about the network of this machine. */
public final class LocalPort {
    // Below the ports that a machine gives to connections that go out (from 32768 on Linux, from 49152 elsewhere): one
    // of those can be taken by any of them between this answer and the moment when its server listens.
    private static final int FIRST = 20_000;
    private static final int END = 32_768;
    private static final int ATTEMPTS_MAX = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private LocalPort() {}

    /** A port that nobody listens on at this moment; none is given twice by one process. */
    public static int free() {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new StartFailure("No TCP port from " + FIRST + " to " + (END - 1) + " is free on this machine.");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** The server asks for the address of this machine's name and does not start without one. */
    static void requireNamedMachine() {
        try {
            var unused = InetAddress.getLocalHost();
        } catch (UnknownHostException e) {
            throw new StartFailure(
                    "This machine's own name has no address (" + e.getMessage()
                            + "); add a line with 127.0.1.1 and the name to /etc/hosts.",
                    e);
        }
    }

    static void requireFree(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new StartFailure(
                    "Port " + port + " on " + address + " cannot be used (" + e.getMessage()
                            + "); stop what uses it or choose another with --port.",
                    e);
        }
    }
}
