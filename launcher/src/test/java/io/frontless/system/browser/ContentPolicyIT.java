package io.frontless.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every page is walked, with the browser as the judge of whether it keeps its own policy. */
@BrowserTest
class ContentPolicyIT {

    private static final Pattern NONCE = Pattern.compile("script-src 'self' 'nonce-[A-Za-z0-9+/=_-]{20,}'");

    private static final List<String> OPEN = List.of(
            "/",
            "/sign-in",
            "/second-factor",
            "/sso",
            "/sso?problem=UNREACHABLE",
            "/register",
            "/check-mail",
            "/confirm?token=none",
            "/mailbox");

    private static final List<String> INSIDE = List.of(
            "/",
            "/conversation",
            "/table?t=invoice",
            "/history",
            "/people",
            "/approvals",
            "/sign-in-provider",
            "/connections",
            "/import?t=invoice",
            "/workspace",
            "/account",
            "/security",
            "/record?id=none",
            "/past?id=none",
            "/log",
            "/readers?id=none",
            "/job?j=none",
            "/nowhere");

    private final List<String> violations = new ArrayList<>();

    @Test
    void noPageBreaksItsPolicy(Page page) {
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("violation")) {
                violations.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> violations.add(page.url() + ": " + error));
        // Told to the console, which outlives the page.
        page.addInitScript("document.addEventListener('securitypolicyviolation',"
                + " e => console.error('violation of ' + e.violatedDirective + ' by ' + e.blockedURI))");

        OPEN.forEach(path -> visit(page, path));
        Newcomer.register(page, "mary@somerville.example");
        Newcomer.foundWorkspace(page, "mary@somerville.example", "Somerville Ltd");
        say(page, "create a table Invoice with number, amount and due date");
        confirm(page);
        say(page, "add invoice INV-1, 1200 due 2026-12-15");
        confirm(page);
        String workspace = page.url().replaceAll(".*[?&]w=([^&#]*).*", "$1");
        INSIDE.forEach(path -> visit(page, path + (path.contains("?") ? "&" : "?") + "w=" + workspace));
        page.navigate("/table?t=invoice&w=" + workspace);
        page.locator("main a[href^='record?']").first().click();
        page.waitForURL("**/record?**");
        visit(page, page.url());

        assertThat(violations).isEmpty();
    }

    /** The policy of a page holds a nonce that is new each time; that of an error page none, as it has no script. */
    private void visit(Page page, String path) {
        Response answer = page.navigate(path);
        String policy = String.valueOf(answer.headerValue("content-security-policy"));

        assertThat(policy).as(path).contains("default-src 'none'").doesNotContain("unsafe-inline", "unsafe-eval");
        if (answer.ok()) {
            assertThat(policy).as(path).containsPattern(NONCE);
            String again = String.valueOf(page.navigate(path).headerValue("content-security-policy"));
            assertThat(again).as("the nonce of " + path).isNotEqualTo(policy);
        }
    }

    private static void say(Page page, String sentence) {
        page.fill("textarea", sentence);
        page.press("textarea", "Enter");
        page.locator(".said", new Page.LocatorOptions().setHasText(sentence)).waitFor();
    }

    private static void confirm(Page page) {
        page.locator(".card.plan")
                .last()
                .locator("button", new Locator.LocatorOptions().setHasText("Confirm"))
                .click();
        page.locator(".card.plan", new Page.LocatorOptions().setHasText("Done"))
                .last()
                .waitFor();
    }
}
