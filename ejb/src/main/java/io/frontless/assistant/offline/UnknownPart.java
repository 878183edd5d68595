package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one part of a description that nothing in the workspace knows: “new musician: Lars Holt, trombone, tutti”. Where only one text
 * without a value can be it, since what others have for it looks alike, it is that text.
 */
final class UnknownPart {

    private static final int TOKENS_MAX = 3;
    private static final int RECORDS_MAX = 20;
    private static final int KNOWN_MIN = 2;
    private static final int BEGIN = 2;

    private final Turn turn;
    private final EntityView entity;
    private final Phrase words;
    private final NewValues values;
    private @Nullable Phrase part;

    UnknownPart(Turn turn, EntityView entity, Phrase words, NewValues values) {
        this.turn = turn;
        this.entity = entity;
        this.words = words;
        this.values = values;
    }

    /** How many tokens the part has that begins here; 0 where it is more than a text, or the second one. */
    int take(int i) {
        boolean begins = part == null && i > 0 && words.at(i - 1).isMark();
        int end = i;
        while (begins && end < words.size() && !words.at(end).isMark()) {
            end++;
        }
        Phrase said = words.sub(i, end);
        boolean plain = !said.isEmpty()
                && said.size() <= TOKENS_MAX
                && said.tokens().stream().allMatch(UnknownPart::isPlain);
        if (!plain || isOption(said)) {
            return 0;
        }
        part = said;
        return said.size();
    }

    /** Whether there is no such part, or it could be given to the one text that is left. */
    boolean fits() {
        if (part == null) {
            return true;
        }
        Phrase said = part;
        List<FieldSpec> texts = values.free(entity.fields().stream()
                .filter(one -> one.type() == FieldType.TEXT && !values.isTitle(one))
                .toList());
        List<FieldSpec> things = texts.stream().filter(one -> !isOfPeople(one)).toList();
        boolean perhapsSomebody = things.size() < texts.size() && said.size() > 1 && isCapital(said.text());
        Optional<FieldSpec> field = perhapsSomebody
                ? Optional.empty()
                : NewValues.one(things.stream().filter(one -> mayBe(one, said)).toList())
                        .filter(one -> known(one).size() >= KNOWN_MIN);
        field.ifPresent(one -> values.give(one, said.text()));
        return field.isPresent();
    }

    private boolean isOfPeople(FieldSpec field) {
        return Roles.person(entity).contains(field)
                || Roles.party(entity).contains(field)
                || KnownPeople.isSomebody(entity, field);
    }

    private static boolean isPlain(Token token) {
        String word = token.text();
        return token.isWord()
                && word.matches("\\p{L}[\\p{L}-]+")
                && !Light.isJoining(token)
                && !Light.isDoubtful(token)
                && !Light.isPast(token)
                && !Words.isPast(word)
                && !Words.isAdverb(word)
                && Holders.Relation.of(token).isEmpty();
    }

    /** “Tuti” is rather an option that was misspelt: what begins like one, or like a field's name, is no text. */
    private boolean isOption(Phrase said) {
        return entity.fields().stream()
                .flatMap(field -> Stream.concat(Stream.of(field.label()), field.options().stream()))
                .flatMap(name -> Names.stems(name).stream())
                .anyMatch(name -> said.tokens().stream().anyMatch(token -> beginsLike(token.text(), name)));
    }

    private static boolean beginsLike(String word, String name) {
        String begin = word.substring(0, BEGIN).toLowerCase(Locale.ROOT);
        return name.startsWith(begin);
    }

    /** Whether others have texts that begin in the same way, with a capital or without, and of about as many words; of a text that none has nothing is known. */
    private boolean mayBe(FieldSpec field, Phrase said) {
        return known(field).stream()
                .allMatch(text -> isCapital(text) == isCapital(said.text())
                        && text.split(" ", -1).length <= TOKENS_MAX
                        && text.chars().noneMatch(Character::isDigit));
    }

    private static boolean isCapital(String text) {
        return text.matches("(?s)\\p{Lu}.*");
    }

    private List<String> known(FieldSpec field) {
        return turn.request().records().find(RecordQuery.where(entity.key(), Filter.everything(), RECORDS_MAX)).stream()
                .map(record -> record.values().get(field.key()))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }
}
