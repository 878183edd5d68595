package io.frontless.identity.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.OpenToAll;
import io.frontless.boundary.Requires;
import io.frontless.boundary.SessionCookie;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Lets nobody reach a page without the permission it declares. Page {@code /sign-in} belongs to the bean {@code signInPage}, whose class
 * carries {@link Requires} or {@link OpenToAll}; a page without such a bean is not served.
 *
 * <p>Forms are safe from other sites' requests: the view state they must send back lives in the server's session and its token cannot be
 * guessed, and the cookies are SameSite.
 */
public final class PageGuard implements PhaseListener {

    private static final long serialVersionUID = 1L;
    private static final Pattern WORD = Pattern.compile("-([a-z])");

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        UIViewRoot view = faces.getViewRoot();
        if (view == null || faces.getResponseComplete()) {
            return;
        }
        Class<?> page = page(beanName(view.getViewId()));
        if (!page.isAnnotationPresent(OpenToAll.class)) {
            require(page.getAnnotation(Requires.class).value(), faces);
        }
    }

    private static void require(Permission permission, FacesContext faces) {
        CDI<Object> beans = CDI.current();
        CurrentPerson person = beans.select(CurrentPerson.class).get();
        if (!person.isKnown()) {
            beans.select(Redirect.class).get().to(signIn(faces));
            return;
        }
        person.renewal().ifPresent(renewal -> response(faces)
                .addCookie(SessionCookie.renewed(
                        renewal, beans.select(Clock.class).get().instant())));
        try {
            if (permission.isGrantable()) {
                beans.select(CurrentWorkspace.class).get().caller().require(permission);
            } else if (permission != Permission.OWN_MEMBERSHIP) {
                person.requireWhole();
            }
        } catch (Rejection rejection) {
            FaultHandler.answer(faces, rejection);
        }
    }

    private static HttpServletResponse response(FacesContext faces) {
        return (HttpServletResponse) faces.getExternalContext().getResponse();
    }

    /** The sign-in page, which leads back. */
    private static PageLink signIn(FacesContext faces) {
        return PageLink.to("/sign-in")
                .with("then", PageLink.requested(faces.getExternalContext()).address());
    }

    private static Class<?> page(String beanName) {
        BeanManager beans = CDI.current().getBeanManager();
        Class<?> page = beans.resolve(beans.getBeans(beanName)).getBeanClass();
        if (!page.isAnnotationPresent(OpenToAll.class) && !page.isAnnotationPresent(Requires.class)) {
            throw new IllegalStateException(page.getName() + " declares no permission");
        }
        return page;
    }

    /** {@code /sign-in.xhtml} becomes {@code signInPage}. */
    static String beanName(String viewId) {
        String words = viewId.substring(1).replace(".xhtml", "");
        return WORD.matcher(words).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT)) + "Page";
    }
}
