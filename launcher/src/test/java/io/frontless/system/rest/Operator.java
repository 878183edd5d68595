package io.frontless.system.rest;

import com.google.gson.JsonObject;
import io.frontless.system.Deadline;
import io.frontless.system.RunningProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;

/** The operator of a product, with the token from its data directory. */
record Operator(RunningProduct product) {
    private static final Duration MOVE_MAX = Duration.ofSeconds(60);

    Answer status(String workspace) {
        return client().get(path(workspace));
    }

    Answer move(String workspace, String database) {
        return client().post(path(workspace) + "/move", Client.object("database", database, "operator", "ada"));
    }

    Answer confirm(String workspace) {
        return client().post(path(workspace) + "/confirmation", Client.object("operator", "ada"));
    }

    /** Asks for a move, waits for its end and answers what came of it. */
    JsonObject moved(String workspace, String database) {
        move(workspace, database).having(202);
        return rested(workspace);
    }

    /** Where it lives, as soon as nothing is under way. */
    JsonObject rested(String workspace) {
        Deadline.awaitTrue("nothing is under way with " + workspace, MOVE_MAX, () -> phase(workspace)
                .isEmpty());
        return status(workspace).having(200).json();
    }

    /** How far it is; empty where nothing is under way. */
    String phase(String workspace) {
        var phase = status(workspace).having(200).json().get("phase");
        return phase.isJsonNull() ? "" : phase.getAsString();
    }

    private Client client() {
        try {
            return new Client(product)
                    .withToken(Files.readString(product.data().resolve("secrets/operator-token"))
                            .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(String workspace) {
        return workspace.replace("workspaces/", "operator/placements/");
    }
}
