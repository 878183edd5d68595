package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The name of a field that stands for the records which have it: “cut every monthly fee above 800 by 5%” is about contracts, “the two highest day rates” about crew. */
record FieldNouns(Turn turn) {

    private static final Set<String> EACH = Set.of("every", "each", "any");
    private static final Set<String> ALL = Set.of("all", "both");
    private static final Set<String> WHERE = Set.of("where", "wherever");
    private static final Set<String> BEING = Set.of("is", "'s", "are");
    private static final Set<String> EXTREMES = Words.listed(
            "highest lowest biggest smallest largest greatest latest earliest shortest longest oldest newest");

    /** Whoever did something already. */
    private static final Set<String> OTHERS = Set.of("they", "he", "she", "we", "i", "you", "it", "who");

    /** What tells which records are meant: “units with the smallest volume”. */
    private static final Set<String> WHICH =
            Words.listed("with without whose which that has have having by than in at for from except but");

    /** What begins a limit of the values that are meant. */
    private static final Set<String> LIMITS = Words.listed(
            "above over under below less more fewer lower higher greater between before after in on exceeding past");

    /** What tells whose it is, so that the field stands for nothing else. */
    private static final Set<String> WHOSE = Set.of("of", "for", "from", "'s", "at", "with", "and", ",");

    /** The field that stands for its records, and where its name ends. */
    private record Noun(EntityView entity, FieldSpec field, int end, boolean plural) {}

    /** The sentence with the records named; empty where no field stands for any. */
    Optional<String> sentence() {
        Phrase words = turn.words();
        if (turn.question() || words.size() < 3 || words.startsWithOneOf(OTHERS)) {
            return Optional.empty();
        }
        for (int i = 0; i < words.size(); i++) {
            Optional<String> said = quantified(words, i);
            if (said.isPresent()) {
                return said;
            }
        }
        return where(words);
    }

    private Optional<String> quantified(Phrase words, int at) {
        Token first = words.at(at);
        boolean which = at > 0
                && (words.at(at - 1).isOneOf(WHICH)
                        || (words.at(at - 1).is("of")
                                && !(at > 1 && words.at(at - 2).is("top"))));
        if (which) {
            return Optional.empty();
        }
        if (first.isOneOf(EACH)) {
            return noun(words, at + 1)
                    .filter(noun -> isLimited(words, noun))
                    .map(noun -> said(words, at, noun, first.text() + " " + one(noun), ""));
        }
        int all = first.isOneOf(ALL) ? at + 1 : at;
        int start = all < words.size() && words.at(all).is("the") ? all + 1 : all;
        if (start == at || start >= words.size()) {
            return at < 2 ? ofTable(words, at).or(() -> limited(words, at, "all")) : Optional.empty();
        }
        Optional<String> extreme = extreme(words, at, start);
        if (extreme.isPresent()) {
            return extreme;
        }
        String many = words.sub(at, start).text();
        return ofTable(words, start).or(() -> noun(words, start)
                .filter(noun -> noun.plural() && isLimited(words, noun))
                .or(() -> noun(words, start).filter(noun -> noun.plural() && all > at && Henceforth.leavesOut(words)))
                .map(noun -> said(words, at, noun, many + " " + several(noun), "")));
    }

    /** “Monthly fees above 800”. */
    private Optional<String> limited(Phrase words, int at, String many) {
        return noun(words, at)
                .filter(noun -> noun.plural() && isLimited(words, noun))
                .map(noun -> said(words, at, noun, many + " " + several(noun), ""));
    }

    /** “The two highest day rates”. */
    private Optional<String> extreme(Phrase words, int at, int start) {
        boolean counted = start + 1 < words.size()
                && Amounts.count(words.sub(start, start + 1)).isPresent();
        int most = counted ? start + 1 : start;
        if (most + 1 >= words.size() || !words.at(most).isOneOf(EXTREMES)) {
            return Optional.empty();
        }
        String many = words.sub(at, most).text();
        String extreme = words.at(most).text() + " ";
        return noun(words, most + 1)
                .filter(noun -> !isLimited(words, noun) && noun.plural() == counted)
                .map(noun -> said(words, at, noun, many + " " + (counted ? several(noun) : one(noun)), extreme));
    }

    /** “Warehouse daily fees” are those of all warehouses. */
    private Optional<String> ofTable(Phrase words, int at) {
        return turn.schema().leadingEntity(words.from(at)).flatMap(table -> noun(words, at + table.length())
                .filter(noun -> noun.plural() && noun.entity().equals(table.thing()))
                .map(noun -> said(words, at, noun, "all " + several(noun), "")));
    }

    /** “Take 50 off the rent wherever it is above 600”. */
    private Optional<String> where(Phrase words) {
        for (int at = 2; at + 4 < words.size() + 1; at++) {
            boolean it = words.at(at).isOneOf(WHERE)
                    && at + 3 < words.size()
                    && words.at(at + 1).is("it")
                    && words.at(at + 2).isOneOf(BEING)
                    && words.at(at + 3).isOneOf(LIMITS);
            if (it) {
                int end = words.at(at - 1).is(",") ? at - 1 : at;
                String limit = words.from(at + 3).text();
                return Stream.iterate(0, i -> i < end, i -> i + 1)
                        .flatMap(i -> noun(words.to(end), i).stream()
                                .map(noun -> words.to(i).text() + " "
                                        + words.sub(i, noun.end()).text() + " of every "
                                        + one(noun) + " with " + label(noun) + " " + limit + " "
                                        + words.sub(noun.end(), end).text()))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private String said(Phrase words, int start, Noun noun, String records, String extreme) {
        String which = !extreme.isEmpty()
                ? " with the " + extreme + label(noun)
                : isLimited(words, noun) ? " with " + label(noun) : "";
        return words.sub(start, noun.end()).sentenceWith("the " + label(noun) + " of " + records + which);
    }

    /** The field whose name stands there, where one table alone has it and nothing tells whose it is. */
    private Optional<Noun> noun(Phrase words, int at) {
        if (at >= words.size()
                || !words.at(at).isWord()
                || turn.schema()
                        .leadingEntity(words.from(at))
                        .filter(table -> noun(table.thing(), words, at).isEmpty())
                        .isPresent()) {
            return Optional.empty();
        }
        List<Noun> found = turn.schema().entities().stream()
                .flatMap(entity -> noun(entity, words, at).stream())
                .toList();
        return NewValues.one(found)
                .filter(noun ->
                        noun.end() == words.size() || !words.at(noun.end()).isOneOf(WHOSE))
                .filter(noun -> !namesRecords(noun, words.to(Math.max(0, at - 2)))
                        && !namesRecords(noun, words.from(noun.end())));
    }

    /** “Issue the two units with the smallest volume”: the records themselves are named. */
    private boolean namesRecords(Noun noun, Phrase beside) {
        return IntStream.range(0, beside.size()).anyMatch(i -> turn.schema()
                .leadingEntity(beside.from(i))
                .filter(table -> table.thing().equals(noun.entity()))
                .isPresent());
    }

    private Optional<Noun> noun(EntityView entity, Phrase words, int at) {
        return turn.schema()
                .leadingField(entity, words.from(at))
                .filter(named -> Roles.isNumber(named.thing()) || Roles.isDate(named.thing()))
                .map(named -> {
                    String last = words.at(at + named.length() - 1).word();
                    boolean plural = !last.equals(Names.singular(last));
                    return new Noun(entity, named.thing(), at + named.length(), plural);
                });
    }

    private static boolean isLimited(Phrase words, Noun noun) {
        return noun.end() + 1 < words.size()
                && (words.at(noun.end()).isOneOf(LIMITS)
                        || (words.at(noun.end()).is("at")
                                && words.at(noun.end() + 1).isOneOf(Set.of("least", "most"))));
    }

    private static String label(Noun noun) {
        return noun.field().label().toLowerCase(Locale.ROOT);
    }

    private static String one(Noun noun) {
        return noun.entity().label().toLowerCase(Locale.ROOT);
    }

    private static String several(Noun noun) {
        return Names.plural(noun.entity().label()).toLowerCase(Locale.ROOT);
    }
}
