package dev.dunwell.invoicing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agreements.Billing;
import dev.dunwell.agreements.ChangeContract;
import dev.dunwell.agreements.ChangeContract.Change;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Contracts;
import dev.dunwell.agreements.RecordContract;
import dev.dunwell.agreements.Span;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import dev.dunwell.web.Typed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Contracts: the list, a new one, one with its next periods, and what is agreed anew for it. */
@Controller
class ContractsPage {

    private static final String ADDRESS = "/contracts";
    private static final int SHOWN = 500;
    private static final int NEXT = 12;

    private final Contracts contracts;
    private final RecordContract recordContract;
    private final ChangeContract changeContract;
    private final ContractForm contractForm;

    ContractsPage(
            Contracts contracts,
            RecordContract recordContract,
            ChangeContract changeContract,
            ContractForm contractForm) {
        this.contracts = contracts;
        this.recordContract = recordContract;
        this.changeContract = changeContract;
        this.contractForm = contractForm;
    }

    @GetMapping(ADDRESS)
    ModelAndView list(Caller caller) {
        return new ModelAndView("invoicing/contracts")
                .addObject("contracts", contracts.list(SHOWN))
                .addObject("today", caller.today())
                .addObject("zone", caller.organisation().zone().getId())
                .addObject("mayRecord", caller.may("POST " + ADDRESS));
    }

    @PostMapping(ADDRESS)
    ModelAndView record(Caller caller, @RequestParam Map<String, String> form) {
        try {
            ContractForm.Read read = contractForm.read(caller, form);
            long id = recordContract.record(caller.actor(), read.head(), List.of(read.line()));
            return Onward.to(ADDRESS + "/" + id, Flash.done("Noted. Its next periods stand below."));
        } catch (BadInput bad) {
            return Onward.to(ADDRESS, Flash.refused(bad.problems().getFirst().message()));
        } catch (Refusal refused) {
            return Onward.to(ADDRESS, Flash.refused(String.valueOf(refused.getMessage())));
        }
    }

    @GetMapping("/contracts/{id}")
    ModelAndView one(Caller caller, @PathVariable long id) {
        Contract contract = contracts.byId(id).orElseThrow(() -> new NotFound("contract"));
        List<Contracts.Line> lines = contracts.lines(id);
        LocalDate horizon = caller.today().plusYears(1);
        List<NextPeriod> next = lines.stream()
                .flatMap(line -> Billing.upTo(line.recurring(), horizon).stream()
                        .map(due -> new NextPeriod(line.recurring().item().description(), due)))
                .sorted(Comparator.comparing(each -> each.due().billOn()))
                .limit(NEXT)
                .toList();
        return new ModelAndView("invoicing/contract")
                .addObject("contract", contract)
                .addObject("lines", lines)
                .addObject("next", next)
                .addObject("mayChange", caller.may("POST /contracts/{id}/changes"));
    }

    @PostMapping("/contracts/{id}/changes")
    ModelAndView change(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        String back = ADDRESS + "/" + id;
        try {
            changeContract.change(caller.actor(), id, read(caller, id, form));
            return Onward.to(back, Flash.done("Agreed. What comes next stands below."));
        } catch (BadInput bad) {
            return Onward.to(back, Flash.refused(bad.problems().getFirst().message()));
        }
    }

    private Change read(Caller caller, long id, Map<String, String> form) {
        var typed = new Typed(form, caller.organisation().locale());
        LocalDate from = typed.day("from");
        LocalDate to = typed.day("to");
        typed.demand("from", "Give the day.");
        typed.check();
        LocalDate first = Objects.requireNonNull(from);
        return switch (typed.text("what")) {
            case "price" -> new Change.Price(line(id, form), first, price(typed.text("price")));
            case "pause" -> {
                LocalDate until = to == null ? first.plusDays(1) : to.plusDays(1);
                yield new Change.Pause(new Span(first, until.isBefore(first) ? first : until), typed.text("reason"));
            }
            case "end" -> new Change.End(first);
            default -> throw BadInput.in("what", "Choose a price, a pause or the end.");
        };
    }

    private long line(long id, Map<String, String> form) {
        return Long.parseLong(form.getOrDefault(
                "line",
                String.valueOf(contracts.lines(id).getFirst().recurring().id())));
    }

    static BigDecimal price(String typed) {
        try {
            return new BigDecimal(typed.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw BadInput.in("price", "Write the price as a number, such as 49.90.");
        }
    }
}
