package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Limits;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads questions by “who” and “whose” that name no table: “who joined this year”, “who is hosted by Mara”. They ask for the one kind of people of whom all words say something. */
final class WhoReading implements Reading {

    private static final Set<String> PEOPLE = Set.of(
            "person",
            "customer",
            "client",
            "member",
            "patient",
            "employee",
            "staff",
            "owner",
            "tenant",
            "contact",
            "guest",
            "student",
            "pupil",
            "donor",
            "volunteer",
            "artist",
            "author",
            "candidate",
            "colleague",
            "user",
            "friend",
            "child",
            "parent",
            "player",
            "trainee",
            "applicant",
            "subscriber",
            "resident");
    private static final List<Form> FORMS = List.of(
            Form.of("who 's|is|are <rest>"),
            Form.of("who <rest>"),
            Form.of("everyone|everybody|anyone|anybody who <rest>"),
            Form.of("does|do|has|have|is|did anyone|anybody|someone|somebody <rest>"),
            Form.of("is|are there anyone|anybody|someone|somebody [who|that] <rest>"),
            Form.of("people|those who <rest>"));
    private static final Form WHOSE = Form.of("whose <rest>");

    @Override
    public Optional<Proposal> read(Turn turn) {
        if (!WHOSE.matches(turn.words()).isEmpty()) {
            return ofWhom(turn);
        }
        List<Proposal> found = Form.matches(FORMS, turn.words()).stream()
                .limit(1)
                .flatMap(match -> people(turn, match.the("rest")).stream()
                        .flatMap(entity -> asked(turn, entity, withoutVerb(entity, match.the("rest"))).stream()))
                .distinct()
                .toList();
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** Those of whom it can be asked, and only those who do it where a yes-or-no field tells: “who takes new patients”. */
    private static List<EntityView> people(Turn turn, Phrase rest) {
        List<EntityView> people =
                turn.schema().entities().stream().filter(WhoReading::isOfPeople).toList();
        FlagDeeds deeds = new FlagDeeds(turn.schema());
        List<String> said = turn.schema().stems(rest.text());
        List<EntityView> doing = people.stream()
                .filter(entity -> !deeds.told(entity, said).isEmpty())
                .toList();
        return doing.isEmpty() ? people : doing;
    }

    /** “Whose birthday is in October”: people before other things of which that can be said. */
    private static Optional<Proposal> ofWhom(Turn turn) {
        for (boolean people : List.of(true, false)) {
            List<Proposal> found = turn.schema().entities().stream()
                    .filter(entity -> isOfPeople(entity) == people)
                    .flatMap(entity -> asked(turn, entity, turn.words()).stream())
                    .distinct()
                    .toList();
            if (!found.isEmpty()) {
                return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** “Who sings bass”, of singers. */
    private static Phrase withoutVerb(EntityView entity, Phrase rest) {
        boolean verb = rest.size() > 1
                && rest.at(0).isWord()
                && Names.stems(entity.label()).stream()
                        .anyMatch(noun -> Words.bases(rest.at(0).text()).anyMatch(base -> Names.isDoneBy(noun, base)));
        return verb ? rest.from(1) : rest;
    }

    private static Optional<Proposal> asked(Turn turn, EntityView entity, Phrase rest) {
        // Nobody is found where the words were meant of somebody else.
        return Clauses.saying(turn, entity, rest)
                .map(said -> new Selection(
                        entity,
                        said.conditions(),
                        said.order(),
                        said.most(),
                        Names.plural(entity.label()) + " who " + rest.text()))
                .filter(selection ->
                        !turn.request().records().find(selection.query(1, 0)).isEmpty())
                .map(selection -> new Proposal.ListRecords(
                        Names.label(selection.words()), selection.query(Limits.PAGE_ROWS_MAX, 0)));
    }

    /** Whether its records are people. */
    static boolean isOfPeople(EntityView entity) {
        return Names.stems(entity.label()).stream().anyMatch(PEOPLE::contains)
                || has(entity, FieldType.EMAIL)
                || has(entity, FieldType.PHONE)
                || !Roles.birth(entity).isEmpty();
    }

    /** Whether the entity has a field of this type. */
    private static boolean has(EntityView entity, FieldType type) {
        return entity.fields().stream().anyMatch(field -> field.type() == type);
    }
}
