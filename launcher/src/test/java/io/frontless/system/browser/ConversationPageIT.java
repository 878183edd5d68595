package io.frontless.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What the conversation page promises: stages, provenance, edits, charts, follow-ups and the keyboard. */
@BrowserTest
class ConversationPageIT {
    private static final String TABLE =
            "create a table Invoice with number, client, amount, status (pending, paid) and due date";

    private final List<String> complaints = new ArrayList<>();

    @Test
    void turnIsShownStageByStageAndTypingGoesOn(Page page) {
        begin(page, "joan@feynman.example");
        List<Route> held = new ArrayList<>();
        page.route("**/turns/stream", held::add);

        write(page, TABLE);
        assertThat(page.locator("#coming .said-now")).hasText(TABLE);
        page.fill("textarea", "typed meanwhile");
        page.waitForCondition(() -> !held.isEmpty());
        held.get(0).resume();

        assertThat(card(page)).containsText("Changes the schema");
        assertThat(page.locator("#coming")).isHidden();
        assertThat(page.locator("textarea")).hasValue("typed meanwhile");
        assertThat(page.locator("textarea")).isFocused();
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void stagesAreToldInWords(Page page) {
        begin(page, "mavis@batey.example");
        page.route(
                "**/turns/stream",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody("""
                                event: progress
                                data: {"stage": "PLANNING", "provider": null}

                                event: progress
                                data: {"stage": "ASKING", "provider": "scripted"}

                                event: problem
                                data: {"detail": "Nothing like that can be said."}

                                """)));

        write(page, "something");

        assertThat(page.locator("#unsaid")).containsText("Nothing like that can be said.");
        assertThat(page.locator("textarea")).hasValue("something");
        assertThat(page.locator("#coming .stages li"))
                .hasText(new String[] {"Reading your sentence", "Asking scripted"});
    }

    @Test
    void lostConnectionIsToldAndNothingIsSaidTwice(Page page) {
        begin(page, "margaret@rock.example");
        page.route("**/turns/stream", Route::abort);

        write(page, TABLE);

        assertThat(page.locator("#unsaid")).containsText("The connection was lost");
        assertThat(page.locator("textarea")).hasValue(TABLE);
    }

    @Test
    void pageWorksWithoutItsScript(Page page) {
        begin(page, "rosalind@hudson.example");
        BrowserContext context = page.context();
        page.route("**/portal.js", Route::abort);
        page.reload();
        page.fill("textarea", TABLE);
        page.locator(".composer-send").click();

        assertThat(card(page)).containsText("Changes the schema");
        Assertions.assertThat(context.pages()).hasSize(1);
    }

    @Test
    void everyValueSaysWhereItComesFromAndThePlanCanBeChanged(Page page) {
        begin(page, "ann@mitchell.example");
        say(page, TABLE);
        confirm(page);
        say(page, "add invoice INV-1 for Acme, 1200, due tomorrow");

        assertThat(card(page).locator(".origin")).hasCount(4);
        assertThat(card(page)).containsText("worked out from your words");
        card(page).getByText("Why it was read so").click();
        assertThat(card(page).locator(".why")).containsText("Invoice INV-1 is new.");
        Screenshots.take(page, "conversation-provenance");

        page.locator("h1").click();
        page.keyboard().press("e");
        Locator amount = card(page).locator(".edit input").nth(2);
        assertThat(card(page).locator(".edit input").first()).isFocused();
        amount.fill("1300");
        Screenshots.take(page, "conversation-edit");
        amount.press("Enter");
        assertThat(page.locator(".card.plan.is-proposed")).hasCount(1);
        assertThat(card(page)).containsText("1,300.00");
        assertThat(page.locator(".card.plan", new Page.LocatorOptions().setHasText("Discarded")))
                .hasCount(1);
        confirm(page);
        say(page, "explain");
        assertThat(page.locator("main .card").last()).containsText("the planner inside Frontless");
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void countsAreDrawnAndTabledAndGoOn(Page page) {
        begin(page, "irene@dixon.example");
        say(page, TABLE);
        confirm(page);
        for (String invoice : List.of("INV-1 for Acme, 1200 paid", "INV-2 for Zeta, 800 paid", "INV-3, 10 pending")) {
            say(page, "add invoice " + invoice);
            confirm(page);
        }
        say(page, "show invoices");
        page.locator(".follow-ups button", new Page.LocatorOptions().setHasText("per status"))
                .click();

        Locator chart = page.locator("svg[role=img]").last();
        assertThat(chart).hasAttribute("aria-label", Pattern.compile("Number by Status.*"));
        assertThat(chart.locator("rect")).hasCount(2);
        assertThat(page.locator("main table.grid").last()).containsText("paid");
        Screenshots.take(page, "conversation-chart");
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void newConversationBeginsWithTheWorkspacesOwnTables(Page page) {
        begin(page, "jean@valentine.example");
        assertThat(page.locator(".welcome")).containsText("create a table Invoice");
        say(page, "create a table Ship with name and state (afloat, docked)");
        confirm(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New conversation"))
                .click();

        assertThat(page.locator(".welcome")).containsText("show afloat ships");
        Screenshots.take(page, "conversation-own-examples");
    }

    @Test
    void keysOfOneSignCanBeSwitchedOff(Page page) {
        begin(page, "bella@webb.example");
        page.locator("h1").click();
        page.keyboard().press("?");
        page.locator("#single-keys").uncheck();
        Screenshots.take(page, "conversation-shortcuts-off");
        page.keyboard().press("Escape");

        page.reload();
        page.locator("h1").click();
        page.keyboard().press("?");
        assertThat(page.locator("#shortcuts")).isHidden();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keyboard"))
                .click();
        assertThat(page.locator("#single-keys")).not().isChecked();
    }

    @Test
    void keyboardReachesEverything(Page page) {
        begin(page, "betty@webb.example");
        say(page, TABLE);
        page.locator("h1").click();
        page.keyboard().press("?");
        assertThat(page.locator("#shortcuts")).isVisible();
        Screenshots.take(page, "conversation-shortcuts");
        page.keyboard().press("Escape");
        assertThat(page.locator("#shortcuts")).isHidden();

        page.keyboard().press("c");
        assertThat(card(page).locator("button[name=confirm]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(card(page)).containsText("Done");
        page.keyboard().press("u");
        assertThat(card(page).locator("button[name=undo]")).isFocused();
        page.keyboard().press("/");
        assertThat(page.locator("textarea")).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("textarea")).hasValue(TABLE);
        page.fill("textarea", "");

        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette [role=option]").first()).containsText("Conversation");
        page.keyboard().type("invoice");
        assertThat(page.locator("#palette [role=option][aria-selected=true]")).containsText("Invoice");
        Screenshots.take(page, "conversation-palette");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/table\\?.*t=invoice.*"));

        page.keyboard().press("Control+k");
        page.keyboard().type("how many");
        assertThat(page.locator("#palette [role=option]").first()).containsText("how many invoices");
        page.keyboard().press("Enter");
        assertThat(page.locator("textarea")).hasValue(Pattern.compile("how many invoices.*"));
        Assertions.assertThat(complaints).isEmpty();
    }

    private void begin(Page page, String email) {
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        Newcomer.register(page, email);
        Newcomer.foundWorkspace(page, email, "Bletchley");
    }

    private static void write(Page page, String sentence) {
        page.fill("textarea", sentence);
        page.press("textarea", "Enter");
    }

    private static void say(Page page, String sentence) {
        write(page, sentence);
        assertThat(page.locator(".said").last()).hasText(sentence);
    }

    private static void confirm(Page page) {
        card(page)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^\\s*Confirm.*")))
                .click();
        assertThat(card(page)).containsText("Done");
    }

    private static Locator card(Page page) {
        return page.locator(".card.plan").last();
    }
}
