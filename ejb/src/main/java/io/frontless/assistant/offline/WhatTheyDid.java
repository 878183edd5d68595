package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Limits;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what somebody has done where that makes records: “what has Frischmarkt Thun ordered” asks for the orders, “everything that Hugo has booked” for the
 * bookings, “what has Carver not paid yet” for what is billed and not paid.
 */
final class WhatTheyDid implements Reading {

    private static final List<Form> DONE = List.of(
            Form.of("what has|have|did|does|do|is|are <owner> <verb> [for|from|with|about|to] [us] [so] [far]"),
            Form.of("what has|have|did|does|do|is|are <owner> <verb> <rest>"),
            Form.of("[show] everything|all|anything [that|which] <owner> has|have <verb>"),
            Form.of("[show] everything|all|anything [that|which] <owner> <verb>"));
    private static final List<Form> NOT_DONE = List.of(
            Form.of("what has|have|did|does|do <owner> not <verb> [yet] [so] [far]"),
            Form.of("what hasn't|haven't|didn't <owner> <verb> [yet] [so] [far]"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        return new Trials<Match>()
                .first(Form.matches(NOT_DONE, turn.words()), match -> notDone(turn, match))
                .or(() -> new Trials<Match>().first(Form.matches(DONE, turn.words()), match -> done(turn, match)));
    }

    private static Optional<Proposal> done(Turn turn, Match match) {
        Phrase verb = match.the("verb");
        boolean one = verb.size() == 1
                && verb.at(0).isWord()
                && !Light.isJoining(verb.at(0))
                && !Pronouns.isOne(match.the("owner"));
        List<EntityView> made = !one
                ? List.of()
                : turn.schema().entities().stream()
                        .filter(entity -> Referring.isMadeBy(entity, verb.text()))
                        .toList();
        return made.size() != 1
                ? Optional.empty()
                : held(turn, made.get(0), match.the("owner")).flatMap(condition -> {
                    List<Filter> all = new ArrayList<>(List.of(condition));
                    if (match.has("rest")) {
                        Optional<Clauses> more = Clauses.saying(turn, made.get(0), match.the("rest"));
                        if (more.isEmpty() || more.get().most() > 0) {
                            return Optional.empty();
                        }
                        all.addAll(more.get().conditions());
                    }
                    return Optional.of(shown(made.get(0), match.the("owner"), all));
                });
    }

    /** “Not paid”: of the one table whose records can be so, and are somebody's. */
    private static Optional<Proposal> notDone(Turn turn, Match match) {
        Phrase verb = match.the("verb");
        List<Proposal> found = new ArrayList<>();
        for (EntityView entity : verb.size() == 1 ? turn.schema().entities() : List.<EntityView>of()) {
            State.read(
                            turn.schema(),
                            entity,
                            Sentence.read("not " + verb.text()).words())
                    .flatMap(state -> held(turn, entity, match.the("owner"))
                            .map(condition -> shown(entity, match.the("owner"), List.of(condition, state.negatable()))))
                    .ifPresent(found::add);
        }
        return NewValues.one(found);
    }

    /** Whose they are: a name that a field of theirs holds, and not their own. */
    private static Optional<Filter> held(Turn turn, EntityView entity, Phrase owner) {
        return new Holders(turn, entity)
                .read(owner, Holders.Relation.BY)
                .filter(held -> !Roles.naming(entity).contains(held.field()))
                .map(Holders.Held::condition);
    }

    private static Proposal shown(EntityView entity, Phrase owner, List<Filter> conditions) {
        return new Proposal.ListRecords(
                Names.label(Names.plural(entity.label()) + " of " + owner.text()),
                RecordQuery.of(entity.key()).filtered(Filter.all(conditions)).paged(Limits.PAGE_ROWS_MAX, 0));
    }
}
