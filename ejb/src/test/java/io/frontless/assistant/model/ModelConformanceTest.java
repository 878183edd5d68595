package io.frontless.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.control.Planner;
import io.frontless.assistant.control.Proposal;
import io.frontless.assistant.control.TurnProgress.Stage;
import io.frontless.assistant.model.ModelProvider.Kind;
import io.frontless.assistant.model.ModelProvider.Price;
import io.frontless.outbound.control.ScriptedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Turns with servers of each kind that answer as they should, as they sometimes do, and as they never should. */
class ModelConformanceTest {

    private static final Proposal NEXT = new Proposal.NotUnderstood("the next planner", List.of());
    private static final String SENTENCE = "mark INV-0089 as paid";
    private static final String PLAN =
            Office.reply("change", "", Office.step("record.update", "invoice", "r1", "status", "paid"));

    /** A turn with a server that drags: its end is near, and real. */
    private static final Duration SHORT_TURN = Duration.ofMillis(1_500);

    private final Path folder;
    private final ScriptedServer server = new ScriptedServer();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Duration> pauses = new ArrayList<>();
    private final MovedClock clock = new MovedClock();
    private final Breaker breaker = new Breaker();
    private final Book book = new Book();
    private final List<Stage> stages = new ArrayList<>();

    ModelConformanceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        over.countDown();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void planIsProposedAndNothingElse(Kind kind) {
        always(200, Answers.whole(kind, PLAN));

        Proposal.Attributed proposal = (Proposal.Attributed) turn(kind);

        assertThat(proposal.change().summary()).isEqualTo("Change Invoice INV-0089");
        assertThat(proposal.change().steps()).singleElement().satisfies(step -> {
            assertThat(step.op()).isEqualTo("record.update");
            assertThat(step.params()).containsEntry("id", Office.INVOICE.toString());
            assertThat(step.expectVersion()).isEqualTo(3);
        });
        assertThat(proposal.origins())
                .containsExactly(new ValueOrigin("s1", "status", "paid", ValueOrigin.Source.PERSON));
        assertThat(book.lines()).containsExactly("answered 123 50");
        assertThat(stages).containsExactly(Stage.ASKING);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void answerThatIsCutOffIsNone(Kind kind) {
        always(200, Answers.cutOff(kind, PLAN));

        assertThat(turn(kind)).isEqualTo(NEXT);
        assertThat(book.lines()).containsExactly("cut off 123 50");
        assertThat(stages).containsExactly(Stage.ASKING, Stage.FELL_BACK);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void refusalIsNoAnswer(Kind kind) {
        always(200, Answers.refusal(kind));

        assertThat(turn(kind)).isEqualTo(NEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html>",
                "{\"a\":1,\"a\":2}",
                "{}",
                "{\"choices\":[]}",
                "{\"choices\":[{\"message\":null}]}"
            })
    void garbageIsNoAnswer(String body) {
        for (Kind kind : Kind.values()) {
            always(200, body);

            assertThat(turn(kind)).isEqualTo(NEXT);
        }
    }

    @Test
    void busyServerIsAskedAgainAfterTheTimeThatItNames() {
        answersInTurn(busy("2"), exchange -> ScriptedServer.answer(exchange, 200, Answers.whole(Kind.ANTHROPIC, PLAN)));

        assertThat(turn(Kind.ANTHROPIC)).isInstanceOf(Proposal.Attributed.class);
        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
        assertThat(book.lines()).containsExactly("status 429 0 0", "answered 123 50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "60", "999999", "tomorrow", ""})
    void serverThatIsBusyForLongerThanTheTurnIsLeft(String retryAfter) {
        server.script(busy(retryAfter));

        assertThat(turn(Kind.ANTHROPIC)).isEqualTo(NEXT);
        assertThat(pauses).isEmpty();
        assertThat(server.bodies()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 529})
    void overloadedServerIsAskedTwice(int status) {
        always(status, "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}");

        assertThat(turn(Kind.ANTHROPIC)).isEqualTo(NEXT);
        assertThat(pauses).containsExactly(Duration.ofMillis(500));
        assertThat(server.bodies()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 400, 401, 402, 403, 404, 413, 429})
    void otherRefusalsAreFinal(int status) {
        always(status, "");

        assertThat(turn(Kind.OPENAI)).isEqualTo(NEXT);
        assertThat(server.bodies()).hasSize(1);
    }

    @Test
    void truncatedAnswerIsNone() {
        server.script(exchange -> {
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write("{\"content\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("gone");
        });

        assertThat(turn(Kind.ANTHROPIC)).isEqualTo(NEXT);
    }

    @Test
    void hugeAnswerIsGivenUp() {
        endless(64 * 1024, Duration.ZERO);

        assertThat(turn(Kind.OLLAMA)).isEqualTo(NEXT);
        assertThat(book.lines()).containsExactly("no answer: LIMIT");
    }

    @Test
    void slowBytesEndWithTheTurn() {
        endless(1, Duration.ofMillis(100));
        long begun = System.nanoTime();

        assertThat(shortTurn()).isEqualTo(NEXT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
        assertThat(book.lines()).containsExactly("no answer: UNAVAILABLE");
    }

    @Test
    void silentServerEndsWithTheTurn() {
        server.script(exchange -> await(Duration.ofMinutes(1)));
        long begun = System.nanoTime();

        assertThat(shortTurn()).isEqualTo(NEXT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    @Test
    void wrongPlanIsRepairedOnce() {
        String wrong = Office.reply("change", "", Office.step("record.update", "invoice", "r7", "status", "paid"));
        answersInTurn(
                exchange -> ScriptedServer.answer(exchange, 200, Answers.whole(Kind.OPENAI, wrong)),
                exchange -> ScriptedServer.answer(exchange, 200, Answers.whole(Kind.OPENAI, PLAN)));

        assertThat(turn(Kind.OPENAI)).isInstanceOf(Proposal.Attributed.class);
        assertThat(server.bodies().get(1)).contains("That was refused: s1.record: expected one of the list");
    }

    @Test
    void planThatStaysWrongIsNone() {
        always(200, Answers.whole(Kind.OPENAI, "Sure! Here is your plan."));

        assertThat(turn(Kind.OPENAI)).isEqualTo(NEXT);
        assertThat(server.bodies()).hasSize(2);
    }

    @Test
    void modelThatDoesNotUnderstandLeavesItToTheNext() {
        always(200, Answers.whole(Kind.OPENAI, Office.reply("unclear", "")));

        assertThat(turn(Kind.OPENAI)).isEqualTo(NEXT);
        assertThat(server.bodies()).hasSize(1);
    }

    @Test
    void serverThatFailsIsLeftAloneForAMinute() {
        always(401, "");
        for (int turns = 0; turns < 5; turns++) {
            turn(Kind.OPENAI);
        }
        assertThat(server.bodies()).hasSize(3);

        clock.move(Duration.ofSeconds(61));
        always(200, Answers.whole(Kind.OPENAI, PLAN));
        assertThat(turn(Kind.OPENAI)).isInstanceOf(Proposal.Attributed.class);
        assertThat(turn(Kind.OPENAI)).isInstanceOf(Proposal.Attributed.class);
    }

    @Test
    void nextModelIsAskedWhereOneFails() {
        answersInTurn(
                exchange -> ScriptedServer.answer(exchange, 404, ""),
                exchange -> ScriptedServer.answer(exchange, 200, Answers.whole(Kind.OLLAMA, PLAN)));
        Planner second = planner(call(Kind.OLLAMA, clock), clock.instant().plusSeconds(8), request -> NEXT);
        Planner first = planner(call(Kind.OPENAI, clock), clock.instant().plusSeconds(8), second);

        assertThat(first.propose(Office.said(SENTENCE))).isInstanceOf(Proposal.Attributed.class);
    }

    @Test
    void nothingIsSentThatTheBudgetDoesNotHold() {
        always(200, Answers.whole(Kind.OPENAI, PLAN));
        book.close();

        assertThat(turn(Kind.OPENAI)).isEqualTo(NEXT);
        assertThat(server.bodies()).isEmpty();
    }

    @Test
    void keyIsInTheHeaderAndNowhereElse() throws IOException {
        for (Kind kind : Kind.values()) {
            always(200, Answers.whole(kind, PLAN));
            turn(kind);
        }

        assertThat(server.keys())
                .containsExactly("sk-of-this-test null", "null Bearer sk-of-this-test", "null Bearer sk-of-this-test");
        assertThat(server.bodies()).noneMatch(body -> body.contains("sk-of-this-test"));
        assertThat(book.bodies()).isEqualTo(server.bodies());
    }

    @Test
    void whatNoModelMaySeeIsNotSent() {
        always(200, Answers.whole(Kind.ANTHROPIC, PLAN));
        turn(Kind.ANTHROPIC);

        assertThat(server.bodies().get(0))
                .contains("INV-0089", Office.HARM)
                .doesNotContain("margin", "Margin", "bonus", "777", "1554", "Secret Partners", "A long letter")
                .doesNotContain(Office.INVOICE.toString(), Office.CLIENT.toString());
    }

    private Proposal turn(Kind kind) {
        return planner(call(kind, clock), clock.instant().plusSeconds(8), request -> NEXT)
                .propose(Office.said(SENTENCE));
    }

    private Proposal shortTurn() {
        Clock real = Clock.systemUTC();
        return planner(call(Kind.OPENAI, real), real.instant().plus(SHORT_TURN), request -> NEXT)
                .propose(Office.said(SENTENCE));
    }

    private Planner planner(ModelCall call, Instant until, Planner next) {
        return new ModelPlanner(call, book, until, next, (stage, provider) -> stages.add(stage));
    }

    private ModelCall call(Kind kind, Clock now) {
        ModelProvider provider = new ModelProvider(
                "scripted",
                "Scripted Ltd",
                kind,
                server.url(),
                "m",
                "here",
                true,
                new Price(BigDecimal.ONE, BigDecimal.TEN),
                Optional.of(keyFile()));
        return new ModelCall(provider, breaker, server::send, now, pause -> {
            pauses.add(pause);
            clock.move(pause);
        });
    }

    private Path keyFile() {
        try {
            return Files.writeString(folder.resolve("key"), "sk-of-this-test\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void always(int status, String body) {
        server.script(exchange -> ScriptedServer.answer(exchange, status, body));
    }

    private void answersInTurn(ScriptedServer.Script... scripts) {
        List<ScriptedServer.Script> left = new ArrayList<>(List.of(scripts));
        server.script(exchange -> left.remove(0).run(exchange));
    }

    private static ScriptedServer.Script busy(String retryAfter) {
        return exchange -> {
            if (!retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("retry-after", retryAfter);
            }
            ScriptedServer.answer(exchange, 429, "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\"}}");
        };
    }

    private void endless(int bytes, Duration between) {
        server.script(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = " ".repeat(bytes).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream out = exchange.getResponseBody()) {
                while (!await(between)) {
                    out.write(block);
                    out.flush();
                }
            }
        });
    }

    /** Waits until the test is over; answers whether it is. */
    private boolean await(Duration time) {
        try {
            return over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
