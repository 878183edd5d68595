package io.frontless.assistant.model;

import io.frontless.assistant.model.Ledger.Sent;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import io.frontless.outbound.control.OutboundAnswer;
import io.frontless.outbound.control.OutboundRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks one model, within a time, at most twice: once more only where the server says that it is busy and there is time to wait as long as it says.
 *
 * @param send the way out
 * @param pause waits
 */
record ModelCall(
        ModelProvider provider,
        Breaker breaker,
        Function<OutboundRequest, OutboundAnswer> send,
        Clock clock,
        Consumer<Duration> pause) {

    private static final int TRIES = 2;
    private static final Duration BUSY_PAUSE = Duration.ofMillis(500);

    /** An answer takes at least that long, so a try with less time is none. */
    private static final Duration ANSWER_MIN = Duration.ofSeconds(1);

    /** A token is some three or four characters of JSON; what is counted before is rather too much. */
    private static final int CHARS_PER_TOKEN = 2;

    private static final Set<Integer> BUSY = Set.of(500, 502, 503, 529);
    private static final int TOO_MANY = 429;

    /** Asks; whatever is no whole answer of the model is a {@link NoAnswer}. */
    ModelAnswer ask(Prompt prompt, Instant until, Ledger ledger) {
        if (!breaker.allows(clock.instant())) {
            throw new NoAnswer("left alone after failures");
        }
        OutboundRequest request = request(prompt);
        String body = request.body().orElseThrow();
        Sent sent = new Sent(
                provider, body, prompt.records(), body.length() / CHARS_PER_TOKEN, Limits.MODEL_ANSWER_TOKENS_MAX);
        for (int tries = 1; ; tries++) {
            Duration left = Duration.between(clock.instant(), until);
            if (left.compareTo(ANSWER_MIN) < 0) {
                throw new NoAnswer("no time left");
            }
            UUID id = ledger.sending(sent);
            OutboundAnswer answer = sent(request.within(shorter(left, Limits.MODEL_CALL_MAX)), id, ledger);
            if (answer.status() == 200) {
                return read(answer, id, sent, ledger);
            }
            String outcome = "status " + answer.status();
            ledger.answered(id, sent, outcome, 0, 0);
            Optional<Duration> wait = tries < TRIES ? pauseAfter(answer) : Optional.empty();
            if (wait.isEmpty()
                    || clock.instant().plus(wait.get()).plus(ANSWER_MIN).isAfter(until)) {
                throw failed(outcome);
            }
            pause.accept(wait.get());
        }
    }

    private OutboundAnswer sent(OutboundRequest request, UUID id, Ledger ledger) {
        try {
            return send.apply(request);
        } catch (Rejection rejection) {
            // Its own words would name addresses.
            String outcome = "no answer: " + rejection.reason();
            ledger.failed(id, outcome);
            throw failed(outcome);
        }
    }

    /** The key is read for every request, so that a new one is used at once. */
    private OutboundRequest request(Prompt prompt) {
        Wire wire = provider.kind().wire();
        OutboundRequest request = wire.request(provider, prompt);
        if (provider.keyFile().isEmpty()) {
            return request;
        }
        try {
            return wire.signed(
                    request, Files.readString(provider.keyFile().get()).strip());
        } catch (IOException | Rejection e) {
            throw new NoAnswer("its key cannot be read");
        }
    }

    /** The provider has failed, and not what it was asked. */
    private NoAnswer failed(String outcome) {
        breaker.failed(clock.instant());
        return new NoAnswer(outcome);
    }

    private ModelAnswer read(OutboundAnswer answer, UUID id, Sent sent, Ledger ledger) {
        ModelAnswer read;
        try {
            read = provider.kind().wire().read(new Params("answer", Json.readObject(answer.body())));
        } catch (Rejection rejection) {
            ledger.failed(id, "garbage");
            throw failed("garbage");
        }
        breaker.succeeded();
        String outcome =
                switch (read.end()) {
                    case COMPLETE -> read.text().isBlank() ? "empty" : "answered";
                    case CUT_OFF -> "cut off";
                    case REFUSED -> "refused";
                };
        ledger.answered(id, sent, outcome, read.tokensIn(), read.tokensOut());
        if (!outcome.equals("answered")) {
            throw new NoAnswer(outcome);
        }
        return read;
    }

    /**
     * How long to wait before another try. Too many requests without a time means that a spend limit is reached, which no wait within a turn changes.
     */
    private static Optional<Duration> pauseAfter(OutboundAnswer answer) {
        Optional<Duration> named = Optional.ofNullable(answer.headers().get("retry-after"))
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        return answer.status() == TOO_MANY
                ? named
                : BUSY.contains(answer.status()) ? Optional.of(named.orElse(BUSY_PAUSE)) : Optional.empty();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
