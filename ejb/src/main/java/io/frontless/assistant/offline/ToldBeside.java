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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
                && about.stream()
                        .findFirst()
                        .flatMap(mention -> turn.request().schema().entity(mention.entity()))
                        .filter(entity -> tells(entity, set))
                        .isPresent();
    }

    private static Map<?, ?> values(Step step) {
        return step.params().get("values") instanceof Map<?, ?> values ? values : Map.of();
    }

    /** Whether it names a field that is not set, or a state of one, beside the records' names. */
    private boolean tells(EntityView entity, Set<String> set) {
        List<String> noun = turn.schema().stems(entity.label());
        List<FieldSpec> left = entity.fields().stream()
                .filter(field -> !set.contains(field.key()))
                .filter(field -> !entity.titleField().equals(Optional.of(field)))
                .toList();
        Set<String> roots = left.stream()
                .flatMap(field -> turn.schema().stems(field.label()).stream())
                .filter(stem -> !noun.contains(stem))
                .map(Names::root)
                .collect(Collectors.toSet());
        return story.stream().map(this::told).anyMatch(told -> IntStream.range(0, told.size())
                .anyMatch(i -> isNamed(roots, told.at(i))
                        || left.stream().anyMatch(field -> isState(field, told.sub(i, i + 1)))));
    }

    /** What is said beside names; where there are none, all of it tells which records are meant. */
    private Phrase told(Phrase part) {
        Set<Token> names = new NamesIn(turn, part)
                .all().stream().flatMap(name -> name.tokens().stream()).collect(Collectors.toSet());
        return names.isEmpty() ? part.to(0) : part.without(names::contains);
    }

    private boolean isState(FieldSpec field, Phrase word) {
        return field.type() == FieldType.CHOICE
                && State.of(turn.schema(), field, word)
                        .filter(state -> !state.not())
                        .isPresent();
    }

    private static boolean isNamed(Set<String> roots, Token word) {
        return word.isWord()
                && !Light.isJoining(word)
                && !word.isOneOf(PARTICLES)
                && roots.contains(Names.root(word.text()));
    }
}
