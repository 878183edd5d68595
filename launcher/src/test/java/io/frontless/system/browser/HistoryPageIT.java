package io.frontless.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Somebody looks through the history: filters it, looks at what was, asks in words, checks the seal, and takes a change back. */
@BrowserTest
class HistoryPageIT {
    private static final double CHECKED_WITHIN_MS = 60_000;

    @Test
    void historyIsFilteredLookedIntoCheckedAndTakenBack(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        Newcomer.register(page, "florence@nightingale.example");
        Newcomer.foundWorkspace(page, "florence@nightingale.example", "Nightingale Ltd");
        fill(page);

        askInWords(page);
        filter(page);
        lookBack(page);
        check(page);
        undo(page);

        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private static void fill(Page page) {
        say(page, "create a table Invoice with number, client, amount and status (pending, paid)", true);
        say(page, "add invoice INV-0012 for Acme, 1200", true);
        say(page, "add invoice INV-0013 for Globex, 300", true);
        say(page, "mark invoice INV-0012 as paid", true);
        say(page, "change the amount of INV-0012 to 1350", true);
        say(page, "delete invoice INV-0013", true);
    }

    private static void askInWords(Page page) {
        say(page, "who changed INV-0012 this week", false);
        assertThat(page.locator(".turns-form .turn-reply").last()).containsText("1,350");
        say(page, "show INV-0012 as of today", false);
        assertThat(page.locator(".turns-form .turn-reply").last()).containsText("as of");
        Screenshots.take(page, "history-words");
    }

    private static void filter(Page page) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("History").setExact(true))
                .click();
        assertThat(page.locator(".event")).not().hasCount(0);
        assertThat(page.locator("#seal")).containsText("sealed");
        Screenshots.take(page, "history");
        page.selectOption("#action", "record.update");
        page.selectOption("#t", "invoice");
        show(page);
        assertThat(page.locator(".event")).hasCount(2);
        page.selectOption("#field", "amount");
        show(page);
        assertThat(page.locator(".event")).hasCount(1);
        assertThat(page.locator(".event")).containsText("1,350");
        Screenshots.take(page, "history-filtered");
        page.fill("#from", "2020-01-01");
        page.fill("#to", "2020-01-02");
        show(page);
        assertThat(page.locator(".empty")).containsText("No such changes");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Clear"))
                .click();
    }

    private static void lookBack(Page page) {
        page.locator(".event", new Page.LocatorOptions().setHasText("Deleted"))
                .getByText("Its history")
                .click();
        assertThat(page.locator(".event")).hasCount(2);
        assertThat(page.locator(".only")).containsText("INV-0013");
        page.getByText("As it was then").first().click();
        assertThat(page.locator("h1")).hasText("INV-0013");
        assertThat(page.locator(".sheet")).containsText("Globex");
        Screenshots.take(page, "history-past");
        page.fill("#at", "2020-01-01T00:00");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        assertThat(page.locator("main")).containsText("one that exists");
    }

    private static void check(Page page) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("History").setExact(true))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify now"))
                .click();
        assertThat(page.locator("#seal"))
                .containsText(
                        "as they were sealed",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(CHECKED_WITHIN_MS));
        Screenshots.take(page, "history-verified");
    }

    private static void undo(Page page) {
        page.locator(".event", new Page.LocatorOptions().setHasText("Deleted"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Undo")))
                .click();
        confirm(page);
    }

    private static void show(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Show").setExact(true))
                .click();
    }

    private static void say(Page page, String sentence, boolean confirmed) {
        page.fill("textarea", sentence);
        page.press("textarea", "Enter");
        assertThat(page.locator(".said").last()).hasText(sentence);
        if (confirmed) {
            confirm(page);
        }
    }

    private static void confirm(Page page) {
        Locator card = page.locator(".card.plan").last();
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^\\s*Confirm.*")))
                .click();
        assertThat(card).containsText("Done");
    }
}
