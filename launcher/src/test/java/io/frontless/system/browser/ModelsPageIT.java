package io.frontless.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.frontless.system.Neighbours;
import io.frontless.system.keycloak.KeycloakExtension;
import io.frontless.system.rest.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An owner lets the assistant ask a model, and reads what it was sent. */
@BrowserTest
@ExtendWith(KeycloakExtension.class)
class ModelsPageIT {
    private static final String PLAN = """
            {"kind": "change", "text": "", "options": [], "steps": [{"id": "s1", "op": "entity.create", "entity": "", "record": "", "label": "Shipment",
              "values": [], "conditions": [], "fields": [
                {"label": "Code", "type": "text", "required": true, "unique": true, "options": [], "target": ""}]}]}
            """;

    @Test
    void ownerChoosesAModelAndReadsWhatItWasSent(Page page, Neighbours neighbours) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        Newcomer.register(page, "edith@clarke.example");
        Newcomer.foundWorkspace(page, "edith@clarke.example", "Clarke Ltd");

        open(page);
        assertThat(page.locator("form#models")).containsText("Scripted Models Ltd");
        assertThat(page.locator("main")).containsText("Nothing yet.");
        page.locator("select[name=place-scripted]").selectOption("1");
        page.locator("#tokens").fill("500000");
        page.locator("#cents").fill("200");
        Screenshots.take(page, "models");
        press(page.locator("form#models"), "^Change$");
        assertThat(page.locator(".card.plan")).containsText("scripted");
        Screenshots.take(page, "models-preview");
        press(page.locator(".card.plan"), "^\\s*Confirm.*");
        assertThat(page.locator(".card.plan")).containsText("Done");

        try (ScriptedModel model = ScriptedModel.start(neighbours, asked -> PLAN)) {
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Conversation"))
                    .first()
                    .click();
            page.locator("textarea").first().fill("we want to keep track of shipments by their code");
            page.keyboard().press("Enter");
            assertThat(page.locator(".card.plan")).containsText("Create a table Shipment");
            Assertions.assertThat(model.asked()).hasSize(1);
        }

        open(page);
        assertThat(page.locator("main")).containsText("answered");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show"))
                .first()
                .click();
        assertThat(page.locator("pre.sent")).containsText("shipments by their code");
        Screenshots.take(page, "models-sent");
        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private static void open(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Models"))
                .first()
                .click();
    }

    private static void press(Locator where, String name) {
        where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)))
                .first()
                .click();
    }
}
