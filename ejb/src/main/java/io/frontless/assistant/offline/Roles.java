package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which fields a preposition can mean: “for” a client, “due” on a day, “in” a place. */
final class Roles {

    private static final Set<String> PARTIES = Set.of(
            "client",
            "customer",
            "company",
            "account",
            "supplier",
            "vendor",
            "buyer",
            "patient",
            "guest",
            "project",
            "contact",
            "person",
            "student",
            "tenant");
    private static final Set<String> PLACES =
            Set.of("city", "town", "country", "region", "place", "location", "state", "province", "office", "room");
    private static final Set<String> PEOPLE =
            Set.of("owner", "assignee", "author", "salesperson", "rep", "agent", "employee", "seller");
    private static final Set<String> DUE = Set.of("due", "deadline", "required");

    private Roles() {}

    /** Whom it is for: fields named like a party, else the only references. */
    static List<FieldSpec> party(EntityView entity) {
        List<FieldSpec> named = rest(entity, field -> isNameLike(field) && named(field, PARTIES));
        List<FieldSpec> references = named.stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .toList();
        if (!references.isEmpty()) {
            return references;
        }
        return named.isEmpty() ? rest(entity, field -> field.type() == FieldType.REFERENCE) : named;
    }

    static List<FieldSpec> place(EntityView entity) {
        return rest(entity, field -> isNameLike(field) && named(field, PLACES));
    }

    static List<FieldSpec> person(EntityView entity) {
        return rest(entity, field -> isNameLike(field) && named(field, PEOPLE));
    }

    /** When it is due: dates named so, else the only date. */
    static List<FieldSpec> due(EntityView entity) {
        List<FieldSpec> named = rest(entity, field -> isDate(field) && named(field, DUE));
        return named.isEmpty() ? rest(entity, Roles::isDate) : named;
    }

    /** When it was: the date named only after its entity, such as order date, else those that are not due dates. */
    static List<FieldSpec> day(EntityView entity) {
        List<String> own = Stream.concat(Names.stems(entity.label()).stream(), Stream.of("date"))
                .toList();
        List<FieldSpec> main = rest(entity, field -> isDate(field) && own.containsAll(Names.stems(field.label())));
        List<FieldSpec> past = rest(entity, field -> isDate(field) && !named(field, DUE));
        return !main.isEmpty() ? main : past.isEmpty() ? rest(entity, Roles::isDate) : past;
    }

    /** What an amount is: money, else a decimal, else a whole number. */
    static List<FieldSpec> amount(EntityView entity) {
        return Stream.of(FieldType.MONEY, FieldType.DECIMAL, FieldType.INTEGER)
                .map(type -> rest(entity, field -> field.type() == type))
                .filter(fields -> !fields.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    static boolean isDate(FieldSpec field) {
        return field.type() == FieldType.DATE || field.type() == FieldType.DATETIME;
    }

    private static boolean isNameLike(FieldSpec field) {
        return field.type() == FieldType.TEXT
                || field.type() == FieldType.REFERENCE
                || field.type() == FieldType.CHOICE;
    }

    private static boolean named(FieldSpec field, Set<String> words) {
        return Names.stems(field.label()).stream().anyMatch(words::contains);
    }

    private static List<FieldSpec> rest(EntityView entity, Predicate<FieldSpec> wanted) {
        return entity.fields().stream().skip(1).filter(wanted).toList();
    }
}
