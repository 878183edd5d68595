package io.frontless.record.entity;

/** Prefixes as ranges, which an index finds without LIKE, an operator that is not leakproof. */
final class Prefix {

    private static final int SURROGATE_FIRST = 0xD800;
    private static final int SURROGATE_LAST = 0xDFFF;

    private Prefix() {}

    /** The least text, by code points, that is greater than every text that begins with the prefix. */
    static String end(String prefix) {
        int[] points = prefix.codePoints().toArray();
        for (int last = points.length - 1; last >= 0; last--) {
            int next = points[last] + 1;
            if (next <= Character.MAX_CODE_POINT) {
                boolean surrogate = next >= SURROGATE_FIRST && next <= SURROGATE_LAST;
                return new StringBuilder(new String(points, 0, last))
                        .appendCodePoint(surrogate ? SURROGATE_LAST + 1 : next)
                        .toString();
            }
        }
        return new StringBuilder().appendCodePoint(Character.MAX_CODE_POINT).toString();
    }
}
