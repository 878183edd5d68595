package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says a sentence with the whole names of those who are called by a part: “Mr Said”, “Ms Marlow”, “Ruth”, “Gorans”. Only a name that one record has is
 * completed, and none that somebody else may have.
 */
record ShortNames(Turn turn, boolean lower) {

    ShortNames(Turn turn) {
        this(turn, turn.words().tokens().stream().noneMatch(ShortNames::isCapital));
    }

    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mister", "mr.", "mrs.", "ms.");
    private static final Set<String> LEADING =
            Set.of("the", "a", "an", "another", "new", "every", "any", "each", "no", "in", "at");
    /** “Add Hanna to …” may be about somebody new. */
    private static final Set<String> ADDING = Set.of("add", "create", "new", "register", "insert", "enter");

    private static final int CHARS_MIN = 3;

    /** A name as it is said, from its first character to its last, and the whole of it. */
    private record Part(int start, int end, String whole) {}

    /** The sentence with whole names; empty where none is to be completed. */
    Optional<String> sentence() {
        List<Part> found = turn.words().startsWithOneOf(ADDING) ? new ArrayList<>() : all();
        Collections.reverse(found);
        StringBuilder sentence = new StringBuilder(turn.words().sentence());
        found.forEach(name -> sentence.replace(name.start(), name.end(), name.whole()));
        return found.isEmpty() ? Optional.empty() : Optional.of(sentence.toString());
    }

    private List<Part> all() {
        Phrase words = turn.words();
        List<Part> found = new ArrayList<>();
        Set<Token> named = new LinkedHashSet<>();
        new NamesIn(turn, words).all().forEach(name -> named.addAll(name.tokens()));
        for (int i = 0; i < words.size(); i++) {
            if (!named.contains(words.at(i)) && canBe(words, i)) {
                at(words, i).ifPresent(found::add);
            }
        }
        return found;
    }

    /** A word with a capital that stands alone: “Derek Holt” is not the Derek who is known. */
    private boolean canBe(Phrase words, int i) {
        Token word = words.at(i);
        boolean titled = isTitled(words, i);
        boolean beside = (i > 0 && !titled && isCapital(words.at(i - 1)) && !isSentenceStart(words, i - 1))
                || (i + 1 < words.size()
                        && isCapital(words.at(i + 1))
                        && !word.text().matches(".*[.,]"));
        boolean led = i > 0 && words.at(i - 1).isOneOf(LEADING) && !titled;
        boolean noun = i + 1 < words.size()
                && turn.schema().leadingEntity(words.from(i + 1)).isPresent()
                && !word.text().endsWith("s");
        return (isCapital(word) || (lower && isUnknown(word)))
                && word.text().length() >= CHARS_MIN
                && !Light.isJoining(word)
                && !Light.isChanging(word)
                && !word.isOneOf(TITLES)
                && !beside
                && !led
                && !noun
                && !isOfSchema(words.sub(i, i + 1));
    }

    /** “viktor”, where somebody writes everything in small letters. */
    private static boolean isUnknown(Token word) {
        return word.isWord() && word.text().matches("\\p{Ll}{3,}") && !Words.isKnown(word.text());
    }

    private static boolean isTitled(Phrase words, int i) {
        return i > 0 && words.at(i - 1).isOneOf(TITLES);
    }

    private static boolean isSentenceStart(Phrase words, int i) {
        return i == 0 || words.at(i - 1).text().endsWith(".") || words.at(i - 1).isMark();
    }

    private static boolean isCapital(Token token) {
        return token.isWord() && token.text().matches("\\p{Lu}\\p{Ll}[\\p{L}'’.]*");
    }

    /** “Bath” is a town, though a customer be called “Bath Books”. */
    private boolean isOfSchema(Phrase word) {
        boolean known = turn.schema().entities().stream().anyMatch(entity -> !turn.request()
                .records()
                .find(RecordQuery.mentioning(entity.key(), word.text(), 1))
                .isEmpty());
        return known
                || turn.schema().leadingEntity(word).isPresent()
                || turn.schema().entities().stream()
                        .anyMatch(entity ->
                                turn.schema().leadingField(entity, word).isPresent()
                                        || State.leading(turn.schema(), entity, word) > 0);
    }

    private Optional<Part> at(Phrase words, int i) {
        boolean titled = isTitled(words, i);
        Token word = words.at(i);
        int start = titled ? words.at(i - 1).start() : word.start();
        String said =
                word.text().endsWith(".") ? word.text().substring(0, word.text().length() - 1) : word.text();
        Optional<String> whole = whole(said, titled);
        if (whole.isPresent()) {
            return whole.map(name -> new Part(start, word.start() + said.length(), name));
        }
        boolean possessive =
                said.endsWith("s") && i + 1 < words.size() && words.at(i + 1).isWord() && said.length() > CHARS_MIN;
        return possessive
                ? whole(said.substring(0, said.length() - 1), titled)
                        .map(name -> new Part(start, word.end(), name + "'s"))
                : Optional.empty();
    }

    /** The one name that has this as its first word, or after “Mrs” as its last. */
    private Optional<String> whole(String said, boolean last) {
        Phrase word = new Phrase(said, List.of(new Token(Token.Kind.WORD, said, 0, said.length())));
        Set<String> names = new LinkedHashSet<>();
        for (EntityView entity : turn.schema().entities()) {
            turn.records().resembling(entity, word).forEach(record -> names.add(record.title()));
            people(entity).forEach(field -> new Holders(turn, entity, List.of(field))
                    .leading(word, Holders.Relation.BY)
                    .ifPresent(held -> names.add(String.valueOf(held.value()))));
        }
        List<String> called =
                names.stream().filter(name -> isCalled(name, said, last)).toList();
        return called.size() == 1
                        && (last
                                || names.stream()
                                        .filter(name -> isCalled(name, said, !last))
                                        .allMatch(called::contains))
                ? Optional.of(called.get(0))
                : Optional.empty();
    }

    private static Stream<FieldSpec> people(EntityView entity) {
        return Roles.person(entity).stream().filter(field -> field.type() == FieldType.TEXT);
    }

    private static boolean isCalled(String name, String said, boolean last) {
        int space = last ? name.lastIndexOf(' ') : name.indexOf(' ');
        return space > 0 && said.equalsIgnoreCase(last ? name.substring(space + 1) : name.substring(0, space));
    }
}
