package io.frontless.operation;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes records of the rows of a staged file; it stands for the creation of each, and of the entity where it is new. */
public record CommitImport(UUID importId, Mode mode) implements Operation {

    /** The name in plans. */
    public static final String NAME = "import.commit";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    /** Which rows. */
    public enum Mode {
        /** All; a file with errors is refused. */
        ALL,
        /** Those without errors. */
        VALID
    }

    static CommitImport from(Params params) {
        return new CommitImport(params.id("import"), params.has("mode") ? params.choice("mode", Mode.class) : Mode.ALL);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("import", importId.toString(), "mode", mode.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.CREATE;
    }
}
