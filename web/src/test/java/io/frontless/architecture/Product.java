package io.frontless.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Which classes the rules look at: the product's own, without tests. */
public final class Product implements ImportOption {

    private static final String ROOT = "io.frontless.";

    @Override
    public boolean includes(Location location) {
        return !location.contains("/test-classes/");
    }

    /** The component that a class belongs to: the name after the root; empty for a class that is not the product's. */
    static String componentOf(JavaClass type) {
        String name = type.getPackageName() + ".";
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String rest = name.substring(ROOT.length());
        return rest.substring(0, rest.indexOf('.'));
    }

    /** Whether a class is part of the web boundary, which stands above every component. */
    static boolean isBoundary(JavaClass type) {
        return type.getPackageName().contains(".boundary");
    }
}
