package io.frontless.audit.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.SinkTerms;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the operator lets workspaces export to: folders below {@code frontless.export.directory}, the servers of {@code frontless.export.syslog} ({@code host:port}, separated by
 * commas), and by HTTPS whatever {@code frontless.outbound} lists. Without the settings there is none.
 */
@Dependent
public class SinkConfig {

    private final Optional<String> directory;
    private final List<String> syslog;

    @Inject
    public SinkConfig(
            @ConfigProperty(name = "frontless.export.directory") Optional<String> directory,
            @ConfigProperty(name = "frontless.export.syslog") Optional<String> syslog) {
        this.directory = directory;
        this.syslog = Arrays.stream(syslog.orElse("").split(",", -1))
                .map(String::strip)
                .toList();
    }

    /** Refuses what the operator has not set up; whether a host may be called is for the way out to say. */
    void require(SinkTerms terms) {
        switch (terms.kind()) {
            case FILE -> {
                if (directory.isEmpty()) {
                    throw Rejection.conflict("kind", "one that the operator has set up", "file");
                }
            }
            case SYSLOG -> {
                if (!syslog.contains(terms.target())) {
                    throw Rejection.conflict("target", "a server that the operator lists", terms.target());
                }
            }
            case WEBHOOK -> {}
        }
    }

    /** The folder of a sink. */
    Path folder(UUID workspaceId, String name) {
        return Path.of(directory.orElseThrow(
                        () -> Rejection.conflict("kind", "one that the operator has set up", "file")))
                .resolve(workspaceId.toString())
                .resolve(name);
    }
}
