package io.frontless.system.browser;

import java.util.Locale;

/** The sizes that every page must be good at, in CSS pixels. */
public enum Screen {
    PHONE(390, 844),
    DESKTOP(1280, 800);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
