package dev.dunwell.kernel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares of a whole in whole percent, for bars and tables: they sum to 100, by the largest remainders. */
public final class Percents {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private Percents() {}

    /** @param parts of one currency, none below zero; when all are zero, so are the percents */
    public static List<Integer> of(List<Money> parts) {
        BigInteger whole = parts.stream().map(Percents::minor).reduce(BigInteger.ZERO, BigInteger::add);
        List<Integer> percents = new ArrayList<>();
        if (whole.signum() == 0) {
            parts.forEach(_ -> percents.add(0));
            return percents;
        }
        List<BigInteger> remainders = new ArrayList<>();
        for (Money part : parts) {
            BigInteger[] share = minor(part).multiply(HUNDRED).divideAndRemainder(whole);
            percents.add(share[0].intValueExact());
            remainders.add(share[1]);
        }
        int missing = 100 - percents.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(missing)
                .forEach(i -> percents.set(i, percents.get(i) + 1));
        return percents;
    }

    private static BigInteger minor(Money part) {
        return BigInteger.valueOf(part.minor());
    }
}
