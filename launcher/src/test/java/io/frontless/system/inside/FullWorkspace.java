package io.frontless.system.inside;

import io.frontless.assistant.control.Conversations;
import io.frontless.engine.control.JobStore;
import io.frontless.engine.control.Jobs;
import io.frontless.kernel.Ids;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.Values;
import io.frontless.vault.control.Vault;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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
    Ids ids;

    /** A new one. */
    public UUID made() {
        return made("Bulb");
    }

    /** A new one, in which a record has this word for its name. */
    public UUID made(String name) {
        Caller owner = Furniture.in(bench, ids).place().owner();
        bench.run(owner, new CreateRecord("lamp", ids.get(), Values.of("name", name)));
        conversations.say(owner, conversations.open(owner), "show the last 20 changes");
        Refusal.refusal(() -> bench.propose(owner, new DeleteEntity("nothing")));
        jobs.add(owner, ids.get(), Jobs.PROPOSAL, null, 1);
        database.done(
                owner.workspaceId(),
                connection -> vault.keep(owner.workspaceId(), "test", "secret".getBytes(StandardCharsets.UTF_8)));
        return owner.workspaceId();
    }
}
