package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds where records are called by their whole names among other words: one look-up of what begins with a word, for each word that can begin a name. */
record NamesIn(Turn turn, Phrase words) {

    private static final int TOKENS_MAX = 6;
    private static final int CANDIDATES_MAX = 50;
    private static final Set<String> JOINS = Set.of(",", "and", "&");

    /** A name, and the words around it. */
    record Placed(Phrase before, Phrase name, Phrase after) {

        Phrase around() {
            return before.joined(after);
        }
    }

    /** The one name among the words; empty where there is none, or several. */
    Optional<Placed> only() {
        List<Phrase> names = all();
        if (names.size() != 1) {
            return Optional.empty();
        }
        Phrase name = names.get(0);
        int start = words.tokens().indexOf(name.at(0));
        return Optional.of(new Placed(words.to(start), name, words.from(start + name.size())));
    }

    /** The places, each as a phrase; names that are joined, as in “O-501 and O-502”, are one. */
    List<Phrase> all() {
        List<Phrase> names = new ArrayList<>();
        for (int start = 0; start < words.size(); ) {
            int end = end(start);
            if (end > start) {
                names.add(words.sub(start, end));
            }
            start = Math.max(start + 1, end);
        }
        return names;
    }

    /** Where the longest name that begins here ends, further ones included that are joined to it; 0 where none begins. */
    private int end(int start) {
        int end = oneEnd(start);
        int next = end;
        while (end > 0 && next < words.size() && words.at(next).isOneOf(JOINS)) {
            next++;
        }
        int more = next > end && next < words.size() ? end(next) : 0;
        return Math.max(more, end);
    }

    private int oneEnd(int start) {
        if (!canBegin(words.at(start))) {
            return 0;
        }
        List<String> known = turn.schema().entities().stream()
                .flatMap(entity -> beginning(entity, words.from(start)).stream())
                .toList();
        for (int length = Math.min(TOKENS_MAX, words.size() - start); length > 0 && !known.isEmpty(); length--) {
            String name = words.sub(start, start + length).text();
            if (known.stream().anyMatch(name::equalsIgnoreCase)) {
                return start + length;
            }
        }
        return 0;
    }

    /** Joining words begin a name only with a capital, as in “The Anchor”. */
    private static boolean canBegin(Token token) {
        boolean light = Light.isJoining(token) || Light.isChanging(token);
        boolean capital = !token.text().equals(token.text().toLowerCase(Locale.ROOT));
        return !token.isMark() && !token.is("'s") && token.text().length() > 1 && (!light || capital);
    }

    /** The names of records that begin with the first of these words. */
    private List<String> beginning(EntityView entity, Phrase rest) {
        List<FieldSpec> names = Roles.naming(entity);
        boolean numbered = entity.titleField()
                .filter(field -> field.type() == FieldType.INTEGER || field.type() == FieldType.DECIMAL)
                .isPresent();
        if (numbered || names.isEmpty()) {
            return turn.records().called(entity, rest.to(1)).isEmpty()
                    ? List.of()
                    : List.of(rest.to(1).text());
        }
        List<Filter> begun = names.stream()
                .map(field -> Filter.compare(
                        field.key(), Comparison.STARTS_WITH, rest.at(0).text()))
                .toList();
        List<RecordView> found =
                turn.request().records().find(RecordQuery.where(entity.key(), new Filter.Any(begun), CANDIDATES_MAX));
        return found.stream()
                .flatMap(record -> names.stream().map(field -> record.values().get(field.key())))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }
}
