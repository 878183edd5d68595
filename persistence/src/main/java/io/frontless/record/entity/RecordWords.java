package io.frontless.record.entity;

import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Array;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The words of living records, which full-text search finds; written for many records at once. */
@Dependent
public class RecordWords {

    private final Statements statements;

    @Inject
    public RecordWords(Statements statements) {
        this.statements = statements;
    }

    /** Sets the words of records of an entity: by record, by field. What they had before is forgotten. */
    public void replace(UUID workspaceId, String entity, Map<UUID, Map<String, Set<String>>> words) {
        remove(workspaceId, words.keySet());
        add(workspaceId, entity, words);
    }

    /** Adds words to those that records have. */
    public void add(UUID workspaceId, String entity, Map<UUID, Map<String, Set<String>>> words) {
        List<UUID> ids = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        words.forEach((id, byField) -> byField.forEach((field, some) -> some.forEach(word -> {
            ids.add(id);
            fields.add(field);
            texts.add(word);
        })));
        if (ids.isEmpty()) {
            return;
        }
        statements.change(
                "insert into frontless.record_word (workspace_id, entity, word, record_id, field)"
                        + " select ?, ?, w.word, w.record_id, w.field from unnest(?, ?, ?) as w (word, record_id, field)"
                        + " on conflict do nothing",
                workspaceId,
                entity,
                Array.texts(texts),
                Array.ids(ids),
                Array.texts(fields));
    }

    /** Forgets the words of records. */
    public void remove(UUID workspaceId, Collection<UUID> ids) {
        statements.change(
                "delete from frontless.record_word where workspace_id = ? and record_id = any(?)",
                workspaceId,
                Array.ids(List.copyOf(ids)));
    }
}
