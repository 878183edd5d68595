package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is asked about the records that the turn before was about: “when does his contract end?”, “has it been paid?”. They are shown. */
final class AboutThem implements Reading {

    private static final Set<String> HISTORY = Set.of("who", "did", "when", "why");
    private static final Set<String> DEEDS =
            Set.of("delete", "change", "mark", "set", "remove", "make", "edit", "add", "create", "undo");
    private static final Set<String> DENIALS = Set.of("not", "no", "never", "without", "isn't", "hasn't");

    @Override
    public Optional<Proposal> read(Turn turn) {
        List<Mention> last = turn.request().lastMentioned();
        Phrase words = turn.words();
        Optional<EntityView> entity = last.isEmpty()
                ? Optional.empty()
                : turn.request().schema().entity(last.get(0).entity());
        boolean them = words.tokens().stream().anyMatch(Mentioned::isWord);
        boolean past = words.startsWithOneOf(HISTORY)
                && words.tokens().stream().anyMatch(token -> Words.isFormOf(token.text(), DEEDS));
        return entity.filter(found -> them && !past && isAbout(turn, found))
                .flatMap(found -> new Mentioned(turn, found).among(0).map(clause -> shown(found, clause, last.size())));
    }

    private static Proposal shown(EntityView entity, Clause clause, int count) {
        String heading = count == 1 ? entity.label() : Names.label(Names.plural(entity.label()));
        return new Proposal.ListRecords(heading, RecordQuery.of(entity.key()).filtered(clause.filter()));
    }

    /** Whether every word is a field or value of theirs, or carries nothing of the question. */
    private static boolean isAbout(Turn turn, EntityView entity) {
        Phrase words = turn.words();
        for (int i = 0; i < words.size(); ) {
            Phrase rest = words.from(i);
            int named = Math.max(
                    turn.schema()
                            .leadingField(entity, rest)
                            .map(SchemaLinker.Named::length)
                            .orElse(0),
                    State.leading(turn.schema(), entity, rest));
            int own = turn.schema()
                    .leadingEntity(rest)
                    .filter(found -> found.thing().equals(entity))
                    .map(SchemaLinker.Named::length)
                    .orElse(0);
            boolean light = Light.carriesNothing(words.at(i))
                    || words.at(i).is("'s")
                    || words.at(i).isOneOf(DENIALS)
                    || isVerbOfField(turn, entity, words.at(i));
            int taken = Math.max(named, Math.max(own, light ? 1 : 0));
            if (taken == 0) {
                return false;
            }
            i += taken;
        }
        return true;
    }

    /** “Who supplies those”: the verb of what a field is called by. */
    private static boolean isVerbOfField(Turn turn, EntityView entity, Token word) {
        return word.isWord()
                && Words.bases(word.text()).anyMatch(base -> entity.fields().stream()
                        .anyMatch(field -> turn.schema().isDoneBy(field, base)));
    }
}
