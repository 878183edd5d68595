package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * How long a wrong password takes for an address that has an account, one that has none, and one that has a second factor. The answers must be the same; the times
 * are written to {@code target/sign-in-times.txt} for whoever compares them, since a busy machine would make any bound a lie. FRONTLESS_SIGN_IN_SAMPLES makes
 * it more than a few.
 */
@SystemTest
class SignInTimesIT {
    private static final Path REPORT = Path.of("target", "sign-in-times.txt");
    private static final int PER_ADDRESS = 8;
    private static final int SAMPLES =
            Integer.parseInt(System.getenv().getOrDefault("FRONTLESS_SIGN_IN_SAMPLES", "16"));

    private final RunningProduct product;

    SignInTimesIT(RunningProduct product) {
        this.product = product;
    }

    @Test
    void wrongPasswordIsAnsweredAlikeWhoeverItIs() throws IOException {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        List<Long> secured = new ArrayList<>();
        Client client = new Client(product);
        String knownAddress = "";
        String securedAddress = "";
        String words = "";
        for (int sample = 0; sample < SAMPLES; sample++) {
            if (sample % PER_ADDRESS == 0) {
                knownAddress = "person-" + UUID.randomUUID() + "@works.example";
                Secured.member(product, knownAddress);
                securedAddress = Secured.byApp(product).email();
            }
            words = timed(client, knownAddress, known);
            assertThat(timed(client, UUID.randomUUID() + "@works.example", unknown))
                    .isEqualTo(words);
            assertThat(timed(client, securedAddress, secured)).isEqualTo(words);
        }

        assertThat(words).contains("the address or the password is wrong");
        Files.writeString(
                REPORT, line("known", known) + line("unknown", unknown) + line("with a second factor", secured));
    }

    private static String timed(Client client, String email, List<Long> times) {
        long start = System.nanoTime();
        Answer answer = client.post("sessions", Client.object("email", email, "password", "not the right password"));
        times.add(System.nanoTime() - start);
        return answer.having(401).body();
    }

    private static String line(String what, List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%s: median %.2f ms, quartiles %.2f and %.2f ms, of %d%n",
                what,
                ms(sorted, 0.5),
                ms(sorted, 0.25),
                ms(sorted, 0.75),
                sorted.size());
    }

    private static double ms(List<Long> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
    }
}
