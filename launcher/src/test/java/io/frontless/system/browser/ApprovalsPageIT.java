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

/** Two people redact what the log tells of a record, and destroy all keys: one asks on the plan's card, the other approves on the page, and the first does it. */
@BrowserTest
class ApprovalsPageIT {
    private static final String OWNER = "emmy@noether.example";
    private static final String OTHER = "sofja@kowalewskaja.example";

    @Test
    void twoPeopleDoWhatCannotBeUndone(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        Newcomer.register(page, OWNER);
        Newcomer.foundWorkspace(page, OWNER, "Noether Ltd");
        for (String sentence : List.of(
                "create a table Invoice with number, client and amount",
                "add invoice INV-1 for Zebedee",
                "clear the client of invoice INV-1")) {
            page.fill("textarea", sentence);
            page.press("textarea", "Enter");
            confirm(page);
        }
        askAlone(page);
        join(page);

        Newcomer.signIn(page, OWNER);
        askForRedaction(page);
        askForShredding(page);
        askInWords(page);
        Newcomer.signOut(page);
        Newcomer.signIn(page, OTHER);
        decide(page);
        Newcomer.signOut(page);

        Newcomer.signIn(page, OWNER);
        execute(page);
        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private static void askAlone(Page page) {
        link(page, "Encryption keys");
        press(page.locator("form#shred"), "^Destroy all keys$");
        assertThat(page.locator(".card.plan")).containsText("nobody else here may: invite somebody");
        Assertions.assertThat(
                        page.locator("button[name=confirm], button[name=ask]").count())
                .isZero();
        Screenshots.take(page, "approval-alone");
        press(page.locator(".card.plan"), "^Discard$");
    }

    private static void join(Page page) {
        Newcomer.join(page, OTHER, "ADMIN");
        link(page, "Approvals");
        assertThat(page.locator("#waiting")).containsText("Nothing waits for you.");
        Screenshots.take(page, "approvals-empty");
        Newcomer.signOut(page);
    }

    private static void askForRedaction(Page page) {
        link(page, "Invoice");
        page.locator("main a[href^='record?']").first().click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Redact"))
                .click();
        page.fill("#redact-fields", "Client");
        page.fill("#redact-reason", "Asked for in a letter");
        Screenshots.take(page, "approval-redact", "#redact-form");
        press(page.locator("form#redact-new"), "^Redact$");
        assertThat(page.locator(".card.plan")).containsText("another person has to approve it");
        Screenshots.take(page, "approval-ask");
        press(page.locator(".card.plan"), "^\\s*Ask for approval$");
        assertThat(page.locator(".card.plan")).containsText("Waits for another person’s approval");
        Screenshots.take(page, "approval-waits");
    }

    /** By the keyboard alone. */
    private static void askForShredding(Page page) {
        link(page, "Encryption keys");
        press(page.locator("form#shred"), "^Destroy all keys$");
        assertThat(page.locator(".card.plan")).containsText("Ask for approval");
        page.keyboard().press("c");
        page.keyboard().press("Enter");
        assertThat(page.locator(".card.plan")).containsText("Waits for another person’s approval");
    }

    /** In the conversation it is the same card; what was asked for is taken back. */
    private static void askInWords(Page page) {
        link(page, "Conversation");
        page.fill("textarea", "redact the client of invoice INV-1 because they asked for it");
        page.press("textarea", "Enter");
        Locator card = page.locator(".card.plan").last();
        press(card, "^\\s*Ask for approval$");
        assertThat(card).containsText("Waits for another person’s approval");
        Screenshots.take(page, "approval-conversation");
        press(card, "^Ask no more$");
        assertThat(card).containsText("Ask for approval");
        press(card, "^Discard$");
        assertThat(card).containsText("Discarded");
    }

    private static void decide(Page page) {
        assertThat(page.locator(".rail .count-waiting")).containsText("2 waiting for you");
        link(page, "Approvals");
        Locator redaction = page.locator("#waiting .card", new Page.LocatorOptions().setHasText("Redact Client"));
        Locator shredding = page.locator("#waiting .card", new Page.LocatorOptions().setHasText("Destroy all keys"));
        assertThat(redaction).containsText("Grace Hopper asks since");
        assertThat(redaction).containsText("Asked for in a letter");
        Screenshots.take(page, "approvals-waiting");
        shredding.locator("input[type=text]").fill("Not before the audit");
        press(shredding, "^\\s*Refuse$");
        assertThat(page.locator("#decided")).containsText("Not before the audit");
        redaction.locator("input[type=text]").fill("The letter is here");
        Locator approve = redaction.locator("button[name=approve]");
        approve.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#waiting")).containsText("Nothing waits for you.");
        assertThat(page.locator("#decided")).containsText("The letter is here");
        assertThat(page.locator(".count-waiting")).hasCount(0);
        Screenshots.take(page, "approvals-decided");
    }

    private static void execute(Page page) {
        link(page, "Approvals");
        assertThat(page.locator("#own")).containsText("Refused");
        Screenshots.take(page, "approvals-own");
        page.locator("#own a", new Page.LocatorOptions().setHasText("in the history"))
                .click();
        assertThat(page.locator(".card.plan")).containsText("Approved by Grace Hopper: The letter is here");
        Screenshots.take(page, "approval-approved");
        confirm(page);
        assertThat(page.locator("#own")).containsText("Done");
        link(page, "History");
        assertThat(page.locator("main")).containsText("(redacted)");
        assertThat(page.locator("main")).not().containsText("Zebedee");
        Screenshots.take(page, "approval-history");
    }

    private static void link(Page page, String name) {
        page.locator(".rail")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^\\s*" + name)))
                .first()
                .click();
    }

    private static void confirm(Page page) {
        Locator card = page.locator(".card.plan").last();
        press(card, "^\\s*Confirm.*");
        assertThat(page.locator(".card.plan").last()).containsText("Done");
    }

    private static void press(Locator where, String name) {
        where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)))
                .first()
                .click();
    }
}
