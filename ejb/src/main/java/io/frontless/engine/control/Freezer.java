package io.frontless.engine.control;

import io.frontless.kernel.Ids;
import io.frontless.operation.AddComment;
import io.frontless.operation.AddDirectoryUser;
import io.frontless.operation.AddLink;
import io.frontless.operation.ConnectProvider;
import io.frontless.operation.CreateApiKey;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.CreateSink;
import io.frontless.operation.DeclareConnectionProvider;
import io.frontless.operation.InviteMember;
import io.frontless.operation.OpenConnection;
import io.frontless.operation.PlaceHold;
import io.frontless.operation.Step;
import io.frontless.operation.UpsertRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fixes what a plan would otherwise choose anew at every run: without it, the execution could not be what the preview showed. */
final class Freezer {

    /** The operations that bring the id of something new. */
    private static final Set<String> CHOOSING = Set.of(
            CreateRecord.NAME,
            UpsertRecord.NAME,
            AddComment.NAME,
            AddLink.NAME,
            InviteMember.NAME,
            AddDirectoryUser.NAME,
            PlaceHold.NAME,
            CreateSink.NAME);

    /** Those whose id stands for an actor, so nobody else chooses it: it must not be a person's. */
    private static final Set<String> ACTORS =
            Set.of(CreateApiKey.NAME, ConnectProvider.NAME, DeclareConnectionProvider.NAME, OpenConnection.NAME);

    private Freezer() {}

    /** The steps with an id for everything they create. */
    static List<Step> freeze(List<Step> steps, Ids ids) {
        return steps.stream().map(step -> freeze(step, ids)).toList();
    }

    private static Step freeze(Step step, Ids ids) {
        boolean chosen = CHOOSING.contains(step.op()) && step.params().get("id") == null;
        if (!chosen && !ACTORS.contains(step.op())) {
            return step;
        }
        Map<String, @Nullable Object> params = new LinkedHashMap<>(step.params());
        params.put("id", ids.get().toString());
        return new Step(step.id(), step.op(), params, step.expectVersion(), step.undoes());
    }
}
