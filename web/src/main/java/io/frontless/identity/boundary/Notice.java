package io.frontless.identity.boundary;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a page tells about the form just sent and refused. The form is shown again as it was filled in. */
@Named
@RequestScoped
public class Notice {

    private @Nullable Rejection rejection;

    /** Does what a button says; what is refused is told by the page. */
    public void attempt(Runnable action) {
        try {
            action.run();
        } catch (Rejection refused) {
            refused(refused);
        }
    }

    /** Keeps a rejection for the page. */
    public void refused(Rejection refused) {
        rejection = refused;
    }

    /** Whether there is something to tell. */
    public boolean isShown() {
        return rejection != null;
    }

    /** The rejection in a sentence: its one finding, or else its message. */
    public String getMessage() {
        if (rejection == null) {
            return "";
        }
        List<Rejection.Detail> details = rejection.details();
        return details.size() == 1
                ? sentence(details.get(0).field() + ": " + text(details.get(0)))
                : sentence(rejection.message());
    }

    /** What to do about it, where a plan is no longer what its preview showed; nothing otherwise. */
    public String getAdvice() {
        return rejection != null && rejection.reason() == Reason.CONFLICT
                ? "It is no longer as this was shown. Nothing was changed: ask again to see it as it is now."
                : "";
    }

    /** Which fields were found wrong, and why. */
    public List<Rejection.Detail> getDetails() {
        return rejection == null ? List.of() : rejection.details();
    }

    /** What is wrong with one field of a form, or nothing. */
    public String at(String field) {
        return found(field).map(detail -> sentence(text(detail))).orElse("");
    }

    /** Whether none of these fields, separated by blanks, tells it already. */
    public boolean beside(String fields) {
        return rejection != null
                && List.of(fields.split(" ")).stream()
                        .noneMatch(field -> found(field).isPresent());
    }

    private Optional<Rejection.Detail> found(String field) {
        return getDetails().stream()
                .filter(detail -> detail.field().equals(field))
                .findFirst();
    }

    private static String text(Rejection.Detail detail) {
        return "expected " + detail.expected() + ", found " + detail.found();
    }

    private static String sentence(String text) {
        String start = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return start.endsWith(".") ? start : start + ".";
    }
}
