package io.frontless.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.frontless.boundary.OpenToAll;
import io.frontless.boundary.Requires;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageGuardTest {

    @Test
    void aPagesBeanIsNamedAfterIt() {
        assertThat(PageGuard.beanName("/table.xhtml")).isEqualTo("tablePage");
        assertThat(PageGuard.beanName("/check-mail.xhtml")).isEqualTo("checkMailPage");
    }

    @Test
    void everyPageHasABeanThatDeclaresWhoMaySeeIt() throws IOException {
        List<String> pages = pages();

        Map<String, JavaClass> beans = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.frontless").stream()
                        .filter(type -> type.isAnnotatedWith(Named.class))
                        .collect(Collectors.toMap(PageGuardTest::name, type -> type));
        assertThat(pages).isNotEmpty().allSatisfy(page -> {
            JavaClass bean = beans.get(PageGuard.beanName(page));
            assertThat(bean).as(page).isNotNull();
            assertThat(bean.isAnnotatedWith(Requires.class) || bean.isAnnotatedWith(OpenToAll.class))
                    .as(page)
                    .isTrue();
        });
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/webapp"))) {
            return files.map(file -> "/" + file.getFileName())
                    .filter(name -> name.endsWith(".xhtml"))
                    .toList();
        }
    }

    private static String name(JavaClass type) {
        String given = type.getAnnotationOfType(Named.class).value();
        String simple = type.getSimpleName();
        return given.isEmpty() ? Character.toLowerCase(simple.charAt(0)) + simple.substring(1) : given;
    }
}
