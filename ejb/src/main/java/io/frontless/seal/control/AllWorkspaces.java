package io.frontless.seal.control;

import io.frontless.workspace.control.Places;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The workspaces of all databases; one that cannot be reached keeps nobody from the others. */
@Dependent
public class AllWorkspaces {

    private final Places places;
    private final Sealing sealing;

    @Inject
    public AllWorkspaces(Places places, Sealing sealing) {
        this.places = places;
        this.sealing = sealing;
    }

    /** All that can be seen; what could not is told. */
    Set<UUID> find(Consumer<RuntimeException> failed) {
        Set<UUID> found = new HashSet<>();
        try {
            for (String database : places.databases()) {
                try {
                    found.addAll(sealing.workspaces(database));
                } catch (RuntimeException e) {
                    failed.accept(e);
                }
            }
        } catch (RuntimeException e) {
            failed.accept(e);
        }
        return found;
    }
}
