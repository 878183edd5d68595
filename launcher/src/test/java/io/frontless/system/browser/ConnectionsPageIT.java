package io.frontless.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.frontless.system.RunningProduct;
import io.frontless.system.keycloak.KeycloakExtension;
import io.frontless.system.keycloak.KeycloakRealm;
import io.frontless.system.keycloak.RunningKeycloak;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connecting another service in a browser, by way of the service's own pages. */
@BrowserTest
@ExtendWith(KeycloakExtension.class)
class ConnectionsPageIT {
    private static final String PASSWORD = "a password at Keycloak";

    @Test
    void serviceIsDeclaredConnectedCheckedAndDisconnected(Page page, RunningProduct product, RunningKeycloak keycloak) {
        KeycloakRealm realm = keycloak.realm(
                "hypatia",
                ConnectionsPageIT.class,
                "connections-realm.json",
                Map.of("redirects", product.baseUrl() + "api/v1/workspaces/*"));
        realm.person("hypatia@alexandria.example", true, PASSWORD);
        Newcomer.register(page, "hypatia@alexandria.example");
        Newcomer.foundWorkspace(page, "hypatia@alexandria.example", "Alexandria Ltd");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Connections"))
                .click();
        Screenshots.take(page, "connections-empty");

        declare(page, realm);
        connect(page);

        assertThat(page).hasURL(Pattern.compile(".*/connections\\?w=.*"));
        assertThat(page.locator("main")).containsText("Works; token until");
        Screenshots.take(page, "connections-connected");
        press(page, "^Check .*");
        assertThat(page.locator("main")).containsText("The connection works.");

        press(page, "^Disconnect .*");
        Screenshots.take(page, "connections-disconnect");
        press(page, "^\\s*Confirm.*");
        assertThat(page.locator(".card.plan")).containsText("Done");
        assertThat(page.locator("main")).containsText("Nothing is connected yet.");
        page.navigate(page.url().replaceAll("&plan=.*", "") + "&problem=TOO_LITTLE&missing=mail.read+evil.scope");
        assertThat(page.locator("[role=alert]")).containsText("Missing: mail.read.");
        Assertions.assertThat(page.locator("main").textContent()).doesNotContain("evil.scope");
        Screenshots.take(page, "connections-problem");
    }

    private static void declare(Page page, KeycloakRealm realm) {
        page.fill("#label", "Works mail");
        page.fill("#issuer", realm.issuer());
        page.fill("#clientId", "frontless");
        page.fill("#secret", "of two");
        page.fill("#readScopes", "mail.read");
        press(page, "^Declare provider$");
        assertThat(page.locator(".card.plan")).containsText("Works mail");
        Screenshots.take(page, "connections-declare");
        press(page, "^\\s*Confirm.*");
        assertThat(page.locator(".card.plan")).containsText("Done");
    }

    private static void connect(Page page) {
        press(page, "^Connect Works mail$");
        Screenshots.take(page, "connections-way");
        page.locator("#way").click();
        page.fill("#username", "hypatia@alexandria.example");
        page.fill("#password", PASSWORD);
        page.locator("#kc-login").click();
    }

    private static void press(Page page, String name) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)))
                .first()
                .click();
    }
}
