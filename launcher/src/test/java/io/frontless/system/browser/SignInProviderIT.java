package io.frontless.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.frontless.system.RunningProduct;
import io.frontless.system.keycloak.KeycloakExtension;
import io.frontless.system.keycloak.KeycloakRealm;
import io.frontless.system.keycloak.RunningKeycloak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An owner connects Keycloak on a page, and somebody whom only Keycloak knows signs in by it, in a real browser. */
@BrowserTest
@ExtendWith(KeycloakExtension.class)
class SignInProviderIT {
    private static final String PASSWORD = "a password at Keycloak";

    @Test
    void ownerConnectsAProviderAndSomebodyComesInByIt(Page page, RunningProduct product, RunningKeycloak keycloak) {
        KeycloakRealm realm = keycloak.realm(
                "sophie",
                SignInProviderIT.class,
                "browser-realm.json",
                Map.of("redirects", product.baseUrl() + "api/v1/provider-sign-ins/*"));
        realm.person("emmy@germain.example", true, PASSWORD);
        List<String> complaints = new ArrayList<>();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    && page.url().startsWith(product.baseUrl().toString())) {
                complaints.add(message.text());
            }
        });
        Newcomer.register(page, "sophie@germain.example");
        Newcomer.foundWorkspace(page, "sophie@germain.example", "Germain Ltd");

        connect(page, realm);
        press(page.locator("nav.rail"), "^\\s*Sign out$");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        Screenshots.take(page, "sign-in-with-company");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in through your company"))
                .click();
        Screenshots.take(page, "sso");
        page.fill("#email", "nobody@nowhere-at-all.example");
        press(page.locator("main"), "^Continue$");
        assertThat(page.locator("main")).containsText("No company sign-in is set up");
        page.fill("#email", "emmy@germain.example");
        press(page.locator("main"), "^Continue$");
        Screenshots.take(page, "sso-found");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Continue at localhost"))
                .click();

        page.fill("#username", "emmy@germain.example");
        page.fill("#password", PASSWORD);
        page.locator("#kc-login").click();

        assertThat(page).hasURL(Pattern.compile(".*/conversation\\?w=.*"));
        Assertions.assertThat(page.url()).startsWith(product.baseUrl().toString());
        assertThat(page.locator("nav.rail")).containsText("emmy@germain.example");
        Screenshots.take(page, "sso-came-in");
        Assertions.assertThat(page.navigate("/account").status()).isEqualTo(403);
        Screenshots.take(page, "sso-account");
        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private static void connect(Page page, KeycloakRealm realm) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign-in provider"))
                .click();
        Screenshots.take(page, "sign-in-provider-form");
        page.fill("#label", "Keycloak");
        page.fill("#issuer", realm.issuer());
        page.fill("#clientId", "frontless");
        page.fill("#secret", "of two");
        page.fill("#domains", "germain");
        press(page.locator("main"), "^Connect provider$");
        assertThat(page.locator("main .field-error")).containsText("domains such as example.com");
        page.fill("#secret", "of two");
        page.fill("#domains", "germain.example");
        press(page.locator("main"), "^Connect provider$");
        assertThat(page.locator(".card.plan")).containsText("Keycloak");
        Screenshots.take(page, "sign-in-provider-preview");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");
        assertThat(page.locator(".card.plan")).containsText("Done");
        assertThat(page.locator("main")).containsText(realm.issuer());
        Screenshots.take(page, "sign-in-provider-connected");
    }

    private static void press(Locator where, String name) {
        where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)))
                .first()
                .click();
    }
}
