package io.frontless.record.control;

import io.frontless.record.entity.ImportFiles;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Removes one staged file in a transaction of its own, since a transaction is in one workspace. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportRemoval {

    /** The kind of the effect that the outbox keeps until it is due. */
    static final String KIND = "import.remove";

    @Inject
    WorkspaceContext context;

    @Inject
    ImportFiles files;

    static Map<String, @Nullable Object> payload(UUID workspaceId, UUID importId) {
        return Map.of("workspace", workspaceId.toString(), "import", importId.toString());
    }

    /** Removes a file; one that is not there any more is left at that. */
    public void remove(Map<String, @Nullable Object> payload) {
        UUID workspaceId = UUID.fromString(String.valueOf(payload.get("workspace")));
        context.enterWorkspace(workspaceId);
        files.remove(workspaceId, UUID.fromString(String.valueOf(payload.get("import"))));
    }
}
