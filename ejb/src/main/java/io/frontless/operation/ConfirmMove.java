package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says that the copy which a move left in a database has been deleted: from now on it can only be moved back by copying it again. */
public record ConfirmMove(String database) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "workspace.confirm-move";

    static final Reversal REVERSAL = Reversal.NONE;

    public ConfirmMove {
        MoveWorkspace.requireName(database);
    }

    static ConfirmMove from(Params params) {
        return new ConfirmMove(params.text("database"));
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
