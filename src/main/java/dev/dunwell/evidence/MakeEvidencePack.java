package dev.dunwell.evidence;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.archive.Archive;
import dev.dunwell.archive.Pdf;
import dev.dunwell.web.Show;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts everything that was sent, said and agreed about an invoice, or about all that a customer owes, into one paper
 * (PDF/A-2b) and one ZIP, sealed by a chain of hashes, and keeps both as they are.
 */
@Component
public class MakeEvidencePack {

    private final GatherEvidence gather;
    private final EvidencePacks packs;
    private final Archive archive;
    private final Pdf pdf;
    private final JsonMapper json;
    private final Clock clock;
    private final Audit audit;

    MakeEvidencePack(
            GatherEvidence gather,
            EvidencePacks packs,
            Archive archive,
            Pdf pdf,
            JsonMapper json,
            Clock clock,
            Audit audit) {
        this.gather = gather;
        this.packs = packs;
        this.archive = archive;
        this.pdf = pdf;
        this.json = json;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * @param invoiceId null for all that the customer owes on the caller's day
     * @return the pack, kept; refuses a customer or an invoice that is not there
     */
    @Transactional
    public EvidencePack make(Caller caller, long customerId, @Nullable Long invoiceId) {
        Evidence evidence = gather.gather(customerId, invoiceId, caller.today());
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var about = about(
                evidence, now.truncatedTo(ChronoUnit.SECONDS), caller.actor().name());
        var show =
                new Show(caller.organisation().locale(), caller.organisation().zone(), caller.today());
        List<Exhibit> exhibits = new Exhibits(evidence, show).all(archive);
        List<Manifest.Line> chain = Manifest.chained(about, read(exhibits));
        String head = Manifest.headOf(about, chain);
        EvidencePack same = packs.byHead(head).orElse(null);
        return same != null ? same : keep(caller, evidence, new Sealed(about, exhibits, chain, head), show, now);
    }

    /** The files and the chain over them. */
    private record Sealed(Manifest.About about, List<Exhibit> exhibits, List<Manifest.Line> chain, String head) {}

    private EvidencePack keep(Caller caller, Evidence evidence, Sealed sealed, Show show, OffsetDateTime now) {
        String vendor = caller.organisation().name();
        byte[] paper = pdf.of(EvidenceSheet.of(evidence, vendor, sealed.about, sealed.chain, show)
                .html());
        var line = new Manifest.Line(Manifest.PAPER, paper.length, Sha.of(paper), "");
        var manifest = new Manifest(sealed.about, sealed.chain, sealed.head, line);
        byte[] zip = zip(
                sealed.exhibits, paper, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        long customerId = evidence.customer().id();
        var invoice = evidence.invoice();
        long id = packs.insert(
                new EvidencePacks.Kept(
                        customerId,
                        invoice == null ? null : invoice.id(),
                        evidence.day(),
                        sealed.head,
                        keep(paper),
                        keep(zip),
                        sealed.exhibits.size()),
                now,
                caller.actor().name());
        audit.write(caller.actor(), "evidence.made", "customer", customerId, Map.of("pack", id, "head", sealed.head));
        return packs.byId(id);
    }

    private static Manifest.About about(Evidence evidence, OffsetDateTime at, String by) {
        var invoice = evidence.invoice();
        return new Manifest.About(
                evidence.customer().number() + " " + evidence.customer().name(),
                invoice == null ? "" : invoice.number(),
                evidence.day().toString(),
                at.toInstant().toString(),
                by);
    }

    private static List<Manifest.Line> read(List<Exhibit> exhibits) {
        List<Manifest.Line> lines = new ArrayList<>();
        for (Exhibit exhibit : exhibits) {
            try (InputStream in = exhibit.content().getInputStream()) {
                Sha.Read read = Sha.of(in);
                lines.add(new Manifest.Line(exhibit.path(), read.size(), read.hash(), ""));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lines;
    }

    private static byte[] zip(List<Exhibit> exhibits, byte[] paper, byte[] manifest) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, Exhibit.of(Manifest.NAME, manifest));
            put(zip, Exhibit.of(Manifest.PAPER, paper));
            for (Exhibit exhibit : exhibits) {
                put(zip, exhibit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, Exhibit exhibit) throws IOException {
        zip.putNextEntry(new ZipEntry(exhibit.path()));
        try (InputStream in = exhibit.content().getInputStream()) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }

    private String keep(byte[] bytes) {
        try {
            return archive.keep(new ByteArrayResource(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
