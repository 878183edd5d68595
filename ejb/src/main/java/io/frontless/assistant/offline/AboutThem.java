package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what is asked about the records that the turn before was about: “when does his contract end?”, “has it been paid?”. They are shown. */
final class AboutThem implements Reading {

    private static final Set<String> HISTORY = Set.of("who", "did", "when", "why");
    private static final Set<String> DEEDS =
            Set.of("delete", "change", "mark", "set", "remove", "make", "edit", "add", "create", "undo");
    private static final List<Form> GOT = List.of(
            Form.of(
                    "what|which do|did we|you|i|us [usually|always] get|buy|order|receive|have from them|it|him|her|those|these"),
            Form.of("what comes|come|is|are from them|it|him|her"),
            Form.of("what does|do they|it|he|she supply|deliver|sell|provide|produce [us|to] [us]"));
    private static final Set<String> SUPPLYING = Set.of(
            "supplier",
            "vendor",
            "dealer",
            "producer",
            "manufacturer",
            "wholesaler",
            "importer",
            "grower",
            "maker",
            "provider",
            "publisher");
    private static final Set<String> DENIALS = Set.of("not", "no", "never", "without", "isn't", "hasn't");

    @Override
    public Optional<Proposal> read(Turn turn) {
        List<Mention> last = turn.request().lastMentioned();
        Phrase words = turn.words();
        Optional<EntityView> entity = last.isEmpty()
                ? Optional.empty()
                : turn.request().schema().entity(last.get(0).entity());
        Optional<Proposal> got =
                entity.filter(found -> !Form.matches(GOT, words).isEmpty()).flatMap(found -> got(turn, found));
        if (got.isPresent()) {
            return got;
        }
        boolean them = words.tokens().stream().anyMatch(Mentioned::isWord);
        boolean past = words.startsWithOneOf(HISTORY)
                && words.tokens().stream().anyMatch(token -> Words.isFormOf(token.text(), DEEDS));
        return entity.filter(found -> them && !past && isAbout(turn, found))
                .flatMap(found -> new Mentioned(turn, found).among(0).map(clause -> shown(found, clause, last.size())));
    }

    /** “What do we get from them”: what refers to those who supply it. */
    private static Optional<Proposal> got(Turn turn, EntityView entity) {
        List<Proposal> found = new ArrayList<>();
        for (EntityView other : turn.request().schema().entities()) {
            List<FieldSpec> fields = other.fields().stream()
                    .filter(field -> entity.key().equals(field.target()) && isSupplied(entity, field))
                    .toList();
            if (fields.size() == 1) {
                List<Filter> theirs = turn.request().lastMentioned().stream()
                        .map(mention ->
                                Filter.equal(fields.get(0).key(), mention.id().toString()))
                        .toList();
                found.add(new Proposal.ListRecords(
                        Names.label(Names.plural(other.label())),
                        RecordQuery.of(other.key())
                                .filtered(theirs.size() == 1 ? theirs.get(0) : new Filter.Any(theirs))));
            }
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static boolean isSupplied(EntityView entity, FieldSpec field) {
        return Stream.of(entity.label(), field.label())
                .anyMatch(label -> Names.stems(label).stream().anyMatch(SUPPLYING::contains));
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
