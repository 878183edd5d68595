package io.frontless.boundary;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.control.OperatorToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Whether this request is the operator's: guessing at 256 bits is hopeless, so attempts are not counted. */
@RequestScoped
public class CurrentOperator {

    @Inject
    HttpServletRequest request;

    @Inject
    OperatorToken token;

    /** Refuses everybody else, in one way. */
    void require() {
        if (Bearer.of(request).filter(token::matches).isEmpty()) {
            throw new Rejection(Reason.DENIED, "only the operator of this installation may do this");
        }
    }
}
