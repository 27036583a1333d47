package io.github.icatimgcif.entrypoint.report;

import io.github.icatimgcif.judge.picture.Pixels;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Grey pixels as a PNG that stands in a page: dark where the signal is strong, a colour of its own where nothing was measured. */
final class PngUri {

    private static final int BITS = 8;
    private static final byte[] MASKED = {(byte) 0xD9, (byte) 0xC3, (byte) 0xA5};

    private PngUri() {}

    static String of(Pixels pixels) {
        BufferedImage image =
                new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_BYTE_INDEXED, colours());
        byte[] greys = pixels.greys();
        System.arraycopy(greys, 0, ((DataBufferByte) image.getRaster().getDataBuffer()).getData(), 0, greys.length);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", png)) {
                throw new IllegalStateException("this Java cannot write PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a PNG into memory", e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static IndexColorModel colours() {
        byte[][] colours = new byte[3][Pixels.STRONGEST + 1];
        for (int band = 0; band < colours.length; band++) {
            for (int signal = 0; signal <= Pixels.STRONGEST; signal++) {
                colours[band][signal] =
                        signal == Pixels.MASKED ? MASKED[band] : (byte) (Pixels.STRONGEST + Pixels.FAINTEST - signal);
            }
        }
        return new IndexColorModel(BITS, Pixels.STRONGEST + 1, colours[0], colours[1], colours[2]);
    }
}
