package io.frontless.system.browser;

import io.frontless.system.SystemTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class (named {@code *IT}) whose tests take a {@link com.microsoft.playwright.Page} as a parameter: a new
 * session at desktop size, for which {@code page.navigate("/path")} goes to the running product.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SystemTest
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {}
