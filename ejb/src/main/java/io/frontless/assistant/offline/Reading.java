package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import java.util.Optional;

/** One family of sentences. */
interface Reading {

    /** What the sentence proposes; empty where it is of another family; {@link Unclear} where it is of this one and lacks something. */
    Optional<Proposal> read(Turn turn);
}
