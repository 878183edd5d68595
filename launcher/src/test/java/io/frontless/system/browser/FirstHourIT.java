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

/** What a new user does in the first hour, in the browser they have. */
@BrowserTest
class FirstHourIT {

    @Test
    void aNewUserBuildsChangesAndUndoesByWords(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);

        Newcomer.register(page, "grace@hopper.example");
        Newcomer.foundWorkspace(page, "grace@hopper.example", "Hopper Ltd");

        say(page, "create a table Invoice with number, client, amount, status (pending, paid) and due date");
        assertThat(lastCard(page)).containsText("choice: pending, paid");
        assertThat(lastCard(page)).containsText("Changes the schema");
        Screenshots.take(page, "create-table-preview");
        confirm(page);

        say(page, "add invoice INV-0089 for Acme, 1200 due 2026-12-15");
        assertThat(lastCard(page)).containsText("1,200.00");
        assertThat(lastCard(page)).containsText("1 row");
        confirm(page);

        say(page, "mark invoice INV-0089 as paid");
        assertThat(lastCard(page).locator("ins.after")).containsText("paid");
        Screenshots.take(page, "mark-paid-preview");
        confirm(page);

        say(page, "show the last 20 changes");
        assertThat(page.locator("main")).containsText("Founded workspace");
        Screenshots.take(page, "last-changes");

        say(page, "undo that");
        assertThat(lastCard(page).locator("del.before")).containsText("paid");
        confirm(page);
        say(page, "show invoices");
        assertThat(page.locator("main .grid").last()).containsText("empty");
        Screenshots.take(page, "undone");

        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private static void say(Page page, String sentence) {
        page.fill("textarea", sentence);
        page.press("textarea", "Enter");
        assertThat(page.locator(".said").last()).hasText(sentence);
    }

    private static void confirm(Page page) {
        lastCard(page)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^\\s*Confirm.*")))
                .click();
        assertThat(lastCard(page)).containsText("Done");
    }

    private static Locator lastCard(Page page) {
        return page.locator(".card.plan").last();
    }
}
