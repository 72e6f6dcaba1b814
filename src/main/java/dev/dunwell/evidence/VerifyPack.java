package dev.dunwell.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says of a pack that somebody brings whether it is as it was made, or at which file it broke. Each file is read once
 * and not kept; what is far too large for a pack is refused before it is unpacked.
 */
@Component
public class VerifyPack {

    private static final int MOST_FILES = 20_000;
    private static final int LARGEST_MANIFEST = 16 << 20;
    private static final long LARGEST = 4L << 30;
    private static final String NO_PACK = "This is no evidence pack: bring the ZIP as it was downloaded.";

    private final EvidencePacks packs;
    private final JsonMapper json;

    VerifyPack(EvidencePacks packs, JsonMapper json) {
        this.packs = packs;
        this.json = json;
    }

    /**
     * What was found.
     *
     * @param faults what is not as it was made, in the order of the chain; empty when the pack is whole in itself
     * @param head the last hash as computed from the files, to compare with the first page of the paper; empty when
     *     there is no list of files
     * @param made the pack of ours whose chain ends like that, null when we made none
     */
    public record Finding(
            List<String> faults,
            String head,
            int files,
            @Nullable EvidencePack made) {

        /** Not a byte differs from what was made here. */
        public boolean isWhole() {
            return faults.isEmpty() && made != null;
        }
    }

    /** @param zip read from its first byte to its last */
    public Finding verify(InputStreamSource zip) throws IOException {
        Map<String, Sha.Read> found = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        byte[] list;
        try (var in = new ZipInputStream(zip.getInputStream())) {
            list = read(in, found, faults);
        } catch (ZipException | IllegalArgumentException e) {
            return new Finding(List.of("The ZIP itself is damaged: it cannot be read to its end."), "", 0, null);
        }
        Manifest manifest = list == null ? null : manifest(list);
        return manifest == null
                ? new Finding(List.of(NO_PACK), "", found.size(), null)
                : judge(manifest, found, faults);
    }

    private Finding judge(Manifest manifest, Map<String, Sha.Read> found, List<String> faults) {
        List<Manifest.Line> chained = Manifest.chained(manifest.about(), manifest.files());
        boolean isUnbroken = true;
        for (int i = 0; i < chained.size(); i++) {
            Manifest.Line said = manifest.files().get(i);
            check(said, found.remove(said.path()), faults);
            if (isUnbroken && !chained.get(i).chain().equals(said.chain())) {
                isUnbroken = false;
                faults.add("The chain breaks at file " + (i + 1) + ", " + said.path()
                        + ": the list was changed there or before it.");
            }
        }
        check(manifest.pdf(), found.remove(manifest.pdf().path()), faults);
        found.keySet().forEach(extra -> faults.add(extra + " was added: it is not in the list."));
        String head = Manifest.headOf(manifest.about(), chained);
        EvidencePack made = packs.byHead(head).orElse(null);
        if (!head.equals(manifest.head())) {
            faults.add("The list ends in another hash than its files do.");
        }
        if (made != null && !made.pdfHash().equals(manifest.pdf().sha256())) {
            faults.add(Manifest.PAPER + " is not the paper that was made.");
        }
        return new Finding(List.copyOf(faults), head, chained.size(), made);
    }

    private static void check(Manifest.Line said, Sha.@Nullable Read read, List<String> faults) {
        if (read == null) {
            faults.add(said.path() + " is missing.");
        } else if (!read.hash().equals(said.sha256()) || read.size() != said.size()) {
            faults.add(said.path() + " was changed: it is not the file that was sealed.");
        }
    }

    /** @return the list of files, null when there is none */
    private static byte @Nullable [] read(ZipInputStream in, Map<String, Sha.Read> found, List<String> faults)
            throws IOException {
        byte[] list = null;
        Set<String> seen = new HashSet<>();
        long left = LARGEST;
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (!seen.add(entry.getName())) {
                faults.add(entry.getName() + " is in the ZIP twice.");
            } else if (entry.getName().equals(Manifest.NAME)) {
                list = in.readNBytes(LARGEST_MANIFEST);
            } else {
                Sha.Read read = Sha.of(new Bounded(in, left));
                left -= read.size();
                found.put(entry.getName(), read);
            }
            if (seen.size() > MOST_FILES || left <= 0) {
                throw new ZipException("far larger than a pack");
            }
        }
        return list;
    }

    private @Nullable Manifest manifest(byte[] list) {
        try {
            Manifest read = json.readValue(list, Manifest.class);
            boolean isComplete = read.about() != null && read.pdf() != null && read.head() != null;
            return isComplete ? read : null;
        } catch (JacksonException | NullPointerException e) {
            return null;
        }
    }

    /** Ends after so many bytes. */
    private static final class Bounded extends InputStream {

        private final InputStream in;
        private long left;

        Bounded(InputStream in, long most) {
            this.in = in;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? in.read() : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = left <= 0 ? -1 : in.read(into, from, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
