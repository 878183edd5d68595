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

/** Somebody who decides about roles asks who can see a record, who could, and who can see one change of it; and holds the record. */
@BrowserTest
class ReadersPageIT {

    @Test
    void whoCanSeeARecordIsToldFromItsPage(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        Newcomer.register(page, "rosalind@franklin.example");
        Newcomer.foundWorkspace(page, "rosalind@franklin.example", "Franklin Ltd");
        say(page, "create a table Invoice with number, client and amount");
        say(page, "add invoice INV-0051 for Acme, 1200");
        page.locator(".rail a[href*='t=invoice']").click();
        page.locator("main a[href^='record?']").first().click();
        String record = page.url();

        link(page, "Who can see it");
        assertThat(page.locator("main .lead")).containsText("INV-0051");
        assertThat(page.locator("main table")).containsText("Grace Hopper");
        assertThat(page.locator("main table")).containsText("Owner");
        Screenshots.take(page, "readers");
        page.fill("#at", "2020-01-01T00:00");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        assertThat(page.locator("main .notice-error")).isVisible();
        assertThat(page.locator("main table")).hasCount(0);
        Screenshots.take(page, "readers-none");

        page.navigate(record);
        page.locator(".event").first().getByText("Who can see it").click();
        assertThat(page.locator("main .lead")).containsText("Created INV-0051");
        assertThat(page.locator("main table")).containsText("Grace Hopper");
        Screenshots.take(page, "readers-event");

        page.navigate(record);
        Screenshots.take(page, "record-managed");
        link(page, "Legal hold");
        page.fill("#hold-label", "Case 51");
        page.fill("#reason", "A dispute");
        press(page.locator("main"), "^Place hold$");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");
        assertThat(page.locator("form#held a[href*='t=invoice']")).hasText(Pattern.compile("Invoice, record .*"));
        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private static void say(Page page, String sentence) {
        page.fill("textarea", sentence);
        page.press("textarea", "Enter");
        assertThat(page.locator(".said").last()).hasText(sentence);
        Locator card = page.locator(".card.plan").last();
        press(card, "^\\s*Confirm.*");
        assertThat(card).containsText("Done");
    }

    private static void link(Page page, String name) {
        page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static void press(Locator where, String name) {
        where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)))
                .first()
                .click();
    }
}
