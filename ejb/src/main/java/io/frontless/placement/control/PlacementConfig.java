package io.frontless.placement.control;

import io.frontless.placement.entity.OwnerConnections.Way;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The databases that the operator has configured, and how their owner connects: {@code frontless.databases} and {@code frontless.database.<name>.*}. */
@Dependent
public class PlacementConfig {

    private final Config config;
    private final List<String> databases;

    @Inject
    public PlacementConfig(Config config, @ConfigProperty(name = "frontless.databases") Optional<String> databases) {
        this.config = config;
        this.databases = databases.map(names -> List.of(names.split(","))).orElse(List.of());
    }

    /** The names of the dedicated ones. */
    public List<String> databases() {
        return databases;
    }

    /** How the tables' owner connects to a database; the shared one is among them. */
    public Way way(String database) {
        String prefix = "frontless.database." + database + ".";
        return new Way(
                config.getValue(prefix + "url", String.class),
                Path.of(config.getValue(prefix + "owner-password-file", String.class)));
    }
}
