package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Told.Kind;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens with what a yes-or-no field is called by, so that it is so from then on or no longer: “picked up her gate key”, “has cancelled the service plan”,
 * “does not wish to receive our newsletter”, “the reminder for 5103 went out”. Only what has happened counts: who is to get something has not got it.
 *
 * @param words all of the sentence
 * @param arriving whether any of them may tell that something has come or gone
 */
record FlagEvents(SchemaLinker schema, ToldFinds finds, ToldClauses clauses, Phrase words, boolean arriving) {

    private static final int VERB_TOKENS_MAX = 3;

    private static final Set<String> GAINING = Set.of(
            "got",
            "received",
            "obtained",
            "acquired",
            "bought",
            "passed",
            "completed",
            "picked up",
            "collected",
            "took out",
            "taken out",
            "was given",
            "been given",
            "was handed",
            "been handed",
            "was granted",
            "been granted",
            "signed up for",
            "registered for",
            "subscribed to",
            "opted into",
            "opted in to");

    private static final Set<String> LOSING = Set.of(
            "lost",
            "cancelled",
            "canceled",
            "terminated",
            "withdrew",
            "withdrawn",
            "revoked",
            "surrendered",
            "returned",
            "handed back",
            "handed in",
            "gave back",
            "given back",
            "gave up",
            "given up",
            "sent back",
            "opted out of",
            "unsubscribed from",
            "unsubscribe from");

    /** What those begin with. */
    private static final Set<String> VERBS = Stream.of(GAINING, LOSING)
            .flatMap(Set::stream)
            .map(verb -> verb.replaceFirst(" .*", ""))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> HAVE = Set.of("has", "have");
    private static final Set<String> HOLDING = Set.of("hold", "holds");
    private static final Set<String> HELPING = Set.of("has", "have", "just", "also", "already", "now", "finally");
    private static final Set<String> WANTING =
            Set.of("want", "wants", "need", "needs", "wish", "wishes", "require", "requires");
    private static final Set<String> HAVING = Set.of("has", "have", "got", "own", "owns");
    private static final Set<String> RECEIVING = Set.of("receive", "get", "have");
    private static final Set<String> DENYING =
            Set.of("not", "doesn't", "don't", "doesn’t", "don’t", "hasn't", "haven't");
    private static final Set<String> DID_NOT = Set.of("didn't", "didn’t", "didnt");
    private static final Set<String> ASKING = Set.of("asked", "wishes", "wants", "prefers");
    private static final Set<String> DETERMINERS =
            Set.of("a", "an", "the", "his", "her", "its", "their", "our", "any", "own", "new", "more");
    private static final Set<String> POSSESSIVES = Set.of("his", "her", "its", "their");
    private static final Set<String> CLUBS = Set.of("club", "association", "society", "us", "union");
    private static final Set<String> NEWS = Set.of("now", "since", "today", "meanwhile", "finally");

    /** What a name may have behind it and stays the same: “first aid course”, “organic certificate”. */
    private static final Set<String> HEADS = Set.of(
            "course",
            "test",
            "exam",
            "examination",
            "training",
            "certificate",
            "subscription",
            "agreement",
            "mandate",
            "membership");

    private static final Set<String> TRIALS = Set.of("course", "test", "exam", "examination", "training");

    /** What a thing is said to have been, of which a field tells that it is there. */
    private static final Set<String> HELD = Set.of("held", "given", "granted", "installed", "allowed");

    private static final Set<String> SENT = Set.of("went out", "gone out", "went off", "is out");
    private static final Set<String> PAID =
            Set.of("came in", "come in", "arrived", "is in", "is here", "came through", "come through");
    private static final Set<String> COMING = Set.of("went", "gone", "out", "came", "come", "arrived", "in", "here");
    private static final Map<String, Set<String>> ARRIVALS = Map.ofEntries(
            Map.entry("sent", SENT),
            Map.entry("mailed", SENT),
            Map.entry("posted", SENT),
            Map.entry("paid", PAID),
            Map.entry("received", PAID),
            Map.entry("arrived", PAID),
            Map.entry("granted", PAID),
            Map.entry("approved", PAID),
            Map.entry("obtained", PAID));

    /** A third reminder is one more, and not whether there was one. */
    private static final Set<String> ANOTHER =
            Set.of("another", "second", "third", "fourth", "next", "last", "final", "more", "half", "no");

    static FlagEvents of(SchemaLinker schema, ToldFinds finds, ToldClauses clauses) {
        Phrase words = clauses.words();
        boolean arriving = words.tokens().stream().anyMatch(token -> token.isOneOf(COMING));
        return new FlagEvents(schema, finds, clauses, words, arriving);
    }

    /** How many words from here tell of such an event; 0 for none. */
    int read(int i, Phrase rest) {
        if (!rest.at(0).isWord() || finds.fields().stream().noneMatch(FlagEvents::isFlag)) {
            return 0;
        }
        if (isMissing(rest)) {
            return finds.add(Kind.UNKNOWN, i, 1, List.of(), null);
        }
        int denied = Math.max(denied(i, rest), joined(i, rest));
        return denied > 0 ? denied : Math.max(done(i, rest), arriving ? arrived(i, rest) : 0);
    }

    /** “Didn't get the newsletter” complains rather than that it is so. */
    private static boolean isMissing(Phrase rest) {
        int verb = rest.startsWithOneOf(DID_NOT)
                ? 1
                : rest.startsWith("did") && rest.size() > 1 && rest.at(1).is("not") ? 2 : 0;
        return verb > 0 && verb < rest.size() && rest.at(verb).isOneOf(RECEIVING);
    }

    private static boolean isFlag(FieldSpec field) {
        return field.type() == FieldType.BOOLEAN;
    }

    /** “Has lost his key card”, “got her driving licence”, “has since today a loyalty card”. */
    private int done(int i, Phrase rest) {
        int start = 0;
        while (start < rest.size() && rest.at(start).isOneOf(HELPING)) {
            start++;
        }
        if (rest.startsWithOneOf(HOLDING) && isNews(i)) {
            return of(i, rest, 1, true);
        }
        boolean verb = start < rest.size() && rest.at(start).isOneOf(VERBS);
        for (int length = Math.min(VERB_TOKENS_MAX, rest.size() - start); verb && length > 0; length--) {
            String said = rest.sub(start, start + length).text().toLowerCase(Locale.ROOT);
            boolean gained = GAINING.contains(said);
            if (gained || LOSING.contains(said)) {
                return of(i, rest, start + length, gained);
            }
        }
        boolean since = rest.startsWithOneOf(HAVE)
                && rest.size() > start + 1
                && rest.at(start).is("since");
        return since ? of(i, rest, start + 2, true) : 0;
    }

    private boolean isNews(int i) {
        return clauses.words(clauses.of(i)).anyMatch(at -> words.at(at).isOneOf(NEWS));
    }

    /** “Does not wish to receive our newsletter”, “has no key card”, “doesn't need catering”. */
    private int denied(int i, Phrase rest) {
        int verb = 0;
        boolean not = false;
        while (verb < rest.size()
                && (rest.at(verb).isOneOf(DENYING)
                        || rest.at(verb).isOneOf(Set.of("does", "do", "no", "longer", "really", "has", "have")))) {
            not |= rest.at(verb).isOneOf(DENYING)
                    || (rest.at(verb).is("longer")
                            && verb > 0
                            && rest.at(verb - 1).is("no"));
            if (rest.at(verb).is("no")
                    && !(verb + 1 < rest.size() && rest.at(verb + 1).is("longer"))) {
                break;
            }
            verb++;
        }
        boolean asked =
                not && rest.startsWith("not") && i > 0 && words.at(i - 1).isOneOf(ASKING);
        if (asked && verb < rest.size() && rest.at(verb).is("to")) {
            return received(i, rest, verb + 1);
        }
        boolean has = verb > 0 && rest.at(verb - 1).isOneOf(HAVE);
        if (!not) {
            int wants = verb < rest.size() && rest.at(verb).isOneOf(WANTING) ? verb + 1 : has ? verb : 0;
            return wants > 0 && wants < rest.size() && rest.at(wants).is("no") ? of(i, rest, wants + 1, false) : 0;
        }
        if (verb >= rest.size()) {
            return 0;
        }
        if (rest.at(verb).isOneOf(WANTING)) {
            boolean to = verb + 1 < rest.size() && rest.at(verb + 1).is("to");
            return to ? received(i, rest, verb + 2) : of(i, rest, verb + 1, false);
        }
        return rest.at(verb).isOneOf(HAVING) ? of(i, rest, verb + 1, false) : has ? of(i, rest, verb, false) : 0;
    }

    private int received(int i, Phrase rest, int verb) {
        boolean receives = verb < rest.size() && rest.at(verb).isOneOf(RECEIVING);
        return receives ? of(i, rest, verb + 1, false) : 0;
    }

    /** The event with what it is done to, which begins at a word of the phrase; doubtful where it is told not to have happened, or perhaps of another's. */
    private int of(int i, Phrase rest, int from, boolean value) {
        int start = from;
        while (start < rest.size() && rest.at(start).isOneOf(DETERMINERS)) {
            start++;
        }
        Optional<SchemaLinker.Named<FieldSpec>> named =
                start < rest.size() ? thing(rest.from(start)) : Optional.empty();
        if (named.isEmpty()) {
            return 0;
        }
        int end = start + named.get().length();
        end += end < rest.size() && isHead(rest.at(end)) ? 1 : 0;
        // “Lost his driving licence test” is no licence less.
        boolean more = (end < rest.size() && Words.isPast(rest.at(end).text()))
                || (!value && rest.at(end - 1).isOneOf(TRIALS));
        boolean others = start > from && rest.at(from).isOneOf(POSSESSIVES) && isOfRelative(i);
        boolean not = words.sub(clauses.start(i), i).tokens().stream().anyMatch(token -> token.isOneOf(ToldWords.NOT))
                && value;
        return finds.add(
                more || others || not || isDenied(i, value) ? Kind.UNKNOWN : Kind.EVENT,
                i,
                end,
                List.of(named.get().thing()),
                value);
    }

    /** “Has never lost her key card”. */
    private boolean isDenied(int i, boolean value) {
        return !value
                && words.sub(clauses.start(i), i).tokens().stream()
                        .anyMatch(token ->
                                token.isOneOf(ToldWords.NOT) && !words.at(i).isOneOf(ToldWords.NOT));
    }

    /** “Emil's mother lost her key card”: hers. */
    private boolean isOfRelative(int i) {
        return i > 1 && words.sub(clauses.start(i), i).tokens().stream().anyMatch(token -> token.is("'s"));
    }

    private static boolean isHead(Token token) {
        return token.isWord() && HEADS.stream().anyMatch(head -> Names.alike(List.of(head), Names.stems(token.text())));
    }

    /** What is called so: the field's name, or the noun in it. */
    private Optional<SchemaLinker.Named<FieldSpec>> thing(Phrase rest) {
        for (FieldSpec field : finds.fields()) {
            List<String> noun = isFlag(field) ? noun(schema.stems(field.label())) : List.of();
            if (!noun.isEmpty()
                    && noun.size() <= rest.size()
                    && schema.stems(rest.to(noun.size()).text()).equals(noun)) {
                return Optional.of(new SchemaLinker.Named<>(field, noun.size()));
            }
        }
        return Optional.empty();
    }

    /** “Receipt” of “Wants receipt”, “key” of “Key held”; none where the name tells of a deed or what is needed. */
    private static List<String> noun(List<String> label) {
        if (label.isEmpty()) {
            return label;
        }
        int last = label.size() - 1;
        boolean verb = last > 0 && WANTING.contains(label.get(0));
        boolean held = last > 0 && HELD.contains(label.get(last));
        boolean deed = Words.isPast(label.get(last)) || Words.isPast(label.get(0));
        return verb ? label.subList(1, label.size()) : held ? label.subList(0, last) : deed ? List.of() : label;
    }

    /** “The deposit for FN-63 has arrived”. */
    private int arrived(int i, Phrase rest) {
        for (FieldSpec field : finds.fields()) {
            List<String> label = isFlag(field) ? schema.stems(field.label()) : List.of();
            int noun = label.size() - 1;
            Set<String> verbs = noun > 0 ? ARRIVALS.getOrDefault(label.get(noun), Set.of()) : Set.of();
            boolean said = !verbs.isEmpty()
                    && noun <= rest.size()
                    && schema.stems(rest.to(noun).text()).equals(label.subList(0, noun));
            if (said && tells(i + noun, verbs) && !(i > 0 && words.at(i - 1).isOneOf(ANOTHER))) {
                return finds.add(Kind.EVENT, i, noun, List.of(field), true);
            }
        }
        return 0;
    }

    /** “Joined the club”, of a club member. */
    private int joined(int i, Phrase rest) {
        boolean joined = rest.at(0).is("joined");
        if (!joined && !rest.at(0).isOneOf(Set.of("left", "quit"))) {
            return 0;
        }
        int start = rest.size() > 1 && rest.at(1).isOneOf(DETERMINERS) ? 2 : 1;
        List<FieldSpec> fields = start >= rest.size()
                ? List.of()
                : finds.some(field -> isFlag(field) && isMember(schema.stems(field.label()), rest.at(start)));
        return fields.size() != 1 ? 0 : finds.add(isTold(i) ? Kind.EVENT : Kind.UNKNOWN, i, start + 1, fields, joined);
    }

    private static boolean isMember(List<String> label, Token club) {
        int last = label.size() - 1;
        return last >= 0
                && label.get(last).equals("member")
                && (last == 0 ? club.isOneOf(CLUBS) : club.is(label.get(last - 1)));
    }

    private boolean isTold(int i) {
        return words.sub(clauses.start(i), i).tokens().stream().noneMatch(token -> token.isOneOf(ToldWords.NOT));
    }

    /** Whether the clause goes on with one of these, and denies nothing. */
    private boolean tells(int from, Set<String> verbs) {
        int end = from;
        while (end < words.size() && clauses.of(end) == clauses.of(from - 1)) {
            end++;
        }
        Phrase rest = words.sub(from, end);
        String said = " " + rest.text().toLowerCase(Locale.ROOT).replaceAll("[.!,;:]", "") + " ";
        return verbs.stream().anyMatch(verb -> said.contains(" " + verb + " "))
                && words.sub(clauses.start(from - 1), end).tokens().stream()
                        .noneMatch(token -> token.isOneOf(ToldWords.NOT));
    }
}
