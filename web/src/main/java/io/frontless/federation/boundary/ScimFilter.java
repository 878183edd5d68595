package io.frontless.federation.boundary;

import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A filter of SCIM (RFC 7644 §3.4.2.2), read by descent and asked of resources as they are shown. */
final class ScimFilter {

    private static final int CHARS_MAX = 2_000;
    private static final int TERMS_MAX = 50;
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\\(|\\)|\\[|\\]|\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s()\\[\\]\"]+)");
    private static final Set<String> COMPARISONS = Set.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");

    /** Attributes that tell capitals from small letters (RFC 7643 §4.1, §3.1). */
    private static final Set<String> EXACT = Set.of("id", "externalid", "value");

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int terms;

    private ScimFilter(String text) {
        if (text.length() > CHARS_MAX) {
            throw wrong("at most " + CHARS_MAX + " characters", "more");
        }
        Matcher matcher = TOKEN.matcher(text.strip());
        int end = 0;
        while (end < text.strip().length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (end != text.strip().length() || tokens.isEmpty()) {
            throw wrong("a filter such as userName eq \"ada\"", text);
        }
    }

    /** Reads one; INVALID where it is none. */
    static Predicate<Map<String, ? extends @Nullable Object>> read(String text) {
        ScimFilter filter = new ScimFilter(text);
        Predicate<Map<String, ? extends @Nullable Object>> all = filter.alternatives();
        if (filter.at < filter.tokens.size()) {
            throw wrong("the end of the filter", filter.tokens.get(filter.at));
        }
        return all;
    }

    private Predicate<Map<String, ? extends @Nullable Object>> alternatives() {
        Predicate<Map<String, ? extends @Nullable Object>> all = conjunction();
        while (takes("or")) {
            all = all.or(conjunction());
        }
        return all;
    }

    private Predicate<Map<String, ? extends @Nullable Object>> conjunction() {
        Predicate<Map<String, ? extends @Nullable Object>> all = term();
        while (takes("and")) {
            all = all.and(term());
        }
        return all;
    }

    private Predicate<Map<String, ? extends @Nullable Object>> term() {
        if (++terms > TERMS_MAX) {
            throw wrong("at most " + TERMS_MAX + " conditions", "more");
        }
        boolean negated = takes("not");
        if (takes("(")) {
            Predicate<Map<String, ? extends @Nullable Object>> inside = alternatives();
            expect(")");
            return negated ? inside.negate() : inside;
        }
        if (negated) {
            throw wrong("a bracket after not", at < tokens.size() ? tokens.get(at) : "the end");
        }
        return attribute();
    }

    private Predicate<Map<String, ? extends @Nullable Object>> attribute() {
        String path = ScimPath.plain(next("an attribute"));
        if (takes("[")) {
            Predicate<Map<String, ? extends @Nullable Object>> inside = alternatives();
            expect("]");
            return resource -> ScimPath.values(resource, path).stream()
                    .anyMatch(value -> value instanceof Map<?, ?> map && inside.test(ScimPath.named(map)));
        }
        String comparison = next("a comparison").toLowerCase(Locale.ROOT);
        if (comparison.equals("pr")) {
            return resource -> !ScimPath.values(resource, path).isEmpty();
        }
        if (!COMPARISONS.contains(comparison)) {
            throw wrong("one of " + COMPARISONS + " or pr", comparison);
        }
        Object value = value(next("a value"));
        boolean exact = EXACT.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (comparison.equals("ne")) {
            return resource -> ScimPath.values(resource, path).stream().noneMatch(one -> is("eq", one, value, exact));
        }
        return resource -> ScimPath.values(resource, path).stream().anyMatch(one -> is(comparison, one, value, exact));
    }

    private static boolean is(String comparison, @Nullable Object found, Object wanted, boolean exact) {
        Object one = found instanceof Map<?, ?> map ? map.get("value") : found;
        if (one instanceof Boolean || wanted instanceof Boolean) {
            return comparison.equals("eq") && wanted.equals(one);
        }
        if (one instanceof BigDecimal number && wanted instanceof BigDecimal other) {
            return ordered(comparison, number.compareTo(other));
        }
        if (!(one instanceof String text) || !(wanted instanceof String other)) {
            return false;
        }
        String left = exact ? text : text.toLowerCase(Locale.ROOT);
        String right = exact ? other : other.toLowerCase(Locale.ROOT);
        return switch (comparison) {
            case "co" -> left.contains(right);
            case "sw" -> left.startsWith(right);
            case "ew" -> left.endsWith(right);
            default -> ordered(comparison, left.compareTo(right));
        };
    }

    private static boolean ordered(String comparison, int order) {
        return switch (comparison) {
            case "eq" -> order == 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            case "le" -> order <= 0;
            default -> false;
        };
    }

    private static Object value(String token) {
        if (token.startsWith("\"")) {
            return token.substring(1, token.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
        }
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> "";
            default -> number(token);
        };
    }

    private static BigDecimal number(String token) {
        if (!token.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
            throw wrong("a value in quotation marks, a number, true or false", token);
        }
        return new BigDecimal(token);
    }

    private boolean takes(String word) {
        if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(word)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String word) {
        if (!takes(word)) {
            throw wrong(word, at < tokens.size() ? tokens.get(at) : "the end");
        }
    }

    private String next(String what) {
        if (at >= tokens.size()) {
            throw wrong(what, "the end");
        }
        return tokens.get(at++);
    }

    private static Rejection wrong(String expected, String found) {
        return Rejection.invalid("filter", expected, found);
    }
}
