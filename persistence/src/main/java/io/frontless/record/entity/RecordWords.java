package io.frontless.record.entity;

import io.frontless.record.entity.TypedValues.Place;
import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Array;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
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

    /** Adds words at these places. */
    public void add(UUID workspaceId, Map<Place, Set<String>> words) {
        List<String> entities = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        words.forEach((place, some) -> some.forEach(word -> {
            entities.add(place.entity());
            ids.add(place.recordId());
            fields.add(place.field());
            texts.add(word);
        }));
        if (!ids.isEmpty()) {
            statements.change(
                    "insert into frontless.record_word (workspace_id, entity, word, record_id, field)"
                            + " select ?, w.entity, w.word, w.record_id, w.field"
                            + " from unnest(?, ?, ?, ?) as w (entity, word, record_id, field) on conflict do nothing",
                    workspaceId,
                    Array.texts(entities),
                    Array.texts(texts),
                    Array.ids(ids),
                    Array.texts(fields));
        }
    }

    /** Forgets the words at these places. */
    public void remove(UUID workspaceId, List<Place> places) {
        if (!places.isEmpty()) {
            statements.change(
                    "delete from frontless.record_word w using unnest(?, ?) as gone (record_id, field)"
                            + " where w.workspace_id = ? and w.record_id = gone.record_id and w.field = gone.field",
                    Array.ids(places.stream().map(Place::recordId).toList()),
                    Array.texts(places.stream().map(Place::field).toList()),
                    workspaceId);
        }
    }

    /** Forgets all words of records. */
    public void removeRecords(UUID workspaceId, List<UUID> ids) {
        if (!ids.isEmpty()) {
            statements.change(
                    "delete from frontless.record_word where workspace_id = ? and record_id = any(?)",
                    workspaceId,
                    Array.ids(ids));
        }
    }
}
