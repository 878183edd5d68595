package io.frontless.system.inside;

import io.frontless.assistant.control.Conversations;
import io.frontless.engine.control.JobStore;
import io.frontless.engine.control.Jobs;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Ids;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.vault.control.Secret;
import io.frontless.vault.control.Vault;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Makes workspaces with at least one row in every table, for tests of what keeps them apart. */
@Dependent
public class FullWorkspace {

    @Inject
    Bench bench;

    @Inject
    WorkspaceDatabase database;

    @Inject
    Conversations conversations;

    @Inject
    Vault vault;

    @Inject
    JobStore jobs;

    @Inject
    RecordQueries records;

    @Inject
    Ids ids;

    /** A new one. */
    public UUID made() {
        return made("Bulb");
    }

    /** A new one, in which a record has this word for its name. */
    public UUID made(String name) {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        bench.run(owner, new CreateRecord("lamp", ids.get(), Values.of("name", name)));
        conversations.say(owner, conversations.open(owner), "show the last 20 changes");
        Refusal.refusal(() -> bench.propose(owner, new DeleteEntity("nothing")));
        jobs.add(owner, ids.get(), Jobs.PROPOSAL, null, 1);
        Actor scanner = Actor.apiKey(here.key(), "Scanner");
        records.find(new Caller(owner.workspaceId(), scanner, Role.OWNER.access()), RecordQuery.of("thing"));
        database.done(
                owner.workspaceId(), connection -> vault.keep(owner.workspaceId(), "test", Secret.ofText("secret")));
        return owner.workspaceId();
    }
}
