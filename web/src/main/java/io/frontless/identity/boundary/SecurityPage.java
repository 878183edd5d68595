package io.frontless.identity.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.identity.control.AccountFactors;
import io.frontless.identity.control.Confirmations;
import io.frontless.identity.control.Factors;
import io.frontless.identity.control.FactorsView;
import io.frontless.identity.control.Presence;
import io.frontless.identity.control.Proof;
import io.frontless.identity.control.TotpEnrolment;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a person signs in beside the password. The button pressed says what to do: {@code do} with the account, {@code rename} and {@code remove} with a
 * passkey. Who has not proved of late who they are is asked for that first. Parameter: {@code then} the page that wanted a second factor.
 */
@Named
@RequestScoped
@Requires(Permission.MANAGE_ACCOUNT)
public class SecurityPage {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    CurrentPerson person;

    @Inject
    Factors factors;

    @Inject
    AccountFactors changes;

    @Inject
    Confirmations confirmations;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    @Inject
    Flash flash;

    private FactorsView view = new FactorsView(null, List.of(), 0);
    private boolean confirmed;
    private @Nullable TotpEnrolment enrolment;
    private List<String> codes = List.of();

    /** A passkey as the page lists it. */
    public record Line(String id, String label, String added, String used, boolean synced) {}

    /** Reads what there is. */
    public void load() {
        Presence here = person.requirePresence();
        view = factors.of(here.person().self());
        confirmed = confirmations.isRecent(here);
    }

    /** Does what the pressed button says. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        try {
            RequestParameter.text(request, "do").ifPresent(this::change);
            RequestParameter.text(request, "rename").ifPresent(this::rename);
            RequestParameter.text(request, "remove").ifPresent(this::remove);
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    private void change(String what) {
        Presence here = person.requirePresence();
        switch (what) {
            case "confirm-password" -> confirm(new Proof.Password(given("present")));
            case "confirm-code" -> confirm(new Proof.Code(given("code")));
            case "confirm-passkey" -> confirm(new Proof.Passkey(given("passkey")));
            case "begin-app" -> enrolment = changes.beginTotp(here);
            case "enable-app" -> enableApp(here);
            case "disable-app" -> {
                changes.disableTotp(here);
                done("Your authenticator app is not asked for any more.");
            }
            case "add-passkey" ->
                told(changes.addPasskey(here, given("label"), given("passkey")), "Your passkey is added.");
            case "renew-codes" -> codes = changes.renewCodes(here);
            default -> throw Rejection.invalid("do", "one of the page's buttons", what);
        }
    }

    /** A code that is wrong leaves the page as it is, for the next one. */
    private void enableApp(Presence here) {
        UUID secretId = PathId.of("secret", given("secret"));
        try {
            told(changes.enableTotp(here, secretId, given("code")), "Your authenticator app is set up.");
        } catch (Rejection rejection) {
            if (rejection.reason() == Reason.INVALID) {
                enrolment = changes.enrolment(here, secretId);
            }
            throw rejection;
        }
    }

    private void confirm(Proof proof) {
        confirmations.confirm(person.requirePresence(), proof);
        redirect.to(here());
    }

    private void rename(String passkey) {
        changes.renamePasskey(person.requirePresence(), PathId.of("passkey", passkey), given("label-" + passkey));
        done("Your passkey has another name.");
    }

    private void remove(String passkey) {
        changes.removePasskey(person.requirePresence(), PathId.of("passkey", passkey));
        done("The passkey is removed.");
    }

    /** Recovery codes are shown by this answer and never again; without any there is nothing to stay for. */
    private void told(List<String> made, String words) {
        codes = made;
        if (made.isEmpty()) {
            done(words);
        }
    }

    private void done(String words) {
        flash.put("notice", words);
        redirect.to(here());
    }

    private PageLink here() {
        String then = getThen();
        return then.isEmpty()
                ? PageLink.to("/security")
                : PageLink.to("/security").with("then", then);
    }

    /** Whether the person has proved of late who they are. */
    public boolean isConfirmed() {
        return confirmed;
    }

    /** Whether this session was opened with a second factor, or one was shown in it since. */
    public boolean isStrong() {
        return person.requirePresence().secondFactor();
    }

    /** Whether there is an authenticator app. */
    public boolean isApp() {
        return view.app();
    }

    /** Since when. */
    public String getAppSince() {
        Instant since = view.appSince();
        return since == null ? "" : DAY.format(since);
    }

    /** Whether there is any factor that could be lost. */
    public boolean isAny() {
        return view.any();
    }

    /** The passkeys, the oldest first. */
    public List<Line> getPasskeys() {
        return view.passkeys().stream().map(SecurityPage::line).toList();
    }

    /** How many recovery codes are left. */
    public int getCodesLeft() {
        return view.recoveryCodesLeft();
    }

    /** The secret of an app that is being set up; null where none is. */
    public @Nullable TotpEnrolment getEnrolment() {
        return enrolment;
    }

    /** The same as a picture. */
    public @Nullable QrCode getQrCode() {
        return enrolment == null ? null : QrCode.of(enrolment.address());
    }

    /** Recovery codes just made; this answer is the only one that shows them. */
    public List<String> getCodes() {
        return codes;
    }

    /** The page that wanted a second factor; empty where none did. */
    public String getThen() {
        return RequestParameter.text(request, "then").filter(PageLink::isInside).orElse("");
    }

    private String given(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static Line line(FactorsView.PasskeyView passkey) {
        Instant used = passkey.usedAt();
        return new Line(
                passkey.passkeyId().toString(),
                passkey.label(),
                DAY.format(passkey.addedAt()),
                used == null ? "never" : DAY.format(used),
                passkey.synced());
    }
}
