package dev.dunwell.credit.web;

import dev.dunwell.access.Caller;
import dev.dunwell.credit.ReviewPack;
import dev.dunwell.credit.ReviewPacks;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The review pack of three months, or of any period, on a screen and as a paper. */
@Controller
class ReviewPackPage {

    private static final int MONTHS = 3;

    private final ReviewPacks packs;

    ReviewPackPage(ReviewPacks packs) {
        this.packs = packs;
    }

    @GetMapping("/credit/pack")
    ModelAndView show(Caller caller, @RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to) {
        return new ModelAndView("credit/pack").addObject("pack", pack(caller, from, to));
    }

    @GetMapping("/credit/pack.pdf")
    ResponseEntity<byte[]> paper(
            Caller caller, @RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to) {
        ReviewPack pack = pack(caller, from, to);
        String name = ContentDisposition.attachment()
                .filename("credit-review-" + pack.to() + ".pdf")
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .body(packs.paper(caller.organisation(), pack));
    }

    private ReviewPack pack(Caller caller, @Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate last = to == null ? caller.today() : to;
        LocalDate first = from == null ? last.minusMonths(MONTHS).plusDays(1) : from;
        if (first.isAfter(last)) {
            throw BadInput.in("from", "The period ends before it begins. Give a first day that is not after the last.");
        }
        return packs.of(caller.organisation(), first, last, caller.today());
    }
}
