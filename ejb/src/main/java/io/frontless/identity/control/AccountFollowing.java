package io.frontless.identity.control;

import io.frontless.event.control.Outbox;
import io.frontless.identity.entity.AccountRows;
import io.frontless.operation.Params;
import io.frontless.workspace.entity.PlacementRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Promises, in the transaction that changes an account, that its copies will follow. */
@Dependent
public class AccountFollowing {

    /** The kind of the effect. */
    static final String KIND = "account.copy";

    private final Outbox outbox;
    private final PlacementRows placements;

    @Inject
    public AccountFollowing(Outbox outbox, PlacementRows placements) {
        this.outbox = outbox;
        this.placements = placements;
    }

    void promise(AccountRows.Row after) {
        List<UUID> seats = placements.seats(after.accountId());
        if (!seats.isEmpty()) {
            outbox.promise(
                    KIND,
                    Map.of(
                            "account", after.accountId().toString(),
                            "email", after.email(),
                            "name", after.name(),
                            "seats", seats.stream().map(UUID::toString).toList()));
        }
    }

    /** Whom a promise is about. */
    static Person person(Map<String, @Nullable Object> payload) {
        Params params = new Params(KIND, payload);
        return new Person(params.id("account"), params.text("email"), params.text("name"));
    }

    /** Which workspaces may be theirs. */
    static List<UUID> seats(Map<String, @Nullable Object> payload) {
        return payload.get("seats") instanceof List<?> seats
                ? seats.stream()
                        .map(seat -> UUID.fromString(String.valueOf(seat)))
                        .toList()
                : List.of();
    }
}
