package io.frontless.assistant.offline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words that people use for each other in any trade; each line's first word stands for the others. */
final class Synonyms {

    private static final List<List<String>> GROUPS = List.of(
            List.of("phone", "telephone", "tel", "mobile", "cell"),
            List.of("email", "mail"),
            List.of("customer", "client", "buyer"),
            List.of("invoice", "bill"),
            List.of("company", "firm", "organisation", "organization", "business"),
            List.of("employee", "worker", "staff", "colleague"),
            List.of("product", "item", "article"),
            List.of("appointment", "visit", "booking"),
            List.of("student", "pupil"),
            List.of("supplier", "vendor"),
            List.of("amount", "total", "sum"),
            List.of("price", "cost"),
            List.of("due", "deadline"),
            List.of("status", "state"),
            List.of("note", "comment", "remark"),
            List.of("website", "site", "url", "homepage"),
            List.of("quantity", "qty"),
            List.of("birthday", "birth", "dob", "birthdate"),
            List.of("owner", "assignee"),
            List.of("job", "task", "todo"),
            List.of("vehicle", "car"),
            List.of("truck", "lorry"),
            List.of("flat", "apartment"),
            List.of("description", "detail"));

    private static final Map<String, String> COMMON = common();

    private Synonyms() {}

    /** The word that stands for this one. */
    static String common(String word) {
        return COMMON.getOrDefault(word, word);
    }

    /** Whether two names are the same but for synonyms. */
    static boolean same(List<String> name, List<String> other) {
        return name.stream()
                .map(Synonyms::common)
                .toList()
                .equals(other.stream().map(Synonyms::common).toList());
    }

    private static Map<String, String> common() {
        Map<String, String> common = new HashMap<>();
        GROUPS.forEach(group -> group.forEach(word -> common.put(word, group.get(0))));
        return Map.copyOf(common);
    }
}
