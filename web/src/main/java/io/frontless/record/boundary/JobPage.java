package io.frontless.record.boundary;

import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.engine.control.JobView;
import io.frontless.engine.control.Jobs;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.Redirect;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far long work is, and leads on when it is done. Parameters: {@code j} the job; {@code i} the staged file that it is about, or {@code t} the
 * table.
 */
@Named
@RequestScoped
@Requires(Permission.READ)
public class JobPage {

    private static final int PERCENT = 100;

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Jobs jobs;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    private @Nullable JobView job;

    /** Reads the job; one that is done leads to what it did. */
    public void load() {
        JobView found = jobs.job(
                workspace.caller(),
                RequestParameter.uuid(request, "j").orElseThrow(() -> Rejection.notFound("job", "none")));
        job = found;
        UUID planId = found.planId();
        if (found.state() == JobView.State.DONE && planId != null) {
            redirect.to(result(found, planId));
            faces.responseComplete();
        }
    }

    /** Stops the job where its button was pressed. */
    public void act() {
        if (faces.isPostback()) {
            RequestParameter.text(request, "cancel").ifPresent(id -> {
                try {
                    jobs.cancel(workspace.caller(), PathId.of("job", id));
                } catch (Rejection rejection) {
                    notice.refused(rejection);
                }
            });
        }
    }

    /** The job; null before {@link #load}. */
    public @Nullable JobView getJob() {
        return job;
    }

    /** Whether it is going on. */
    public boolean isRunning() {
        return job != null && job.state() == JobView.State.RUNNING;
    }

    /** What it does, in words. */
    public String getTitle() {
        return job != null && job.kind().equals(Jobs.PROPOSAL) ? "Preparing the preview" : "Carrying out the plan";
    }

    /** How far it is, 0 to 100. */
    public long getPercent() {
        if (job == null || job.rowsTotal() == 0) {
            return 0;
        }
        return Math.min(PERCENT, PERCENT * job.rowsDone() / job.rowsTotal());
    }

    /** The same in words. */
    public String getTally() {
        return job == null ? "" : ValueText.count(job.rowsDone()) + " of " + ValueText.count(job.rowsTotal(), "row");
    }

    /** Where to go back to. */
    public String getBack() {
        PageLink back = RequestParameter.uuid(request, "i")
                .map(file -> PageLink.to("import").with("w", workspace.getId()).with("i", file))
                .orElseGet(() -> PageLink.to("conversation").with("w", workspace.getId()));
        return back.address();
    }

    private PageLink result(JobView done, UUID planId) {
        String table = RequestParameter.text(request, "t").orElse("");
        if (done.kind().equals(Jobs.EXECUTION) && !table.isEmpty()) {
            return PageLink.to("/table")
                    .with("w", workspace.getId())
                    .with("t", table)
                    .with("done", planId);
        }
        return RequestParameter.uuid(request, "i")
                .map(file -> PageLink.to("/import")
                        .with("w", workspace.getId())
                        .with("i", file)
                        .with("p", planId))
                .orElseGet(() -> PageLink.to("/history").with("w", workspace.getId()));
    }
}
