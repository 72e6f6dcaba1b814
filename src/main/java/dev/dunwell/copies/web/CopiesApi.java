package dev.dunwell.copies.web;

import dev.dunwell.access.Caller;
import dev.dunwell.copies.InvoiceCopies;
import dev.dunwell.copies.InvoiceCopy;
import dev.dunwell.copies.KeepCopy;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Copies of invoices, for the program that writes the invoices. */
@RestController
class CopiesApi {

    private final InvoiceCopies copies;
    private final KeepCopy keepCopy;

    CopiesApi(InvoiceCopies copies, KeepCopy keepCopy) {
        this.copies = copies;
        this.keepCopy = keepCopy;
    }

    /**
     * A copy on file.
     *
     * @param id missing for the e-invoice that the invoice came in
     * @param size in bytes
     * @param hash SHA-256 of the file in hexadecimal, by which it is opened
     */
    record CopyJson(
            @Nullable Long id,
            String fileName,
            String mediaType,
            long size,
            String hash,
            String author,
            Instant keptAt) {}

    @Operation(summary = "The copies of an invoice on file; what a letter takes along comes first")
    @GetMapping("/api/v1/invoices/{id}/copies")
    List<CopyJson> list(@PathVariable long id) {
        return copies.ofInvoice(id).stream().map(CopiesApi::json).toList();
    }

    @Operation(summary = "Keep a copy of an invoice, PDF or XML; the same file twice is kept once")
    @PostMapping("/api/v1/invoices/{id}/copies")
    @ResponseStatus(HttpStatus.CREATED)
    List<CopyJson> keep(Caller caller, @PathVariable long id, @RequestParam MultipartFile file) {
        keepCopy.keep(caller, id, Objects.requireNonNullElse(file.getOriginalFilename(), ""), file);
        return list(id);
    }

    @Operation(summary = "Take a copy back: no letter takes it along any more")
    @DeleteMapping("/api/v1/invoices/{id}/copies/{copy}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable long id, @PathVariable long copy) {
        keepCopy.withdraw(caller, copy);
    }

    private static CopyJson json(InvoiceCopy copy) {
        return new CopyJson(
                copy.id(), copy.fileName(), copy.mediaType(), copy.size(), copy.hash(), copy.author(), copy.keptAt());
    }
}
