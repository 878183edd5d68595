package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Step;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** “Add invoice INV-0089 for Acme, 1200 due 2026-12-15.” The id of the record is fixed when the plan is proposed, not here. */
final class CreateRecordReading implements Reading {

    private static final Form FORM =
            Form.of("add|create|new|make|insert|enter|register|record|log [me|us] [a|an|another|the] [new] <rest>");
    private static final Set<String> VERBS = Set.of("add", "create", "insert", "new");
    private static final Set<String> LINKS = Set.of(":", "called", "named", "with", ",");

    @Override
    public Optional<Proposal> read(Turn turn) {
        List<Match> matches = FORM.matches(turn.words());
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        Phrase rest = matches.get(0).the("rest").bare();
        Optional<SchemaLinker.Named<EntityView>> leading = turn.schema().leadingEntity(rest);
        if (leading.isEmpty() && !turn.words().startsWithOneOf(VERBS)) {
            return Optional.empty();
        }
        SchemaLinker.Named<EntityView> named = leading.orElseThrow(() -> Unclear.say(
                "It is not clear what to add: no table is called like the beginning of “%s”.".formatted(rest.text())));
        EntityView entity = named.thing();
        Phrase words = rest.from(named.length());
        if (words.startsWithOneOf(LINKS)) {
            words = words.from(1);
        }
        Values values = words.isEmpty() ? Values.none() : Slots.forNew(turn, entity, words);
        requireComplete(entity, values, rest);
        String title = entity.titleField()
                .map(field -> values.get(field.key()))
                .map(value -> " " + (value instanceof String text ? text : value.toString()))
                .filter(text -> entity.titleField().get().target() == null)
                .orElse("");
        return Optional.of(new Proposal.Change(
                "Add " + entity.label() + title,
                List.of(new Step(
                        "s1",
                        CreateRecord.NAME,
                        Map.of("entity", entity.key(), "values", values.byField()),
                        null,
                        null))));
    }

    private static void requireComplete(EntityView entity, Values values, Phrase said) {
        List<String> missing = entity.fields().stream()
                .filter(FieldSpec::required)
                .filter(field -> values.get(field.key()) == null)
                .map(FieldSpec::label)
                .toList();
        String label = entity.label().toLowerCase(Locale.ROOT);
        if (!missing.isEmpty()) {
            throw Unclear.say(
                    "A new %s needs %s.".formatted(label, String.join(" and ", missing)),
                    said.sentence().strip() + ", " + missing.get(0).toLowerCase(Locale.ROOT) + ": …");
        }
        if (values.fields().isEmpty()) {
            throw Unclear.say("Say at least what the new %s is called.".formatted(label));
        }
    }
}
