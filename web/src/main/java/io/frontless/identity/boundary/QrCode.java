package io.frontless.identity.boundary;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004) as the outline of its dark squares, for the path of an SVG; made here, so that no secret goes through an image's address.
 *
 * @param size squares along a side, the quiet zone included
 * @param outline for the attribute {@code d}
 */
public record QrCode(int size, String outline) {

    private static final int QUIET_ZONE = 4;

    /** The code of a text of at most some 2,000 characters. */
    static QrCode of(String text) {
        try {
            BitMatrix squares = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
            return new QrCode(squares.getWidth(), outline(squares));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too much for a QR code", e);
        }
    }

    /** Each run of dark squares in a row is one rectangle. */
    private static String outline(BitMatrix squares) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                int start = x;
                while (x < squares.getWidth() && squares.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append('M')
                            .append(start)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - start);
                    path.append("v1h-").append(x - start).append('z');
                }
            }
        }
        return path.toString();
    }
}
