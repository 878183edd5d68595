package io.frontless.system.rest;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A whole answer, headers and all, for comparing two of them: what is random or of the moment in it is left out. */
record Exchange(int status, Map<String, List<String>> headers, String body) {
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "content-length", "set-cookie");

    /** A nonce of the content security policy, a form's hidden tokens, the clock, how far a witness is. */
    private static final Pattern RANDOM = Pattern.compile("(nonce[-=]\"?|(?:nonce|ViewState)[^>]*? value=\")[^\"';\\s]+"
            + "|[0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]+)?)?|(?<=witness file has )[0-9]+ rows?");

    /** Of something that the question has made, such as a turn of a conversation. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static Exchange of(HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> {
            if (!OF_THE_MOMENT.contains(name)) {
                headers.put(
                        name,
                        values.stream()
                                .map(value -> RANDOM.matcher(value).replaceAll("$1~"))
                                .toList());
            }
        });
        return new Exchange(
                response.statusCode(), headers, RANDOM.matcher(response.body()).replaceAll("$1~"));
    }

    /** The same with one word in place of each of these. */
    Exchange without(List<String> words) {
        Map<String, List<String>> others = new TreeMap<>();
        headers.forEach((name, values) -> {
            List<String> kept = new ArrayList<>();
            values.forEach(value -> kept.add(without(value, words)));
            others.put(name, kept);
        });
        return new Exchange(status, others, without(body, words));
    }

    private static String without(String text, List<String> words) {
        String rest = text;
        for (String word : words) {
            rest = rest.replace(word, "?");
        }
        return ID.matcher(rest).replaceAll("#");
    }
}
