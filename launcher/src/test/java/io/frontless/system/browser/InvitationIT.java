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

/** An invitation on the pages: sent and shown, opened without an account, accepted after making one; then the member is suspended, and leaves. */
@BrowserTest
class InvitationIT {
    private static final String OWNER = "ida@rhodes.example";
    private static final String GUEST = "mary@keller.example";

    @Test
    void invitedPersonMakesAnAccountJoinsIsSuspendedAndLeaves(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        Newcomer.register(page, OWNER);
        Newcomer.foundWorkspace(page, OWNER, "Rhodes Ltd");
        toPeople(page);
        invite(page);
        page.navigate(people(page) + "#invitations");
        Screenshots.take(page, "invitations");
        setPolicy(page);
        page.navigate(people(page) + "#sign-in-policy");
        Screenshots.take(page, "policy");
        Newcomer.signOut(page);

        Newcomer.openInvitation(page, GUEST);
        assertThat(page.locator("main")).containsText("Join Rhodes Ltd");
        Screenshots.take(page, "invitation-stranger");
        page.locator("a[href='register']").click();
        Newcomer.register(page, GUEST);
        Newcomer.signIn(page, GUEST);
        assertThat(page).hasURL(Pattern.compile(".*/invitation\\?token=.*"));
        Screenshots.take(page, "invitation");
        press(page.locator("main"), "^Join workspace$");
        assertThat(page).hasURL(Pattern.compile(".*/conversation.*"));
        String workspace = page.url().replaceFirst(".*w=", "");
        page.locator(".rail-person a").click();
        assertThat(page.locator("main")).containsText("Member");
        press(page.locator("main"), "^Leave this workspace$");
        assertThat(page.locator(".card.plan")).containsText("Confirm change of members");
        Screenshots.take(page, "membership");
        press(page.locator(".card.plan"), "^Discard$");
        Newcomer.signOut(page);

        suspendAndBack(page);
        Newcomer.signOut(page);
        Newcomer.signIn(page, GUEST);
        assertThat(page).hasURL(Pattern.compile(".*/conversation.*"));
        page.navigate("/membership?w=" + workspace);
        press(page.locator("main"), "^Leave this workspace$");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");
        assertThat(page).hasURL(Pattern.compile(".*/workspace.*"));
        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
        page.navigate("/conversation?w=" + workspace);
        assertThat(page.locator("body")).not().containsText("Rhodes Ltd");
        Newcomer.openInvitation(page, GUEST);
        assertThat(page.locator("main")).containsText("does not work");
        Screenshots.take(page, "invitation-used");
    }

    private static void invite(Page page) {
        page.fill("#email", "somebody@gmail.com");
        press(page.locator("form#invite"), "^Invite$");
        assertThat(page.locator("#email-note")).containsText("a business address");
        page.fill("#email", GUEST);
        page.selectOption("#invited-role", "MEMBER");
        press(page.locator("form#invite"), "^Invite$");
        assertThat(page.locator(".card.plan")).containsText(GUEST);
        Screenshots.take(page, "invite-preview");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");
        assertThat(page.locator("form#waiting")).containsText(GUEST);
    }

    private static void setPolicy(Page page) {
        page.selectOption("#idle-hours", "8");
        press(page.locator("form#policy"), "^Change policy$");
        assertThat(page.locator(".card.plan")).containsText("Hours a session may be unused");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");
        assertThat(page.locator("#idle-hours")).hasValue("8");
    }

    private static void suspendAndBack(Page page) {
        Newcomer.signIn(page, OWNER);
        toPeople(page);
        press(row(page), "^Suspend$");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");
        assertThat(row(page)).containsText("Suspended");
        page.navigate(people(page));
        Screenshots.take(page, "members");
        press(row(page), "^Let in again$");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");
        press(row(page), "^Remove$");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");
        page.locator("summary", new Page.LocatorOptions().setHasText("Former members"))
                .click();
        press(page.locator("form#members details"), "^Bring back$");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");
        assertThat(row(page)).containsText(GUEST);
    }

    private static Locator row(Page page) {
        return page.locator("form#members > .frame tr", new Page.LocatorOptions().setHasText(GUEST));
    }

    private static void toPeople(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("People and roles"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/people.*"));
    }

    private static String people(Page page) {
        return page.url().replaceFirst("[&#].*", "");
    }

    private static void press(Locator where, String name) {
        where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)))
                .first()
                .click();
    }
}
