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

/** People look after their own account on a page, and find back in when they have forgotten their password. */
@BrowserTest
class AccountPagesIT {
    private static final String EMAIL = "maria@telkes.example";
    private static final String NEXT_PASSWORD = "frequency hopping piano";

    @Test
    void personChangesNameAndPasswordSeesSessionsAndReplacesAForgottenPassword(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        Newcomer.register(page, EMAIL);
        Newcomer.foundWorkspace(page, EMAIL, "Telkes Ltd");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your account"))
                .click();
        assertThat(page.locator("#sessions")).containsText("This one");
        page.fill("#name", "Maria Telkes");
        press(page.locator("form#rename"), "Change name");
        assertThat(page.locator(".notice")).containsText("Your name is changed");
        page.fill("#present", "not this one at all");
        page.fill("#password", NEXT_PASSWORD);
        press(page.locator("form#change-password"), "Change password");
        assertThat(page.locator(".notice-error")).containsText("not your present password");
        page.fill("#present", "correct horse battery");
        page.fill("#password", NEXT_PASSWORD);
        press(page.locator("form#change-password"), "Change password");
        assertThat(page.locator(".notice")).containsText("Your password is changed");
        Screenshots.take(page, "account");

        page.navigate("/forgotten");
        Screenshots.take(page, "forgotten");
        page.fill("#email", EMAIL);
        press(page.locator("form#forgotten"), "Send link");
        assertThat(page).hasURL(Pattern.compile(".*/check-mail.*"));
        page.navigate("/reset?token=nothing");
        Screenshots.take(page, "reset");
        page.fill("#password", NEXT_PASSWORD);
        press(page.locator("form#reset"), "Set password");
        assertThat(page.locator(".notice-error")).containsText("does not work");
        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private static void press(Locator where, String name) {
        where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
    }
}
