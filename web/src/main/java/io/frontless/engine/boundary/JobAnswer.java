package io.frontless.engine.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.engine.control.JobView;
import io.frontless.engine.control.PlanView;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Long work as clients see it. */
public final class JobAnswer {

    private JobAnswer() {}

    /** The job; {@code plan} is what it has done, once it has. */
    public static JsonAnswer of(JobView job, @Nullable PlanView plan) {
        return new JsonAnswer()
                .with("jobId", job.jobId())
                .with("kind", job.kind())
                .with("state", job.state().name().toLowerCase(Locale.ROOT))
                .with("rowsDone", job.rowsDone())
                .with("rowsTotal", job.rowsTotal())
                .with("planId", job.planId())
                .with("reason", job.reason())
                .with("message", job.message())
                .with("plan", plan == null ? null : PlanAnswer.of(plan).map());
    }

    /** 202 with where the job is to be asked for (RFC 7240 §4.1). */
    public static Response accepted(UUID workspaceId, JobView job) {
        return Response.fromResponse(of(job, null).ok())
                .status(Response.Status.ACCEPTED)
                .location(URI.create("workspaces/" + workspaceId + "/jobs/" + job.jobId()))
                .header("Preference-Applied", "respond-async")
                .build();
    }

    /** Whether a request prefers not to wait; {@code prefer} is its header. */
    public static boolean isPreferred(@Nullable String prefer) {
        if (prefer == null) {
            return false;
        }
        for (String preference : prefer.split("[,;]", -1)) {
            if (preference.strip().equalsIgnoreCase("respond-async")) {
                return true;
            }
        }
        return false;
    }
}
