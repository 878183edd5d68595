package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.Optional;
import java.util.Set;

/**
 * A new record, described in any order: “please file a new claim C-48 on P-1001, filed yesterday”. First comes what it is, then its name or number, then
 * whatever can be fitted to its fields.
 */
final class AnyOrderAdding implements Reading {

    private static final Set<String> ADDING = Set.of(
            "add",
            "create",
            "new",
            "insert",
            "enter",
            "register",
            "record",
            "log",
            "book",
            "schedule",
            "open",
            "place",
            "enroll",
            "hire",
            "report",
            "file",
            "plan",
            "make",
            "note",
            "put",
            "set");
    private static final Set<String> FRESH = Set.of("a", "an", "new", "another", "the", "in", "up", "us", "me", "one");
    private static final Set<String> THEM = Set.of("it", "him", "her", "them", "their", "its", "his");
    private static final int BEFORE_MAX = 6;
    private static final int TITLE_TOKENS_MAX = 6;

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase words = turn.words();
        if (turn.question()
                || !words.startsWithOneOf(ADDING)
                || words.tokens().stream().anyMatch(token -> Light.isDoubtful(token) || token.isOneOf(THEM))) {
            return Optional.empty();
        }
        for (int start = 0; start < Math.min(words.size(), BEFORE_MAX); start++) {
            Optional<SchemaLinker.Named<EntityView>> named = turn.schema().leadingEntity(words.from(start));
            boolean begins =
                    words.to(start).tokens().stream().allMatch(token -> token.isOneOf(ADDING) || token.isOneOf(FRESH));
            if (begins && named.isPresent()) {
                return described(
                        turn,
                        named.get().thing(),
                        words.from(start + named.get().length()));
            }
            if (!begins) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Proposal> described(Turn turn, EntityView entity, Phrase said) {
        Phrase words = said.startsWithOneOf(Set.of(":", "called", "named")) ? said.from(1) : said;
        Optional<FieldSpec> title = entity.titleField().filter(field -> field.type() == FieldType.TEXT);
        int end = titleEnd(words);
        if (title.isEmpty() || end == 0) {
            return Optional.empty();
        }
        return Mentions.of(turn, entity, words.from(end))
                .flatMap(mentions -> new Fitting(turn, entity, mentions).values())
                .map(values -> {
                    Values all = values.with(title.get().key(), words.to(end).text());
                    return CreateRecordReading.added(
                            entity, new Assignments(turn, entity).withPeople(all, words), words);
                });
    }

    /** Where its name ends: a quoted text, a number such as INV-1, or words with capitals up to the first other. */
    private static int titleEnd(Phrase words) {
        if (words.isEmpty()) {
            return 0;
        }
        if (words.at(0).quoted() || words.at(0).looksLikeId()) {
            return 1;
        }
        int end = 0;
        while (end < Math.min(words.size(), TITLE_TOKENS_MAX)
                && (words.at(end).text().matches("\\p{Lu}.*")
                        || words.at(end).is("&")
                        || words.at(end).is("'s"))) {
            end++;
        }
        boolean number = end < words.size() && words.at(end).text().matches("\\d.*");
        return number ? 0 : end;
    }
}
