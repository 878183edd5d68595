package io.frontless.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A key is made on a page that shows its secret once, and is revoked there. */
@BrowserTest
class ApiKeysPageIT {

    @Test
    void secretIsShownOnceAndTheKeyCanBeRevoked(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        Newcomer.register(page, "hedy@lamarr.example");
        Newcomer.foundWorkspace(page, "hedy@lamarr.example", "Lamarr Ltd");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("API keys"))
                .click();
        assertThat(page.locator("main")).containsText("There are none.");
        page.fill("#label", "Warehouse scanner");
        page.selectOption("#role", "MEMBER");
        page.fill("#rows", "many");
        press(page.locator("main"), "^Create key$");
        assertThat(page.locator("main .field-error")).hasText(Pattern.compile(".*whole number.*"));
        Screenshots.take(page, "api-keys-form");
        page.fill("#rows", "5000");
        press(page.locator("main"), "^Create key$");

        assertThat(page.locator(".card.plan")).containsText("Warehouse scanner");
        Screenshots.take(page, "api-keys-preview");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");
        assertThat(page.locator("#made-secret")).hasValue(Pattern.compile("flk_[0-9a-f]{72}"));
        assertThat(page.locator(".card.plan")).containsText("Done");
        Screenshots.take(page, "api-keys-secret");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("API keys"))
                .click();
        assertThat(page.locator("#made-secret")).hasCount(0);
        assertThat(page.locator("main table")).containsText("flk_");
        Screenshots.take(page, "api-keys-list");

        press(page.locator("form#keys"), "^Revoke.*");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");
        assertThat(page.locator("main")).containsText("There are none.");
        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private static void press(Locator where, String name) {
        where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)))
                .first()
                .click();
    }
}
