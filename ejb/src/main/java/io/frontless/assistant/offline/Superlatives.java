package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.control.RecordQuery.Sort;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads “the largest”, “the 3 cheapest”, “the first two”, “top 5”: an order, and how many of it. */
record Superlatives(Turn turn, EntityView entity) {

    private static final Set<String> MOST =
            Set.of("largest", "biggest", "highest", "greatest", "top", "most", "maximum", "max", "best");
    private static final Set<String> LEAST = Set.of("smallest", "lowest", "least", "fewest", "minimum", "min", "worst");
    private static final Set<String> LATEST = Set.of("latest", "newest", "last", "youngest", "recent");
    private static final Set<String> EARLIEST = Set.of("oldest", "earliest", "first", "next", "soonest");
    private static final Set<String> SINCE = Set.of(
            "since",
            "from",
            "joined",
            "join",
            "started",
            "start",
            "hired",
            "hire",
            "enrolled",
            "employed",
            "registered");
    private static final Set<String> COSTLIEST = Set.of("costliest", "dearest", "priciest", "expensive", "valuable");
    private static final Set<String> PERIODS = Set.of(
            "day",
            "days",
            "week",
            "weeks",
            "weekend",
            "month",
            "months",
            "quarter",
            "year",
            "years",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");

    private static final Set<String> RATED = Set.of("rated", "ranked", "scored");

    private static final Set<String> HAVING =
            Set.of("with", "has", "have", "having", "pays", "pay", "paying", "earns", "earning", "got");
    private static final Set<String> BEING = Set.of(
            "is", "are", "was", "comes", "come", "takes", "take", "lasts", "costs", "cost", "pays", "pay", "weighs",
            "weigh", "earns", "earn");

    /**
     * An order.
     *
     * @param most how many of it
     * @param ahead whether only days to come are meant, as “next” says
     * @param tokens how many tokens say so
     */
    record Order(Sort sort, int most, boolean ahead, int tokens) {
        Order(Sort sort, int most, int tokens) {
            this(sort, most, false, tokens);
        }

        Order longer(int more) {
            return new Order(sort, most, ahead, tokens + more);
        }
    }

    /** Whether one of them is meant by the word. */
    static boolean isOne(Token word) {
        return Measure.of(word).isPresent()
                || Stream.of(MOST, LEAST, LATEST, EARLIEST, COSTLIEST).anyMatch(word::isOneOf)
                || word.isOneOf(Set.of("cheapest", "each", "every", "any"));
    }

    /** The order that stands before the noun. */
    Optional<Order> before(Phrase phrase) {
        return datedBefore(phrase).or(() -> leading(phrase));
    }

    /** The order that the phrase begins with. */
    Optional<Order> leading(Phrase phrase) {
        int skip = phrase.startsWith("the") ? 1 : 0;
        Phrase rest = phrase.from(skip);
        Optional<Integer> before = Amounts.count(rest);
        int at = before.isPresent() ? 1 : 0;
        if (rest.size() <= at || before.filter(count -> count == 0).isPresent()) {
            return Optional.empty();
        }
        Optional<Word> word = word(rest.from(at));
        if (word.isEmpty()) {
            return Optional.empty();
        }
        int end = at + word.get().tokens();
        Optional<Integer> after = before.isPresent() ? before : Amounts.count(rest.from(end));
        int tokens = skip + end + (before.isEmpty() && after.isPresent() ? 1 : 0);
        return Optional.of(new Order(
                new Sort(field(word.get()).key(), word.get().descending()),
                after.orElse(1),
                word.get().said().equalsIgnoreCase("next") && Roles.isDate(field(word.get())),
                tokens));
    }

    /** What is said after the noun: “with the most guests”, “was filed first”, “is the longest”, “pays the least”. */
    Optional<Order> having(Phrase phrase) {
        if (Happening.tellsWhen(phrase)) {
            return Optional.empty();
        }
        int with = phrase.startsWithOneOf(HAVING) ? 1 : 0;
        int verb = phrase.startsWithOneOf(BEING) ? 1 : 0;
        return lasting(phrase)
                .or(() -> named(phrase.from(with)))
                .or(() -> dated(phrase.from(with)))
                .map(order -> order.longer(with))
                .or(() -> new DoneMost(this).read(phrase))
                .or(() -> verb == 0
                        ? Optional.empty()
                        : leading(phrase.from(1))
                                .map(order -> order.longer(1))
                                .filter(order -> order.tokens() == phrase.size()));
    }

    /** “Been our client the longest”: since the earliest day. */
    private Optional<Order> lasting(Phrase phrase) {
        int end = 1;
        while (end < phrase.size() && phrase.startsWith("been") && saysNothingMore(phrase.at(end))) {
            end++;
        }
        boolean longest = end < phrase.size() && phrase.at(end).is("longest");
        int time = longest && phrase.size() > end + 1 && phrase.at(end + 1).is("time") ? 1 : 0;
        int tokens = end + 1 + time;
        List<FieldSpec> since = longest ? since() : List.of();
        return since.size() == 1
                ? Optional.of(new Order(new Sort(since.get(0).key(), false), 1, tokens))
                : Optional.empty();
    }

    /** “With us”, “our client”, of clients “partner”, where they are partners since a day. */
    private boolean saysNothingMore(Token word) {
        List<String> said = Names.stems(word.text());
        return Light.isJoining(word)
                || turn.schema().stems(entity.label()).stream()
                        .anyMatch(noun -> said.contains(noun)
                                || Words.bases(word.text()).anyMatch(base -> Names.isDoneBy(noun, base)))
                || since().stream()
                        .anyMatch(field -> turn.schema().stems(field.label()).containsAll(said));
    }

    /** The day since when somebody belongs here. */
    private List<FieldSpec> since() {
        return entity.fields().stream()
                .filter(field -> Roles.isDate(field) && !Roles.birth(entity).contains(field))
                .filter(field -> turn.schema().stems(field.label()).stream().anyMatch(SINCE::contains))
                .toList();
    }

    /** “Highest amount”, “most copies”: an order whose field is named; “largest amount first” is one of all of them. */
    Optional<Order> named(Phrase phrase) {
        Optional<Word> word = word(phrase.bare());
        boolean ofField = turn.schema()
                .leadingField(entity, phrase.bare())
                .filter(named -> named.length() > 1)
                .isPresent();
        if (word.isEmpty() || ofField) {
            return Optional.empty();
        }
        int start = phrase.size() - phrase.bare().size() + word.get().tokens();
        return field(phrase.from(start)).map(field -> {
            int end = start + field.length();
            boolean first = phrase.size() > end && phrase.at(end).is("first");
            Sort sort = new Sort(field.thing().key(), word.get().descending());
            return first ? new Order(sort, 0, end + 1) : new Order(sort, 1, end);
        });
    }

    /** The field that the first words name; where “first” ends an order, the one number or day in whose name the word is. */
    private Optional<SchemaLinker.Named<FieldSpec>> field(Phrase phrase) {
        return turn.schema().leadingField(entity, phrase).or(() -> {
            boolean first = phrase.size() > 1 && phrase.at(1).is("first");
            List<String> word =
                    !first ? List.of() : turn.schema().stems(phrase.at(0).text());
            List<FieldSpec> containing = word.isEmpty()
                    ? List.of()
                    : entity.fields().stream()
                            .filter(field -> Roles.isNumber(field) || Roles.isDate(field))
                            .filter(field -> turn.schema().stems(field.label()).containsAll(word))
                            .toList();
            return containing.size() == 1
                    ? Optional.of(new SchemaLinker.Named<>(containing.get(0), 1))
                    : Optional.empty();
        });
    }

    /** “Newest first”, “biggest first by total”, “from highest to lowest version”: an order of all of them. */
    Optional<Order> first(Phrase phrase) {
        Optional<Word> word =
                phrase.size() < 2 ? Optional.empty() : word(phrase.startsWith("from") ? phrase.from(1) : phrase);
        int said = word.map(Word::tokens).orElse(0);
        boolean first = said > 0 && phrase.size() > said && phrase.at(said).is("first");
        boolean range = said > 0
                && phrase.startsWith("from")
                && phrase.size() > said + 2
                && phrase.at(said + 1).is("to");
        if (!first && !range) {
            return Optional.empty();
        }
        int end = first ? said + 1 : said + 3;
        int by = phrase.size() > end + 1 && phrase.at(end).is("by") ? end + 1 : end;
        Optional<SchemaLinker.Named<FieldSpec>> named =
                turn.schema().leadingField(entity, phrase.from(by).bare());
        int skipped = phrase.from(by).size() - phrase.from(by).bare().size();
        return Optional.of(named.filter(found -> range || by > end)
                .map(found -> new Order(
                        new Sort(found.thing().key(), word.get().descending()), 0, by + skipped + found.length()))
                .orElseGet(() ->
                        new Order(new Sort(field(word.get()).key(), word.get().descending()), 0, end)));
    }

    /** A word that orders, and by what. */
    record Word(List<FieldSpec> fields, boolean descending, int tokens, String said) {}

    /** The word that the phrase begins with. */
    Optional<Word> word(Phrase phrase) {
        if (phrase.isEmpty()) {
            return Optional.empty();
        }
        String said = phrase.at(0).text();
        boolean two = phrase.size() > 1 && phrase.startsWithOneOf(Set.of("most", "least"));
        if (two && phrase.at(1).is("of")) {
            return Optional.empty();
        }
        if (two && phrase.at(1).isOneOf(COSTLIEST)) {
            return Optional.of(new Word(prices(), phrase.startsWith("most"), 2, said));
        }
        if (two && phrase.at(1).isOneOf(Set.of("recent", "recently"))) {
            return Optional.of(new Word(days(said), phrase.startsWith("most"), 2, said));
        }
        Optional<Word> rated = two(phrase);
        if (rated.isPresent()) {
            return rated;
        }
        if (phrase.startsWith("cheapest")
                || (phrase.startsWithOneOf(COSTLIEST) && !phrase.startsWithOneOf(Set.of("expensive", "valuable")))) {
            return Optional.of(new Word(prices(), !phrase.startsWith("cheapest"), 1, said));
        }
        Optional<Word> measure = Measure.of(phrase.at(0))
                .map(found -> new Word(found.fields(entity), found.descending(), 1, said))
                .filter(found -> !found.fields().isEmpty() || !isCommon(phrase));
        if (measure.isPresent()) {
            return measure;
        }
        if (phrase.startsWithOneOf(MOST) || phrase.startsWithOneOf(LEAST)) {
            return Optional.of(new Word(Roles.amount(entity), phrase.startsWithOneOf(MOST), 1, said));
        }
        if (phrase.startsWithOneOf(LATEST) || phrase.startsWithOneOf(EARLIEST)) {
            return Optional.of(new Word(days(said), phrase.startsWithOneOf(LATEST), 1, said));
        }
        return Optional.empty();
    }

    /** “Best rated”, “lowest paid”: by the number that the verb measures. */
    private Optional<Word> two(Phrase phrase) {
        boolean most = phrase.size() > 1 && (phrase.startsWithOneOf(MOST) || phrase.startsWithOneOf(LEAST));
        boolean deed =
                most && phrase.at(1).isWord() && Words.isPast(phrase.at(1).text());
        // “Rated” is said of a rating, and of a day rate only where there is none.
        Optional<List<FieldSpec>> rating = most && phrase.at(1).isOneOf(RATED)
                ? Measure.of(phrase.at(0)).map(found -> found.fields(entity)).filter(found -> found.size() == 1)
                : Optional.empty();
        List<FieldSpec> fields = rating.orElseGet(
                () -> deed ? Roles.measuredBy(entity, phrase.at(1).text()) : List.of());
        return fields.size() == 1
                ? Optional.of(new Word(
                        fields, phrase.startsWithOneOf(MOST), 2, phrase.at(0).text()))
                : Optional.empty();
    }

    /** Whether the word means another order where no field is of its own kind. */
    private static boolean isCommon(Phrase phrase) {
        return phrase.startsWithOneOf(MOST) || phrase.startsWithOneOf(LEAST);
    }

    /** “Filed first”, “cleaned last”, “joined most recently”: by the day that the verb names. */
    private Optional<Order> dated(Phrase phrase) {
        return word(phrase.from(Math.min(1, phrase.size())))
                .filter(found -> isOfTime(found) && !isPeriod(phrase, 1 + found.tokens()))
                .flatMap(found -> dated(phrase.at(0), found));
    }

    /** “Most recently reported jobs”. */
    private Optional<Order> datedBefore(Phrase phrase) {
        return word(phrase)
                .filter(found -> isOfTime(found) && phrase.size() > found.tokens())
                .flatMap(found -> dated(phrase.at(found.tokens()), found));
    }

    private Optional<Order> dated(Token verb, Word when) {
        List<FieldSpec> fields = verb.isWord() && Words.isPast(verb.text())
                ? Roles.dates(entity, verb.text().toLowerCase(Locale.ROOT))
                : List.of();
        return fields.size() == 1
                ? Optional.of(new Order(new Sort(fields.get(0).key(), when.descending()), 1, when.tokens() + 1))
                : Optional.empty();
    }

    /** “Issued last month” was not issued last. */
    private static boolean isPeriod(Phrase phrase, int end) {
        return end < phrase.size()
                && (phrase.at(end).isOneOf(PERIODS)
                        || Amounts.count(phrase.from(end)).isPresent()
                        || Dates.month(phrase.at(end).text().toLowerCase(Locale.ROOT))
                                .isPresent());
    }

    /** “Last” and “most recently”, and no “most” of a number. */
    private static boolean isOfTime(Word word) {
        return word.tokens() == 2
                || Set.of("first", "last", "latest", "earliest", "soonest")
                        .contains(word.said().toLowerCase(Locale.ROOT));
    }

    private List<FieldSpec> days(String said) {
        boolean old = said.toLowerCase(Locale.ROOT).matches("oldest|youngest|newest");
        List<FieldSpec> ages = old
                ? Stream.concat(Roles.birth(entity).stream(), Roles.years(entity).stream())
                        .toList()
                : List.of();
        List<FieldSpec> unborn = Roles.day(entity).stream()
                .filter(field -> !Roles.birth(entity).contains(field))
                .toList();
        boolean newest = said.equalsIgnoreCase("newest") && !unborn.isEmpty();
        List<FieldSpec> days = newest ? unborn : ages.isEmpty() ? Roles.day(entity) : ages;
        return days.isEmpty() ? Roles.years(entity) : days;
    }

    /** What is called a price before any other money. */
    private List<FieldSpec> prices() {
        List<FieldSpec> money = entity.fields().stream()
                .filter(field -> field.type() == FieldType.MONEY)
                .toList();
        List<FieldSpec> prices = money.stream()
                .filter(field -> turn.schema().stems(field.label()).contains("price"))
                .toList();
        return prices.isEmpty() ? money : prices;
    }

    /** “The biggest vessel by seats”. */
    private Optional<FieldSpec> saidBehind(List<FieldSpec> fields) {
        Phrase words = turn.words();
        return IntStream.range(1, Math.max(words.size() - 1, 1))
                .filter(i -> words.at(i).is("by"))
                .mapToObj(i -> turn.schema().leadingField(entity, words.from(i + 1)))
                .flatMap(Optional::stream)
                .map(SchemaLinker.Named::thing)
                .filter(fields::contains)
                .findFirst();
    }

    private FieldSpec field(Word word) {
        if (word.fields().isEmpty()) {
            throw Unclear.say("It is not clear by which field “%s” is meant: %s has none of that kind."
                    .formatted(word.said(), entity.label()));
        }
        Optional<FieldSpec> said = word.fields().size() > 1 ? saidBehind(word.fields()) : Optional.empty();
        if (said.isPresent()) {
            return said.get();
        }
        if (word.fields().size() > 1) {
            throw Unclear.ask(
                    "“%s” could be by %s. Name the field, as in “with the highest %s”."
                            .formatted(
                                    word.said(),
                                    SchemaLinker.join(word.fields().stream()
                                            .map(FieldSpec::label)
                                            .toList()),
                                    word.fields().get(0).label().toLowerCase(Locale.ROOT)),
                    List.of());
        }
        return word.fields().get(0);
    }
}
