package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is said by means of the records that the turn before was about: “of them”, “for this one”, “their open orders”, “theirs”. */
record Mentioned(Turn turn, EntityView entity) {

    private static final Set<String> THEM =
            Set.of("it", "them", "him", "her", "this", "that", "these", "those", "there");
    private static final Set<String> SUBJECT = Set.of("he", "she", "they");
    private static final Set<String> THEIRS = Set.of("theirs", "his", "hers");
    /** What those do whose the records are. */
    private static final Set<String> OWNING =
            Set.of("have", "get", "make", "place", "own", "do", "keep", "hold", "run", "use", "store");

    private static final Set<String> ONE = Set.of("one", "ones");
    private static final Set<String> THE = Set.of("this", "that", "these", "those", "the");

    /** A word for what was mentioned before, which is passed over nowhere. */
    static boolean isWord(Token token) {
        return token.isOneOf(THEM) || token.isOneOf(SUBJECT) || token.isOneOf(THEIRS) || Pronouns.isPossessive(token);
    }

    /** “Of it”, “in them”, “for this one”, “there”, “theirs”. */
    Optional<Clause> read(Phrase phrase) {
        int start = phrase.size() > 1 && Holders.Relation.of(phrase.at(0)).isPresent() ? 1 : 0;
        int length = start == 0 ? Math.max(theirs(phrase), doing(phrase)) : them(phrase.from(start));
        return length == 0 || isEmpty() ? Optional.empty() : condition(start + length);
    }

    /** “Their …” before the noun. */
    Optional<Clause> possessive(Phrase phrase) {
        return !isEmpty() && !phrase.isEmpty() && Pronouns.isPossessive(phrase.at(0)) ? condition(1) : Optional.empty();
    }

    /** That a record is theirs. */
    Optional<Clause> theirs() {
        return isEmpty() ? Optional.empty() : condition(0);
    }

    /** That a record is one of those. */
    Optional<Clause> among(int tokens) {
        boolean same = turn.request().lastMentioned().stream()
                .allMatch(mention -> mention.entity().equals(entity.key()));
        LookedThrough looked = new LookedThrough(turn, entity);
        return same && !isEmpty() && looked.canName()
                ? Optional.of(new Clause(looked.among(ids()), null, tokens))
                : Optional.empty();
    }

    private boolean isEmpty() {
        return turn.request().lastMentioned().isEmpty();
    }

    private static int theirs(Phrase phrase) {
        return phrase.size() == 1 && (phrase.startsWithOneOf(THEIRS) || phrase.startsWithOneOf(THEM)) ? 1 : 0;
    }

    /** “They ordered”, “he has booked”: what they have done makes these. */
    private int doing(Phrase phrase) {
        int verb = phrase.size() > 1 && phrase.startsWithOneOf(SUBJECT) ? 1 : 0;
        verb += verb > 0 && phrase.size() > 2 && phrase.at(1).isOneOf(Set.of("has", "have", "had", "did")) ? 1 : 0;
        boolean not =
                verb > 0 && phrase.at(verb).isOneOf(Set.of("not", "didn't", "haven't", "hasn't", "already", "still"));
        int here = phrase.size() == verb + 2 && phrase.at(verb + 1).isOneOf(Set.of("here", "now", "there")) ? 1 : 0;
        if (not) {
            return verb;
        }
        boolean own = verb > 0
                && phrase.size() == verb + 1 + here
                && (Words.isFormOf(phrase.at(verb).text(), OWNING)
                        || Words.bases(phrase.at(verb).text()).anyMatch(base -> Names.stems(entity.label()).stream()
                                .anyMatch(noun -> Names.root(noun).equals(Names.root(base)))));
        return own ? verb + 1 + here : 0;
    }

    /** “Them”, “this one”, “that customer”. */
    private int them(Phrase phrase) {
        if (phrase.size() > 1 && phrase.startsWithOneOf(THE)) {
            if (phrase.at(1).isOneOf(ONE)) {
                return 2;
            }
            String known = turn.request().lastMentioned().stream()
                    .map(Mention::entity)
                    .findFirst()
                    .orElse("");
            Optional<SchemaLinker.Named<EntityView>> noun = turn.schema()
                    .leadingEntity(phrase.from(1))
                    .filter(named -> named.thing().key().equals(known));
            if (noun.isPresent()) {
                return 1 + noun.get().length();
            }
        }
        boolean alone = phrase.size() == 1
                || !phrase.startsWithOneOf(THE)
                || !phrase.at(1).isWord()
                || Light.isJoining(phrase.at(1));
        return phrase.startsWithOneOf(THEM) && alone ? 1 : 0;
    }

    /** By the one reference from these to them, or from them to these. */
    private Optional<Clause> condition(int tokens) {
        List<FieldSpec> fields = entity.fields().stream()
                .filter(field -> turn.request().lastMentioned().stream()
                        .anyMatch(mention -> mention.entity().equals(field.target())))
                .toList();
        if (fields.size() != 1) {
            return fields.isEmpty() ? among(tokens).or(() -> pointed(tokens)).or(() -> over(tokens)) : Optional.empty();
        }
        List<Filter> parts = ids().stream()
                .sorted()
                .map(id -> Filter.equal(fields.get(0).key(), id))
                .toList();
        return Optional.of(new Clause(new Filter.Any(parts), fields.get(0), tokens));
    }

    /** “Which invoices have they not paid”, where invoices are for jobs and jobs for customers. */
    private Optional<Clause> over(int tokens) {
        List<String> paths = entity.fields().stream()
                .flatMap(first -> turn.records().pointed(first).stream().flatMap(middle -> middle.fields().stream()
                        .filter(second -> turn.request().lastMentioned().stream()
                                .anyMatch(mention -> mention.entity().equals(second.target())))
                        .map(second -> first.key() + "." + second.key())))
                .toList();
        return NewValues.one(paths)
                .map(path -> new Clause(
                        new Filter.Any(ids().stream()
                                .sorted()
                                .<Filter>map(id -> Filter.equal(path, id))
                                .toList()),
                        null,
                        tokens));
    }

    /** “Its customer”: those that the mentioned ones refer to. */
    private Optional<Clause> pointed(int tokens) {
        Optional<Target> them = new Pronouns(turn).read(Sentence.read("them").words());
        Set<String> ids = them.stream()
                .flatMap(target -> target.entity().fields().stream()
                        .filter(field -> entity.key().equals(field.target()))
                        .flatMap(field -> target.records().stream()
                                .map(record -> record.values().get(field.key()))))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.toSet());
        LookedThrough looked = new LookedThrough(turn, entity);
        return ids.isEmpty() || !looked.canName()
                ? Optional.empty()
                : Optional.of(new Clause(looked.among(ids), null, tokens));
    }

    private Set<String> ids() {
        return turn.request().lastMentioned().stream()
                .map(mention -> mention.id().toString())
                .collect(Collectors.toSet());
    }
}
