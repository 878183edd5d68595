package io.frontless.identity.boundary;

import jakarta.faces.context.ExternalContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The address of a page with its parameters, each encoded. */
public record PageLink(String address) {

    private static final List<String> ADDRESSING = List.of("w", "c", "t", "i", "p", "j", "id", "token", "then");

    /** A page by its path, such as {@code /table}. */
    public static PageLink to(String path) {
        return new PageLink(path);
    }

    /** The page that was asked for, with what tells pages apart; all else in a form is not repeated. */
    public static PageLink requested(ExternalContext external) {
        PageLink page = to(external.getRequestServletPath());
        for (String name : ADDRESSING) {
            String value = external.getRequestParameterMap().get(name);
            if (value != null && !value.isEmpty()) {
                page = page.with(name, value);
            }
        }
        return page;
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
    public static boolean isInside(String address) {
        return address.matches("/([A-Za-z0-9?][A-Za-z0-9._~/?&=%+-]*)?");
    }
}
