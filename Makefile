# Every command of the project. `make` alone lists them.
JDK     = $$(build/jdk.sh)
MAVEN   = JAVA_HOME=$(JDK) mvn -B -ntp -q
SOURCES = pom.xml $(shell find src/main -type f 2>/dev/null)
# make test T=promise runs the tests whose class name has it, whatever their tags
FILTER  = $(if $(T),-Dtest='*$(T)*' -Dsurefire.failIfNoSpecifiedTests=false -DexcludedTags=none)

.PHONY: help run demo test quick soak check format bench backtest clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

run: target/dunwell.jar ## start Dunwell on http://localhost:8080 with its database and the demo book
	@exec $(JDK)/bin/java -jar target/dunwell.jar --dunwell.demo=true

demo: ## the same with a throw-away data folder: a fresh demo book every time
	@$(MAKE) -s target/dunwell.jar
	@folder=$$(mktemp -d); trap 'rm -rf $$folder' EXIT; $(JDK)/bin/java -jar target/dunwell.jar --dunwell.demo=true --dunwell.data-dir=$$folder

test: ## all tests, the browser included (installs Chromium where it may); T=word picks classes
	@build/browser.sh
	@$(MAVEN) test $(FILTER)

quick: ## the fast tests, without browser and stories of a year
	@$(MAVEN) test -DexcludedTags='soak | look | bench | browser | slow'

soak: ## the same tests with more seeds and longer runs
	@build/browser.sh
	@$(MAVEN) test -DexcludedTags='look | bench' -Ddunwell.soak=true

check: ## what every commit must pass: format, warnings, house rules, quick tests
	@$(MAKE) -s quick

format: ## write all Java sources in the house format
	@$(MAVEN) test -Dtest=FormatTest -Ddunwell.format=true

bench: ## our bulk work beside hand-written SQL; sizes by INVOICES= and CUSTOMERS=
	@$(MAVEN) test -Dtest=BenchRun -DexcludedTags=none -Dbench.invoices=$(or $(INVOICES),100000) -Dbench.customers=$(or $(CUSTOMERS),10000)

backtest: ## how well the payments of a book are foretold; FILE=invoices.csv CUT=2026-01-01 MAP="customer_name=Debtor, days=Days to pay"
	@$(MAVEN) test -Dtest=BacktestRun -DexcludedTags=none -Dbacktest.file="$(FILE)" -Dbacktest.cut="$(CUT)" -Dbacktest.map="$(MAP)"
	@cat target/backtest.txt

clean: ## remove what was built; the data folder stays
	@rm -rf target

target/dunwell.jar: $(SOURCES)
	@build/jdk.sh >/dev/null
	@echo "Building …"
	@$(MAVEN) package -DskipTests
	@touch $@
