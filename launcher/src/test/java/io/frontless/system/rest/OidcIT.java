package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.frontless.system.Deadline;
import io.frontless.system.RunningProduct;
import io.frontless.system.SystemTest;
import io.frontless.system.keycloak.KeycloakExtension;
import io.frontless.system.keycloak.KeycloakRealm;
import io.frontless.system.keycloak.RunningKeycloak;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-in at a workspace's OpenID provider, which is a real Keycloak. */
@SystemTest
@ExtendWith(KeycloakExtension.class)
class OidcIT {
    private static final String PASSWORD = "a password at Keycloak";

    private final RunningProduct product;
    private final RunningKeycloak keycloak;
    private final Company company;
    private final KeycloakRealm realm;

    OidcIT(RunningProduct product, RunningKeycloak keycloak) {
        this.product = product;
        this.keycloak = keycloak;
        company = Company.founded(product);
        realm = realm();
    }

    @BeforeEach
    void peopleOfTheCompany() {
        realm.person(company.address("grace"), true, PASSWORD);
    }

    @Test
    void firstSignInMakesAccountAndMembershipInTheNameOfTheConnection() {
        String provider = company.connect(realm.issuer(), Map.of());
        Company.Browser grace = company.browser();

        String page = signIn(grace, provider, "grace");

        assertThat(page).isEqualTo("/");
        assertThat(grace.client().get(company.workspace + "/me").having(200).text("role"))
                .isEqualTo("MEMBER");
        List<JsonObject> events = company.owner
                .get(company.workspace + "/events?limit=2")
                .having(200)
                .list("events");
        assertThat(events)
                .extracting(event -> event.get("action").getAsString())
                .containsExactlyInAnyOrder("member.admit", "identity.link");
        assertThat(events).allSatisfy(event -> {
            JsonObject actor = event.getAsJsonObject("actor");
            assertThat(actor.get("kind").getAsString()).isEqualTo("CONNECTION");
            assertThat(actor.get("id").getAsString()).isEqualTo(provider);
            assertThat(actor.get("name").getAsString()).isEqualTo("Company sign-in");
        });
        assertThat(signIn(company.browser(), provider, "grace")).isEqualTo("/");
        assertThat(company.members()).hasSize(2);
    }

    @Test
    void admissionIsTakenBackAndThePersonStaysOut() {
        String provider = company.connect(realm.issuer(), Map.of());
        Company.Browser grace = company.browser();
        signIn(grace, provider, "grace");
        String plan = company.owner
                .get(company.workspace + "/events?limit=1")
                .list("events")
                .get(0)
                .get("plan_id")
                .getAsString();

        JsonObject undo = company.owner
                .post(company.workspace + "/undo", "{\"plan\": \"" + plan + "\"}")
                .having(201)
                .json();
        company.owner.execute(company.workspace, undo).having(200);

        grace.client().get(company.workspace + "/me").having(404);
        assertThat(company.members()).hasSize(1);
        assertThat(signIn(company.browser(), provider, "grace")).isEqualTo("/sso?problem=NOT_A_MEMBER");
    }

    @Test
    void sessionIsGoodForItsWorkspaceAlone() {
        String provider = company.connect(realm.issuer(), Map.of());
        Company.Browser browser = company.browser();
        signIn(browser, provider, "grace");
        Client grace = browser.client();
        String foreign = Company.founded(product).workspace;

        grace.get("account").having(403);
        grace.post("workspaces", Client.object("label", "Mine")).having(403);
        grace.get(foreign + "/me").having(404);
        assertThat(grace.get("workspaces").having(200).list("workspaces")).hasSize(1);
        assertThat(browser.get("account").statusCode()).isEqualTo(403);
        grace.delete("sessions/current").having(204);
        grace.get(company.workspace + "/me").having(401);
    }

    @Test
    void addressThatIsUnverifiedOrOfAnotherDomainIsNotTaken() {
        String provider = company.connect(realm.issuer(), Map.of());
        realm.person(company.address("unverified"), false, PASSWORD);
        realm.person("stranger@elsewhere.example", true, PASSWORD);

        assertThat(signIn(company.browser(), provider, "unverified")).isEqualTo("/sso?problem=ADDRESS");
        URI back = realm.visitor()
                .signIn(company.browser().begin(company, provider), "stranger@elsewhere.example", PASSWORD);
        assertThat(company.browser().back(back)).isEqualTo("/sso?problem=NOT_THIS_BROWSER");
        Company.Browser stranger = company.browser();
        URI again = realm.visitor().signIn(stranger.begin(company, provider), "stranger@elsewhere.example", PASSWORD);
        assertThat(stranger.back(again)).isEqualTo("/sso?problem=ADDRESS");
        assertThat(company.members()).hasSize(1);
    }

    @Test
    void accountThatIsThereIsLinkedOnlyOnceItsPasswordWasGiven() {
        String provider = company.connect(realm.issuer(), Map.of());
        realm.person(company.address("owner"), true, PASSWORD);

        assertThat(signIn(company.browser(), provider, "owner")).isEqualTo("/sso?problem=PROVE_ACCOUNT");
        Client other = company.person("other");
        assertThat(signIn(company.browser().in(other), provider, "owner"))
                .as("with the session of somebody else")
                .isEqualTo("/sso?problem=PROVE_ACCOUNT");
        assertThat(signIn(company.browser().in(company.owner), provider, "owner"))
                .isEqualTo("/");

        Company.Browser browser = company.browser();
        assertThat(signIn(browser, provider, "owner")).isEqualTo("/");
        assertThat(browser.client().get(company.workspace + "/me").text("role")).isEqualTo("OWNER");
    }

    @Test
    void answerIsTakenOnceInTheBrowserThatBegan() {
        String provider = company.connect(realm.issuer(), Map.of());
        Company.Browser grace = company.browser();
        URI answer = realm.visitor().signIn(grace.begin(company, provider), company.address("grace"), PASSWORD);

        assertThat(company.browser().back(answer)).as("in no browser").isEqualTo("/sso?problem=NOT_THIS_BROWSER");
        assertThat(grace.back(answer)).as("its state is used up").isEqualTo("/sso?problem=NOT_THIS_BROWSER");
        URI second = realm.visitor().signIn(grace.begin(company, provider), company.address("grace"), PASSWORD);
        Company.Browser other = company.browser();
        other.begin(company, provider);
        assertThat(other.back(second)).as("in another browser").isEqualTo("/sso?problem=NOT_THIS_BROWSER");
        URI third = realm.visitor().signIn(grace.begin(company, provider), company.address("grace"), PASSWORD);
        assertThat(grace.back(third)).isEqualTo("/");
        assertThat(grace.back(third)).as("played again").isEqualTo("/sso?problem=NOT_THIS_BROWSER");
    }

    @Test
    void answerMustNameItsIssuerAndComeToItsOwnAddress() {
        String provider = company.connect(realm.issuer(), Map.of());
        Company other = Company.founded(product);
        KeycloakRealm otherRealm =
                keycloak.realm("other-" + other.domain, OidcIT.class, "oidc-realm.json", values(other));
        String otherProvider = other.connect(otherRealm.issuer(), Map.of());

        Company.Browser grace = company.browser();
        URI answer = realm.visitor().signIn(grace.begin(company, provider), company.address("grace"), PASSWORD);
        assertThat(grace.back(changed(answer, "iss=[^&]+", "iss=https%3A%2F%2Fevil.example")))
                .isEqualTo("/sso?problem=UNTRUSTED");
        URI without = realm.visitor().signIn(grace.begin(company, provider), company.address("grace"), PASSWORD);
        assertThat(grace.back(changed(without, "&?iss=[^&]+", ""))).isEqualTo("/sso?problem=UNTRUSTED");
        URI elsewhere = realm.visitor().signIn(grace.begin(company, provider), company.address("grace"), PASSWORD);
        URI moved = URI.create(
                elsewhere.toString().replace(company.id(), other.id()).replace(provider, otherProvider));
        assertThat(grace.back(moved)).isEqualTo("/sso?problem=NOT_THIS_BROWSER");
        assertThat(grace.isSignedIn()).isFalse();
    }

    @Test
    void unknownAndForeignProvidersAreAnsweredAlike() {
        String provider = company.connect(realm.issuer(), Map.of());
        Company other = Company.founded(product);

        String nobodys = "01900000-0000-7000-8000-000000000001";
        assertThat(company.browser().begin(other, provider).toString()).isEqualTo("/sso?problem=UNREACHABLE");
        assertThat(company.browser().begin(other, nobodys).toString()).isEqualTo("/sso?problem=UNREACHABLE");
    }

    @Test
    void newKeyOfTheProviderIsFound() {
        String provider = company.connect(realm.issuer(), Map.of());
        signIn(company.browser(), provider, "grace");

        realm.rotateKeys();

        assertThat(signIn(company.browser(), provider, "grace")).isEqualTo("/");
    }

    @Test
    void wrongSecretAtTheProviderSignsNobodyIn() {
        String provider = company.connect(realm.issuer(), Map.of("clientId", "frontless"));
        JsonObject client =
                realm.get("clients?clientId=frontless").getAsJsonArray().get(0).getAsJsonObject();
        client.addProperty("secret", "another one");
        realm.put("clients/" + client.get("id").getAsString(), client);

        assertThat(signIn(company.browser(), provider, "grace")).isEqualTo("/sso?problem=REFUSED");
    }

    @Test
    void suspendedMemberStaysOutAndComesInAgainAfterwards() {
        String provider = company.connect(realm.issuer(), Map.of());
        Company.Browser grace = company.browser();
        signIn(grace, provider, "grace");
        JsonObject member = Client.object("member", company.member("grace"));

        company.run("member.suspend", member);

        grace.client().get(company.workspace + "/me").having(404);
        assertThat(signIn(company.browser(), provider, "grace")).isEqualTo("/sso?problem=NOT_A_MEMBER");
        company.run("member.resume", member);
        assertThat(signIn(company.browser(), provider, "grace")).isEqualTo("/");
    }

    @Test
    void nobodyIsTakenInWhereTheWorkspaceDoesNotWantIt() {
        String provider = company.connect(realm.issuer(), Map.of("admits", false));

        assertThat(signIn(company.browser(), provider, "grace")).isEqualTo("/sso?problem=NOT_A_MEMBER");
        assertThat(company.members()).hasSize(1);
    }

    @Test
    void workspaceThatInsistsOnItsProviderLetsOnlyOwnersInByPassword() {
        Client ada = company.person("ada");
        company.run("member.invite", invitation());
        ada.accept(company.owner.mailedToken(company.address("ada"), "invitation"))
                .having(201);
        ada.get(company.workspace + "/me").having(200);

        String provider = company.connect(realm.issuer(), Map.of("exclusive", true));

        Deadline.awaitTrue(
                "the password opens the workspace no more",
                Duration.ofSeconds(10),
                () -> ada.get(company.workspace + "/me").status() == 403);
        company.owner.get(company.workspace + "/me").having(200);
        Company.Browser grace = company.browser();
        signIn(grace, provider, "grace");
        grace.client().get(company.workspace + "/me").having(200);
    }

    @Test
    void disconnectedProviderSignsNobodyInUntilThatIsTakenBack() {
        String provider = company.connect(realm.issuer(), Map.of());
        JsonObject named = Client.object("provider", provider);

        company.run("idp.disconnect", named);

        assertThat(company.browser().begin(company, provider).toString()).isEqualTo("/sso?problem=UNREACHABLE");
        JsonObject undo = company.owner
                .post(company.workspace + "/undo", "{}")
                .having(201)
                .json();
        company.owner.execute(company.workspace, undo).having(200);
        assertThat(signIn(company.browser(), provider, "grace")).isEqualTo("/");
    }

    @Test
    void secretIsToldNowhere() {
        company.connect(realm.issuer(), Map.of());

        assertThat(company.owner.get(company.workspace + "/identity-providers").body())
                .doesNotContain("between us");
        assertThat(company.owner.get(company.workspace + "/events").body()).doesNotContain("between us");
    }

    private String signIn(Company.Browser browser, String provider, String name) {
        return browser.back(realm.visitor().signIn(browser.begin(company, provider), company.address(name), PASSWORD));
    }

    private JsonObject invitation() {
        return Client.object("email", company.address("ada"), "role", "MEMBER");
    }

    private KeycloakRealm realm() {
        return keycloak.realm("realm-" + company.domain, OidcIT.class, "oidc-realm.json", values(company));
    }

    private Map<String, String> values(Company whose) {
        return Map.of(
                "secret",
                Company.SECRET,
                "redirects",
                product.baseUrl() + "api/v1/provider-sign-ins/" + whose.id() + "/*");
    }

    private static URI changed(URI address, String part, String other) {
        return URI.create(address.toString().replaceAll(part, other));
    }
}
