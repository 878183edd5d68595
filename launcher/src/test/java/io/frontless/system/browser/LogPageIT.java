package io.frontless.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.frontless.system.Deadline;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An owner says where the log goes, how long it is kept and what must stay, takes it as a file, and has it checked; each change is seen before it is done. */
@BrowserTest
class LogPageIT {
    private static final double CHECKED_WITHIN_MS = 60_000;
    private static final Duration FAILED_WITHIN = Duration.ofMinutes(1);

    @Test
    void ownerDecidesWhatBecomesOfTheLog(Page page) throws Exception {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        Newcomer.register(page, "lise@meitner.example");
        Newcomer.foundWorkspace(page, "lise@meitner.example", "Meitner Ltd");
        page.fill("textarea", "create a table Invoice with number, client and amount");
        page.press("textarea", "Enter");
        confirm(page);
        open(page);
        Screenshots.take(page, "log");

        export(page);
        pauseAndEnd(page);
        keep(page);
        hold(page, "Case 7");
        hold(page, "Case 8");
        download(page);
        check(page);

        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    @Test
    void formIsFilledInByKeyboardAlone(Page page) {
        Newcomer.register(page, "irene@curie.example");
        Newcomer.foundWorkspace(page, "irene@curie.example", "Curie Ltd");
        open(page);

        page.locator("#hold-label").focus();
        page.keyboard().type("Case 7");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("A dispute");
        page.keyboard().press("Enter");

        assertThat(page.locator(".card.plan")).containsText("Case 7");
        Locator confirm = button(page.locator(".card.plan"), "^\\s*Confirm.*");
        confirm.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".card.plan")).containsText("Done");
        assertThat(page.locator("form#held")).containsText("All of the log");
    }

    @Test
    void exportThatFailsSaysWhyAndHowOften(Page page) {
        Newcomer.register(page, "otto@hahn.example");
        Newcomer.foundWorkspace(page, "otto@hahn.example", "Hahn Ltd");
        open(page);
        page.fill("#label", "SIEM");
        page.selectOption("#kind", "webhook");
        page.fill("#target", "https://siem.unlisted.example/events");
        button(page.locator("main"), "^Export the log$").click();
        confirm(page);

        Deadline.awaitTrue("the page says that the export fails", FAILED_WITHIN, () -> {
            open(page);
            return page.locator("form#sinks .field-error").count() > 0;
        });
        assertThat(page.locator("form#sinks .field-error"))
                .containsText(Pattern.compile("Failed [0-9]+ times? in a row: "));
        Screenshots.take(page, "log-failing", "#exports");
    }

    @Test
    void whoIsNoOwnerLooksOnOrSeesNothing(Page page) {
        Newcomer.register(page, "karl@bosch.example");
        Newcomer.foundWorkspace(page, "karl@bosch.example", "Bosch Ltd");
        Newcomer.join(page, "fritz@haber.example", "ADMIN");
        open(page);
        assertThat(page.locator("main .lead").first()).containsText("Only an owner of this workspace changes this.");
        assertThat(page.locator("#retention")).containsText("All of it is kept here, for ever");
        assertThat(page.locator("button[name=send], button[name=keep], button[name=hold]"))
                .hasCount(0);
        Screenshots.take(page, "log-admin");
        String log = page.url();
        Newcomer.join(page, "alwin@mittasch.example", "MEMBER");

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("History").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Audit log")))
                .hasCount(0);
        page.navigate(log);
        assertThat(page.locator("h1")).not().hasText("Audit log");
        Screenshots.take(page, "log-member");
    }

    private static void export(Page page) {
        page.fill("#label", "Archive of the auditors");
        page.fill("#target", "Not A Folder");
        button(page.locator("main"), "^Export the log$").click();
        assertThat(page.locator("main .field-error")).containsText("folder’s name");
        Screenshots.take(page, "log-form");
        page.fill("#target", "auditors");
        page.selectOption("#format", "csv");
        button(page.locator("main"), "^Export the log$").click();
        assertThat(page.locator(".card.plan")).containsText("Changes exports of the log");
        assertThat(page.locator(".card.plan")).containsText("auditors");
        Screenshots.take(page, "log-preview");
        confirm(page);
        assertThat(page.locator("form#sinks")).containsText("folder auditors");
    }

    private static void pauseAndEnd(Page page) {
        button(page.locator("form#sinks"), "^Pause .*").click();
        confirm(page);
        assertThat(page.locator("form#sinks")).containsText("Paused.");
        Screenshots.take(page, "log-export", "#exports");
        button(page.locator("form#sinks"), "^Go on with .*").click();
        confirm(page);
        assertThat(page.locator("form#sinks")).not().containsText("Paused.");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change Archive of the auditors"))
                .click();
        page.fill("#target", "controllers");
        button(page.locator("main"), "^Change export$").click();
        confirm(page);
        assertThat(page.locator("form#sinks")).containsText("folder controllers");
        button(page.locator("form#sinks"), "^Remove .*").click();
        confirm(page);
        assertThat(page.locator("#exports")).containsText("The log goes nowhere by itself.");
    }

    private static void keep(Page page) {
        page.fill("#keepDays", "3");
        button(page.locator("main"), "^Change retention$").click();
        assertThat(page.locator("main .field-error")).containsText("at least 7");
        page.fill("#keepDays", "90");
        button(page.locator("main"), "^Change retention$").click();
        assertThat(page.locator(".card.plan")).containsText("Changes the retention of the log");
        confirm(page);
        assertThat(page.locator("#retention")).containsText("older than 90 days");
    }

    private static void hold(Page page, String name) {
        page.fill("#hold-label", name);
        page.selectOption("#entity", "invoice");
        page.fill("#reason", "A dispute about the first quarter");
        button(page.locator("main"), "^Place hold$").click();
        assertThat(page.locator(".card.plan")).containsText("Changes legal holds");
        confirm(page);
        assertThat(page.locator("form#held")).containsText("Invoice");
        Screenshots.take(page, "log-held", "#holds");
        button(page.locator("form#held"), "^Lift " + name + "$").click();
        confirm(page);
        assertThat(page.locator("#holds")).containsText("Nothing is held.");
    }

    private static void download(Page page) throws Exception {
        page.selectOption("#download-format", "csv");
        Download file = page.waitForDownload(
                () -> button(page.locator("main"), "^\\s*Download$").click());
        Assertions.assertThat(file.suggestedFilename()).isEqualTo("events-0.csv");
        Assertions.assertThat(Files.readString(file.path()))
                .startsWith("position,kind,")
                .contains("sink.create");
    }

    private static void check(Page page) {
        button(page.locator("main"), "^\\s*Verify now$").click();
        assertThat(page.locator("#seal"))
                .containsText(
                        "as they were sealed",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(CHECKED_WITHIN_MS));
        assertThat(page).hasURL(Pattern.compile(".*/log\\?w=.*"));
        Screenshots.take(page, "log-verified");
    }

    private static void open(Page page) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("History").setExact(true))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Audit log"))
                .click();
        assertThat(page.locator("h1")).hasText("Audit log");
    }

    private static void confirm(Page page) {
        Locator card = page.locator(".card.plan").last();
        button(card, "^\\s*Confirm.*").click();
        assertThat(page.locator(".card.plan").last()).containsText("Done");
    }

    private static Locator button(Locator where, String name) {
        return where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)))
                .first();
    }
}
