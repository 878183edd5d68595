package io.frontless.assistant.model;

import io.frontless.assistant.model.ModelProvider.Kind;
import io.frontless.assistant.model.ModelProvider.Price;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Which models the installation declares: {@code frontless.assistant.providers} names them, separated by commas, and {@code frontless.assistant.NAME.…}
 * says the rest. A mistake ends the start with the key's name.
 */
@Dependent
public class ModelConfig {

    private final Config config;

    @Inject
    public ModelConfig(Config config) {
        this.config = config;
    }

    List<ModelProvider> providers() {
        return Arrays.stream(value("frontless.assistant.providers").orElse("").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(this::provider)
                .toList();
    }

    private ModelProvider provider(String name) {
        String prefix = "frontless.assistant." + name + ".";
        return new ModelProvider(
                name,
                required(prefix + "company"),
                kind(prefix + "kind"),
                required(prefix + "url"),
                required(prefix + "model"),
                required(prefix + "region"),
                value(prefix + "zero-retention").map(Boolean::parseBoolean).orElse(false),
                new Price(price(prefix + "price-in"), price(prefix + "price-out")),
                value(prefix + "key-file").map(file -> readable(prefix + "key-file", file)));
    }

    private Kind kind(String key) {
        String text = required(key);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(key + " is anthropic, openai or ollama, found " + text));
    }

    private BigDecimal price(String key) {
        BigDecimal price = new BigDecimal(value(key).orElse("0"));
        if (price.signum() < 0) {
            throw new IllegalArgumentException(key + " is a price of a million tokens, found " + price);
        }
        return price;
    }

    private String required(String key) {
        return value(key).orElseThrow(() -> new NoSuchElementException(key));
    }

    private Optional<String> value(String key) {
        return config.getOptionalValue(key, String.class);
    }

    private static Path readable(String key, String file) {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException(key + " names a file that cannot be read");
        }
        return path;
    }
}
