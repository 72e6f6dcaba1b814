package dev.dunwell.deals.web;

import dev.dunwell.access.Caller;
import dev.dunwell.deals.ChangeProduct;
import dev.dunwell.deals.Product;
import dev.dunwell.deals.Products;
import dev.dunwell.deals.RecordProduct;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is sold: products and services with their prices. */
@Controller
class ProductsPage {

    private static final String ADDRESS = "/products";

    private final Products products;
    private final RecordProduct recordProduct;
    private final ChangeProduct changeProduct;

    ProductsPage(Products products, RecordProduct recordProduct, ChangeProduct changeProduct) {
        this.products = products;
        this.recordProduct = recordProduct;
        this.changeProduct = changeProduct;
    }

    @GetMapping(ADDRESS)
    ModelAndView list(Caller caller) {
        return new ModelAndView("deals/products")
                .addObject("products", products.all())
                .addObject("today", caller.today())
                .addObject("mayRecord", caller.may("POST " + ADDRESS));
    }

    @PostMapping(ADDRESS)
    ModelAndView record(Caller caller, @RequestParam Map<String, String> form) {
        return Acting.on(
                ADDRESS,
                () -> recordProduct.record(
                        caller.actor(),
                        DealForm.product(
                                DealForm.typed(caller, form),
                                caller.organisation().currency(),
                                caller.today())),
                "It can be sold.");
    }

    @PostMapping("/products/{id}/prices")
    ModelAndView price(Caller caller, @PathVariable long id, @RequestParam Map<String, String> form) {
        return Acting.on(
                ADDRESS,
                () -> changeProduct.change(caller.actor(), id, new ChangeProduct.Change.Price(price(caller, form))),
                "Priced.");
    }

    @PostMapping("/products/{id}/withdrawal")
    ModelAndView withdraw(Caller caller, @PathVariable long id) {
        return Acting.on(
                ADDRESS,
                () -> changeProduct.change(caller.actor(), id, new ChangeProduct.Change.Withdraw(caller.today())),
                "It is not sold any more.");
    }

    private static Product.Price price(Caller caller, Map<String, String> form) {
        return DealForm.price(
                DealForm.typed(caller, form), caller.organisation().currency(), caller.today());
    }
}
