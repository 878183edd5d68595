package io.frontless.engine.control;

import io.frontless.event.control.EventReader;
import io.frontless.event.control.EventVisibility;
import io.frontless.operation.Undo;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Takes events back: what is to be taken back is found before anything changes, then each event's inverse runs as a step of its own. */
@Dependent
public class UndoHandler implements CompositeHandler<Undo> {

    private final EventReader events;
    private final EventVisibility visibility;
    private final UndoSelection selection;
    private final UndoDependents dependents;
    private final Instance<HandlerRegistry> registry;

    @Inject
    public UndoHandler(
            EventReader events,
            EventVisibility visibility,
            UndoSelection selection,
            UndoDependents dependents,
            Instance<HandlerRegistry> registry) {
        this.events = events;
        this.visibility = visibility;
        this.selection = selection;
        this.dependents = dependents;
        this.registry = registry;
    }

    @Override
    public Class<Undo> operation() {
        return Undo.class;
    }

    @Override
    public Children children(Undo operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        List<UndoSelection.Selected> selected = selection.select(workspaceId, operation.target());
        List<UndoSelection.Selected> taken = operation.dependents() ? dependents.with(workspaceId, selected) : selected;
        return new UndoSteps(
                new UndoSteps.Sources(events, visibility, registry.get(), dependents), operation, execution, taken);
    }
}
