package io.frontless.launcher;

import java.nio.file.Path;
import java.util.List;

/** Files that hold a server's key and certificates. */
interface KeySource {

    /** What to watch. */
    List<Path> files();

    /** Reads them anew; what was read is not yet checked. */
    ServerKey read() throws KeyRefused;
}
