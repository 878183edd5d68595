package io.frontless.system.inside;

import io.frontless.connection.control.ConnectionQueries;
import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.Confirmation;
import io.frontless.engine.control.PlanDraft;
import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.federation.control.ProviderQueries;
import io.frontless.identity.control.Founding;
import io.frontless.identity.control.Person;
import io.frontless.kernel.Ids;
import io.frontless.operation.ConnectionLevel;
import io.frontless.operation.CreateApiKey;
import io.frontless.operation.Operation;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import io.frontless.record.control.ImportUpload;
import io.frontless.record.control.Imports;
import io.frontless.record.control.StagedImport;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What a test of the engine does with one hand: founds a workspace, runs operations through the one door, takes them back. */
@Dependent
public class Bench {
    private static final String ACCOUNT =
            "insert into account (account_id, email, name, password_hash) values (?, ?, ?, ?)";

    private static final String JOIN = "insert into member (workspace_id, account_id, role) values (?, ?, ?)";

    private static final String GRANT =
            "insert into connection_grant (workspace_id, secret_id, provider_id, level, renew_at, expires_at)"
                    + " values (?, ?, ?, ?, clock_timestamp() + interval '1 hour', clock_timestamp() + interval '1 hour')";

    @Inject
    CommandGateway gateway;

    @Inject
    EventQueries events;

    @Inject
    Founding founding;

    @Inject
    Imports imports;

    @Inject
    ProviderQueries providers;

    @Inject
    ConnectionQueries connections;

    @Inject
    WorkspaceDatabase database;

    @Inject
    Ids ids;

    /** A new person, without a workspace. */
    public Person person() {
        UUID id = ids.get();
        Person person = new Person(id, id + "@bench.example", "Bench " + id);
        database.done(
                id,
                connection -> WorkspaceDatabase.change(
                        connection, ACCOUNT, id, person.email(), person.name(), "no password"));
        return person;
    }

    /** A new person who belongs to the workspace, with a ready-made role. */
    public Person join(Place place, Role role) {
        Person person = person();
        database.done(
                place.workspaceId(),
                connection -> WorkspaceDatabase.change(
                        connection, JOIN, place.workspaceId(), person.accountId(), role.key()));
        return person;
    }

    /** A new workspace of a new person. */
    public Place found() {
        Person founder = person();
        return new Place(founder, founding.found(founder, "Bench"));
    }

    /** Steps s1, s2, … of these operations. */
    public static List<Step> steps(Operation... operations) {
        List<Step> steps = new ArrayList<>();
        for (Operation operation : operations) {
            steps.add(Step.of("s" + (steps.size() + 1), operation));
        }
        return steps;
    }

    /** Proposes one plan of these operations. */
    public PlanView propose(Caller caller, Operation... operations) {
        return propose(caller, steps(operations));
    }

    /** Proposes one plan. */
    public PlanView propose(Caller caller, List<Step> steps) {
        return gateway.propose(caller, new PlanDraft("Bench", steps, null, null));
    }

    /** Executes a plan, confirmed as its preview asks. */
    public PlanView execute(Caller caller, PlanView plan) {
        return gateway.execute(caller, plan.planId(), new Confirmation(plan.rows(), plan.hash()));
    }

    /** Proposes and executes. */
    public PlanView run(Caller caller, Operation... operations) {
        return execute(caller, propose(caller, operations));
    }

    /** Proposes and executes. */
    public PlanView run(Caller caller, List<Step> steps) {
        return execute(caller, propose(caller, steps));
    }

    /** Puts a client secret aside and answers its id. */
    public UUID secret(Caller caller) {
        return providers.putAside(caller, "a secret of two");
    }

    /** Puts the client secret of another service aside and answers its id. */
    public UUID clientSecret(Caller caller) {
        return connections.putAside(caller, "a secret of two");
    }

    /** What a provider of another service has granted, as if somebody had agreed there; its tokens are nowhere. */
    public UUID grant(Caller caller, UUID provider, ConnectionLevel level) {
        UUID grant = ids.get();
        database.done(
                caller.workspaceId(),
                connection -> WorkspaceDatabase.change(
                        connection, GRANT, caller.workspaceId(), grant, provider, level.number()));
        return grant;
    }

    /** Makes an API key and answers its id. */
    public UUID newKey(Caller caller, CreateApiKey operation) {
        return newThing(caller, operation);
    }

    /** Makes what the engine gives an id, and answers that. */
    public UUID newThing(Caller caller, Operation operation) {
        PlanView.ChangeView made = run(caller, operation).changes().get(0);
        return UUID.fromString(
                String.valueOf(Objects.requireNonNull(made.after()).get("key")));
    }

    /** Stages a CSV file for an entity. */
    public StagedImport stage(Caller caller, String entity, String csv) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        return imports.stage(caller, new ImportUpload("bench.csv", entity, ImportUpload.Format.CSV, bytes));
    }

    /** Takes something back. */
    public PlanView undo(Caller caller, UndoTarget target) {
        return execute(caller, gateway.proposeUndo(caller, Undo.of(target), null));
    }

    /** Takes the caller's last change back. */
    public PlanView undoLast(Caller caller) {
        return execute(caller, gateway.proposeUndoOfLast(caller, null));
    }

    /** Takes a whole plan back. */
    public PlanView undo(Caller caller, PlanView plan) {
        return undo(caller, new UndoTarget.Plan(plan.planId()));
    }

    /** The workspace's latest event. */
    public EventView lastEvent(Caller caller) {
        return events.find(caller, EventFilter.latest(1)).get(0);
    }

    /** Everything that lives in the caller's workspace. */
    public List<String> state(Caller caller) {
        return database.state(caller.workspaceId());
    }

    /** The caller's workspace's whole log. */
    public List<String> log(Caller caller) {
        return database.log(caller.workspaceId());
    }
}
