package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Does the same to many records of an entity, in the order of their ids: sets values, deletes or restores. It stands for one operation for each
 * record that is not so already. Whoever proposes it may name a {@link Filter} instead of ids, which is then fixed to the ids that meet it.
 *
 * @param values those to set; none for the other actions
 */
public record ApplyBulk(String entity, List<UUID> ids, Action action, Values values) implements Operation {

    /** The name in plans. */
    public static final String NAME = "bulk.apply";

    static final Reversal REVERSAL = Reversal.EXACT;

    /** What is done to each record. */
    public enum Action {
        SET,
        DELETE,
        RESTORE
    }

    public ApplyBulk {
        Keys.require("entity", entity);
        ids = ids.stream().distinct().sorted(ApplyBulk::byText).toList();
        if (ids.isEmpty() || ids.size() > Limits.BULK_IDS_MAX) {
            throw Rejection.invalid("ids", "1 to " + Limits.BULK_IDS_MAX + " ids", ids.size());
        }
        if ((action == Action.SET) == values.fields().isEmpty()) {
            throw Rejection.invalid("set", "values to set, and only for that", values.fields());
        }
    }

    /** Sets values of records. */
    public static ApplyBulk set(String entity, List<UUID> ids, Values values) {
        return new ApplyBulk(entity, ids, Action.SET, values);
    }

    /** Deletes records. */
    public static ApplyBulk delete(String entity, List<UUID> ids) {
        return new ApplyBulk(entity, ids, Action.DELETE, Values.none());
    }

    /** Restores deleted records. */
    public static ApplyBulk restore(String entity, List<UUID> ids) {
        return new ApplyBulk(entity, ids, Action.RESTORE, Values.none());
    }

    static ApplyBulk from(Params params) {
        return new ApplyBulk(
                params.text("entity"),
                params.ids("ids"),
                action(params),
                params.has("set") ? params.values("set") : Values.none());
    }

    /** Exactly one of {@code set}, {@code delete} and {@code restore} is given. */
    private static Action action(Params params) {
        boolean delete = params.flag("delete");
        boolean restore = params.flag("restore");
        if ((params.has("set") ? 1 : 0) + (delete ? 1 : 0) + (restore ? 1 : 0) != 1) {
            throw Rejection.invalid("set", "one of set, delete and restore", "none or several");
        }
        if (delete) {
            return Action.DELETE;
        }
        return restore ? Action.RESTORE : Action.SET;
    }

    /** As the database orders them, which is how a text of hexadecimal digits is ordered. */
    private static int byText(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("entity", entity);
        params.put("ids", ids.stream().map(UUID::toString).toList());
        switch (action) {
            case SET -> params.put("set", values.byField());
            case DELETE -> params.put("delete", true);
            case RESTORE -> params.put("restore", true);
        }
        return params;
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return action == Action.SET ? Permission.UPDATE : Permission.DELETE;
    }
}
