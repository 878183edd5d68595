package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.control.Conversations;
import io.frontless.audit.control.RetentionRounds;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.operation.LiftHold;
import io.frontless.operation.PlaceHold;
import io.frontless.operation.RemoveArchived;
import io.frontless.operation.SetRetention;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.proof.ExportFormat;
import io.frontless.proof.Sha256;
import io.frontless.record.control.PastRecords;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import io.frontless.verifier.Archive;
import io.frontless.verifier.DatabaseLog;
import io.frontless.verifier.ExportLog;
import io.frontless.verifier.Finding;
import io.frontless.verifier.Verifier;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is older than a workspace keeps it goes to archives, never silently; what is held stays; and log and archives prove each other. */
class RetentionIT extends InsideApplication {
    /** What the verifier says of a log whose archives it was given. */
    private static final String ALL_GIVEN = "[1-9][0-9]* in archives \\(0 of them not given\\)";

    @Inject
    Bench bench;

    @Inject
    AgedLog agedLog;

    @Inject
    RetentionRounds rounds;

    @Inject
    SealedLog sealedLog;

    @Inject
    WorkspaceDatabase database;

    @Inject
    OwnerDatabase ownerDatabase;

    @Inject
    PastRecords past;

    @Inject
    Conversations conversations;

    @Inject
    SentToModels models;

    @Inject
    Ids ids;

    @Resource
    ManagedExecutorService executor;

    @Test
    void whatIsTooOldIsInAnArchiveAndNotInTheLogAnyMore() throws Exception {
        Furniture here = agedLog.made();
        Caller owner = here.place().owner();
        long before = count(owner, "select count(*) from event");

        rounds.archive(owner.workspaceId());
        sealedLog.seal(owner.workspaceId());

        EventView removal = bench.lastEvent(owner);
        Map<String, ?> told = Objects.requireNonNull(removal.after());
        assertThat(removal.action()).isEqualTo("retention.remove");
        assertThat(removal.actor().name()).isEqualTo("Retention");
        assertThat(told.get("held")).hasToString("1");
        Path archive = archives(owner).get(0);
        assertThat(archive.getFileName()).hasToString(String.valueOf(told.get("file")));
        assertThat(Sha256.ofFile(archive)).isEqualTo(told.get("sha256"));
        assertThat(count(owner, "select count(*) from event")).isLessThan(before);
        assertThat(count(owner, "select count(*) from event_leaf")).isGreaterThan(before);
        assertThat(sealedLog.findings(owner.workspaceId())).isEmpty();
        Verifier.Result both = verified(owner, archives(owner));
        assertThat(both.findings()).isEmpty();
        assertThat(both.archived()).isGreaterThan(40);
        assertThat(both.notShown()).isZero();
        assertThat(verified(owner, List.of()).notShown()).isEqualTo(both.archived());
    }

    @Test
    void nothingHappensTwiceAndTheLogGoesOn() throws Exception {
        Furniture here = agedLog.made();
        Caller owner = here.place().owner();
        rounds.archive(owner.workspaceId());
        List<String> log = bench.log(owner);

        rounds.archive(owner.workspaceId());
        assertThat(bench.log(owner)).isEqualTo(log);

        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", "a")));
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", "b")));
        bench.undoLast(owner);
        sealedLog.seal(owner.workspaceId());
        assertThat(sealedLog.findings(owner.workspaceId())).isEmpty();
        assertThat(archives(owner)).hasSize(1);
    }

    @Test
    void secondArchiveFollowsTheFirstAndAnAuditorChecksBothBesideTheLog() throws Exception {
        Furniture here = agedLog.madeInTwoAges();
        Caller owner = here.place().owner();
        rounds.archive(owner.workspaceId());
        sealedLog.seal(owner.workspaceId());
        assertThat(archives(owner)).hasSize(1);
        String first = audited(owner, archives(owner)).text();
        assertThat(first).contains("GOOD").containsPattern(ALL_GIVEN);

        bench.run(owner, new SetRetention(30));
        sealedLog.seal(owner.workspaceId());
        rounds.archive(owner.workspaceId());
        sealedLog.seal(owner.workspaceId());

        List<Path> both = archives(owner);
        assertThat(both).hasSize(2);
        long end = Archive.read(both.get(0)).head().head().size();
        assertThat(both.get(1).getFileName().toString()).startsWith("archive-%012d-".formatted(end));
        VerifierProcess.Said said = audited(owner, both);
        assertThat(said.text()).containsPattern(ALL_GIVEN).doesNotContain("BAD");
        assertThat(said.exit()).isZero();
        String lacking = audited(owner, List.of(both.get(1))).text();
        assertThat(lacking).contains("GOOD").doesNotContainPattern(ALL_GIVEN);
        assertThat(past.record(owner, "thing", here.free(), Instant.now())
                        .values()
                        .get("note"))
                .isEqualTo("older");
    }

    @Test
    void archiveThatWasChangedIsFoundByAnAuditor() throws Exception {
        Caller owner = agedLog.made().place().owner();
        rounds.archive(owner.workspaceId());
        sealedLog.seal(owner.workspaceId());
        Path other = Files.createTempFile("archive", ".jsonl");
        Files.writeString(other, Files.readString(archives(owner).get(0)).replace("\"old\"", "\"odd\""));

        VerifierProcess.Said said = audited(owner, List.of(other));

        assertThat(said.exit()).isOne();
        assertThat(said.text()).contains("CHANGED", "BAD");
        Files.delete(other);
    }

    @Test
    void holdWaitsForARemovalThatGoesOn() throws Exception {
        Caller owner = Furniture.in(bench, ids).place().owner();
        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            administrator.setAutoCommit(false);
            WorkspaceDatabase.texts(
                    administrator,
                    "select 1 from frontless.workspace where workspace_id = ? for no key update",
                    owner.workspaceId());
            Instant end = Instant.now().plusSeconds(30);
            Future<UUID> hold = executor.submit(
                    () -> bench.newThing(owner, new PlaceHold(ids.get(), "Case", "A dispute", null, null)));

            while (WorkspaceDatabase.texts(
                            administrator,
                            "select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))")
                    .isEmpty()) {
                assertThat(hold.isDone()).as("it waits").isFalse();
                assertThat(Instant.now()).as("it begins").isBefore(end);
            }
            administrator.commit();
            hold.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatIsHeldStaysUntilTheHoldIsLifted() throws Exception {
        Furniture here = agedLog.made();
        Caller owner = here.place().owner();
        String held = "select count(*) from event where record_id = '" + here.free() + "'";
        long events = count(owner, held);
        UUID hold = bench.newThing(owner, new PlaceHold(ids.get(), "Case", "A dispute", "thing", here.free()));

        rounds.archive(owner.workspaceId());
        sealedLog.seal(owner.workspaceId());
        assertThat(count(owner, held)).isEqualTo(events).isGreaterThan(3);
        assertThat(sealedLog.findings(owner.workspaceId())).isEmpty();

        bench.run(owner, new LiftHold(hold));
        rounds.archive(owner.workspaceId());
        sealedLog.seal(owner.workspaceId());
        assertThat(count(owner, held)).as("its last state alone").isOne();
        assertThat(verified(owner, archives(owner)).findings()).isEmpty();
    }

    @Test
    void howThingsWereWithinTheRetentionCanStillBeTold() throws Exception {
        Furniture here = agedLog.made();
        Caller owner = here.place().owner();
        Instant within = Instant.now().minus(Duration.ofDays(20));
        RecordView before = past.record(owner, "thing", here.free(), within);
        EntityView entity = past.entity(owner, "thing", within);

        rounds.archive(owner.workspaceId());
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("note", "new")));

        assertThat(past.record(owner, "thing", here.free(), within)).isEqualTo(before);
        assertThat(before.values().get("note")).isEqualTo("old");
        assertThat(past.entity(owner, "thing", within)).isEqualTo(entity);
    }

    @Test
    void whatModelsWereToldIsKeptAsLongAsTheLog() throws Exception {
        Furniture here = agedLog.made();
        Caller owner = here.place().owner();
        UUID hold = bench.newThing(owner, new PlaceHold(ids.get(), "Case", "A dispute", "thing", here.free()));
        UUID conversation = conversations.start(owner);
        models.sent(owner, conversation, "long ago", here.free());
        models.sent(owner, conversation, "of something else, long ago", here.referred());
        ownerDatabase.in(
                owner.workspaceId(),
                connection -> WorkspaceDatabase.change(
                        connection, "update model_request set sent_at = sent_at - interval '40 days'"));
        UUID young = models.sent(owner, conversation, "today");

        rounds.archive(owner.workspaceId());
        assertThat(models.count(owner)).as("what is held, and what is young").isEqualTo(2);

        bench.run(owner, new LiftHold(hold));
        rounds.archive(owner.workspaceId());
        assertThat(models.count(owner)).isEqualTo(1);
        assertThat(models.body(owner, young)).isEqualTo("today");
    }

    @Test
    void holdOnAllKeepsAll() throws Exception {
        Caller owner = agedLog.made().place().owner();
        bench.run(owner, new PlaceHold(ids.get(), "Case", "A dispute", null, null));
        long before = count(owner, "select count(*) from event");

        rounds.archive(owner.workspaceId());

        assertThat(count(owner, "select count(*) from event")).isEqualTo(before + 1);
        assertThat(archives(owner)).hasSize(1);
    }

    @Test
    void whatIsYoungEnoughStays() throws Exception {
        Caller owner = Furniture.in(bench, ids).place().owner();
        bench.run(owner, new SetRetention(30));
        sealedLog.seal(owner.workspaceId());
        List<String> log = bench.log(owner);

        rounds.archive(owner.workspaceId());

        assertThat(bench.log(owner)).isEqualTo(log);
        assertThat(AgedLog.folder(owner.workspaceId())).doesNotExist();
    }

    @Test
    void archiveThatIsNotTheOneThatWasWrittenIsFound() throws Exception {
        Caller owner = agedLog.made().place().owner();
        rounds.archive(owner.workspaceId());
        sealedLog.seal(owner.workspaceId());
        Path archive = archives(owner).get(0);
        Path other = Files.createTempFile("archive", ".jsonl");
        Files.writeString(other, Files.readString(archive).replace("\"old\"", "\"odd\""));

        assertThat(verified(owner, List.of(other)).findings())
                .extracting(Finding::problem)
                .anyMatch(problem -> problem.startsWith("no event tells of the archive "));
        assertThat(new Verifier(sealedLog.publicKeys(), List.of(), false)
                        .verify(new ExportLog(other, ExportFormat.JSONL), null)
                        .findings())
                .extracting(Finding::kind)
                .contains(Finding.Kind.CHANGED);
        Files.delete(other);
    }

    @Test
    void nobodyElseRemovesAnything() throws Exception {
        Furniture here = agedLog.made();
        Caller owner = here.place().owner();
        RemoveArchived removal = new RemoveArchived(0, 5, "archive", "0".repeat(64));
        String told =
                "insert into event (workspace_id, event_id, actor_kind, actor_id, actor_name, action, after, version)"
                        + " values ('" + owner.workspaceId()
                        + "', gen_random_uuid(), 'PERSON', gen_random_uuid(), 'x', 'retention.remove',"
                        + " '{\"from\": 0, \"to\": 5}', 1)";

        assertThat(refusal(() -> bench.propose(owner, removal)).reason()).isEqualTo(Reason.DENIED);
        assertThat(refusal(() -> bench.propose(here.place().as(Role.ADMIN), new SetRetention(30)))
                        .reason())
                .isEqualTo(Reason.DENIED);
        assertThat(refusal(() -> bench.propose(owner, new SetRetention(6))).reason())
                .isEqualTo(Reason.CONFLICT);
        assertThat(database.<String>tried(owner.workspaceId(), connection -> outcome(connection, told)))
                .isEqualTo("42501");
        for (String change : List.of(
                "delete from event", "delete from refused_attempt", "update refused_attempt set reason = 'x'")) {
            assertThat(ownerDatabase.<String>in(owner.workspaceId(), connection -> {
                        String outcome = outcome(connection, change);
                        connection.rollback();
                        return outcome;
                    }))
                    .as(change)
                    .isEqualTo("42501");
        }
    }

    private static String outcome(Connection connection, String sql) {
        try {
            return String.valueOf(WorkspaceDatabase.change(connection, sql));
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }

    private static List<Path> archives(Caller owner) throws IOException {
        return AgedLog.archives(owner.workspaceId());
    }

    /** What the verifier says of the log together with archives, as its program does. */
    private Verifier.Result verified(Caller owner, List<Path> archives) throws Exception {
        List<Archive> read = new ArrayList<>();
        for (Path archive : archives) {
            read.add(Archive.read(archive));
        }
        try (Connection administrator = DatabaseRole.ADMINISTRATOR.connect()) {
            return new Verifier(sealedLog.publicKeys(), List.of(), false, read)
                    .verify(new DatabaseLog(administrator), owner.workspaceId().toString());
        }
    }

    /** The same by the program itself, as an auditor runs it elsewhere. */
    private VerifierProcess.Said audited(Caller owner, List<Path> archives) throws Exception {
        Path keys = Files.createTempFile("audit", ".pem");
        Files.writeString(keys, sealedLog.pem());
        List<String> arguments = new ArrayList<>(List.of(
                "--key",
                keys.toString(),
                "--workspace",
                owner.workspaceId().toString(),
                "--database",
                DatabaseRole.address(),
                "--user",
                DatabaseRole.ADMINISTRATOR.user(),
                "--password-file",
                DatabaseRole.ADMINISTRATOR.passwordFile().toString()));
        archives.forEach(archive -> arguments.addAll(List.of("--archive", archive.toString())));
        VerifierProcess.Said said = VerifierProcess.run(Path.of(System.getProperty("frontless.home")), arguments);
        Files.delete(keys);
        return said;
    }

    private long count(Caller owner, String sql) {
        return Long.parseLong(
                database.<String>tried(owner.workspaceId(), connection -> WorkspaceDatabase.text(connection, sql)));
    }
}
