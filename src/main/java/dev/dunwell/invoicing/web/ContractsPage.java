package dev.dunwell.invoicing.web;

import dev.dunwell.access.Caller;
import dev.dunwell.agreements.Billing;
import dev.dunwell.agreements.ChangeContract;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Contracts;
import dev.dunwell.agreements.RecordContract;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
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
    private static final Map<String, String> USUAL = Map.of("quantity", "1");

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
        Map<String, String> usual = new HashMap<>(USUAL);
        usual.put("unit", "month");
        usual.put("firstDay", caller.today().toString());
        usual.put("zone", caller.organisation().zone().getId());
        return list(caller, usual, Map.of());
    }

    private ModelAndView list(Caller caller, Map<String, String> values, Map<String, String> problems) {
        Map<Long, List<Contracts.Line>> lines = contracts.lines(null).stream()
                .collect(Collectors.groupingBy(line -> line.owner().contractId()));
        return new ModelAndView("invoicing/contracts")
                .addObject(
                        "rows",
                        contracts.list(SHOWN).stream()
                                .map(each ->
                                        ContractRow.of(each, lines.getOrDefault(each.id(), List.of()), caller.today()))
                                .toList())
                .addObject("values", values)
                .addObject("problems", problems)
                .addObject("mayRecord", caller.may("POST " + ADDRESS));
    }

    @PostMapping(ADDRESS)
    ModelAndView record(Caller caller, @RequestParam Map<String, String> form, HttpServletResponse response) {
        try {
            ContractForm.Read read =
                    contractForm.read(caller, form, caller.organisation().locale());
            long id = recordContract.record(caller.actor(), read.head(), List.of(read.line()));
            return Onward.to(ADDRESS + "/" + id, Flash.done("Noted. Its next periods stand below."));
        } catch (BadInput bad) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(caller, form, bad.byField());
        } catch (Refusal taken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return list(caller, form, Map.of("number", String.valueOf(taken.getMessage())));
        }
    }

    @GetMapping("/contracts/{id}")
    ModelAndView one(Caller caller, @PathVariable long id) {
        return one(caller, id, USUAL, Map.of());
    }

    private ModelAndView one(Caller caller, long id, Map<String, String> values, Map<String, String> problems) {
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
                .addObject("values", values)
                .addObject("problems", problems)
                .addObject("mayChange", caller.may("POST /contracts/{id}/changes"));
    }

    /** A line that cannot be read stays on the form; the short changes are said above the page. */
    @PostMapping("/contracts/{id}/changes")
    ModelAndView change(
            Caller caller,
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            HttpServletResponse response) {
        String back = ADDRESS + "/" + id;
        try {
            changeContract.change(
                    caller.actor(),
                    id,
                    contractForm.change(caller, id, form, caller.organisation().locale()));
            return Onward.to(back, Flash.done("Agreed. What comes next stands below."));
        } catch (BadInput bad) {
            if (form.getOrDefault("what", "").equals("line")) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                return one(caller, id, form, bad.byField());
            }
            return Onward.to(back, Flash.refused(bad.problems().getFirst().message()));
        }
    }
}
