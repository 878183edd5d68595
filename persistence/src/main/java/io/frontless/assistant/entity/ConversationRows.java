package io.frontless.assistant.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes conversations and their turns. */
@Dependent
public class ConversationRows {

    private final EntityManager manager;

    @Inject
    public ConversationRows(EntityManager manager) {
        this.manager = manager;
    }

    /** A turn; the reply is a JSON object. */
    public record Turn(UUID turnId, String said, String reply, Instant saidAt) {}

    /** Starts a conversation. */
    public void start(UUID workspaceId, UUID conversationId, UUID accountId) {
        manager.createNativeQuery("insert into frontless.conversation (workspace_id, conversation_id, account_id)"
                        + " values (?1, ?2, ?3)")
                .setParameter(1, workspaceId)
                .setParameter(2, conversationId)
                .setParameter(3, accountId)
                .executeUpdate();
    }

    /** A person's latest conversation. */
    public Optional<UUID> latest(UUID workspaceId, UUID accountId) {
        List<?> ids = manager.createNativeQuery("select conversation_id from frontless.conversation"
                        + " where workspace_id = ?1 and account_id = ?2 order by conversation_id desc limit 1")
                .setParameter(1, workspaceId)
                .setParameter(2, accountId)
                .getResultList();
        return ids.stream().findFirst().map(id -> UUID.fromString(id.toString()));
    }

    /** Whether a conversation is this person's. */
    public boolean owns(UUID workspaceId, UUID accountId, UUID conversationId) {
        return !manager.createNativeQuery("select 1 from frontless.conversation"
                        + " where workspace_id = ?1 and account_id = ?2 and conversation_id = ?3")
                .setParameter(1, workspaceId)
                .setParameter(2, accountId)
                .setParameter(3, conversationId)
                .getResultList()
                .isEmpty();
    }

    /** Adds a turn. */
    public void add(UUID workspaceId, UUID conversationId, Turn turn) {
        manager.createNativeQuery("insert into frontless.turn (workspace_id, conversation_id, turn_id, said, reply)"
                        + " values (?1, ?2, ?3, ?4, cast(?5 as jsonb))")
                .setParameter(1, workspaceId)
                .setParameter(2, conversationId)
                .setParameter(3, turn.turnId())
                .setParameter(4, turn.said())
                .setParameter(5, turn.reply())
                .executeUpdate();
    }

    /** What a person said last, in their latest conversations, the latest first, each once. */
    public List<String> said(UUID workspaceId, UUID accountId, int limit) {
        List<?> said = manager.createNativeQuery("select said from frontless.turn where workspace_id = ?1"
                        + " and conversation_id in (select conversation_id from frontless.conversation"
                        + " where workspace_id = ?1 and account_id = ?2 order by conversation_id desc limit ?3)"
                        + " order by turn_id desc limit ?3")
                .setParameter(1, workspaceId)
                .setParameter(2, accountId)
                .setParameter(3, limit)
                .getResultList();
        return said.stream().map(Object::toString).distinct().toList();
    }

    /** The last turns of a conversation, the oldest of them first. */
    public List<Turn> last(UUID workspaceId, UUID conversationId, int limit) {
        List<?> rows = manager.createNativeQuery(
                        "select turn_id, said, cast(reply as text), cast(extract(epoch from said_at) * 1000 as bigint)"
                                + " from frontless.turn where workspace_id = ?1 and conversation_id = ?2"
                                + " order by turn_id desc limit ?3")
                .setParameter(1, workspaceId)
                .setParameter(2, conversationId)
                .setParameter(3, limit)
                .getResultList();
        List<Turn> turns = new ArrayList<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            turns.add(new Turn(
                    UUID.fromString(columns[0].toString()),
                    columns[1].toString(),
                    columns[2].toString(),
                    Instant.ofEpochMilli(((Number) columns[3]).longValue())));
        }
        Collections.reverse(turns);
        return turns;
    }
}
