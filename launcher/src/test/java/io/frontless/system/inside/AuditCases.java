package io.frontless.system.inside;

import static io.frontless.system.inside.OperationCase.stale;
import static io.frontless.system.inside.OperationCase.step;

import io.frontless.operation.CreateSink;
import io.frontless.operation.DeleteSink;
import io.frontless.operation.LiftHold;
import io.frontless.operation.Operation;
import io.frontless.operation.PlaceHold;
import io.frontless.operation.SetRetention;
import io.frontless.operation.SinkTerms;
import io.frontless.operation.UpdateSink;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The cases of operations on what becomes of the log. Redactions are in {@link RedactionIT}. */
final class AuditCases {
    private static final UUID NEW = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0021L);

    private AuditCases() {}

    static List<OperationCase> all() {
        return List.of(placeHold(), liftHold(), createSink(), updateSink(), deleteSink(), setRetention());
    }

    /** Of a sink whose host no operator has listed, so that nothing goes out. */
    static SinkTerms terms(String path) {
        return new SinkTerms("SIEM", SinkTerms.Kind.WEBHOOK, "https://siem.unlisted.example/" + path, "jsonl", false);
    }

    /** Makers of random ones. */
    static void makers(Map<Class<? extends Operation>, Function<World, Operation>> makers) {
        makers.put(
                PlaceHold.class,
                world -> new PlaceHold(
                        world.freshId(), world.fresh("Case"), "A dispute", world.one("thing", "part"), null));
        makers.put(LiftHold.class, world -> new LiftHold(world.living("hold").id()));
        makers.put(CreateSink.class, world -> new CreateSink(world.freshId(), terms(world.fresh("path"))));
        makers.put(
                UpdateSink.class,
                world -> new UpdateSink(
                        world.living("sink").id(),
                        terms(world.fresh("path")).pausing(world.random().nextBoolean())));
        makers.put(
                SetRetention.class,
                world -> new SetRetention(100 + world.random().nextInt(1000)));
        makers.put(
                DeleteSink.class, world -> new DeleteSink(world.living("sink").id()));
    }

    private static OperationCase placeHold() {
        return new OperationCase(
                PlaceHold.class,
                here -> new PlaceHold(NEW, "Case 7", "A dispute", "thing", here.free()),
                here -> Map.of(
                        "id of another", step(new PlaceHold(here.ways().hold(), "Case 7", "A dispute", null, null))));
    }

    private static OperationCase createSink() {
        SinkTerms syslog = new SinkTerms("SIEM", SinkTerms.Kind.SYSLOG, "unlisted.example:6514", "syslog", false);
        return new OperationCase(
                CreateSink.class,
                here -> new CreateSink(NEW, terms("second")),
                here -> Map.of(
                        "id of another", step(new CreateSink(here.ways().sink(), terms("second"))),
                        "a server that is not listed", step(new CreateSink(NEW, syslog))));
    }

    private static OperationCase updateSink() {
        return new OperationCase(
                UpdateSink.class,
                here -> new UpdateSink(here.ways().sink(), terms("moved").pausing(true)),
                here -> Map.of(
                        "stale", stale(new UpdateSink(here.ways().sink(), terms("moved"))),
                        "nothing to change", step(new UpdateSink(here.ways().sink(), terms("first"))),
                        "no such sink", step(new UpdateSink(NEW, terms("moved")))));
    }

    private static OperationCase deleteSink() {
        return new OperationCase(
                DeleteSink.class,
                here -> new DeleteSink(here.ways().sink()),
                here -> Map.of(
                        "stale", stale(new DeleteSink(here.ways().sink())), "no such sink", step(new DeleteSink(NEW))));
    }

    private static OperationCase setRetention() {
        return new OperationCase(
                SetRetention.class,
                here -> new SetRetention(400),
                here -> Map.of(
                        "stale", stale(new SetRetention(400)), "nothing to change", step(new SetRetention(null))));
    }

    private static OperationCase liftHold() {
        return new OperationCase(
                LiftHold.class,
                here -> new LiftHold(here.ways().hold()),
                here -> Map.of(
                        "stale", stale(new LiftHold(here.ways().hold())), "no such hold", step(new LiftHold(NEW))));
    }
}
