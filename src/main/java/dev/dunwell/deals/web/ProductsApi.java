package dev.dunwell.deals.web;

import dev.dunwell.access.Caller;
import dev.dunwell.deals.ChangeProduct;
import dev.dunwell.deals.Product;
import dev.dunwell.deals.Products;
import dev.dunwell.deals.RecordProduct;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Products and services with their prices, for programs. */
@RestController
class ProductsApi {

    private final Products products;
    private final RecordProduct recordProduct;
    private final ChangeProduct changeProduct;

    ProductsApi(Products products, RecordProduct recordProduct, ChangeProduct changeProduct) {
        this.products = products;
        this.recordProduct = recordProduct;
        this.changeProduct = changeProduct;
    }

    /** @param price of one, net, from a day on */
    record PriceJson(String currency, LocalDate from, BigDecimal price) {}

    /** @param withdrawnOn from this day on it is not sold; null while it is */
    record ProductJson(
            long id,
            String number,
            String name,
            String category,
            String unit,
            String tax,
            @Nullable LocalDate withdrawnOn,
            List<PriceJson> prices) {}

    @Operation(summary = "Products by category and number, each with its prices, the latest first")
    @GetMapping("/api/v1/products")
    List<ProductJson> list() {
        return products.all().stream().map(ProductsApi::json).toList();
    }

    @Operation(
            summary = "Take down a product: number, name, tax (such as S19) and price, net, of one; perhaps category,"
                    + " unit, currency and from, the day of the price")
    @PostMapping("/api/v1/products")
    @ResponseStatus(HttpStatus.CREATED)
    MadeJson record(Caller caller, @RequestBody Map<String, @Nullable String> fields) {
        var wanted =
                DealForm.product(DealForm.sent(fields), caller.organisation().currency(), caller.today());
        return new MadeJson(recordProduct.record(caller.actor(), wanted));
    }

    @Operation(summary = "Another price from a day on: price, perhaps currency and from; what was quoted keeps its own")
    @PostMapping("/api/v1/products/{id}/prices")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void price(Caller caller, @PathVariable long id, @RequestBody Map<String, @Nullable String> fields) {
        var price = DealForm.price(DealForm.sent(fields), caller.organisation().currency(), caller.today());
        changeProduct.change(caller.actor(), id, new ChangeProduct.Change.Price(price));
    }

    @Operation(summary = "Sell it no more from today on")
    @PostMapping("/api/v1/products/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable long id) {
        changeProduct.change(caller.actor(), id, new ChangeProduct.Change.Withdraw(caller.today()));
    }

    private static ProductJson json(Product product) {
        return new ProductJson(
                product.id(),
                product.number(),
                product.name(),
                product.category(),
                product.unit(),
                product.tax().toString(),
                product.withdrawnOn(),
                product.prices().stream()
                        .map(price -> new PriceJson(price.currency().getCurrencyCode(), price.from(), price.amount()))
                        .toList());
    }
}
