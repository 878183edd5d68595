package io.frontless.seal.boundary;

import io.frontless.boundary.Requires;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.Redirect;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.proof.TreeHead;
import io.frontless.record.boundary.TimeText;
import io.frontless.record.boundary.ValueText;
import io.frontless.seal.control.EventProofs;
import io.frontless.seal.control.EventProofs.State;
import io.frontless.seal.control.Verification;
import io.frontless.seal.control.Verifications;
import io.frontless.verifier.Finding;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The seal of the log on the page “History”: how far it is, who witnesses it, and a check of all of it. */
@Named
@RequestScoped
@Requires(Permission.READ)
public class SealPage {

    private static final int PERCENT = 100;

    /** Enough to tell two roots apart at a glance. */
    private static final int ROOT_CHARS = 16;

    @Inject
    FacesContext faces;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    EventProofs proofs;

    @Inject
    Verifications verifications;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    private @Nullable State state;
    private @Nullable Verification last;

    /** Reads the seal's state and the last check. */
    public void load() {
        state = proofs.state(workspace.caller());
        last = isAllowed() ? verifications.latest(workspace.caller()).orElse(null) : null;
    }

    /** Begins a check where its button was pressed. */
    public void act() {
        if (faces.isPostback() && RequestParameter.text(request, "verify").isPresent()) {
            try {
                verifications.begin(workspace.caller());
                // To no place on it: a page whose address has one is not loaded anew by its refresh.
                redirect.to(PageLink.to("/history").with("w", workspace.getId()));
            } catch (Rejection rejection) {
                notice.refused(rejection);
            }
        }
    }

    /** Whether the reader may check and export the log. */
    public boolean isAllowed() {
        return workspace.caller().access().allowsSomewhere(Permission.EXPORT);
    }

    /** How far the log is sealed, in words. */
    public String getSealed() {
        return state == null
                ? ""
                : state.head()
                        .map(signed -> ValueText.count(signed.head().size(), "row") + " sealed, the last at "
                                + TimeText.minute(Instant.parse(signed.head().signedAt())))
                        .orElse("Nothing is sealed yet; the first seal comes within seconds");
    }

    /** What waits for its seal, in words; nothing where nothing does. */
    public String getWaiting() {
        return state == null || state.unsealed() == 0
                ? ""
                : ValueText.count(state.unsealed(), "change") + (state.unsealed() == 1 ? " waits" : " wait")
                        + " for a seal";
    }

    /** Who was told, in words. */
    public String getWitnesses() {
        if (state == null || state.witnesses().isEmpty()) {
            return "No witness keeps its heads: whoever rules the database could cut off its end unseen";
        }
        return state.witnesses().entrySet().stream()
                .map(witness -> "witness " + witness.getKey() + " has " + ValueText.count(witness.getValue(), "row"))
                .collect(Collectors.joining(", "));
    }

    /** Whether a check goes on. */
    public boolean isRunning() {
        return last != null && last.running();
    }

    /** How far it is, 0 to 100. */
    public long getPercent() {
        return last == null || last.rows() == 0 ? 0 : Math.min(PERCENT, PERCENT * last.checked() / last.rows());
    }

    /** Whether the last check found all as it was sealed. */
    public boolean isGood() {
        return last != null && last.good();
    }

    /** Whether there was a check that is done. */
    public boolean isChecked() {
        return last != null && !last.running();
    }

    /** What the check does or has found, in words. */
    public String getResult() {
        Verification one = last;
        if (one == null) {
            return "";
        }
        if (one.running()) {
            return "Checking: " + ValueText.count(one.checked()) + " of " + ValueText.count(one.rows(), "row");
        }
        String when = ", checked " + TimeText.minute(one.startedAt());
        if (one.problem() != null) {
            return "It could not be found out: " + one.problem() + when;
        }
        return one.good()
                ? "All " + ValueText.count(one.rows(), "row")
                        + " are as they were sealed, each record's chain is whole, and the signature is ours" + when
                : "The log is not what was sealed" + when;
    }

    /** What is not as it was sealed, in words, the first first. */
    public List<String> getFindings() {
        return last == null
                ? List.of()
                : last.findings().stream().map(SealPage::words).toList();
    }

    /** Where the sealed log is to be had as a file. */
    public String getExport() {
        return "api/v1/workspaces/" + workspace.getId() + "/seal/export";
    }

    /** The beginning of the sealed root, by which two people can compare what they see; nothing before the first seal. */
    public String getRoot() {
        return state == null
                ? ""
                : state.head()
                        .map(TreeHead.Signed::head)
                        .map(head -> head.root().substring(0, ROOT_CHARS))
                        .orElse("");
    }

    private static String words(Finding finding) {
        String row = finding.row() == null ? "" : finding.row().replace("refusal", "refused attempt") + ": ";
        return row + finding.problem();
    }
}
