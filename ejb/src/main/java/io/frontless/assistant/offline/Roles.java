package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which fields a word can mean that names none: “for” a client, “due” on a day, “in” a place, “over 5k”. */
final class Roles {

    private static final Set<String> MAIN =
            Set.of("price", "amount", "total", "cost", "value", "sum", "fee", "rent", "revenue", "salary");
    private static final Set<String> PARTIES = Words.listed(
            "client customer company account supplier vendor partner buyer patient guest project contact person student tenant member site");
    private static final Set<String> PLACES = Words.listed(
            "city town district area country region place location state province office room site class department warehouse branch hometown port depot");
    private static final Set<String> PEOPLE = Words.listed(
            "owner assignee assigned author salesperson rep agent employee seller responsible manager teacher doctor worker handler staff contact");
    private static final Pattern DOER = Pattern.compile(".{2,}(er|or|ian|ist|man|woman|person)");
    private static final Set<String> NO_DOERS = Set.of(
            ("order number color colour folder paper letter computer layer floor door chapter cover error server printer"
                            + " container water weather power tower sector factor vector character parameter filter master"
                            + " quarter semester center register user other under over after her their offer transfer meter"
                            + " charter motor monitor interior exterior corridor humor flavor flavour minor major")
                    .split(" +"));
    private static final Set<String> ASSIGNED =
            Set.of("owner", "assignee", "assigned", "responsible", "rep", "agent", "handler", "staff", "salesperson");
    private static final Set<String> DUE =
            Set.of("due", "deadline", "required", "needed", "until", "expiry", "expire", "end", "return", "back");
    private static final List<String> FIRST_DAY = List.of("first", "day");
    private static final List<String> LAST_DAY = List.of("last", "day");
    private static final Set<String> BY = Set.of("by", "until", "till");
    private static final Set<String> UNTIL = Set.of("until", "till", "expiry", "expire", "end");

    /** What lies ahead rather than behind. */
    private static final Set<String> AHEAD = Set.of("next", "planned", "renewal", "follow");

    /** What names are called. */
    static final Set<String> NAMES = Set.of(
            "name", "title", "label", "subject", "code", "number", "no", "id", "reference", "ref", "sku", "isbn");

    private static final Set<String> NUMBERS = Set.of("number", "no", "nr", "id", "code", "tag", "sku", "isbn");
    private static final Set<String> QUANTITIES = Set.of("quantity", "qty", "count", "piece", "copy");
    private static final Set<String> PER = Set.of("a", "an", "per", "every");
    private static final Map<String, String> TIMES = Map.of("year", "annual", "day", "daily", "month", "monthly");
    private static final int UNIT_CHARS_MIN = 3;
    private static final Set<String> DAYS = Set.of("day", "date");
    private static final Set<String> YEARS = Set.of("year", "vintage", "built");
    private static final Set<String> ORDERING = Set.of("last", "first", "next");
    private static final Set<String> STOCK = Set.of("stock", "hand", "available", "inventory");

    /** What limits a number. */
    static final Set<String> LIMITS = Set.of(
            "minimum", "maximum", "min", "max", "reorder", "target", "limit", "least", "most", "order", "allowed",
            "planned");

    private static final Set<String> DEPARTING =
            Set.of("leave", "leaves", "leaving", "left", "depart", "departs", "departing");
    private static final Set<String> ARRIVING = Set.of("arrive", "arrives", "arriving", "arrived", "come", "comes");
    private static final Set<String> FAMILIES = Set.of("depart", "arriv");
    private static final Set<String> BIRTHS = Set.of("birth", "birthday", "born", "birthdate");

    private static final Set<String> TOWNS =
            Set.of("town", "city", "village", "hometown", "area", "district", "suburb", "residence", "domicile");

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

    /** Whether a text says in which town something is. */
    static boolean isTown(FieldSpec field) {
        return field.type() == FieldType.TEXT && named(field, TOWNS);
    }

    static List<FieldSpec> person(EntityView entity) {
        return rest(entity, Roles::isPerson);
    }

    /** Whether a field is called a name or title. */
    static boolean isName(FieldSpec field) {
        return named(field, Set.of("name", "title", "subject"));
    }

    /** Whether a field is called a number or code, so that no name is one. */
    static boolean isNumbered(FieldSpec field) {
        return named(field, NUMBERS);
    }

    /** Whether a number can say how many there are, or how much. */
    static boolean isCount(FieldSpec field) {
        return field.type() == FieldType.INTEGER || field.type() == FieldType.DECIMAL;
    }

    /** Whether a whole number counts things. */
    static boolean isQuantity(FieldSpec field) {
        return field.type() == FieldType.INTEGER && named(field, QUANTITIES);
    }

    /** How many of something. */
    static List<FieldSpec> quantity(EntityView entity) {
        return rest(entity, Roles::isQuantity);
    }

    /** The money that is paid for a unit that the words name: “an hour” of what is called hourly, “a head” of a price per head. */
    static List<FieldSpec> paid(List<FieldSpec> money, Phrase words) {
        boolean per =
                words.size() > 1 && words.startsWithOneOf(PER) && words.at(1).isWord();
        String unit = per ? words.at(1).text().toLowerCase(Locale.ROOT) : "";
        return unit.length() < UNIT_CHARS_MIN
                ? List.of()
                : money.stream().filter(field -> isPaidBy(field, unit)).toList();
    }

    /** Whether money is what somebody owes: “Owed”, “Balance due”. */
    static boolean isOwed(FieldSpec field) {
        return named(field, Set.of("owed", "owe", "due", "balance", "debt", "outstanding"));
    }

    /** The numbers of an entity that are paid by such a unit. */
    static List<FieldSpec> paidIn(EntityView entity, Phrase words) {
        return paid(entity.fields().stream().filter(Roles::isNumber).toList(), words);
    }

    /** Whether a unit follows that something is paid for, and no name of a field: “an hour”. */
    static boolean isPer(Phrase words) {
        return words.startsWithOneOf(PER);
    }

    private static boolean isPaidBy(FieldSpec field, String unit) {
        return Names.stems(field.label()).stream()
                .anyMatch(word -> word.startsWith(unit) || word.equals(TIMES.get(unit)));
    }

    /** Whether a number is a weight. */
    static boolean isWeight(FieldSpec field) {
        return isNumber(field) && named(field, Set.of("weight"));
    }

    /** Whether a field says by its name that it holds people. */
    static boolean isSurelyPerson(FieldSpec field) {
        return named(field, PEOPLE);
    }

    /** Whether a field holds who does something, by the word for it, by the ending of its noun, as in “technician” or “site caretaker”, or as “handled by”. */
    private static boolean isPerson(FieldSpec field) {
        if (!isNameLike(field) || named(field, PEOPLE) || tellsByWhom(field)) {
            return isNameLike(field);
        }
        List<String> stems = Names.stems(field.label()).stream()
                .filter(word -> !NAMES.contains(word) && !BY.contains(word))
                .toList();
        String head = stems.isEmpty() ? "" : stems.get(stems.size() - 1);
        return field.type() != FieldType.CHOICE
                && !named(field, PARTIES)
                && !named(field, PLACES)
                && DOER.matcher(head).matches()
                && !NO_DOERS.contains(head);
    }

    /** “Handled by”, “Led by”: who did it, for whomever. */
    static boolean tellsByWhom(FieldSpec field) {
        List<String> label = Names.stems(field.label());
        return field.type() != FieldType.CHOICE
                && label.size() == 2
                && label.get(1).equals("by")
                && Words.isPast(label.get(0));
    }

    /** Who has to see to it: an owner before anybody else that is named. */
    static List<FieldSpec> assigned(EntityView entity) {
        List<FieldSpec> named = rest(entity, field -> isNameLike(field) && named(field, ASSIGNED));
        return named.isEmpty() ? person(entity) : named;
    }

    /** What its records are known by: the title, what is unique, and whatever is called a name, number or code. */
    static List<FieldSpec> naming(EntityView entity) {
        FieldSpec title = entity.titleField().orElse(null);
        return entity.fields().stream()
                .filter(field -> isText(field)
                        && (field.equals(title)
                                || field.unique()
                                || field.type() == FieldType.EMAIL
                                || named(field, NAMES)))
                .toList();
    }

    /** When it is due: dates named so, else the only date. */
    static List<FieldSpec> due(EntityView entity) {
        List<FieldSpec> named = rest(entity, field -> isDate(field) && isDue(field));
        return named.isEmpty() ? rest(entity, Roles::isDate) : named;
    }

    /** “Due date”, “Deliver by”, “Contract until”. */
    static boolean isDue(FieldSpec field) {
        List<String> label = Names.stems(field.label());
        return named(field, DUE)
                || label.equals(LAST_DAY)
                || (label.size() > 1 && BY.contains(label.get(label.size() - 1)));
    }

    /** “Next service”: what is to come. */
    static boolean isAhead(FieldSpec field) {
        return named(field, AHEAD);
    }

    /** “Warranty until”, “Insured till”: up to when something holds. */
    static boolean isUntil(FieldSpec field) {
        List<String> label = Names.stems(field.label());
        return named(field, UNTIL)
                || label.equals(List.of("use", "by"))
                || label.equals(List.of("best", "before"))
                || label.get(0).equals("valid");
    }

    /** When it was: the date named only after its entity, such as order date, else those that are not due dates. */
    static List<FieldSpec> day(EntityView entity) {
        List<String> own = Stream.concat(Names.stems(entity.label()).stream(), Stream.of("date"))
                .toList();
        Set<String> roots = own.stream().map(Names::root).collect(Collectors.toSet());
        List<FieldSpec> main = rest(
                entity,
                field -> isDate(field)
                        && Names.stems(field.label()).stream().map(Names::root).allMatch(roots::contains));
        List<FieldSpec> past = rest(entity, field -> isDate(field) && !isDue(field) && !named(field, AHEAD));
        List<FieldSpec> days = past.size() < 2
                ? List.of()
                : past.stream().filter(field -> named(field, DAYS)).toList();
        return !main.isEmpty() ? main : days.size() == 1 ? days : past.isEmpty() ? rest(entity, Roles::isDate) : past;
    }

    /** Years that are no day: “Vintage”, “Year”. */
    static List<FieldSpec> years(EntityView entity) {
        return rest(entity, field -> field.type() == FieldType.INTEGER && named(field, YEARS));
    }

    /** Numbers that are called by one of these words; a price per metre measures none. */
    static List<FieldSpec> measured(EntityView entity, Set<String> words) {
        return rest(
                entity,
                field -> isNumber(field)
                        && Names.stems(field.label()).stream()
                                .takeWhile(word -> !word.equals("per"))
                                .anyMatch(words::contains));
    }

    /** How many there are of it: a number called so, or the only count of something that has a price and no day. */
    static List<FieldSpec> stock(EntityView entity) {
        Predicate<FieldSpec> counts = field -> isNumber(field) && !named(field, LIMITS);
        List<FieldSpec> named = rest(entity, field -> counts.test(field) && named(field, STOCK));
        boolean product = entity.fields().stream().anyMatch(field -> field.type() == FieldType.MONEY)
                && entity.fields().stream().noneMatch(Roles::isDate);
        return !named.isEmpty() || !product
                ? named
                : rest(
                        entity,
                        field -> counts.test(field) && field.type() == FieldType.INTEGER && !named(field, YEARS));
    }

    /** Numbers by the verb for what they measure: “Match score” for “scoring”, “Weight” for “weighs”. */
    static List<FieldSpec> measuredBy(EntityView entity, String verb) {
        Set<String> roots = Words.bases(verb).map(Names::root).collect(Collectors.toSet());
        return rest(
                entity,
                field -> isNumber(field)
                        && Names.stems(field.label()).stream()
                                .map(word -> word.equals("weight") ? "weigh" : Names.root(word))
                                .anyMatch(roots::contains));
    }

    /** Numbers that are no money, by the unit they are in: “Stock kg”, and not “Price per kg”; all of them where none has it. */
    static List<FieldSpec> measured(EntityView entity, String unit) {
        List<FieldSpec> numbers = rest(entity, field -> isNumber(field) && field.type() != FieldType.MONEY);
        List<FieldSpec> named = numbers.stream()
                .filter(field -> Names.stems(field.label()).contains(Names.singular(unit)))
                .toList();
        return named.isEmpty() ? numbers : named;
    }

    /** Days of birth, for who is old or young. */
    static List<FieldSpec> birth(EntityView entity) {
        return rest(entity, field -> isDate(field) && named(field, BIRTHS));
    }

    /** What an amount is: money, else a decimal, else a whole number. */
    static List<FieldSpec> amount(EntityView entity) {
        return Stream.of(FieldType.MONEY, FieldType.DECIMAL, FieldType.INTEGER)
                .map(type -> rest(entity, field -> field.type() == type))
                .filter(fields -> !fields.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The one of several amounts that is what something costs or comes to, and no part of it: a price beside a deposit. */
    static List<FieldSpec> main(List<FieldSpec> amounts) {
        return Stream.of(Set.of("price"), MAIN)
                .map(words ->
                        amounts.stream().filter(field -> named(field, words)).toList())
                .filter(fields -> fields.size() == 1)
                .findFirst()
                .orElse(amounts);
    }

    /** The dates whose name begins with a word of this family: “reported” for “Reported on”, “expired” for “Expires on”. */
    static List<FieldSpec> dates(EntityView entity, String word) {
        String root = DEPARTING.contains(word) ? "depart" : ARRIVING.contains(word) ? "arriv" : Names.root(word);
        if (BIRTHS.contains(word)) {
            return birth(entity);
        }
        List<FieldSpec> named = root.length() < 3
                ? List.of()
                : rest(entity, field -> isDate(field) && isOfFamily(Names.root(verb(field)), root));
        return named.isEmpty() ? Sides.of(entity, word) : named;
    }

    /** “Departure” and “departs” have no root in common but the first letters. */
    private static boolean isOfFamily(String root, String other) {
        return root.equals(other) || (FAMILIES.contains(other) && root.startsWith(other));
    }

    /** The word that says what happens then: “Cleaned” of “Last cleaned”. */
    private static String verb(FieldSpec field) {
        List<String> label = Names.stems(field.label());
        if (label.equals(LAST_DAY) || label.equals(FIRST_DAY)) {
            return label.equals(LAST_DAY) ? "end" : "start";
        }
        return label.size() > 1 && ORDERING.contains(label.get(0)) ? label.get(1) : label.get(0);
    }

    static boolean isDate(FieldSpec field) {
        return field.type() == FieldType.DATE || field.type() == FieldType.DATETIME;
    }

    static boolean isNumber(FieldSpec field) {
        return field.type() == FieldType.MONEY
                || field.type() == FieldType.DECIMAL
                || field.type() == FieldType.INTEGER;
    }

    /** Text that is compared as a whole. */
    static boolean isText(FieldSpec field) {
        return switch (field.type()) {
            case TEXT, EMAIL, PHONE, URL -> true;
            case LONG_TEXT, INTEGER, DECIMAL, MONEY, DATE, DATETIME, BOOLEAN, CHOICE, REFERENCE -> false;
        };
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
