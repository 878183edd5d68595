/**
 * Walks through the portal in a real browser, the system's own Chromium.
 * A test marked {@link io.frontless.system.browser.BrowserTest} asks for a page and gets one nobody used before.
 * Screenshots show every page as a desktop and as a phone sees it.
 */
@NullMarked
package io.frontless.system.browser;

import org.jspecify.annotations.NullMarked;
