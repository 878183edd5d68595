package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Enumeration;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through a workbook before it is read: how much it unpacks to, that its parts are well-formed without a DTD, and that no cell claims a place
 * beyond a sheet's bounds, for the reader makes room for all columns before it. Whoever uploads may be anybody.
 */
final class XlsxGuard {

    private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");
    private static final int ARRAY_FORMULAS_MAX = 100;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final XMLInputFactory XML = factory();

    private long bytes;
    private int arrays;
    private boolean styled;

    private XlsxGuard() {}

    /** Refuses what is no workbook or too large; answers whether it has styles, by which dates are told from numbers. */
    static boolean check(byte[] workbook) {
        for (int index = 0; index < ZIP.length; index++) {
            if (workbook.length <= ZIP.length || workbook[index] != ZIP[index]) {
                throw XlsxSheet.wrong("bytes that are not");
            }
        }
        XlsxGuard guard = new XlsxGuard();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            guard.check(zip);
        } catch (IOException | IllegalArgumentException e) {
            throw XlsxSheet.wrong(String.valueOf(e.getMessage()));
        } catch (XMLStreamException e) {
            throw XlsxSheet.wrong("a part that is no well-formed XML without a DTD");
        }
        return guard.styled;
    }

    private void check(ZipFile zip) throws IOException, XMLStreamException {
        int parts = 0;
        Enumeration<ZipArchiveEntry> entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            ZipArchiveEntry entry = entries.nextElement();
            if (++parts > Limits.WORKBOOK_PARTS_MAX) {
                throw Rejection.of(
                        Reason.LIMIT, "file", "a workbook of at most " + Limits.WORKBOOK_PARTS_MAX + " parts", "more");
            }
            styled |= entry.getName().equalsIgnoreCase("xl/styles.xml");
            try (InputStream part = new BufferedInputStream(new Counted(zip.getInputStream(entry)))) {
                part.mark(2);
                int first = part.read();
                part.reset();
                boolean text = first == '<' || first == 0xEF || first == 0xFE || first == 0xFF || first <= ' ';
                if (text && first >= 0) {
                    checkXml(part);
                } else {
                    part.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    private void checkXml(InputStream part) throws XMLStreamException {
        XMLStreamReader reader = XML.createXMLStreamReader(part);
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.DTD) {
                throw new XMLStreamException("a DTD");
            }
            if (event == XMLStreamReader.START_ELEMENT) {
                checkElement(reader);
            }
        }
        reader.close();
    }

    private void checkElement(XMLStreamReader reader) {
        String place = reader.getAttributeValue(null, "r");
        if (reader.getLocalName().equals("c")
                && place != null
                && !CELL.matcher(place).matches()) {
            throw XlsxSheet.wrong("a cell at " + place);
        }
        boolean array = reader.getLocalName().equals("f") && "array".equals(reader.getAttributeValue(null, "t"));
        if (array && ++arrays > ARRAY_FORMULAS_MAX) {
            throw Rejection.of(
                    Reason.LIMIT, "file", "a workbook of at most " + ARRAY_FORMULAS_MAX + " array formulas", "more");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Counts what is unpacked, all parts together. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            bytes += Math.max(read, 0);
            if (bytes > Limits.WORKBOOK_BYTES_MAX) {
                throw Rejection.of(
                        Reason.LIMIT,
                        "file",
                        "a workbook of at most " + Limits.WORKBOOK_BYTES_MAX + " bytes unpacked",
                        "more");
            }
        }
    }
}
