package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds which field of an entity holds a value that is said without its name: “in Berlin”, “of Acme”, “Lena's”. */
record Holders(Turn turn, EntityView entity, List<FieldSpec> fields) {

    private static final int TOKENS_MAX = 6;
    private static final int CANDIDATES_MAX = 50;
    private static final Set<String> ENDS = Set.of(
            ",", "and", "or", "with", "where", "whose", "that", "which", "who", "due", "over", "above", "under",
            "below", "before", "after", "since", "more", "less", "in", "on", "at", "for", "from", "by", "except", "but",
            "without", "not", "to", "as", "<", ">", "<=", ">=", "is", "are", "'s", "does", "has", "have");
    private static final Set<String> ME = Set.of("me", "my", "mine", "i", "myself");

    /** In any field of the entity. */
    Holders(Turn turn, EntityView entity) {
        this(turn, entity, entity.fields());
    }

    /** How the value is joined to the entity. */
    enum Relation {
        OF,
        BY,
        FOR,
        IN,
        WITH,
        NONE;

        private List<FieldSpec> fields(EntityView entity) {
            return switch (this) {
                case OF, FOR -> Roles.party(entity);
                case BY -> Roles.person(entity);
                case IN -> Roles.place(entity);
                case WITH, NONE -> List.of();
            };
        }

        /** The relation that a preposition says. */
        static Optional<Relation> of(Token token) {
            return switch (token.quoted() ? "" : token.text().toLowerCase(Locale.ROOT)) {
                case "of", "from" -> Optional.of(OF);
                case "by", "to" -> Optional.of(BY);
                case "for" -> Optional.of(FOR);
                case "in", "at", "on", "into" -> Optional.of(IN);
                case "with", "via", "through", "use", "uses", "using", "need", "needs" -> Optional.of(WITH);
                default -> Optional.empty();
            };
        }
    }

    /** A value, the field that holds it, and how many tokens say it. */
    record Held(FieldSpec field, Object value, int tokens) {
        Filter condition() {
            return Filter.equal(field.key(), value);
        }
    }

    private record Match(FieldSpec field, List<Object> values, List<RecordView> records) {}

    /** The value that the phrase begins with, the longest first, whole names before parts of them. */
    Optional<Held> leading(Phrase phrase, Relation relation) {
        if (phrase.startsWithOneOf(ME)) {
            return me(relation);
        }
        int skip = phrase.size() - phrase.bare().size();
        Phrase rest = phrase.from(skip);
        int most = length(rest);
        for (boolean whole : List.of(true, false)) {
            for (int length = most; length > 0; length--) {
                int tokens = skip + length;
                Optional<Held> held = read(rest.to(length), relation, whole)
                        .map(found -> new Held(found.field(), found.value(), tokens));
                if (held.isPresent()) {
                    return held;
                }
            }
        }
        return Optional.empty();
    }

    /** What the whole phrase says. */
    Optional<Held> read(Phrase phrase, Relation relation) {
        return leading(phrase, relation).filter(held -> held.tokens() == phrase.size());
    }

    private Optional<Held> me(Relation relation) {
        String name = turn.request().author().name();
        List<FieldSpec> named = Roles.assigned(entity).stream()
                .filter(field -> fields.contains(field) && !(relation == Relation.FOR && Roles.tellsByWhom(field)))
                .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.REFERENCE)
                .toList();
        List<FieldSpec> people = named.size() < 2
                ? named
                : named.stream()
                        .filter(field -> canBe(field, Phrase.quoted(name)))
                        .toList();
        if (people.isEmpty()) {
            return itself(name);
        }
        if (people.size() != 1) {
            return Optional.empty();
        }
        FieldSpec field = people.get(0);
        Object value = field.type() == FieldType.TEXT
                ? name
                : turn.records().target(field, Phrase.quoted(name)).id().toString();
        return Optional.of(new Held(field, value, 1));
    }

    /** Where no field is for who has to see to it, the one in which that name stands or can be pointed to: the lead of a project, the consultant of a timesheet. */
    private Optional<Held> itself(String name) {
        Phrase said = Phrase.quoted(name);
        Stream<Match> pointing = fields.stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .flatMap(field -> reference(field, said, true).stream());
        List<Match> known = name.indexOf(' ') < 0
                ? List.of()
                : Stream.concat(
                                texts(said).stream()
                                        .filter(match -> !Roles.naming(entity).contains(match.field())),
                                pointing)
                        .toList();
        return known.size() == 1
                ? Optional.of(
                        new Held(known.get(0).field(), known.get(0).values().get(0), 1))
                : Optional.empty();
    }

    /** Whether a field can hold somebody: a text, and a reference to a record of this name. */
    private boolean canBe(FieldSpec field, Phrase name) {
        return field.type() == FieldType.TEXT
                || turn.records()
                        .pointed(field)
                        .filter(pointed -> !turn.records().called(pointed, name).isEmpty())
                        .isPresent();
    }

    private static int length(Phrase phrase) {
        int end = Math.min(1, phrase.size());
        while (end < Math.min(phrase.size(), TOKENS_MAX)
                && !phrase.at(0).quoted()
                && !phrase.at(end).isOneOf(ENDS)
                && !phrase.at(end - 1).text().endsWith(",")) {
            end++;
        }
        return end;
    }

    private Optional<Held> read(Phrase words, Relation relation, boolean whole) {
        List<Match> matches = new ArrayList<>();
        for (FieldSpec field : fields) {
            if (field.type() == FieldType.REFERENCE) {
                reference(field, words, whole).ifPresent(matches::add);
            }
        }
        matches.addAll(whole ? texts(words) : beginnings(words));
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        List<FieldSpec> meant = relation.fields(entity);
        List<Match> fitting =
                matches.stream().filter(match -> meant.contains(match.field())).toList();
        List<Match> references = matches.stream()
                .filter(match -> match.field().type() == FieldType.REFERENCE)
                .toList();
        boolean pointed = fitting.isEmpty() && references.size() == 1;
        Match match = one(pointed ? references : fitting.isEmpty() ? matches : fitting, words);
        if (match.values().size() > 1) {
            throw several(match, words);
        }
        return Optional.of(new Held(match.field(), match.values().get(0), words.size()));
    }

    private static Match one(List<Match> matches, Phrase words) {
        if (matches.size() > 1) {
            List<FieldSpec> fields = matches.stream().map(Match::field).toList();
            throw Unclear.ask(
                    "“%s” could be the %s. Which one?"
                            .formatted(
                                    words.text(),
                                    SchemaLinker.join(fields.stream()
                                            .map(FieldSpec::label)
                                            .toList())),
                    fields.stream()
                            .map(field -> words.sentenceWith("with " + field.label() + " " + words.text()))
                            .toList());
        }
        return matches.get(0);
    }

    private Unclear several(Match match, Phrase words) {
        if (!match.records().isEmpty()) {
            EntityView pointed = turn.records().pointed(match.field()).orElse(entity);
            return turn.records().severalOf(pointed, match.records(), words);
        }
        return Unclear.ask(
                "“%s” could be several: %s. Which one?"
                        .formatted(
                                words.text(),
                                SchemaLinker.join(match.values().stream()
                                        .map(String::valueOf)
                                        .toList())),
                match.values().stream()
                        .limit(4)
                        .map(value -> words.sentenceWith(RecordFinder.quote(String.valueOf(value))))
                        .toList());
    }

    private Optional<Match> reference(FieldSpec field, Phrase words, boolean whole) {
        RecordFinder records = turn.records();
        Optional<EntityView> pointed = records.pointed(field);
        if (pointed.isEmpty()) {
            return Optional.empty();
        }
        Phrase name = records.withoutEntity(pointed.get(), words);
        // “Court 5” may be all of a name, and not only the court of that number.
        List<RecordView> called = whole ? records.called(pointed.get(), words) : List.of();
        List<RecordView> found = whole
                ? called.isEmpty() ? records.called(pointed.get(), name) : called
                : name.text().length() < 3 ? List.of() : records.resembling(pointed.get(), name);
        List<Object> ids =
                found.stream().map(record -> (Object) record.id().toString()).toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(new Match(field, ids, found));
    }

    /** The text fields in which some record has exactly this. */
    private List<Match> texts(Phrase words) {
        List<RecordView> found =
                turn.request().records().find(RecordQuery.mentioning(entity.key(), words.text(), CANDIDATES_MAX));
        List<Match> matches = new ArrayList<>();
        for (FieldSpec field : fields) {
            if (Roles.isText(field)) {
                found.stream()
                        .map(record -> record.values().get(field.key()))
                        .filter(value -> words.text().equalsIgnoreCase(String.valueOf(value)))
                        .findFirst()
                        .ifPresent(value -> matches.add(new Match(field, List.of(value), List.of())));
            }
        }
        return matches;
    }

    /** People are called by their first names. */
    private List<Match> beginnings(Phrase words) {
        List<FieldSpec> people = Roles.person(entity);
        List<Match> matches = beginnings(words, people);
        List<FieldSpec> others = entity.fields().stream()
                .skip(1)
                .filter(field ->
                        !people.contains(field) && !Roles.naming(entity).contains(field))
                .toList();
        return matches.isEmpty() ? beginnings(words, others) : matches;
    }

    private List<Match> beginnings(Phrase words, List<FieldSpec> among) {
        List<Match> matches = new ArrayList<>();
        for (FieldSpec field : among) {
            if (field.type() == FieldType.TEXT
                    && fields.contains(field)
                    && words.text().length() > 1) {
                Filter begins = Filter.compare(field.key(), Comparison.STARTS_WITH, words.text() + " ");
                List<RecordView> found =
                        turn.request().records().find(RecordQuery.where(entity.key(), begins, CANDIDATES_MAX));
                Set<Object> values = new LinkedHashSet<>();
                found.forEach(record ->
                        values.add(Objects.requireNonNull(record.values().get(field.key()))));
                if (!values.isEmpty()) {
                    matches.add(new Match(field, List.copyOf(values), List.of()));
                }
            }
        }
        return matches;
    }
}
