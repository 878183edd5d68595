package io.frontless.audit.control;

import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the operator lets workspaces do about their log: archives go below {@code frontless.retention.directory}, without which nothing is removed, and nothing is that is younger
 * than {@code frontless.retention.minimum-days} (90).
 */
@Dependent
public class RetentionConfig {

    private final Optional<String> directory;
    private final int minimumDays;

    @Inject
    public RetentionConfig(
            @ConfigProperty(name = "frontless.retention.directory") Optional<String> directory,
            @ConfigProperty(name = "frontless.retention.minimum-days", defaultValue = "90") int minimumDays) {
        if (minimumDays < 1) {
            throw new IllegalArgumentException("frontless.retention.minimum-days: at least 1, found " + minimumDays);
        }
        this.directory = directory;
        this.minimumDays = minimumDays;
    }

    /** Refuses a retention that is too short, or that there is no place to archive for. */
    void require(int keepDays) {
        if (keepDays < minimumDays) {
            throw Rejection.conflict("keepDays", "at least " + minimumDays + ", as the operator has set it", keepDays);
        }
        if (directory.isEmpty()) {
            throw Rejection.conflict("keepDays", "none, as the operator has set up no place for archives", keepDays);
        }
    }

    /** Whether there is a place for archives. */
    boolean hasDirectory() {
        return directory.isPresent();
    }

    /** The folder of a workspace's archives. */
    Path folder(UUID workspaceId) {
        return Path.of(directory.orElseThrow(() -> new IllegalStateException("there is no place for archives")))
                .resolve(workspaceId.toString());
    }
}
