package io.frontless.assistant.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model that the installation declares.
 *
 * @param name what workspaces name it by
 * @param company who runs it, for people
 * @param url where its server is asked, such as {@code https://api.anthropic.com/v1/messages}
 * @param region where it processes what it is sent, as the operator has it from the contract
 * @param zeroRetention whether the contract says that nothing is kept; no header can ask for it
 * @param keyFile the file with its key; none for a server that wants none
 */
public record ModelProvider(
        String name,
        String company,
        Kind kind,
        String url,
        String model,
        String region,
        boolean zeroRetention,
        Price price,
        Optional<Path> keyFile) {

    /** Which API its server speaks. */
    public enum Kind {
        ANTHROPIC,
        OPENAI,
        OLLAMA;

        Wire wire() {
            return switch (this) {
                case ANTHROPIC -> new AnthropicWire();
                case OPENAI -> new OpenAiWire();
                case OLLAMA -> new OllamaWire();
            };
        }
    }

    /** For a million tokens in each direction, all in one unit that the operator chooses, such as dollars. */
    public record Price(BigDecimal in, BigDecimal out) {

        /** What so many tokens cost, in millionths of the unit, rounded up. */
        public long micros(long tokensIn, long tokensOut) {
            return in.multiply(BigDecimal.valueOf(tokensIn))
                    .add(out.multiply(BigDecimal.valueOf(tokensOut)))
                    .setScale(0, RoundingMode.CEILING)
                    .longValueExact();
        }
    }
}
