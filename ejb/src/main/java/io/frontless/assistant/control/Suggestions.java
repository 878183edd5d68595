package io.frontless.assistant.control;

import io.frontless.assistant.control.TurnView.Reply;
import io.frontless.assistant.offline.OfflinePlanner;
import io.frontless.engine.control.PlanView.Status;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Permission;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import io.frontless.workspace.control.Access;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sentences that somebody could say next, made of the workspace's own tables, all of which the planner inside understands. */
final class Suggestions {

    private static final int TABLES = 3;
    private static final String CHANGES = "show the last 20 changes";
    private static final List<String> FIRST = List.of(
            "create a table Invoice with number, client, amount, status (pending, paid) and due date",
            "add invoice INV-0089 for Acme, 1200 due 2026-12-15",
            "mark invoice INV-0089 as paid",
            CHANGES,
            "undo that");

    /** The same for somebody who may make no table. */
    private static final List<String> LOOKING = List.of("what tables are there", CHANGES);

    private static final List<Permission> WRITING =
            List.of(Permission.CREATE, Permission.UPDATE, Permission.DELETE, Permission.SCHEMA);

    private static final RecordLookup NOTHING = new RecordLookup() {
        @Override
        public List<RecordView> find(RecordQuery query) {
            return List.of();
        }

        @Override
        public List<RecordView> deleted(String entity) {
            return List.of();
        }
    };

    private Suggestions() {}

    /** For somebody who begins: the first steps where there are no tables, or what can be asked of the first few; nothing that they may not do. */
    static List<String> examples(SchemaView schema, Access access) {
        if (schema.entities().isEmpty()) {
            return access.allows(Permission.SCHEMA, null) ? FIRST : LOOKING;
        }
        List<String> examples = new ArrayList<>();
        for (EntityView entity :
                schema.entities().subList(0, Math.min(TABLES, schema.entities().size()))) {
            adding(entity)
                    .filter(add -> access.allows(Permission.CREATE, entity.key()))
                    .ifPresent(examples::add);
            examples.addAll(of(entity));
        }
        examples.add(CHANGES);
        return examples;
    }

    /** What goes on from a reply; nothing is taken back by whoever may change nothing. */
    static List<String> after(Reply reply, Access access) {
        if (reply instanceof Reply.Plan plan) {
            return plan.plan().status() == Status.EXECUTED ? List.of(CHANGES) : List.of();
        }
        if (reply instanceof Reply.Records found) {
            return of(found.entity()).stream().skip(1).toList();
        }
        boolean undone = reply instanceof Reply.Changes && WRITING.stream().anyMatch(access::allowsSomewhere);
        return undone ? List.of("undo that") : List.of();
    }

    /** A record with a name; none where records are not called by a text, or need more than that. */
    private static Optional<String> adding(EntityView entity) {
        boolean enough = entity.fields().stream().skip(1).noneMatch(FieldSpec::required);
        return entity.titleField()
                .filter(title -> enough && title.type() == FieldType.TEXT)
                .map(title -> "add " + entity.label().toLowerCase(Locale.ROOT) + " \"Example 1\"")
                .map(add -> first(entity, FieldType.CHOICE)
                        .map(choice -> add + ", " + choice.label().toLowerCase(Locale.ROOT) + " "
                                + choice.options().get(0))
                        .orElse(add));
    }

    /** What can be asked of a table, beginning with all of it. */
    private static List<String> of(EntityView entity) {
        List<String> said = new ArrayList<>(ofPlanner(entity));
        Optional<String> counting = said.stream()
                .filter(sentence -> sentence.startsWith("how many "))
                .findFirst();
        Optional<FieldSpec> choice = first(entity, FieldType.CHOICE);
        if (counting.isPresent() && choice.isPresent()) {
            String each = " per " + choice.get().label().toLowerCase(Locale.ROOT);
            said.add(counting.get().replace(" are there", each));
        }
        return said;
    }

    /** The planner's own examples, asked for as people do, as if there were this table alone. */
    private static List<String> ofPlanner(EntityView entity) {
        SchemaView alone = new SchemaView(List.of(entity), Set.of(entity.key()));
        PlanningRequest help = new PlanningRequest(
                "help",
                alone,
                NOTHING,
                () -> People.NOBODY,
                new PlanningRequest.Author(new UUID(0, 0), ""),
                LocalDate.EPOCH,
                List.of());
        return new OfflinePlanner().propose(help) instanceof Proposal.NotUnderstood told
                ? told.examples().stream()
                        .filter(sentence -> !sentence.equals(CHANGES))
                        .toList()
                : List.of();
    }

    private static Optional<FieldSpec> first(EntityView entity, FieldType type) {
        return entity.fields().stream().filter(field -> field.type() == type).findFirst();
    }
}
