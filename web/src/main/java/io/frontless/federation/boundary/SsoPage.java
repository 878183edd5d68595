package io.frontless.federation.boundary;

import io.frontless.boundary.OpenToAll;
import io.frontless.boundary.RequestClient;
import io.frontless.federation.control.Problem;
import io.frontless.federation.control.ProviderPlaces;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;

/** Finds a person's provider by the domain of their address, and tells what became of a sign-in there. */
@Named
@RequestScoped
@OpenToAll
public class SsoPage {

    @Inject
    HttpServletRequest request;

    @Inject
    ProviderPlaces places;

    @Inject
    Notice notice;

    private String email = "";
    private boolean asked;
    private List<Way> ways = List.of();

    /** A provider's host, and the address that leads there. */
    public record Way(String host, String address) {}

    /** Looks for the provider. The next page has a link and no form, since a form may only be sent to this site. */
    public void find() {
        try {
            ways = places.of(email, RequestClient.of(request)).stream()
                    .map(place -> new Way(
                            place.host(),
                            PageLink.to("api/v1/provider-sign-ins/" + place.workspaceId() + "/" + place.provider())
                                    .with("then", getThen())
                                    .address()))
                    .toList();
            asked = true;
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    /** What went wrong at the provider, in words; empty where nothing did. */
    public String getProblem() {
        String name = RequestParameter.text(request, "problem").orElse("");
        return Arrays.stream(Problem.values())
                .filter(problem -> problem.name().equals(name))
                .findFirst()
                .map(Problem::words)
                .orElse("");
    }

    /** The ways that were found. */
    public List<Way> getWays() {
        return ways;
    }

    /** Whether somebody asked and there is none. */
    public boolean isNone() {
        return asked && ways.isEmpty();
    }

    /** Where to go after signing in. */
    public String getThen() {
        return RequestParameter.text(request, "then").filter(PageLink::isInside).orElse("/");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
