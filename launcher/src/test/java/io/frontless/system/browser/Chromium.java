package io.frontless.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's Chromium under Playwright's control; nothing is downloaded. */
final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Takes the program from FRONTLESS_CHROMIUM, or else the one that Debian installs. */
    static Chromium start() {
        String program = System.getenv().getOrDefault("FRONTLESS_CHROMIUM", "/usr/bin/chromium");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(program))
                        .setHeadless(true)
                        .setArgs(FLAGS));
        return new Chromium(playwright, browser);
    }

    /** A page in a session without history; the product's authority is not the browser's, so its errors are ignored. */
    Page newPage(URI baseUrl) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(baseUrl.toString())
                        .setIgnoreHTTPSErrors(true)
                        .setLocale("en-GB")
                        .setTimezoneId("UTC")
                        .setViewportSize(Screen.DESKTOP.width(), Screen.DESKTOP.height()))
                .newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
