package io.frontless.outbound.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is cut off, by a rejection as LIMIT, once it is longer than allowed; whatever its length was said to be. */
final class BoundedBody extends FilterInputStream {

    private final long bytesMax;
    private long bytes;
    private boolean ended;

    BoundedBody(InputStream in, long bytesMax) {
        super(in);
        this.bytesMax = bytesMax;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        count(next < 0 ? next : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        count(read);
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(wanted);
        count(skipped);
        return skipped;
    }

    /** Its limit would be forgotten by going back. */
    @Override
    public boolean markSupported() {
        return false;
    }

    /** Whether all of it was read. */
    boolean ended() {
        return ended;
    }

    private void count(long more) {
        ended |= more < 0;
        bytes += Math.max(more, 0);
        if (bytes > bytesMax) {
            throw Rejection.of(Reason.LIMIT, "answer", "at most " + bytesMax + " bytes", "more");
        }
    }
}
