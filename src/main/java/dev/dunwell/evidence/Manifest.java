package dev.dunwell.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * The list of a pack's files, sealed: each line's {@code chain} is the SHA-256 of the chain before it and of what the
 * line says, the first one's of what the pack is about. The last is the head. Whoever changes, adds, drops or moves one
 * file has to change the head, which is printed on the first page of the paper.
 *
 * @param files in the order of the chain
 * @param pdf the paper itself, which cannot be in the chain because it shows the head
 */
record Manifest(About about, List<Line> files, String head, Line pdf) {

    /** Its name in the pack, and that of the paper. */
    static final String NAME = "manifest.json";

    static final String PAPER = "evidence.pdf";

    Manifest {
        files = List.copyOf(files);
    }

    /**
     * What a pack is about.
     *
     * @param customer number and name
     * @param invoice its number; empty for all that the customer owes
     * @param madeAt a moment in UTC to the second
     */
    record About(String customer, String invoice, String day, String madeAt, String madeBy) {

        String start() {
            return Sha.of(String.join("\n", "dunwell evidence 1", customer, invoice, day, madeAt, madeBy));
        }
    }

    /** One file: where, how many bytes, its SHA-256, and the chain up to it; all hashes in hexadecimal. */
    record Line(String path, long size, String sha256, String chain) {

        private Line after(String before) {
            return new Line(path, size, sha256, Sha.of(String.join("\n", before, path, String.valueOf(size), sha256)));
        }
    }

    /** These files chained one after another. */
    static List<Line> chained(About about, List<Line> files) {
        List<Line> chained = new ArrayList<>();
        String before = about.start();
        for (Line file : files) {
            Line next = file.after(before);
            chained.add(next);
            before = next.chain;
        }
        return chained;
    }

    static String headOf(About about, List<Line> chained) {
        return chained.isEmpty() ? about.start() : chained.getLast().chain;
    }
}
