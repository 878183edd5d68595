package io.frontless.outbound.control;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A range of addresses, such as {@code 10.0.0.0/8}. */
public record Network(List<Byte> address, int bits) {

    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** Reads one; a name, which would have to be looked up, is none. */
    public static Network of(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length == 2 && parts[0].matches("[0-9A-Fa-f:.]+") && parts[1].matches("[0-9]{1,3}")) {
            try {
                byte[] address = InetAddress.getByName(parts[0]).getAddress();
                int bits = Integer.parseInt(parts[1]);
                if (bits <= address.length * Byte.SIZE) {
                    return new Network(list(address), bits);
                }
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("not a network: " + text, e);
            }
        }
        throw new IllegalArgumentException("not a network: " + text);
    }

    /** Whether a text is an address, and nothing that would have to be looked up. */
    public static boolean isAddress(String text) {
        try {
            return LITERAL.matcher(text).matches() && InetAddress.getByName(text) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether an address, see {@link #isAddress}, lies in it. */
    public boolean contains(String text) {
        try {
            return isAddress(text) && contains(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether an address lies in it; addresses of the other family never do. */
    boolean contains(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.size()) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((bytes[bit / Byte.SIZE] & mask) != (address.get(bit / Byte.SIZE) & mask)) {
                return false;
            }
        }
        return true;
    }

    private static List<Byte> list(byte[] bytes) {
        var boxed = new Byte[bytes.length];
        Arrays.setAll(boxed, i -> bytes[i]);
        return List.of(boxed);
    }
}
