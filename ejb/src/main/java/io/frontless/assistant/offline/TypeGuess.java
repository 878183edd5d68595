package io.frontless.assistant.offline;

import io.frontless.operation.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a field probably holds, by its name alone. */
final class TypeGuess {

    private static final Set<String> IDENTIFYING =
            Set.of("number", "no", "nr", "id", "code", "reference", "ref", "sku", "key", "isbn");
    private static final Set<String> YES_OR_NO =
            Set.of("paid", "active", "done", "completed", "archived", "enabled", "discontinued", "approved", "vip");

    /** In the order in which they are tried: an “email address” is an e-mail address before anything else. */
    private static final List<Map.Entry<FieldType, Set<String>>> BY_WORD = List.of(
            Map.entry(FieldType.EMAIL, Set.of("email", "mail")),
            Map.entry(FieldType.PHONE, Set.of("phone", "telephone", "tel", "fax", "mobile", "cell")),
            Map.entry(FieldType.URL, Set.of("website", "url", "homepage", "link", "webpage")),
            Map.entry(FieldType.DATETIME, Set.of("timestamp", "datetime")),
            Map.entry(FieldType.DATE, Set.of("date", "deadline", "birthday", "due")),
            Map.entry(FieldType.INTEGER, Set.of("quantity", "qty", "count", "stock", "pieces", "seat", "age")),
            Map.entry(
                    FieldType.MONEY,
                    Set.of(
                            "amount", "price", "total", "cost", "freight", "budget", "salary", "fee", "revenue",
                            "balance", "value", "sum")),
            Map.entry(FieldType.DECIMAL, Set.of("weight", "percent", "percentage", "ratio", "discount", "hour")),
            Map.entry(
                    FieldType.LONG_TEXT,
                    Set.of("note", "description", "comment", "remark", "detail", "summary", "memo")));

    /** “Plain text” is a text. */
    private static final Set<String> PLAIN = Set.of("plain", "just", "simple", "normal", "only", "short");

    private static final Map<String, FieldType> BY_TYPE_NAME = Map.ofEntries(
            Map.entry("text", FieldType.TEXT),
            Map.entry("string", FieldType.TEXT),
            Map.entry("long text", FieldType.LONG_TEXT),
            Map.entry("memo", FieldType.LONG_TEXT),
            Map.entry("integer", FieldType.INTEGER),
            Map.entry("int", FieldType.INTEGER),
            Map.entry("whole number", FieldType.INTEGER),
            Map.entry("number", FieldType.DECIMAL),
            Map.entry("decimal", FieldType.DECIMAL),
            Map.entry("money", FieldType.MONEY),
            Map.entry("currency", FieldType.MONEY),
            Map.entry("price", FieldType.MONEY),
            Map.entry("eur", FieldType.MONEY),
            Map.entry("usd", FieldType.MONEY),
            Map.entry("date", FieldType.DATE),
            Map.entry("datetime", FieldType.DATETIME),
            Map.entry("date time", FieldType.DATETIME),
            Map.entry("date and time", FieldType.DATETIME),
            Map.entry("boolean", FieldType.BOOLEAN),
            Map.entry("bool", FieldType.BOOLEAN),
            Map.entry("yes no", FieldType.BOOLEAN),
            Map.entry("yes or no", FieldType.BOOLEAN),
            Map.entry("checkbox", FieldType.BOOLEAN),
            Map.entry("choice", FieldType.CHOICE),
            Map.entry("email", FieldType.EMAIL),
            Map.entry("e mail", FieldType.EMAIL),
            Map.entry("phone", FieldType.PHONE),
            Map.entry("url", FieldType.URL),
            Map.entry("link", FieldType.URL),
            Map.entry("website", FieldType.URL));

    private TypeGuess() {}

    /** Whether records can be told apart by a first field of this name. */
    static boolean identifies(String name) {
        List<String> stems = Names.stems(name);
        return !stems.isEmpty() && IDENTIFYING.contains(stems.get(stems.size() - 1));
    }

    /** The type that the name suggests; empty where it suggests none, which is a text. */
    static Optional<FieldType> of(String name) {
        List<String> stems = Names.stems(name);
        if (stems.isEmpty()) {
            return Optional.empty();
        }
        String first = stems.get(0);
        boolean asks = name.endsWith("?") || (stems.size() > 1 && (first.equals("is") || first.equals("has")));
        if (asks || (stems.size() == 1 && YES_OR_NO.contains(first))) {
            return Optional.of(FieldType.BOOLEAN);
        }
        if (stems.size() > 1 && stems.get(stems.size() - 1).equals("on")) {
            return Optional.of(FieldType.DATE);
        }
        if (stems.size() > 2 && stems.subList(0, 2).equals(List.of("number", "of"))) {
            return Optional.of(FieldType.INTEGER);
        }
        return BY_WORD.stream()
                .filter(entry -> stems.stream().anyMatch(entry.getValue()::contains))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The type that is called so. */
    static Optional<FieldType> named(String typeName) {
        List<String> stems = Names.stems(typeName);
        boolean plain = stems.size() > 1 && PLAIN.contains(stems.get(0));
        return Optional.ofNullable(BY_TYPE_NAME.get(String.join(" ", plain ? stems.subList(1, stems.size()) : stems)));
    }
}
