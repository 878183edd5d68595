package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Step;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a story tells more of its records than the request after it changes: “Nettle has gone dry, put her at 0 litres” also says that she is dry. To do
 * half of what was meant is worse than to ask.
 */
record ToldBeside(Turn turn, List<Phrase> story, List<Mention> about) {

    /** Words of fields' names that say nothing by themselves: “due back”. */
    private static final Set<String> PARTICLES = Set.of("back", "by", "in", "off", "on", "out", "no", "until", "up");

    /** What is gone needs no values. */
    boolean isMoreThan(Proposal.Change change) {
        Set<String> set = change.steps().stream()
                .flatMap(step -> values(step).keySet().stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
        return change.steps().stream().noneMatch(step -> step.op().equals(DeleteRecord.NAME))
                && turn.schema().entities().stream()
                        .filter(entity -> about.stream()
                                .anyMatch(mention -> mention.entity().equals(entity.key())))
                        .anyMatch(entity -> story.stream().anyMatch(part -> tells(entity, part, set)));
    }

    private static Map<?, ?> values(Step step) {
        return step.params().get("values") instanceof Map<?, ?> values ? values : Map.of();
    }

    /** Whether it names a field that is not set, or a state of one, beside the records' names; what it says of records without a name tells which are meant. */
    private boolean tells(EntityView entity, Phrase part, Set<String> set) {
        Set<Token> names = new NamesIn(turn, part)
                .all().stream().flatMap(name -> name.tokens().stream()).collect(Collectors.toSet());
        Phrase told = new Phrase(
                part.sentence(),
                names.isEmpty()
                        ? List.of()
                        : part.tokens().stream()
                                .filter(token -> !names.contains(token))
                                .toList());
        List<FieldSpec> left = entity.fields().stream()
                .filter(field -> !set.contains(field.key()))
                .filter(field -> !entity.titleField().filter(field::equals).isPresent())
                .toList();
        for (int i = 0; i < told.size(); i++) {
            Phrase rest = told.from(i);
            if (left.stream().anyMatch(field -> isState(field, rest) || isNamed(entity, field, rest.at(0)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isState(FieldSpec field, Phrase rest) {
        return field.type() == FieldType.CHOICE
                && State.of(turn.schema(), field, rest.to(1))
                        .filter(state -> !state.not())
                        .isPresent();
    }

    private boolean isNamed(EntityView entity, FieldSpec field, Token word) {
        List<String> noun = turn.schema().stems(entity.label());
        String root = Names.root(word.text());
        return word.isWord()
                && !Light.isJoining(word)
                && !word.isOneOf(PARTICLES)
                && turn.schema().stems(field.label()).stream()
                        .filter(stem -> !noun.contains(stem))
                        .anyMatch(stem -> Names.root(stem).equals(root));
    }
}
