package io.frontless.outbound.control;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a host; the system does, or a test that lies like an attacker's name server. */
interface NameResolver {

    /** All of its addresses; a literal address is its own. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
