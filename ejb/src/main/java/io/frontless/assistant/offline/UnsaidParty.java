package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The customer of a new record who is not said, though something that it refers to has one: an invoice for a site may be meant for the site's client. Who are referred to in several ways, as a director and a camera, are no customers. */
record UnsaidParty(Turn turn, EntityView entity, Values values) {

    /** Asks whether it is theirs, too. */
    void ask(Phrase said) {
        List<FieldSpec> doers = Roles.assigned(entity);
        Roles.party(entity).stream()
                .filter(field -> !doers.contains(field))
                .filter(field -> field.type() == FieldType.REFERENCE && values.get(field.key()) == null)
                .filter(field -> entity.fields().stream()
                                .filter(other -> Objects.equals(other.target(), field.target()))
                                .count()
                        == 1)
                .forEach(field -> NewValues.one(owners(field).toList()).ifPresent(owner -> {
                    String label = field.label().toLowerCase(Locale.ROOT);
                    throw Unclear.ask(
                            "Is the %s of the new %s %s?"
                                    .formatted(label, entity.label().toLowerCase(Locale.ROOT), owner.title()),
                            List.of(said.sentence().strip() + ", " + label + " " + RecordFinder.quote(owner.title())));
                }));
    }

    /** Whom the records that it refers to belong to. */
    private Stream<RecordView> owners(FieldSpec party) {
        return entity.fields().stream()
                .filter(field -> field.type() == FieldType.REFERENCE && values.get(field.key()) != null)
                .flatMap(field -> referred(field).stream())
                .flatMap(record -> turn.request().schema().entity(record.entity()).stream()
                        .flatMap(other -> other.fields().stream())
                        .filter(field -> Objects.equals(field.target(), party.target()))
                        .map(field -> record.values().get(field.key())))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .flatMap(id -> turn.request().records().withId(String.valueOf(party.target()), id).stream());
    }

    private Optional<RecordView> referred(FieldSpec field) {
        return turn.request().records().withId(String.valueOf(field.target()), String.valueOf(values.get(field.key())));
    }
}
