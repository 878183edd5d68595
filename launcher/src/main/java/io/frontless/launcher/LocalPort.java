package io.frontless.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Questions about the network of this machine. */
final class LocalPort {
    private LocalPort() {}

    /** A port that nobody listens on at this moment. */
    static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure("No TCP port is free on this machine: " + e.getMessage(), e);
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
