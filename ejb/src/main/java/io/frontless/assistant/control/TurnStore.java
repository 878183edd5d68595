package io.frontless.assistant.control;

import io.frontless.assistant.entity.ConversationRows;
import io.frontless.assistant.entity.ConversationRows.Turn;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps conversations. Each is one person's; to others it does not exist. */
@Stateless
@InWorkspace
public class TurnStore {

    @Inject
    ConversationRows rows;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** Starts a conversation. */
    public UUID start(Caller caller) {
        UUID conversationId = ids.get();
        rows.start(caller.workspaceId(), conversationId, caller.actor().id());
        return conversationId;
    }

    /** The caller's latest conversation. */
    public Optional<UUID> latest(Caller caller) {
        return rows.latest(caller.workspaceId(), caller.actor().id());
    }

    /** Refuses as NOT_FOUND a conversation that is not the caller's. */
    public void requireOwn(Caller caller, UUID conversationId) {
        if (!rows.owns(caller.workspaceId(), caller.actor().id(), conversationId)) {
            throw Rejection.notFound("conversation", conversationId);
        }
    }

    /** Adds a turn to the caller's conversation. */
    public Turn add(Caller caller, UUID conversationId, String said, StoredReply reply) {
        requireOwn(caller, conversationId);
        Turn turn = new Turn(ids.get(), said, reply.json(), clock.instant());
        rows.add(caller.workspaceId(), conversationId, turn);
        return turn;
    }

    /** The last turns of the caller's conversation, the oldest of them first. */
    public List<Turn> last(Caller caller, UUID conversationId, int limit) {
        requireOwn(caller, conversationId);
        return rows.last(caller.workspaceId(), conversationId, limit);
    }

    /** What the caller said last, the latest first, each once. */
    public List<String> said(Caller caller, int limit) {
        return rows.said(caller.workspaceId(), caller.actor().id(), limit);
    }
}
