package io.frontless.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.frontless.system.Deadline;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A person on their first way into the product. */
final class Newcomer {

    private static final Duration MAIL_MAX = Duration.ofSeconds(20);
    private static final String PASSWORD = "correct horse battery";

    /** All tests share one product, and an address that is taken is answered like a new one: nothing else would tell. */
    private static final Set<String> REGISTERED = ConcurrentHashMap.newKeySet();

    private Newcomer() {}

    static void register(Page page, String email) {
        if (!REGISTERED.add(email)) {
            throw new IllegalArgumentException("another test registers " + email + " too; take an address of its own");
        }
        page.navigate("/register");
        Screenshots.take(page, "register");
        page.fill("input[name=name]", "Grace Hopper");
        page.fill("input[name=email]", email);
        page.fill("input[type=password]", PASSWORD);
        page.getByRole(AriaRole.BUTTON, button("Create account")).click();
        assertThat(page).hasURL(Pattern.compile(".*/check-mail.*"));

        Deadline.awaitTrue("the mail", MAIL_MAX, () -> {
            page.navigate("/mailbox");
            return mailTo(page, email).count() > 0;
        });
        mailTo(page, email).first().click();
        Screenshots.take(page, "mailbox");
        page.locator("a[href*='/confirm?token=']").first().click();
        page.locator("main form button").click();
    }

    static void signIn(Page page, String email) {
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        page.fill("input[name=email]", email);
        page.fill("input[type=password]", PASSWORD);
        page.getByRole(AriaRole.BUTTON, button("Sign in")).click();
    }

    static void foundWorkspace(Page page, String email, String label) {
        signIn(page, email);
        assertThat(page).hasURL(Pattern.compile(".*/workspace.*"));
        page.fill("main input[type=text]", label);
        page.locator("main form button").click();
        assertThat(page).hasURL(Pattern.compile(".*/conversation.*"));
        Screenshots.take(page, "empty-conversation");
    }

    /** Somebody new joins the workspace of whoever is signed in, who decides about people; the newcomer is signed in then. */
    static void join(Page page, String email, String role) {
        page.locator(".rail")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("People and roles"))
                .click();
        page.fill("#email", email);
        page.selectOption("#invited-role", role);
        page.locator("form#invite button[name=invite]").click();
        page.locator(".card.plan button[name=confirm]").click();
        assertThat(page.locator("form#waiting")).containsText(email);
        signOut(page);
        register(page, email);
        signIn(page, email);
        openInvitation(page, email);
        page.getByRole(AriaRole.BUTTON, button("Join workspace")).click();
        assertThat(page).hasURL(Pattern.compile(".*/conversation.*"));
    }

    /** Follows the link in the mail that invites them, as soon as it has come. */
    static void openInvitation(Page page, String email) {
        Locator mail = page.locator(".mail-item", new Page.LocatorOptions().setHasText(email))
                .filter(new Locator.FilterOptions().setHasText("You are invited"));
        Deadline.awaitTrue("the invitation", MAIL_MAX, () -> {
            page.navigate("/mailbox");
            return mail.count() > 0;
        });
        mail.first().click();
        page.locator("a[href*='/invitation?token=']").first().click();
    }

    static void signOut(Page page) {
        page.locator(".rail")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^\\s*Sign out$")))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
    }

    /** The mailbox is everybody's: other tests' mail is in it too, and other mail to the same person. */
    private static Locator mailTo(Page page, String email) {
        return page.locator(".mail-item", new Page.LocatorOptions().setHasText(email))
                .filter(new Locator.FilterOptions().setHasText("Confirm your address"));
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
