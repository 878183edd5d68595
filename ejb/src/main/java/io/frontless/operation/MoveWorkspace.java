package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says that the workspace lives in another database now. It is the last step of a move, which an operator makes; moving back makes up for it. */
public record MoveWorkspace(String database) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "workspace.move";

    static final Reversal REVERSAL = Reversal.COMPENSATING;

    private static final Pattern DATABASE = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    public MoveWorkspace {
        requireName(database);
    }

    static MoveWorkspace from(Params params) {
        return new MoveWorkspace(params.text("database"));
    }

    /** Refuses what can be no database's name. */
    public static void requireName(String database) {
        if (!DATABASE.matcher(database).matches()) {
            throw Rejection.invalid(
                    "database", "a name of 1 to 31 small letters, digits and hyphens, a letter first", database);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("database", database);
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.MOVE_WORKSPACE;
    }
}
