package dev.dunwell.api;

import dev.dunwell.web.Refusal;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;

/**
 * A request's body, hashed without being used up: a body of parts is hashed from where the server keeps its parts, any
 * other is read into memory and handed on.
 */
record SentBody(HttpServletRequest request, byte[] hash) {

    private static final int LONGEST = 10_000_000;

    static SentBody of(HttpServletRequest request) throws IOException, ServletException {
        var hash = sha256();
        var out = new DigestOutputStream(OutputStream.nullOutputStream(), hash);
        out.write(String.valueOf(request.getQueryString()).getBytes(StandardCharsets.UTF_8));
        String type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            for (Part part : request.getParts().stream()
                    .sorted(Comparator.comparing(Part::getName))
                    .toList()) {
                out.write((part.getName() + "\n" + part.getSize() + "\n").getBytes(StandardCharsets.UTF_8));
                try (InputStream content = part.getInputStream()) {
                    content.transferTo(out);
                }
            }
            return new SentBody(request, hash.digest());
        } else {
            byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                throw Refusal.malformed(
                        "too-large", "The body is longer than " + LONGEST + " bytes. Send it in parts.");
            }
            out.write(body);
            return new SentBody(new Reread(request, body), hash.digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Reread extends HttpServletRequestWrapper {

        private final byte[] body;

        Reread(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new InMemory(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class InMemory extends ServletInputStream {

        private final ByteArrayInputStream body;

        InMemory(ByteArrayInputStream body) {
            this.body = body;
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return body.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("this body is in memory already");
        }
    }
}
