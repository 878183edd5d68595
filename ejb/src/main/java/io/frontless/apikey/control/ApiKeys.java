package io.frontless.apikey.control;

import io.frontless.apikey.entity.ApiKeyRows;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Roles;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Reads API keys, and notes that they are used. */
@Stateless
@InWorkspace
public class ApiKeys {

    @Inject
    ApiKeyRows rows;

    @Inject
    Roles roles;

    /** Those that are not revoked, by label. */
    public List<ApiKeyView> list(Caller caller) {
        caller.require(Permission.MANAGE_KEYS, null);
        return rows.living(caller.workspaceId()).stream().map(ApiKeys::view).toList();
    }

    /** The roles that the caller can give a key, those that allow most first: the ready-made ones, then the workspace's own. */
    public List<Role> grantable(Caller caller) {
        caller.require(Permission.MANAGE_KEYS, null);
        return Stream.concat(
                        Role.READY_MADE.stream(),
                        roles.living(caller.workspaceId()).stream().map(Roles.Kept::role))
                .filter(role -> CreateApiKeyHandler.mayGive(caller, role))
                .toList();
    }

    /** Notes that the caller's own key was used. */
    public void noteUse(Caller key) {
        rows.noteUse(key.workspaceId(), key.actor().id());
    }

    private static ApiKeyView view(ApiKeyRows.Row row) {
        ApiKeyRows.Terms terms = row.terms();
        return new ApiKeyView(
                terms.keyId(),
                terms.label(),
                row.hint(),
                terms.role(),
                terms.rowsPerDay(),
                row.createdAt(),
                terms.expiresAt(),
                row.usedAt(),
                row.version());
    }
}
