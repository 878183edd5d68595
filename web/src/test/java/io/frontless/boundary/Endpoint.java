package io.frontless.boundary;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One method of one resource as clients see it: verb, path, and whether it is for people who have signed in. */
record Endpoint(String verb, String path, boolean open) implements Comparable<Endpoint> {

    /** Every endpoint of every resource class of the product, found and not listed, so that none is forgotten. */
    static TreeSet<Endpoint> served() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.frontless").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(Endpoint::endpointsOf)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Endpoint> endpointsOf(JavaClass resource) {
        return resource.getMethods().stream().flatMap(method -> verbsOf(method)
                .map(verb -> new Endpoint(verb, pathOf(resource, method), method.isAnnotatedWith(OpenToAll.class))));
    }

    private static Stream<String> verbsOf(JavaMethod method) {
        return Arrays.stream(method.reflect().getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static String pathOf(JavaClass resource, JavaMethod method) {
        return Stream.of(
                        Api.class.getAnnotation(ApplicationPath.class).value(),
                        resource.getAnnotationOfType(Path.class).value(),
                        method.tryGetAnnotationOfType(Path.class)
                                .map(Path::value)
                                .orElse(""))
                .map(part -> part.replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
                .flatMap(part -> Arrays.stream(part.split("/")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/", "/", ""));
    }

    @Override
    public int compareTo(Endpoint other) {
        return Comparator.comparing(Endpoint::path)
                .thenComparing(Endpoint::verb)
                .thenComparing(Endpoint::open)
                .compare(this, other);
    }
}
