package io.frontless.engine.control;

import io.frontless.engine.entity.Savepoints;
import io.frontless.workspace.entity.Statements;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Savepoints in memory. */
final class InMemorySavepoints extends Savepoints {
    private final Map<String, Stored> byName = new HashMap<>();

    InMemorySavepoints() {
        super(new Statements(NoContainer.of(EntityManager.class)));
    }

    @Override
    public Optional<Stored> lock(UUID workspaceId, String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public void put(UUID workspaceId, String name) {
        byName.put(name, new Stored(version(workspaceId, name) + 1, true));
    }

    @Override
    public void remove(UUID workspaceId, String name) {
        byName.put(name, new Stored(version(workspaceId, name) + 1, false));
    }

    private long version(UUID workspaceId, String name) {
        return lock(workspaceId, name).map(Stored::version).orElse(0L);
    }
}
