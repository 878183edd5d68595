package io.frontless.verifier;

import io.frontless.proof.EventFormat;
import io.frontless.proof.LoggedEvent;
import io.frontless.proof.LoggedRefusal;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of a tree and the row that it stands for.
 *
 * @param row such as {@code event 17}
 * @param leaf the leaf as it is stored, in hexadecimal; null in an export, which has none
 * @param event the row, where it is an event and there
 * @param refusal the row, where it is a refused attempt and there
 */
public record Entry(
        long position,
        String row,
        @Nullable String leaf,
        @Nullable LoggedEvent event,
        @Nullable LoggedRefusal refusal) {

    /** Stands for a row that the reader of an export may not see. */
    static final String HIDDEN = "a hidden row";

    private static final HexFormat HEX = HexFormat.of();

    /** Whether the row is not for the reader of an export: its leaf stands for it. */
    boolean isHidden() {
        return row.equals(HIDDEN);
    }

    /** What is computed of an entry alone, by any thread: its leaf, and the content that a chain links. */
    record Computed(Entry entry, Optional<String> leaf, Optional<String> content) {}

    Computed compute() {
        try {
            return computed();
        } catch (IllegalArgumentException e) {
            // Salts are missing, so the row is none that was sealed.
            return new Computed(this, Optional.of(""), Optional.empty());
        }
    }

    private Computed computed() {
        EventFormat format = new EventFormat();
        LoggedEvent logged = event;
        LoggedRefusal refused = refusal;
        if (logged != null) {
            Optional<String> content =
                    logged.isChained() ? Optional.of(HEX.formatHex(format.content(logged))) : Optional.empty();
            return new Computed(this, Optional.of(HEX.formatHex(format.leaf(logged))), content);
        }
        Optional<String> computed =
                refused == null ? Optional.empty() : Optional.of(HEX.formatHex(format.leaf(refused)));
        return new Computed(this, computed, Optional.empty());
    }

    /** When it happened, as far as the row is there. */
    @Nullable
    String time() {
        LoggedEvent logged = event;
        LoggedRefusal refused = refusal;
        return logged != null ? logged.occurredAt() : refused == null ? null : refused.attemptedAt();
    }
}
