package dev.dunwell.foresight.web;

import dev.dunwell.foresight.learning.Backtest.Figure;
import java.time.LocalDate;
import java.util.List;

/** How well the book would have been foretold; no figures where too little is known. */
public record BacktestView(LocalDate asOf, List<Figure> figures) {}
