package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.control.Grouping.Bucket;
import io.frontless.record.control.Grouping.By;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads by what records are put into groups: “by month”, “per client”, “for each kind of delivery”, “by target language”. */
record GroupedBy(Turn turn, EntityView entity) {

    private static final Form OF_ENTITY = Form.of("<by> of [the|a|an|each] <entity>");
    private static final Form KIND = Form.of("[the] kind|type|sort|category|means|way|method|mode of [the] <by>");
    private static final Set<String> PLEASE = Set.of("please", "pls", "plz", "thanks", "thx", ",");

    /** What a word behind the name of an option says no more of. */
    private static final Set<String> GENERAL = Set.of("language", "name", "status", "state", "type", "kind", "group");

    Optional<By> read(Phrase words) {
        Phrase said = words.without(token -> token.isOneOf(PLEASE));
        Phrase name = OF_ENTITY.matches(said).stream()
                .filter(match -> turn.schema()
                        .entity(match.the("entity"))
                        .filter(entity::equals)
                        .isPresent())
                .map(match -> match.the("by"))
                .findFirst()
                .orElse(said);
        for (Bucket bucket : Bucket.values()) {
            if (name.bare().size() == 1 && name.bare().startsWith(bucket.name().toLowerCase(Locale.ROOT))) {
                List<FieldSpec> days = Roles.day(entity);
                return days.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new By(Slots.one(days, name).key(), bucket));
            }
        }
        return own(name)
                .or(() -> KIND.matches(name).stream()
                        .flatMap(match -> own(match.the("by")).stream())
                        .findFirst())
                .or(() -> general(name))
                .map(field -> new By(field.key(), null));
    }

    private Optional<FieldSpec> own(Phrase name) {
        Optional<FieldSpec> pointing = turn.schema().entity(name).flatMap(other -> entity.fields().stream()
                .filter(field -> other.key().equals(field.target()))
                .findFirst());
        Optional<FieldSpec> ofEntity = turn.schema()
                .leadingEntity(name.bare())
                .filter(leading -> leading.thing().equals(entity))
                .flatMap(leading -> turn.schema().field(entity, name.bare().from(leading.length())));
        return turn.schema()
                .field(entity, name.bare())
                .or(() -> ofEntity)
                .or(() -> pointing)
                .or(() -> turn.schema().entity(name).filter(entity::equals).flatMap(EntityView::titleField));
    }

    /** “By target language”, where the languages are the options of “Target”. */
    private Optional<FieldSpec> general(Phrase name) {
        int last = name.size() - 1;
        return last < 1 || !name.at(last).isOneOf(GENERAL)
                ? Optional.empty()
                : turn.schema().field(entity, name.to(last).bare()).filter(field -> field.type() == FieldType.CHOICE);
    }
}
