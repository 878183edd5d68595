package io.frontless.assistant.boundary;

import io.frontless.assistant.control.TurnView;
import io.frontless.assistant.control.WatchedTurns.Watcher;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.Problems;
import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A turn as server-sent events: its stages as {@code progress}, then {@code turn}, or {@code problem} where it was refused. */
final class TurnStream implements Watcher {

    private static final Logger LOG = Logger.getLogger(TurnStream.class.getName());

    private final Sse sse;
    private final SseEventSink sink;

    TurnStream(Sse sse, SseEventSink sink) {
        this.sse = sse;
        this.sink = sink;
    }

    @Override
    public void reached(Stage stage, String provider) {
        send(
                "progress",
                new JsonAnswer()
                        .with("stage", stage.name())
                        .with("provider", provider.isEmpty() ? null : provider)
                        .map());
    }

    @Override
    public void done(TurnView turn) {
        send("turn", TurnAnswer.of(turn).map());
        sink.close();
    }

    @Override
    public void refused(Rejection rejection) {
        send("problem", Problems.body(rejection));
        sink.close();
    }

    /** Whoever has gone away is told nothing more; the turn goes on. */
    private void send(String name, Map<String, @Nullable Object> data) {
        if (!sink.isClosed()) {
            var unused = sink.send(sse.newEventBuilder()
                            .name(name)
                            .data(Json.write(data))
                            .build())
                    .exceptionally(gone -> {
                        LOG.log(Level.FINE, gone, () -> "nobody looks on any more");
                        return null;
                    });
        }
    }
}
