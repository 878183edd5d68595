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

/** An owner looks at the workspace's keys, rotates them, and destroys the old one. */
@BrowserTest
class KeysPageIT {

    @Test
    void ownerRotatesTheKeyAndDestroysTheOldOne(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        Newcomer.register(page, "mary@cartwright.example");
        Newcomer.foundWorkspace(page, "mary@cartwright.example", "Cartwright Ltd");

        open(page);
        assertThat(page.locator("form#keys")).containsText("Seals new secrets");
        Screenshots.take(page, "keys");
        press(page.locator("form#keys"), "^Rotate key$");
        assertThat(page.locator(".card.plan")).containsText("the workspace’s key");
        Screenshots.take(page, "keys-preview");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");

        assertThat(page.locator(".card.plan")).containsText("Done");
        open(page);
        assertThat(page.locator("form#keys tbody tr")).hasCount(2);
        assertThat(page.locator("form#keys")).containsText("Not needed any more");
        Screenshots.take(page, "keys-rotated");

        press(page.locator("form#keys"), "^Destroy version 1$");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");
        open(page);
        assertThat(page.locator("form#keys")).containsText("Destroyed 2");
        press(page.locator("form#shred"), "^Destroy all keys$");
        assertThat(page.locator(".card.plan")).containsText("all keys of the workspace");
        Screenshots.take(page, "keys-shred");
        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private static void open(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Encryption keys"))
                .click();
    }

    private static void press(Locator where, String name) {
        where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)))
                .first()
                .click();
    }
}
