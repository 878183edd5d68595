package io.frontless.workspace.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A workspace (tenant). */
@Entity
@Table(name = "workspace")
public class Workspace {

    @Id
    @Column(name = "workspace_id")
    private UUID id;

    @Column(name = "label")
    private String label;

    protected Workspace() {}

    public Workspace(UUID id, String label) {
        this.id = id;
        this.label = label;
    }

    public UUID id() {
        return id;
    }

    public String label() {
        return label;
    }
}
