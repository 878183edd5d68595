package io.frontless.seal.control;

import io.frontless.proof.TreeHead;
import java.io.IOException;
import java.util.List;

/** Keeps signed heads where whoever rules the database does not: with them, what was cut off the log's end or forked is found out. */
interface Witness {

    /** By which it is remembered what it was told: its kind. */
    String name();

    /** Tells it heads; it may be told one twice. An exception means that it may know none of them. */
    void tell(List<TreeHead.Signed> heads) throws IOException;
}
