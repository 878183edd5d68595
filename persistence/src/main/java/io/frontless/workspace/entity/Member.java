package io.frontless.workspace.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's membership in a workspace, with the role held there. */
@Entity
@Table(name = "member")
@IdClass(TenantKey.class)
public class Member {

    @Id
    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Id
    @Column(name = "account_id")
    private UUID id;

    @Column(name = "role")
    private String role;

    @Column(name = "suspended")
    private boolean suspended;

    @Column(name = "removed_at", insertable = false, updatable = false)
    private @Nullable Instant removedAt;

    protected Member() {}

    public Member(UUID workspaceId, UUID accountId, String role) {
        this.workspaceId = workspaceId;
        this.id = accountId;
        this.role = role;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public String role() {
        return role;
    }
}
