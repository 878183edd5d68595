package io.frontless.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What comes in a file is looked at before it is stored, is stored as long work that is watched, and leaves in a file again. */
@BrowserTest
class FileIT {

    private static final int ROWS = 3_000;
    private static final double JOB_MS_MAX = 120_000;
    private static final Pattern TABLE = Pattern.compile(".*/table.*");

    @Test
    void aFileIsLookedAtStoredWatchedAndExported(Page page) throws IOException {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        Newcomer.register(page, "ada@lovelace.example");
        Newcomer.foundWorkspace(page, "ada@lovelace.example", "Lovelace Ltd");

        upload(page, "Customers", customers(ROWS));
        assertThat(page.locator("main .counts")).containsText("3,000");
        Screenshots.take(page, "import-columns");
        press(page, "^Preview all 3,000 rows$");
        Screenshots.take(page, "import-preview");
        press(page, "Confirm");
        assertThat(page.locator("main h1")).not().containsText("Import into");
        Screenshots.take(page, "import-job");
        assertThat(page).hasURL(TABLE, new PageAssertions.HasURLOptions().setTimeout(JOB_MS_MAX));
        assertThat(page.locator(".card.plan")).containsText("Done");
        Screenshots.take(page, "import-done");

        upload(page, "customers", "Name,City,Since,Credit\nLast,Rome,2026-01-02,12.50\nWrong,Rome,yesterday,much\n");
        assertThat(page.locator("main .counts")).containsText("Rows that do not fit");
        assertThat(page.locator("main")).containsText("yesterday");
        Screenshots.take(page, "import-errors");
        press(page, "^Preview the 1 rows? that fits?$");
        press(page, "Confirm");
        assertThat(page).hasURL(TABLE, new PageAssertions.HasURLOptions().setTimeout(JOB_MS_MAX));

        page.locator("nav a", new Page.LocatorOptions().setHasText("Customers"))
                .first()
                .click();
        assertThat(page.locator("main .lead")).containsText("3,001");
        Screenshots.take(page, "table-imported");
        Download download = page.waitForDownload(() -> page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("CSV").setExact(true))
                .click());
        Assertions.assertThat(Files.readAllLines(download.path())).hasSize(ROWS + 2);

        findByWordsAndView(page);

        page.locator("main .grid a[href*='record?']").first().click();
        page.fill("#comment-text", "Asked for the new price list.\nCall back on Monday.");
        press(page, "^Comment$");
        assertThat(page.locator("#comments")).containsText("Call back on Monday.");
        Screenshots.take(page, "record-with-comment");
        Assertions.assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private static void findByWordsAndView(Page page) {
        page.fill("input[name=q]", "customer 42");
        page.press("input[name=q]", "Enter");
        assertThat(page.locator("main .grid tbody tr").first()).containsText("Customer 42");
        makeView(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Londoners"))
                .click();
        assertThat(page.locator("main .lead")).containsText("1,000 records");
        assertThat(page.locator("main .grid thead")).not().containsText("Since");
        assertThat(page.locator("main .grid tbody tr").first()).containsText("30,000.5");
        Screenshots.take(page, "table-view");
        page.fill("input[name=q]", "nowhere");
        page.press("input[name=q]", "Enter");
        assertThat(page.locator("main")).containsText("Nothing found");
        Screenshots.take(page, "table-nothing-found");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show all"))
                .click();
    }

    private static void upload(Page page, String table, String csv) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^\\s*Import")))
                .first()
                .click();
        page.setInputFiles(
                "main input[type=file]",
                new FilePayload("customers.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.fill("main input[list=known]", table);
        Screenshots.take(page, "import-upload");
        press(page, "^Read the file$");
    }

    /** By the API, as whoever is signed in on this page. */
    private static void makeView(Page page) {
        page.evaluate("""
                async () => {
                  const plans = 'api/v1/workspaces/' + new URLSearchParams(location.search).get('w') + '/plans';
                  const post = async (path, body) => {
                    const answer = await fetch(path, {method: 'POST', body: JSON.stringify(body),
                      headers: {'Content-Type': 'application/json'}});
                    const text = await answer.text();
                    if (!answer.ok) throw new Error(text);
                    return JSON.parse(text);
                  };
                  const plan = await post(plans, {operations: [{op: 'view.create', params: {entity: 'customers', view: {
                    label: 'Londoners', filter: {field: 'city', op: 'eq', value: 'London'},
                    sort: [{field: 'credit', descending: true}], columns: ['credit', 'city']}}}]});
                  await post(plans + '/' + plan.planId + '/execution', {rows: plan.rows});
                }
                """);
        page.reload();
    }

    private static String customers(int rows) {
        StringBuilder csv = new StringBuilder("Name,City,Since,Credit\n");
        for (int row = 1; row <= rows; row++) {
            csv.append("Customer ")
                    .append(row)
                    .append(row % 3 == 0 ? ",London" : ",Paris")
                    .append(",2025-0")
                    .append(row % 9 + 1)
                    .append("-11,")
                    .append(row * 10)
                    .append(".50\n");
        }
        return csv.toString();
    }

    private static void press(Page page, String name) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)))
                .first()
                .click();
    }
}
