package io.frontless.launcher;

import io.frontless.vault.hsm.KeyCeremony;
import io.frontless.vault.hsm.TokenException;
import io.frontless.vault.hsm.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The key ceremony at the console: makes what is missing, shows what an auditor wants to see, and leaves it signed. */
final class CeremonyCommand {
    private final Path home;
    private final CeremonyOptions options;
    private final Progress progress;
    private final Clock clock;

    CeremonyCommand(Path home, CeremonyOptions options, Progress progress, Clock clock) {
        this.home = home;
        this.options = options;
        this.progress = progress;
        this.clock = clock;
    }

    /** Ends with a {@link StartFailure} where anything is not as it has to be. */
    void run() {
        if (options.verify()) {
            // A running product does not mind being looked at.
            ceremony(DataDirectory.existing(options.data()));
            return;
        }
        try (DataDirectory data = DataDirectory.open(options.data())) {
            ceremony(data);
        }
    }

    private void ceremony(DataDirectory data) {
        Secrets secrets = new Secrets(data.resolve("secrets"));
        if (!options.verify()) {
            secrets.provide();
        }
        TokenProvisioning token = new TokenProvisioning(Product.softHsm(home), data, secrets, options.askPin());
        KeyCeremony ceremony = options.finalTry() ? token.ceremony().withFinalTry() : token.ceremony();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            Transcript transcript = options.verify()
                    ? ceremony.verify(now, options.present())
                    : ceremony.perform(now, options.present());
            progress.say(transcript.text().stripTrailing());
            keep(data, now, transcript);
            if (!transcript.faults().isEmpty()) {
                throw new StartFailure("The ceremony has failed: " + String.join("; ", transcript.faults()) + ".");
            }
        } catch (TokenException e) {
            throw new StartFailure("The ceremony has failed: " + e.message() + ".", e);
        }
    }

    /** Beside each other: text, signature, and what checks it; names have the time, and nothing that is there is overwritten. */
    private void keep(DataDirectory data, Instant now, Transcript transcript) {
        Path folder = data.resolve("ceremonies");
        String name =
                (options.verify() ? "verify-" : "ceremony-") + now.toString().replace(":", "");
        try {
            Files.createDirectories(folder);
            Path text = folder.resolve(name + ".txt");
            if (Files.exists(text)) {
                throw new StartFailure(text + " is there already; wait a second.");
            }
            PrivateFile.write(text, transcript.text().getBytes(StandardCharsets.UTF_8));
            PrivateFile.write(folder.resolve(name + ".sig"), transcript.signature());
            PrivateFile.write(
                    folder.resolve(name + ".pub.pem"), transcript.publicKey().getBytes(StandardCharsets.US_ASCII));
            PrivateFile.write(
                    folder.resolve(name + ".crt.pem"), transcript.certificate().getBytes(StandardCharsets.US_ASCII));
            progress.say("Kept as " + text + "; check it by: openssl dgst -sha256 -verify " + name
                    + ".pub.pem -signature " + name + ".sig " + name + ".txt");
        } catch (IOException e) {
            throw new StartFailure("The transcript cannot be kept in " + folder + ": " + e.getMessage(), e);
        }
    }
}
