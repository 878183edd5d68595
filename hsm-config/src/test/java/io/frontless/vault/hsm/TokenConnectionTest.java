package io.frontless.vault.hsm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontless.vault.hsm.TokenException.Reason;
import io.frontless.vault.hsm.TokenState.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenConnectionTest {

    private static final byte[] AAD = "place".getBytes(UTF_8);
    private static final TokenLimits QUICK =
            new TokenLimits(Duration.ofMillis(500), Duration.ofSeconds(10), 2, 4, Duration.ofNanos(1));

    private final TestTokens tokens = TestTokens.orSkip();

    private final Path directory;

    TokenConnectionTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** Writes down what it is told. */
    private static final class Told implements TokenListener {
        private final List<String> events = new ArrayList<>();

        @Override
        public synchronized void tokenGone(TokenState state) {
            events.add("gone " + state.condition());
        }

        @Override
        public synchronized void tokenBack() {
            events.add("back");
        }
    }

    @Test
    void aTokenThatWasAwayIsUsedAgainWithoutARestart() throws IOException {
        Told told = new Told();
        try (TokenConnection connection = new TokenConnection(tokens.settings(), QUICK)) {
            connection.subscribe(told);
            byte[] wrapped = connection.use(token -> token.rootKey().wrap(new byte[] {42}, AAD));
            Path here = tokens.softToken.directory().resolve("tokens");
            Path away = Files.move(here, here.resolveSibling("away"));
            try {
                TokenException gone = refusal(connection, wrapped);

                assertThat(gone.reason()).isIn(Reason.UNAVAILABLE, Reason.TOKEN_MISSING);
                assertThat(connection.state().condition()).isEqualTo(Condition.LOST);
            } finally {
                Files.move(away, here);
            }

            assertThat(connection.<byte[]>use(token -> token.rootKey().unwrap(wrapped, AAD)))
                    .containsExactly(42);
            assertThat(connection.state().usable()).isTrue();
            assertThat(told.events).containsExactly("back", "gone LOST", "back");
        }
    }

    @Test
    void aSessionThatWasLostIsNotNoticedByTheCaller() {
        try (TokenConnection connection = new TokenConnection(tokens.settings(), QUICK)) {
            byte[] wrapped = connection.use(token -> token.rootKey().wrap(new byte[] {42}, AAD));

            connection.use(token -> {
                token.close();
                return "logged out";
            });

            assertThat(connection.<byte[]>use(token -> token.rootKey().unwrap(wrapped, AAD)))
                    .containsExactly(42);
        }
    }

    @Test
    void theLibraryThatWasEndedUnderUsIsStartedAgain() {
        try (TokenConnection connection = new TokenConnection(tokens.settings(), QUICK)) {
            byte[] wrapped = connection.use(token -> token.rootKey().wrap(new byte[] {42}, AAD));

            Cryptoki.restart(tokens.settings());

            assertThat(connection.<byte[]>use(token -> token.rootKey().unwrap(wrapped, AAD)))
                    .containsExactly(42);
        }
    }

    @Test
    void aWrongPinIsTriedOnceAndAnotherOneOnce() throws IOException {
        Path file = TestTokens.privateFile(directory.resolve("pin"), "wrong-pin-1");
        TokenSettings settings = new TokenSettings(tokens.softHsm.library(), TestTokens.LABEL, file);
        try (TokenConnection connection = new TokenConnection(settings, QUICK)) {
            TokenException first = refusal(connection);
            TokenException again = refusal(connection);

            assertThat(first.reason()).isEqualTo(Reason.PIN_WRONG);
            assertThat(again).isSameAs(first);
            assertThat(connection.state().condition()).isEqualTo(Condition.REFUSED);

            TestTokens.privateFile(file, Files.readString(tokens.pinFile));
            assertThat(connection.<Integer>use(token -> token.rootKey().version()))
                    .isPositive();
        }
    }

    @Test
    void whatHangsIsGivenUpAndTheRestIsRefusedAtOnceUntilItAnswers() {
        CountDownLatch hangs = new CountDownLatch(1);
        Told told = new Told();
        try (TokenConnection connection = new TokenConnection(tokens.settings(), QUICK)) {
            connection.subscribe(told);
            assertThat(connection.<Integer>use(token -> token.rootKey().version()))
                    .isPositive();
            for (int thread = 0; thread < QUICK.threadsMax(); thread++) {
                TokenException slow =
                        catchThrowableOfType(TokenException.class, () -> connection.use(token -> await(hangs)));
                assertThat(slow.reason()).isEqualTo(Reason.SLOW);
            }
            long beforeNs = System.nanoTime();
            TokenException refused = refusal(connection);

            assertThat(refused.reason()).isEqualTo(Reason.SLOW);
            assertThat(refused).hasMessageContaining("2 of at most 2");
            assertThat(System.nanoTime() - beforeNs).isLessThan(QUICK.timeout().toNanos());
            assertThat(connection.state().condition()).isEqualTo(Condition.SLOW);

            hangs.countDown();
            await(connection);
            assertThat(told.events).containsExactly("back", "gone SLOW", "back");
        }
    }

    private static void await(TokenConnection connection) {
        long untilNs = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < untilNs && !connection.state().usable()) {
            try {
                connection.use(token -> token.rootKey().version());
            } catch (TokenException stillSlow) {
                Thread.onSpinWait();
            }
        }
        assertThat(connection.state().usable()).isTrue();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TokenException refusal(TokenConnection connection, byte[] wrapped) {
        return catchThrowableOfType(
                TokenException.class,
                () -> connection.use(token -> token.rootKey().unwrap(wrapped, AAD)));
    }

    private static TokenException refusal(TokenConnection connection) {
        return catchThrowableOfType(
                TokenException.class,
                () -> connection.use(token -> token.rootKey().version()));
    }
}
