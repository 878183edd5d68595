package io.frontless.record.entity;

import io.frontless.workspace.entity.TenantKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record: its values as one JSON object by field key, those of deleted fields included. */
@Entity
@Table(name = "record")
@IdClass(TenantKey.class)
public class StoredRecord {

    @Id
    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Id
    @Column(name = "record_id")
    private UUID id;

    @Column(name = "entity")
    private String entity;

    @Column(name = "version")
    private long version;

    @Column(name = "data")
    private String data;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    protected StoredRecord() {}

    public StoredRecord(UUID workspaceId, UUID id, String entity, String data, Instant now) {
        this.workspaceId = workspaceId;
        this.id = id;
        this.entity = entity;
        this.data = data;
        this.version = 1;
        this.updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public String entity() {
        return entity;
    }

    public long version() {
        return version;
    }

    public String data() {
        return data;
    }

    public boolean deleted() {
        return deletedAt != null;
    }

    /** Replaces the values. */
    public void change(String newData, Instant now) {
        data = newData;
        updatedAt = now;
        version++;
    }

    /** Leaves a tombstone. */
    public void delete(Instant now) {
        deletedAt = now;
        updatedAt = now;
        version++;
    }

    /** Takes the tombstone away. */
    public void restore(Instant now) {
        deletedAt = null;
        updatedAt = now;
        version++;
    }
}
