package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whoever speaks takes one record on: “I'll do V-204 myself”, “I will host BK-203 myself, put me as host”. Without “myself” it may be about anything. */
final class TakenOn implements Reading {

    /** What one does with anything that is given to people. */
    private static final Set<String> ANY = Set.of("do", "take", "handle", "manage", "doing", "taking", "handling");

    private static final List<Form> FORMS = Stream.of(
                    "i'll|i’ll|ill <verb> [care] [of|on|over] <target> myself",
                    "i will|shall <verb> [care] [of|on|over] <target> myself",
                    "i'm|i’m <doing> [care] [of|on|over] <target> myself",
                    "i am <doing> [care] [of|on|over] <target> myself")
            .flatMap(form -> Stream.of(
                    form,
                    form + " [,|so|-] [please] put|note|enter me [down] [for it]",
                    form + " [,|so|-] [please] put|note|enter me [down] as [the] <field>",
                    form + " [,|so|-] [please] put|write|enter my name on|to it"))
            .map(Form::of)
            .toList();

    @Override
    public Optional<Proposal> read(Turn turn) {
        return turn.question()
                ? Optional.empty()
                : new Trials<Match>().first(Form.matches(FORMS, turn.words()), match -> taken(turn, match));
    }

    private static Optional<Proposal> taken(Turn turn, Match match) {
        Phrase verb = match.the(match.has("doing") ? "doing" : "verb");
        return verb.size() > 1 || Pronouns.isOne(match.the("target"))
                ? Optional.empty()
                : turn.targets()
                        .find(match.the("target"), entity -> field(turn, entity, match, verb.at(0))
                                .isPresent())
                        .filter(Target::isOne)
                        .flatMap(target -> field(turn, target.entity(), match, verb.at(0))
                                .map(field -> Changes.of(
                                        turn,
                                        target,
                                        new FormValues(turn)
                                                .given(
                                                        target.entity(),
                                                        field,
                                                        Sentence.read("me").words()))));
    }

    /** The field that is named, or whose people do that, or the only one for who sees to it. */
    private static Optional<FieldSpec> field(Turn turn, EntityView entity, Match match, Token verb) {
        if (match.has("field")) {
            return turn.schema().field(entity, match.the("field"));
        }
        List<FieldSpec> people = entity.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.REFERENCE)
                .toList();
        Optional<FieldSpec> done = NewValues.one(people.stream()
                .filter(field -> turn.schema().isDoneBy(field, verb.text()))
                .toList());
        return done.or(() -> verb.isOneOf(ANY) ? NewValues.one(Roles.person(entity)) : Optional.empty());
    }
}
