package dev.dunwell.foresight.learning;

import java.util.List;

/**
 * Logistic regression with an L2 penalty of 1 on standardised features, fitted by Newton's method (iteratively
 * reweighted least squares; Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 4.4.1). The penalty
 * keeps it finite where a feature separates the classes; the intercept has next to none.
 */
final class Logistic {

    private static final double PENALTY = 1;
    private static final double OF_INTERCEPT = 1e-3;
    private static final int MOST_STEPS = 50;

    private final Standard standard;
    private final double[] weights;

    private Logistic(Standard standard, double[] weights) {
        this.standard = standard;
        this.weights = weights;
    }

    /** What was seen once: features, and whether it came true. */
    record Case(double[] features, boolean isSo) {}

    /** Mean and standard deviation of each feature. */
    private record Standard(double[] mean, double[] deviation) {

        static Standard of(List<Case> cases) {
            int width = cases.getFirst().features.length;
            var standard = new Standard(new double[width], new double[width]);
            for (int j = 0; j < width; j++) {
                int at = j;
                double mean = cases.stream()
                        .mapToDouble(it -> it.features[at])
                        .average()
                        .orElseThrow();
                double variance = cases.stream()
                        .mapToDouble(it -> (it.features[at] - mean) * (it.features[at] - mean))
                        .average()
                        .orElseThrow();
                standard.mean[j] = mean;
                standard.deviation[j] = variance < 1e-12 ? 1 : Math.sqrt(variance);
            }
            return standard;
        }

        /** Standardised, behind the 1 of the intercept. */
        double[] of(double[] features) {
            double[] row = new double[features.length + 1];
            row[0] = 1;
            for (int j = 0; j < features.length; j++) {
                row[j + 1] = (features[j] - mean[j]) / deviation[j];
            }
            return row;
        }
    }

    static Logistic fit(List<Case> cases) {
        Standard standard = Standard.of(cases);
        double[][] rows = cases.stream().map(it -> standard.of(it.features)).toArray(double[][]::new);
        double[] weights = new double[rows[0].length];
        double largest = 1;
        for (int step = 0; step < MOST_STEPS && largest > 1e-8; step++) {
            double[] change = step(cases, rows, weights);
            largest = 0;
            for (int j = 0; j < weights.length; j++) {
                weights[j] -= change[j];
                largest = Math.max(largest, Math.abs(change[j]));
            }
        }
        return new Logistic(standard, weights);
    }

    double chance(double[] features) {
        return chance(standard.of(features), weights);
    }

    private static double chance(double[] row, double[] weights) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += row[j] * weights[j];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Newton's step: the Hessian's inverse times the gradient. */
    private static double[] step(List<Case> cases, double[][] rows, double[] weights) {
        int width = weights.length;
        double[][] system = new double[width][width + 1];
        for (int j = 0; j < width; j++) {
            double penalty = j == 0 ? OF_INTERCEPT : PENALTY;
            system[j][j] = penalty;
            system[j][width] = penalty * weights[j];
        }
        for (int i = 0; i < rows.length; i++) {
            double chance = chance(rows[i], weights);
            double error = chance - (cases.get(i).isSo ? 1 : 0);
            for (int j = 0; j < width; j++) {
                system[j][width] += rows[i][j] * error;
                for (int l = 0; l < width; l++) {
                    system[j][l] += rows[i][j] * rows[i][l] * chance * (1 - chance);
                }
            }
        }
        return solve(system);
    }

    /** Gauss-Jordan with pivoting; the last column is the right side. */
    private static double[] solve(double[][] system) {
        int width = system.length;
        for (int j = 0; j < width; j++) {
            int pivot = j;
            for (int i = j + 1; i < width; i++) {
                pivot = Math.abs(system[i][j]) > Math.abs(system[pivot][j]) ? i : pivot;
            }
            double[] row = system[pivot];
            system[pivot] = system[j];
            system[j] = row;
            for (int i = 0; i < width; i++) {
                double factor = i == j ? 0 : system[i][j] / row[j];
                for (int l = j; l <= width; l++) {
                    system[i][l] -= factor * row[l];
                }
            }
        }
        double[] solution = new double[width];
        for (int j = 0; j < width; j++) {
            solution[j] = system[j][width] / system[j][j];
        }
        return solution;
    }
}
