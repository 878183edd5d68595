package io.frontless.identity.boundary;

import io.frontless.boundary.Problems;
import io.frontless.engine.control.Faults;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Workspaces;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of an exception that no page expected: a rejection has its status, a form gone stale is shown anew, the rest is a bug. */
final class FaultHandler extends ExceptionHandlerWrapper {

    FaultHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> queued =
                getUnhandledExceptionQueuedEvents().iterator();
        while (queued.hasNext()) {
            Throwable thrown = queued.next().getContext().getException();
            Optional<Rejection> rejection = Faults.rejectionOf(thrown);
            if (rejection.isPresent()) {
                answer(faces, rejection.get());
                queued.remove();
            } else if (isExpired(thrown)) {
                showAnew(faces);
                queued.remove();
            }
        }
        getWrapped().handle();
    }

    /** Answers with the error page of a rejection's status; whoever lacks a second factor is led to where they set one up, and back. */
    static void answer(FacesContext faces, Rejection rejection) {
        try {
            if (rejection.details().stream().anyMatch(detail -> detail.field().equals(Workspaces.SECOND_FACTOR))) {
                ExternalContext external = faces.getExternalContext();
                PageLink wanted = PageLink.requested(external);
                external.redirect(
                        PageLink.to("/security").with("then", wanted.address()).address());
                return;
            }
            faces.getExternalContext().responseSendError(Problems.status(rejection.reason()), rejection.message());
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A form of a session that has ended, say because the server was restarted: nothing was done, and the sentence is kept. */
    private static void showAnew(FacesContext faces) {
        ExternalContext external = faces.getExternalContext();
        external.getFlash()
                .put("notice", "This page had been open for too long. Nothing was done: please send it again.");
        external.getFlash().put("said", external.getRequestParameterMap().getOrDefault("say", ""));
        try {
            external.redirect(PageLink.requested(external).address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isExpired(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(ViewExpiredException.class::isInstance);
    }
}
