package dev.dunwell.portal.web;

import dev.dunwell.portal.AskForMore;
import dev.dunwell.portal.ChangeWishes;
import dev.dunwell.portal.Payer;
import dev.dunwell.portal.ProvePayer;
import dev.dunwell.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who the payer is: the right person or not, how they want to be written to, and the code that proves it. */
@Controller
class MePage {

    private final AskForMore askForMore;
    private final ChangeWishes changeWishes;
    private final ProvePayer provePayer;

    MePage(AskForMore askForMore, ChangeWishes changeWishes, ProvePayer provePayer) {
        this.askForMore = askForMore;
        this.changeWishes = changeWishes;
        this.provePayer = provePayer;
    }

    @GetMapping("/door/{place}/person")
    String person(Payer payer, Model model) {
        return page("portal/person", payer, model);
    }

    @PostMapping("/door/{place}/person")
    ModelAndView person(
            Payer payer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String text) {
        askForMore.person(payer, new AskForMore.Person(name, email, phone), text);
        return Go.to("/door?done=person");
    }

    @GetMapping("/door/{place}/wishes")
    String wishes(Payer payer, Model model) {
        payer.requireProof();
        model.addAttribute("wishes", changeWishes.of(payer).orElseThrow(() -> new NotFound("contact")));
        model.addAttribute("days", DayChoice.all(payer.words()));
        return page("portal/wishes", payer, model);
    }

    @PostMapping("/door/{place}/wishes")
    ModelAndView wishes(
            Payer payer,
            @RequestParam String language,
            @RequestParam(defaultValue = "off") String mail,
            @RequestParam(defaultValue = "") String day) {
        changeWishes.change(payer, language, mail.equals("on"), DayChoice.read(day));
        return Go.to("/door?done=wishes");
    }

    @GetMapping("/door/proof")
    String proof(Payer payer, Model model) {
        return proof(payer, false, false, model);
    }

    @PostMapping("/door/proof/codes")
    String send(Payer payer, Model model) {
        provePayer.send(payer);
        return proof(payer, true, false, model);
    }

    @PostMapping("/door/proof")
    ModelAndView prove(Payer payer, @RequestParam String code, Model model) {
        return provePayer.prove(payer, code)
                ? Go.to("/door?done=proven")
                : new ModelAndView(proof(payer, true, true, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String proof(Payer payer, boolean isSent, boolean isWrong, Model model) {
        model.addAttribute("isSent", isSent);
        model.addAttribute("isWrong", isWrong);
        return page("portal/proof", payer, model);
    }

    private static String page(String view, Payer payer, Model model) {
        model.addAttribute("payer", payer);
        model.addAttribute("w", payer.words());
        return view;
    }
}
