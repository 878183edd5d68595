package io.frontless.assistant.offline;

import io.frontless.schema.control.EntityView;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads which records a phrase selects: states before the entity, the entity, then clauses. */
record SelectionReader(Turn turn) {

    private static final int STATES_MAX = 4;
    private static final Set<String> FILL = Set.of("all", "every", "each", "the", "my", "our", "any", "of", "and", ",");

    private record Head(int start, EntityView entity, int end) {}

    /** The selection; empty where no entity is named, or a word before it says nothing about it; a question for words left over. */
    Optional<Selection> read(Phrase phrase) {
        return head(phrase).map(head -> {
            Clauses clauses = new Clauses(turn, head.entity());
            states(phrase.sub(0, head.start()), clauses);
            clauses.read(phrase.from(head.end()));
            return new Selection(head.entity(), clauses.conditions(), clauses.anyText(), words(phrase, head));
        });
    }

    /** Whether the phrase names an entity in the plural, as one does who means several records. */
    boolean namesSeveral(Phrase phrase) {
        return head(phrase)
                .map(head -> phrase.at(head.end() - 1).text().toLowerCase(Locale.ROOT))
                .filter(word -> !word.equals(Names.singular(word)))
                .isPresent();
    }

    private Optional<Head> head(Phrase phrase) {
        int start = 0;
        for (int states = 0; states <= STATES_MAX && start < phrase.size(); ) {
            Optional<SchemaLinker.Named<EntityView>> entity = turn.schema().leadingEntity(phrase.from(start));
            if (phrase.at(start).isOneOf(FILL)) {
                start++;
            } else if (entity.isPresent()) {
                EntityView found = entity.get().thing();
                Head head = new Head(start, found, start + entity.get().length());
                return areStates(phrase.to(start), found) ? Optional.of(head) : Optional.empty();
            } else {
                states++;
                start++;
            }
        }
        return Optional.empty();
    }

    private static boolean areStates(Phrase before, EntityView entity) {
        for (int i = 0; i < before.size(); ) {
            int length = before.at(i).isOneOf(FILL) ? 1 : State.leading(entity, before.from(i));
            if (length == 0) {
                return false;
            }
            i += length;
        }
        return true;
    }

    private static void states(Phrase before, Clauses clauses) {
        for (int i = 0; i < before.size(); ) {
            i += before.at(i).isOneOf(FILL) ? 1 : clauses.state(before.from(i));
        }
    }

    private static String words(Phrase phrase, Head head) {
        Phrase rest = phrase.from(head.end());
        String name = Names.plural(head.entity().label());
        int first = 0;
        while (first < head.start() && phrase.at(first).isOneOf(FILL)) {
            first++;
        }
        String before = phrase.sub(first, head.start()).text();
        boolean verb = rest.startsWith("are") || rest.startsWith("is");
        return (before + " " + name + (verb ? " that " : " ") + rest.text()).strip();
    }
}
