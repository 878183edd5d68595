package io.frontless.system.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of a page for whoever wants to see it, in {@code target/screenshots}. */
public final class Screenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    /** Writes {@code <name>-phone.png} and {@code <name>-desktop.png}; the page is left at desktop size. */
    public static void take(Page page, String name) {
        for (Screen screen : Screen.values()) {
            page.setViewportSize(screen.width(), screen.height());
            page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + "-" + screen.label() + ".png")));
        }
    }
}
