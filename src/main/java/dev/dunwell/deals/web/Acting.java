package dev.dunwell.deals.web;

import dev.dunwell.web.BadInput;
import dev.dunwell.web.Flash;
import dev.dunwell.web.Onward;
import dev.dunwell.web.Refusal;
import java.util.function.Supplier;
import org.springframework.web.servlet.ModelAndView;

/** Does something and goes on to a page, or back to where it was asked for with the reason why not. */
final class Acting {

    private Acting() {}

    /** @param act returns where to go on to */
    static ModelAndView on(String back, Supplier<ModelAndView> act) {
        try {
            return act.get();
        } catch (BadInput bad) {
            return Onward.to(back, Flash.refused(bad.problems().getFirst().message()));
        } catch (Refusal refused) {
            return Onward.to(back, Flash.refused(refused.reason()));
        }
    }

    /** The same, staying on the page. */
    static ModelAndView on(String page, Runnable act, String done) {
        return on(page, () -> {
            act.run();
            return Onward.to(page, Flash.done(done));
        });
    }
}
