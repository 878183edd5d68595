package io.frontless.engine.control;

import io.frontless.engine.control.Findings.Finding;
import io.frontless.engine.control.PlanView.ChangeView;
import java.util.List;

/**
 * What a plan does, computed from what it did: risk, rows, the shown changes, and the hash over all of them.
 *
 * @param rows records touched, hidden or brought back
 * @param findings the first of what must be told besides
 * @param hash SHA-256 in hex over every change in order, versions included: a change that another commit slipped under gives another hash
 */
public record Assessment(
        Risk risk,
        long rows,
        List<ChangeView> shown,
        int changeCount,
        List<Finding> findings,
        long findingCount,
        String hash) {

    public Assessment {
        shown = List.copyOf(shown);
        findings = List.copyOf(findings);
    }
}
