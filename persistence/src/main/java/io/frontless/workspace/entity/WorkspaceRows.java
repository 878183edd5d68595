package io.frontless.workspace.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes workspaces and memberships. */
@Dependent
public class WorkspaceRows {

    private final EntityManager manager;
    private final Statements statements;

    @Inject
    public WorkspaceRows(EntityManager manager, Statements statements) {
        this.statements = statements;
        this.manager = manager;
    }

    /** Sets one context of this transaction, which row-level security verifies. */
    public void setContext(String setting, String context) {
        statements.read(row -> row.getString(1), "select set_config('frontless.' || ?, ?, true)", setting, context);
    }

    /** Whether it exists, as far as the present context shows. */
    public Optional<Workspace> find(UUID workspaceId) {
        return Optional.ofNullable(manager.find(Workspace.class, workspaceId));
    }

    /** The memberships of the person whose context this is, without those that have ended or are suspended, the oldest workspace first. */
    public List<Member> membershipsOf(UUID accountId) {
        return manager.createQuery(
                        "select m from Member m where m.id = :account and m.suspended = false and m.removedAt is null"
                                + " order by m.workspaceId",
                        Member.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    /** Adds a workspace. */
    public void add(Workspace workspace) {
        manager.persist(workspace);
        manager.flush();
    }

    /** Adds a member. */
    public void add(Member member) {
        manager.persist(member);
        manager.flush();
    }
}
