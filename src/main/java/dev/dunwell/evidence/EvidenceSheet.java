package dev.dunwell.evidence;

import dev.dunwell.timeline.Entry;
import dev.dunwell.timeline.Telling;
import dev.dunwell.web.Show;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;

/** A pack as it is printed: all that {@code evidence/sheet.jte} shows. */
public record EvidenceSheet(Evidence evidence, String vendor, Seal seal, List<File> files, Show show) {

    private static final TemplateEngine HTML = TemplateEngine.createPrecompiled(ContentType.Html);

    /** Who made the pack and when, and the hash that closes its chain. */
    public record Seal(String head, String madeAt, String madeBy) {}

    /** One file of the pack. */
    public record File(String path, long size, String sha256) {}

    static EvidenceSheet of(
            Evidence evidence, String vendor, Manifest.About about, List<Manifest.Line> chain, Show show) {
        return new EvidenceSheet(
                evidence,
                vendor,
                new Seal(Manifest.headOf(about, chain), about.madeAt(), about.madeBy()),
                chain.stream()
                        .map(line -> new File(line.path(), line.size(), line.sha256()))
                        .toList(),
                show);
    }

    String html() {
        var output = new StringOutput();
        HTML.render("evidence/sheet.jte", this, output);
        return output.toString();
    }

    public Telling told(Entry entry) {
        return Telling.of(entry, show);
    }
}
