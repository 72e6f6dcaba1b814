package dev.dunwell.desk;

import dev.dunwell.access.Caller;
import dev.dunwell.web.Show;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The search of the bar. */
@Controller
class SearchPage {

    private final Search search;

    SearchPage(Search search) {
        this.search = search;
    }

    @GetMapping("/search")
    ModelAndView find(Caller caller, @RequestParam(defaultValue = "") String q) {
        var show =
                new Show(caller.organisation().locale(), caller.organisation().zone(), caller.today());
        return new ModelAndView("desk/search")
                .addObject("view", new SearchView(q, search.find(q, caller.today(), show)));
    }
}
