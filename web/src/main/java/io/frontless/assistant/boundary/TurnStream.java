package io.frontless.assistant.boundary;

import io.frontless.assistant.control.TurnProgress;
import io.frontless.assistant.control.TurnView;
import io.frontless.boundary.JsonAnswer;
import io.frontless.boundary.Problems;
import io.frontless.engine.control.Faults;
import io.frontless.kernel.Json;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A turn as server-sent events: its stages as {@code progress}, then {@code turn}, or {@code problem} where it came to nothing. */
final class TurnStream implements TurnProgress {

    private static final Logger LOG = Logger.getLogger(TurnStream.class.getName());

    private final Sse sse;
    private final SseEventSink sink;
    private boolean begun;

    TurnStream(Sse sse, SseEventSink sink) {
        this.sse = sse;
        this.sink = sink;
    }

    /** Sends what a turn tells of itself, and the turn. What is refused before anything was sent is thrown, since its status can still be told. */
    void send(Function<TurnProgress, TurnView> turn) {
        try {
            send("turn", TurnAnswer.of(turn.apply(this)).map());
        } catch (RuntimeException e) {
            if (!begun) {
                throw e;
            }
            send("problem", Problems.body(Faults.told(e, LOG, () -> "a bug in a turn")));
        }
        sink.close();
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

    /** Whoever has gone away is told nothing more; the turn goes on. */
    private void send(String name, Map<String, @Nullable Object> data) {
        begun = true;
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
