package io.frontless.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.frontless.system.OneTimeCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** People set up what they sign in with on a page, and are asked for it. */
@BrowserTest
class SecurityPagesIT {
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern INSIDE = Pattern.compile(".*/conversation.*");

    @Test
    void personSignsInWithAPasskeyAndNothingElse(Page page) {
        List<String> complaints = complaints(page);
        VirtualAuthenticator authenticator = VirtualAuthenticator.of(page);
        Newcomer.register(page, "emilie@chatelet.example");
        Newcomer.foundWorkspace(page, "emilie@chatelet.example", "Chatelet Ltd");

        page.navigate("/security");
        Screenshots.take(page, "security-empty");
        page.fill("#label", "This laptop");
        press(page, "Add a passkey");
        assertThat(page.locator("#codes li")).hasCount(10);
        Screenshots.take(page, "security-codes");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("I have kept them"))
                .click();
        assertThat(page.locator("#passkey-list")).containsText("never");
        page.navigate("/conversation?w=" + workspace(page));
        page.locator("#sign-out").click();

        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        Screenshots.take(page, "sign-in");
        authenticator.recognises(false);
        press(page, "Sign in with a passkey");
        assertThat(page.locator("#passkey-form [role=alert]")).containsText("No passkey was used");
        authenticator.recognises(true);
        press(page, "Sign in with a passkey");
        assertThat(page).hasURL(INSIDE);
        page.navigate("/security");
        page.locator("#passkey-list input.input").fill("The old laptop");
        press(page, "Rename");
        assertThat(page.locator(".notice")).containsText("another name");
        Assertions.assertThat(page.locator("#passkey-list input.input").inputValue())
                .isEqualTo("The old laptop");
        Screenshots.take(page, "security");
        press(page, "Remove");
        assertThat(page.locator(".notice")).containsText("is removed");
        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    @Test
    void workspaceThatRequiresItLeadsToTheAppAndTheNextSignInAsksForItsCode(Page page) {
        List<String> complaints = complaints(page);
        Newcomer.register(page, "olga@taussky.example");
        Newcomer.foundWorkspace(page, "olga@taussky.example", "Taussky Ltd");
        String inside = page.url();
        page.navigate("/people?w=" + workspace(page));
        page.check("input[name=second-factor]");
        press(page, "Change policy");
        page.locator(".card.plan")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^\\s*Confirm.*")))
                .click();

        assertThat(page).hasURL(Pattern.compile(".*/security\\?then=.*"));
        assertThat(page.locator(".notice-error")).containsText("lets in only who signs in with a second factor");
        Screenshots.take(page, "security-required");
        press(page, "Set up an app");
        assertThat(page.locator("svg.qr path")).hasCount(1);
        OneTimeCodes app = new OneTimeCodes(page.locator("#totp-key").innerText());
        page.fill("#code", app.wrong(1));
        press(page, "Set up");
        assertThat(page.locator("#code-note")).containsText("present code");
        Screenshots.take(page, "security-app");
        page.fill("#code", app.code(-1));
        press(page, "Set up");
        assertThat(page.locator("#codes li")).hasCount(10);
        String recovery = page.locator("#codes li").first().innerText();
        page.navigate(inside);
        assertThat(page).hasURL(INSIDE);
        page.locator("#sign-out").click();

        password(page, "olga@taussky.example");
        assertThat(page).hasURL(Pattern.compile(".*/second-factor.*"));
        Screenshots.take(page, "second-factor");
        page.fill("#code", app.wrong(2));
        page.locator("#code-form button").click();
        assertThat(page.locator(".notice-error")).containsText("The code is wrong");
        page.fill("#code", app.code(0));
        page.locator("#code-form button").click();
        assertThat(page).hasURL(INSIDE);
        page.locator("#sign-out").click();

        password(page, "olga@taussky.example");
        page.locator("summary").click();
        page.fill("#recovery", recovery);
        page.locator("#recovery-form button").click();
        assertThat(page).hasURL(INSIDE);
        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    @Test
    void everyCookieIsForThisHostAloneOverTlsAndNotForScripts(Page page) {
        Newcomer.register(page, "grete@hermann.example");
        Newcomer.foundWorkspace(page, "grete@hermann.example", "Hermann Ltd");
        String before = session(page);
        page.navigate("/sign-in");
        Newcomer.signIn(page, "grete@hermann.example");
        assertThat(page).hasURL(INSIDE);

        List<Cookie> cookies = page.context().cookies();
        Assertions.assertThat(cookies)
                .extracting(cookie -> cookie.name)
                .contains("__Host-frontless", "__Host-frontless-device", "__Host-frontless-forms");
        Assertions.assertThat(cookies).allSatisfy(cookie -> {
            Assertions.assertThat(cookie.name).startsWith("__Host-");
            Assertions.assertThat(cookie.secure).as(cookie.name).isTrue();
            Assertions.assertThat(cookie.httpOnly).as(cookie.name).isTrue();
            Assertions.assertThat(cookie.path).as(cookie.name).isEqualTo("/");
            Assertions.assertThat(cookie.sameSite).as(cookie.name).isEqualTo(SameSiteAttribute.LAX);
        });
        Assertions.assertThat(session(page))
                .as("the session after signing in again")
                .isNotEqualTo(before);
        page.navigate("/account");
        assertThat(page.locator("#sessions tbody tr")).hasCount(1);
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("__Host-frontless"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    private static void password(Page page, String email) {
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        page.fill("input[name=email]", email);
        page.fill("input[type=password]", PASSWORD);
        page.locator("form#sign-in button").click();
    }

    /** Founded by this person a moment before, so that it is the first one they have. */
    private static String workspace(Page page) {
        page.navigate("/");
        return page.url().replaceAll(".*[?&]w=([^&#]*).*", "$1");
    }

    private static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        return complaints;
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
