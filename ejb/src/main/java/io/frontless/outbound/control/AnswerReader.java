package io.frontless.outbound.control;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Reads an answer while it arrives. */
@FunctionalInterface
public interface AnswerReader<T> {

    /** Is given the body as a stream that ends, by a rejection, at the limit of its size. */
    T read(int status, Map<String, String> headers, InputStream body) throws IOException;
}
