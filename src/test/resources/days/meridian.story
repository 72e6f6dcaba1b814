# A day at Meridian Supplies with somebody on every level of the worklist.

2026-09-21  organisation "Meridian Supplies" EUR
            customer halvorsen "Halvorsen Bygg AS" tags "Breaks promises"
            contact  halvorsen "Ingrid Moe" email ingrid.moe@halvorsen.example phone "+47 22 00 11 22"
            invoice  MS-20301 halvorsen 8400.00 EUR issued 2026-09-14 due 2026-10-14
            invoice  MS-20377 halvorsen 9860.00 EUR issued 2026-09-18 due 2026-10-18
            customer castellano "Castellano Marítima S.L." language es tags "Two currencies"
            contact  castellano "Ana Ruiz" email ana.ruiz@castellano.example phone "+34 986 000 111"
            contact  castellano "Tomás Castellano" email tomas@castellano.example role owner
            invoice  MS-20418 castellano 4860.00 EUR issued 2026-09-18 due 2026-10-18
2026-10-09  invoice  MS-20480 castellano 6720.00 USD issued 2026-10-08 due 2026-11-07
            invoice  MS-20455 castellano 2400.00 EUR issued 2026-09-30 due 2026-10-30
            customer northgate "Northgate Tooling Inc."
            contact  northgate "Paul Ames" email paul@northgate.example
            mode     northgate approve
            invoice  MS-20502 northgate 23480.00 USD issued 2026-10-07 due 2026-11-06
            customer delacroix "Delacroix Imprimerie SARL" tags "Wrong e-mail"
            contact  delacroix "Comptabilité" email compta@delacroix.example
            invoice  MS-20511 delacroix 4305.20 EUR issued 2026-10-15 due 2026-11-14
            customer tillman "Tillman & Reyes LLC"
            contact  tillman "Dana Reyes" email dana@tillman.example phone "+1 312 555 0100"
            invoice  MS-20530 tillman 7912.40 USD issued 2026-10-10 due 2026-11-09
            customer aldgate "Aldgate Interiors Ltd" tags "Late but pays"
            contact  aldgate "Priya Shah" email priya@aldgate.example
            invoice  MS-20541 aldgate 3460.00 GBP issued 2026-10-11 due 2026-11-10
            customer vega "Vega Hospitality Group"
            invoice  MS-20266 vega 12940.00 EUR issued 2026-08-27 due 2026-09-26
            customer brightwater "Brightwater Foods Ltd"
            contact  brightwater "Jo Field" email jo@brightwater.example
            invoice  MS-20399 brightwater 2118.75 GBP issued 2026-10-05 due 2026-11-04
            customer ostergaard "Ostergaard Marine ApS" tags "Model payer"
            contact  ostergaard "Lars Ostergaard" email lars@ostergaard.example
            invoice  MS-20561 ostergaard 5280.00 EUR issued 2026-10-31 due 2026-11-30
            customer falke "Falke Anlagenbau GmbH" language de
            contact  falke "Frau Berg" email berg@falke.example
            invoice  MS-20577 falke 31075.00 EUR issued 2026-11-09 due 2026-11-20
            as       "Nora Lindqvist"
2026-11-05  promise  halvorsen 8400.00 EUR due 2026-11-20
2026-11-10  night    until 2026-11-14
2026-11-16  payment  MS-20455 1200.00 EUR reference "MS-20455 parte 1"
2026-11-18  call     castellano reached "Payment run is on Fridays" expects 1200.00 EUR on 2026-11-27
            promise  castellano 1200.00 EUR due 2026-11-27 for MS-20455
            dispute  MS-20418 "Not received: no signed delivery note"
            bounce   delacroix compta@delacroix.example
            dispute  MS-20399 "Price: sales agreed another one"
            promise  aldgate 1980.00 GBP due 2026-11-23
2026-11-23  hold     falke until 2026-12-04 "Credit note for the pump is on its way"
