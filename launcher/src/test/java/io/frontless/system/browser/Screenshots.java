package io.frontless.system.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Pictures of a page for whoever wants to see it, in {@code target/screenshots}. */
public final class Screenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    /** Writes {@code <name>-phone.png} and {@code <name>-desktop.png}; the page is left at desktop size. */
    public static void take(Page page, String name) {
        take(page, name, shown -> {});
    }

    /** The same with a part of a long page in view. */
    static void take(Page page, String name, String part) {
        take(page, name, shown -> shown.locator(part).scrollIntoViewIfNeeded());
    }

    private static void take(Page page, String name, Consumer<Page> before) {
        for (Screen screen : Screen.values()) {
            page.setViewportSize(screen.width(), screen.height());
            before.accept(page);
            page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + "-" + screen.label() + ".png")));
        }
    }
}
