package io.frontless.identity.control;

import io.frontless.kernel.Rejection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which e-mail addresses can register: those of a business, not of a freemail or disposable-mail provider. */
final class BusinessAddress {

    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
    private static final int CHARS_MAX = 254;
    private static final Set<String> PRIVATE_PROVIDERS = Stream.of(
                    "private-mail-providers.txt", "disposable-mail-domains.txt")
            .flatMap(list -> load(list).stream())
            .collect(Collectors.toUnmodifiableSet());

    private BusinessAddress() {}

    /**
     * What an administrator says of domains and of all below them, in the form that {@link #canonicalDomain} gives; it comes before the lists, and the most specific
     * domain that anything is said of decides.
     */
    record Said(Set<String> allowed, Set<String> denied) {

        static final Said NOTHING = new Said(Set.of(), Set.of());
    }

    /** The address in its one form, see {@link #canonical}; refused as INVALID where it is not a business's. */
    static String require(String given, Said said) {
        String address = canonical(given);
        requireBusiness(address.substring(address.lastIndexOf('@') + 1), said);
        return address;
    }

    /** A domain in its one form; INVALID where it is none. */
    static String canonicalDomain(String name) {
        return domain(name, name.strip());
    }

    /** The address in its one form: lower case, domain in ASCII (RFC 5891) and without a trailing dot. */
    static String canonical(String given) {
        String address = given.strip();
        int at = address.lastIndexOf('@');
        if (at < 1
                || address.length() > CHARS_MAX
                || !LOCAL_PART.matcher(address.substring(0, at)).matches()) {
            throw Rejection.invalid("email", "an e-mail address", given);
        }
        return address.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain(given, address.substring(at + 1));
    }

    private static String domain(String given, String name) {
        try {
            String ascii = IDN.toASCII(name.replaceAll("\\.$", "")).toLowerCase(Locale.ROOT);
            if (DOMAIN.matcher(ascii).matches()) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            throw Rejection.invalid("email", "an e-mail address", given);
        }
        throw Rejection.invalid("email", "an e-mail address", given);
    }

    /** Refuses a listed domain and everything below it. */
    private static void requireBusiness(String domain, Said said) {
        for (String name = domain; !name.isEmpty(); name = name.substring(name.indexOf('.') + 1)) {
            if (said.denied().contains(name)) {
                throw Rejection.invalid("email", "an address that the administrator allows", "one of " + name);
            }
            if (said.allowed().contains(name)) {
                return;
            }
            if (PRIVATE_PROVIDERS.contains(name)) {
                throw Rejection.invalid("email", "a business address", "one of " + name);
            }
            if (name.indexOf('.') < 0) {
                return;
            }
        }
    }

    private static Set<String> load(String resource) {
        try (InputStream stream = Objects.requireNonNull(BusinessAddress.class.getResourceAsStream(resource));
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
