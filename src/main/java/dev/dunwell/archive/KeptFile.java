package dev.dunwell.archive;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Hands out a file as it was kept: to be saved, the same bytes every time. */
public final class KeptFile {

    private KeptFile() {}

    /** @param hash by which the archive knows it */
    public static void send(Archive archive, String hash, String name, String type, HttpServletResponse response)
            throws IOException {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (InputStream in = archive.open(hash)) {
            in.transferTo(response.getOutputStream());
        }
    }
}
