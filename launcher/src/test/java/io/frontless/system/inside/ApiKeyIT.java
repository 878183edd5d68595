package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.apikey.control.ApiClients;
import io.frontless.apikey.control.ApiKeyView;
import io.frontless.apikey.control.ApiKeys;
import io.frontless.apikey.control.NewSecrets;
import io.frontless.apikey.control.TokenCallers;
import io.frontless.engine.control.PlanView;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.operation.DeleteRole;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.operation.RevokeApiKey;
import io.frontless.operation.UpdateRole;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.vault.control.ApiSecret;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** API keys: what they are given, what they may, and what they may spend. */
class ApiKeyIT extends InsideApplication {

    @Inject
    Bench bench;

    @Inject
    WorkspaceDatabase database;

    @Inject
    ApiKeys keys;

    @Inject
    ApiClients clients;

    @Inject
    TokenCallers tokens;

    @Inject
    NewSecrets secrets;

    @Inject
    RecordQueries records;

    @Inject
    Ids ids;

    @Test
    void secretIsToldOnceAfterTheExecutionAndKeptNowhere() {
        Caller owner = Furniture.in(bench, ids).place().owner();
        secrets.take();

        PlanView proposed = bench.propose(owner, KeyCases.key("clerk", 30, null));
        Map<UUID, ApiSecret> previewed = secrets.take();
        bench.execute(owner, proposed);
        Map<UUID, ApiSecret> told = secrets.take();

        assertThat(previewed).isEmpty();
        assertThat(told).hasSize(1);
        ApiSecret secret = told.values().iterator().next();
        assertThat(ApiSecret.parse(secret.text())).isPresent();
        assertThat(secrets.take()).isEmpty();
        for (String table : database.triedOutside(Tables::ofWorkspaces)) {
            List<String> rows = database.tried(
                    owner.workspaceId(),
                    connection -> WorkspaceDatabase.texts(
                            connection, "select to_jsonb(t)::text from frontless." + table + " t"));
            assertThat(rows).as(table).noneMatch(row -> row.contains(secret.text()));
        }
    }

    @Test
    void nobodyMakesAKeyThatMayDoMoreThanTheyMay() {
        Place place = Furniture.in(bench, ids).place();
        Caller keeper = place.as(
                new Role("keeper", "Keeper", List.of(Grant.of(Grant.ANY, Permission.READ, Permission.MANAGE_KEYS))));

        assertThat(refusal(() -> bench.propose(keeper, KeyCases.key("MEMBER", 30, null)))
                        .reason())
                .isEqualTo(Reason.DENIED);
        assertThat(refusal(() -> bench.propose(place.as(Role.ADMIN), KeyCases.key("OWNER", 30, null)))
                        .reason())
                .isEqualTo(Reason.DENIED);
        assertThat(refusal(() -> bench.propose(place.as(Role.MEMBER), KeyCases.key("VIEWER", 30, null)))
                        .reason())
                .isEqualTo(Reason.DENIED);
        assertThat(bench.run(keeper, KeyCases.key("VIEWER", 30, null)).status()).isEqualTo(PlanView.Status.EXECUTED);
    }

    @Test
    void keyMakesNoKeysWhateverItsRole() {
        Place place = Furniture.in(bench, ids).place();
        Caller program = new Caller(place.workspaceId(), Actor.apiKey(ids.get(), "Program"), Role.OWNER.access());

        assertThat(refusal(() -> bench.propose(program, KeyCases.key("VIEWER", 30, null)))
                        .reason())
                .isEqualTo(Reason.DENIED);
    }

    @Test
    void idOfAKeyIsNobodysToChoose() {
        Place place = Furniture.in(bench, ids).place();

        UUID given = bench.newKey(place.owner(), KeyCases.key("VIEWER", 30, null));

        assertThat(given).isNotEqualTo(KeyCases.key("VIEWER", 30, null).id());
    }

    @Test
    void listShowsKeysWithoutTheirSecretsToWhomItMay() {
        Furniture here = Furniture.in(bench, ids);

        List<ApiKeyView> listed = keys.list(here.place().owner());

        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).keyId()).isEqualTo(here.key());
        assertThat(listed.get(0).hint()).startsWith("flk_").hasSize(10);
        assertThat(listed.get(0).usedAt()).isNull();
        assertThat(refusal(() -> keys.list(here.place().as(Role.MEMBER))).reason())
                .isEqualTo(Reason.DENIED);
        bench.run(here.place().owner(), new RevokeApiKey(here.key()));
        assertThat(keys.list(here.place().owner())).isEmpty();
    }

    @Test
    void tokenMakesACallerOfTheKeyAsItIsNow() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        String token = token(owner, "porter", null);

        Caller caller = tokens.caller(token).orElseThrow();
        assertThat(caller.workspaceId()).isEqualTo(here.place().workspaceId());
        assertThat(caller.actor().kind()).isEqualTo(Actor.Kind.API_KEY);
        assertThat(caller.access().allows(Permission.READ, "part")).isFalse();

        bench.run(owner, new UpdateRole("porter", "Porter", List.of(Grant.of("part", Permission.READ))));
        assertThat(tokens.caller(token).orElseThrow().access().allows(Permission.READ, "part"))
                .isTrue();

        bench.run(owner, new DeleteRole("porter"));
        assertThat(tokens.caller(token)).isEmpty();
    }

    @Test
    void revokedKeyIsRefusedAtOnce() {
        Caller owner = Furniture.in(bench, ids).place().owner();
        String token = token(owner, "VIEWER", null);
        UUID key = tokens.caller(token).orElseThrow().actor().id();

        bench.run(owner, new RevokeApiKey(key));

        assertThat(tokens.caller(token)).isEmpty();
    }

    @Test
    void whatDoesNotFitTheBudgetIsNotAnswered() {
        Caller owner = Furniture.in(bench, ids).place().owner();
        Caller program = tokens.caller(token(owner, "VIEWER", 5L)).orElseThrow();

        assertThat(records.find(program, RecordQuery.of("thing").paged(3, 0))).hasSize(3);
        var refused =
                refusal(() -> records.find(program, RecordQuery.of("thing").paged(3, 0)));

        assertThat(refused.reason()).isEqualTo(Reason.LIMIT);
        assertThat(refused.retryAfter()).isPresent();
        assertThat(refused.message()).contains("rowsPerDay", "0:00 UTC");
        assertThat(records.find(program, RecordQuery.of("thing").paged(2, 0))).hasSize(2);
        assertThat(records.find(owner, RecordQuery.of("thing").paged(3, 0))).hasSize(3);
    }

    @Test
    void parallelRequestsDoNotSpendMoreThanTheBudget() throws Exception {
        Caller owner = Furniture.in(bench, ids).place().owner();
        Caller program = tokens.caller(token(owner, "VIEWER", 20L)).orElseThrow();
        Callable<Integer> reading = () -> {
            try {
                return records.find(program, RecordQuery.of("thing").paged(3, 0))
                        .size();
            } catch (RuntimeException refused) {
                return 0;
            }
        };

        int read = 0;
        var threads = Executors.newFixedThreadPool(10);
        try {
            for (Future<Integer> one : threads.invokeAll(Collections.nCopies(50, reading))) {
                read += one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(read).isEqualTo(18);
    }

    private String token(Caller owner, String role, @Nullable Long rowsPerDay) {
        secrets.take();
        bench.run(owner, KeyCases.key(role, 30, rowsPerDay));
        var made = secrets.take().entrySet().iterator().next();
        return clients.exchange(made.getKey().toString(), made.getValue().text())
                .token();
    }
}
