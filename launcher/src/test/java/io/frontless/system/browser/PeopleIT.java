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

/** Whoever decides who may do what does so on a page, seeing it before it is done. */
@BrowserTest
class PeopleIT {

    @Test
    void roleIsMadeByAFormThatProposesAPlan(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        Newcomer.register(page, "joan@clarke.example");
        Newcomer.foundWorkspace(page, "joan@clarke.example", "Clarke Ltd");
        page.fill("textarea", "create a table Deal with name, region and margin");
        page.press("textarea", "Enter");
        press(page.locator(".card.plan").last(), "^\\s*Confirm.*");
        assertThat(page.locator(".card.plan").last()).containsText("Done");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("People and roles"))
                .click();
        assertThat(page.locator("main")).containsText("joan@clarke.example");
        page.fill("#label", "Northern sales");
        page.selectOption("#g0-entity", "deal");
        assertThat(page.locator("input[name=g0-OWN_MEMBERSHIP]")).hasCount(0);
        page.check("input[name=g0-READ]");
        page.check("input[name=g0-UPDATE]");
        page.locator("details summary").first().click();
        page.fill("#g0-field", "region");
        page.fill("#g0-value", "north");
        page.fill("#g0-hidden", "margin");
        Screenshots.take(page, "role-form");
        press(page.locator("main"), "^Create role$");

        assertThat(page.locator(".card.plan")).containsText("Northern sales");
        assertThat(page.locator(".card.plan"))
                .containsText("Read, change in Deal, where region eq north, without margin");
        Screenshots.take(page, "role-preview");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");
        assertThat(page.locator(".card.plan")).containsText("Done");
        assertThat(page.locator("main .sheet")).containsText("Northern sales");
        Screenshots.take(page, "people");

        press(page.locator("form#members"), "^Change$");
        assertThat(page.locator("main .notice-error")).isVisible();
        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private static void press(Locator where, String name) {
        where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)))
                .first()
                .click();
    }
}
