package io.frontless.identity.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.PathId;
import io.frontless.boundary.RequestClient;
import io.frontless.boundary.Requires;
import io.frontless.identity.control.AccountChanges;
import io.frontless.identity.control.AccountQueries;
import io.frontless.identity.control.Presence;
import io.frontless.identity.control.SessionView;
import io.frontless.identity.control.Sessions;
import io.frontless.kernel.Rejection;
import io.frontless.operation.EndSession.Cause;
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

/** The signed-in person's own account. The button pressed says what to do: {@code do} with a form, {@code end} with a session. */
@Named
@RequestScoped
@Requires(Permission.MANAGE_ACCOUNT)
public class AccountPage {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    CurrentPerson person;

    @Inject
    AccountChanges changes;

    @Inject
    AccountQueries queries;

    @Inject
    Sessions sessions;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    @Inject
    Flash flash;

    private List<Line> lines = List.of();

    /** A session as the page lists it. */
    public record Line(String id, String device, String opened, String used, boolean current) {}

    /** Reads the sessions. */
    public void load() {
        Presence here = person.requirePresence();
        lines = queries.sessions(here.person().self()).stream()
                .map(session -> line(session, here))
                .toList();
    }

    /** Does what the pressed button says. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        try {
            RequestParameter.text(request, "end").ifPresent(this::end);
            RequestParameter.text(request, "do").ifPresent(this::change);
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    /** The name, as it is or as it was typed. */
    public String getName() {
        return RequestParameter.text(request, "name")
                .orElseGet(() -> person.require().name());
    }

    /** The open sessions, the latest first. */
    public List<Line> getSessions() {
        return lines;
    }

    private void change(String what) {
        switch (what) {
            case "rename" -> {
                changes.rename(person.require(), given("name"));
                done("Your name is changed.");
            }
            case "password" -> {
                changes.changePassword(person.requirePresence(), given("present"), given("password"));
                done("Your password is changed, and your other sessions have ended.");
            }
            case "address" -> {
                changes.requestAddress(person.require(), given("present"), given("email"), RequestClient.of(request));
                done("A link is on its way to " + given("email") + ".");
            }
            default -> throw Rejection.invalid("do", "rename, password or address", what);
        }
    }

    private void end(String session) {
        sessions.end(person.require(), PathId.of("session", session), Cause.REVOKED);
        done("The session has ended.");
    }

    private void done(String words) {
        flash.put("notice", words);
        redirect.to(PageLink.to("/account"));
    }

    private String given(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static Line line(SessionView session, Presence here) {
        return new Line(
                session.sessionId().toString(),
                session.device(),
                minute(session.openedAt()),
                minute(session.usedAt()),
                session.sessionId().equals(here.session()));
    }

    private static String minute(Instant time) {
        return MINUTE.format(time);
    }
}
