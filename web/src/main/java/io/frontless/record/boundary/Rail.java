package io.frontless.record.boundary;

import io.frontless.approval.control.ApprovalQueries;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.operation.Permission;
import io.frontless.record.control.RecordQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** What is beside every page: the tables, and what waits for the person. */
@Named
@RequestScoped
public class Rail {

    @Inject
    CurrentWorkspace workspace;

    @Inject
    CurrentSchema schema;

    @Inject
    RecordQueries records;

    @Inject
    ApprovalQueries approvals;

    private List<Table> tables = List.of();
    private long waiting;

    /** A table with its number of records. */
    public record Table(String key, String label, String count) {}

    /** Reads the tables, and what waits for the person. */
    public void load() {
        waiting = approvals.waiting(workspace.caller());
        Map<String, Long> counts = records.countByEntity(workspace.caller());
        tables = schema.get().entities().stream()
                .map(entity ->
                        new Table(entity.key(), entity.label(), ValueText.count(counts.getOrDefault(entity.key(), 0L))))
                .toList();
    }

    /** Whether the person decides who may do what. */
    public boolean isManaging() {
        return workspace.caller().access().allows(Permission.MANAGE_ROLES, null);
    }

    /** Whether the person decides which programs get in. */
    public boolean isManagingKeys() {
        return workspace.caller().access().allows(Permission.MANAGE_KEYS, null);
    }

    /** Whether the person decides with which other services the workspace works. */
    public boolean isManagingConnections() {
        return workspace.caller().access().allows(Permission.MANAGE_CONNECTIONS, null);
    }

    /** Whether the person approves what others cannot do alone. */
    public boolean isApproving() {
        return workspace.caller().access().allows(Permission.APPROVE, null);
    }

    /** How many approvals wait for the person; nothing where none do. */
    public String getWaiting() {
        return waiting == 0 ? "" : ValueText.count(waiting);
    }

    /** The tables, by label. */
    public List<Table> getTables() {
        return tables;
    }
}
