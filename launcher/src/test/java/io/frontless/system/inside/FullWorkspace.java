package io.frontless.system.inside;

import io.frontless.assistant.control.Conversations;
import io.frontless.audit.control.SinkProgress;
import io.frontless.engine.control.JobStore;
import io.frontless.engine.control.Jobs;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Ids;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.seal.control.Testimony;
import io.frontless.vault.control.Secret;
import io.frontless.vault.control.Vault;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Makes workspaces with at least one row in every table, for tests of what keeps them apart. */
@Dependent
public class FullWorkspace {

    private static final String IDENTITY =
            "insert into provider_identity (workspace_id, provider_id, issuer, subject, account_id) values (?, ?, 'https://login.example', 'sub', ?)";

    private static final String SIGN_IN =
            "insert into provider_sign_in (workspace_id, state_hash, provider_id, browser_hash, nonce, verifier, target, expires_at)"
                    + " values (?, sha256('state'), ?, sha256('browser'), 'nonce', 'verifier', '/', clock_timestamp())";

    private static final String AUTHORIZATION =
            "insert into connection_authorization (workspace_id, state_hash, provider_id, level, label, account_id, session_id, verifier, expires_at)"
                    + " values (?, sha256('state'), ?, 1, 'Office', ?, ?, 'verifier', clock_timestamp())";

    private static final List<String> MODELS = List.of(
            "insert into assistant_policy (workspace_id, providers, zero_retention, tokens_per_day, version) values (?, '', true, 0, 2)",
            "insert into model_day (workspace_id, day, tokens, micros) values (?, current_date, 1, 1)",
            "insert into model_request (workspace_id, request_id, conversation_id, account_id, actor, provider, model, url, region, body,"
                    + " tokens_in, tokens_out, micros) select workspace_id, conversation_id, conversation_id, account_id, 'Ada', 'test', 'm',"
                    + " 'https://model.example', 'eu', '{}', 1, 1, 1 from conversation where workspace_id = ? limit 1",
            "insert into model_request_record (workspace_id, request_id, entity, record_id)"
                    + " select workspace_id, request_id, 'thing', request_id from model_request where workspace_id = ? limit 1",
            "insert into plan_origin (workspace_id, plan_id, provider, value_origins)"
                    + " select workspace_id, plan_id, 'test', '{}' from plan where workspace_id = ? limit 1");

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
    SealedLog sealedLog;

    @Inject
    Testimony testimony;

    @Inject
    SinkProgress sinks;

    @Inject
    WorkspaceContext context;

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
        database.done(owner.workspaceId(), connection -> {
            WorkspaceDatabase.change(
                    connection,
                    IDENTITY,
                    owner.workspaceId(),
                    here.ways().provider(),
                    here.place().founder().accountId());
            WorkspaceDatabase.change(
                    connection,
                    AUTHORIZATION,
                    owner.workspaceId(),
                    here.services().used(),
                    here.place().founder().accountId(),
                    ids.get());
            for (String sql : MODELS) {
                WorkspaceDatabase.change(connection, sql, owner.workspaceId());
            }
            return WorkspaceDatabase.change(
                    connection, SIGN_IN, owner.workspaceId(), here.ways().provider());
        });
        sinks.claim(owner.workspaceId(), here.ways().sink());
        seal(owner.workspaceId());
        return owner.workspaceId();
    }

    /** So that nothing is left to be sealed while a test looks on. The tile is of a level that no tree of a test has. */
    private void seal(UUID workspaceId) {
        database.done(workspaceId, connection -> {
            context.enterWorker();
            return WorkspaceDatabase.change(
                    connection,
                    "insert into event_tile (workspace_id, level, tile, hash) values (?, 7, 0, sha256('none'))",
                    workspaceId);
        });
        sealedLog.seal(workspaceId);
        testimony.note(workspaceId, "test", 1);
    }
}
