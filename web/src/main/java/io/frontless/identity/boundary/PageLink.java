package io.frontless.identity.boundary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of a page with its parameters, each encoded. */
public record PageLink(String address) {

    /** A page by its path, such as {@code /table}. */
    public static PageLink to(String path) {
        return new PageLink(path);
    }

    /** This address with one more parameter. */
    public PageLink with(String name, Object value) {
        String encoded = URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        return new PageLink(address + (address.contains("?") ? '&' : '?') + name + '=' + encoded);
    }

    /** This address, at one of the page's elements. */
    public PageLink at(String id) {
        return new PageLink(address + '#' + id);
    }

    /**
     * Whether an address given from outside leads into this site: a path, and nothing that a browser would read as another host
     * ({@code //host}, or the same with a backslash).
     */
    static boolean isInside(String address) {
        return address.matches("/([A-Za-z0-9?][A-Za-z0-9._~/?&=%+-]*)?");
    }
}
