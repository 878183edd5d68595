package io.frontless.assistant.control;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.engine.control.PlanView;
import io.frontless.engine.control.PlanView.ChangeView;
import java.util.ArrayList;
import java.util.List;

/** The records that a reply was about, which “it” and “them” then mean: those of one entity, and few enough to be pointed at. */
final class LastMentioned {

    /** Records that “them” can mean: more are named by a condition. */
    private static final int MENTIONED_MAX = 50;

    private LastMentioned() {}

    static List<Mention> of(TurnView.Reply reply) {
        List<Mention> mentions = reply instanceof TurnView.Reply.Plan plan
                ? changed(plan.plan())
                : reply instanceof TurnView.Reply.Records found && found.total() <= MENTIONED_MAX
                        ? found.records().stream()
                                .map(record -> new Mention(record.entity(), record.id()))
                                .toList()
                        : List.of();
        boolean alike = mentions.stream().map(Mention::entity).distinct().count() == 1;
        return alike ? mentions.stream().distinct().toList() : List.of();
    }

    private static List<Mention> changed(PlanView plan) {
        List<Mention> mentions = new ArrayList<>();
        if (plan.changeCount() > MENTIONED_MAX
                || plan.changeCount() != plan.changes().size()) {
            return mentions;
        }
        for (ChangeView change : plan.changes()) {
            if (change.recordId() == null || change.entity() == null) {
                return List.of();
            }
            mentions.add(new Mention(change.entity(), change.recordId()));
        }
        return mentions;
    }
}
