import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the JVM overlook the type annotations of compiled classes, before PIT redefines them.
 *
 * <p>HotSpot decodes the type annotations of a record's components wrongly when the record is redefined, and crashes or leaves the class broken (JDK-8376185,
 * mended in JDK 27). Here every record with a {@code @Nullable} component is such a record. The name of the attribute stands in the class once, as a constant;
 * under another name of the same length it is an attribute that the JVM does not know and therefore skips.
 *
 * <p>Usage: {@code java HideTypeAnnotations.java target/classes}. To be deleted when the oldest JDK that builds this project has the correction.
 */
final class HideTypeAnnotations {
  private static final String NAME = "RuntimeVisibleTypeAnnotations";
  private static final String UNKNOWN = "RuntimeOverlookedAnnotations_";

  private HideTypeAnnotations() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("expected one folder of classes, found " + List.of(args));
    }
    try (var files = Files.walk(Path.of(args[0]))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String bytes = Files.readString(file, ISO_8859_1);
        if (bytes.contains(NAME)) {
          Files.writeString(file, bytes.replace(NAME, UNKNOWN), ISO_8859_1);
        }
      }
    }
  }
}
