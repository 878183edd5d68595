package io.frontless.schema.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refuses changes of the schema that something depends on, with everything that would break. */
@Dependent
public class Breakage {

    private final List<SchemaDependents> dependents;

    @Inject
    public Breakage(@Any Instance<SchemaDependents> dependents) {
        // Asked for once: every asking makes new beans, which live as long as this one.
        this.dependents = dependents.stream().toList();
    }

    /** CONFLICT where the change would break something. */
    void require(UUID workspaceId, EntityView before, @Nullable EntityView after) {
        List<Rejection.Detail> broken = new ArrayList<>();
        SchemaChange change = new SchemaChange(workspaceId, before, after);
        dependents.forEach(one -> broken.addAll(one.brokenBy(change)));
        if (!broken.isEmpty()) {
            throw new Rejection(
                    Reason.CONFLICT,
                    "this would break "
                            + String.join(
                                    ", ",
                                    broken.stream()
                                            .map(Rejection.Detail::field)
                                            .distinct()
                                            .toList()),
                    broken);
        }
    }
}
