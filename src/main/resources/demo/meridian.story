# Meridian Supplies of Hamburg: eight customers with a character each, from June to Monday 23 November 2026.
# How they paid since September 2024 came along from the system before; what was open there is paid in June and July.
#
# Who pays how:
#   C-1044  Ostergaard Marine ApS      a model payer
#   C-1063  Falke Anlagenbau GmbH      insolvent, on hold
#   C-1090  Halvorsen Bygg AS          promises and breaks
#   C-1127  Brightwater Foods Ltd      late, but pays
#   C-1139  Kowalczyk i Synowie sp.j.  pays in parts
#   C-1152  Tillman & Reyes LLC        disputes
#   C-1176  Delacroix Imprimerie SARL  wrong e-mail
#   C-1184  Castellano Marítima S.L.   two currencies

2026-06-01  organisation "Meridian Supplies" EUR zone Europe/Berlin locale en-GB country DE
            setting  replyTo nora@meridian.example
            setting  tolerance 5.00
            person   "Nora Lindqvist" nora@meridian.example collector
            person   "Paul Hendricks" paul@meridian.example credit_manager
            terms    "Meridian 2026" "net 30" per-year 9 fees "3: 5.00"
            customer C-1044 "Ostergaard Marine ApS" terms "2/10 net 30" owner nora@meridian.example tags "Model payer"
            contact  C-1044 "Lars Ostergaard" email lars@ostergaard.example phone "+45 0000 0044" role owner
            customer C-1063 "Falke Anlagenbau GmbH" language de owner paul@meridian.example tags "Insolvent"
            contact  C-1063 "Jürgen Brandt" email j.brandt@falke.example phone "+49 40 0000 0063" role cfo
            customer C-1090 "Halvorsen Bygg AS" owner nora@meridian.example tags "Breaks promises"
            contact  C-1090 "Ingrid Moe" email ingrid.moe@halvorsen.example phone "+47 0000 0090"
            customer C-1127 "Brightwater Foods Ltd" terms "Meridian 2026" owner nora@meridian.example tags "Late but pays"
            contact  C-1127 "James Okafor" email james.okafor@brightwater.example phone "+44 117 000 0127"
            customer C-1139 "Kowalczyk i Synowie sp.j." terms "Meridian 2026" owner nora@meridian.example tags "Pays in parts"
            contact  C-1139 "Marek Kowalczyk" email marek@kowalczyk.example phone "+48 00 000 0139" role owner
            customer C-1152 "Tillman & Reyes LLC" owner paul@meridian.example tags "Disputes"
            contact  C-1152 "Dana Reyes" email dana@tillman-reyes.example phone "+1 312 000 0152"
            customer C-1176 "Delacroix Imprimerie SARL" owner paul@meridian.example tags "Wrong e-mail"
            contact  C-1176 "Comptabilité" email compta@delacroix.example phone "+33 0 00 00 01 76"
            customer C-1184 "Castellano Marítima S.L." language es owner nora@meridian.example tags "Two currencies"
            contact  C-1184 "Ana Ruiz" email ana.ruiz@castellano.example phone "+34 000 000 184"
            contact  C-1184 "Tomás Castellano" email tomas@castellano.example role owner
            history  MS-144 C-1044 2100.00 EUR every 14 from 2024-09-02 pays 27 discount 2 in 10 each 4
            history  MS-163 C-1063 8200.00 EUR every 30 from 2024-09-04 pays 27 to 43
            history  MS-190 C-1090 4600.00 EUR every 21 from 2024-09-05 pays 44 to 56
            history  MS-127 C-1127 2600.00 GBP every 26 from 2024-09-03 pays 38 on thursday
            history  MS-139 C-1139 5600.00 EUR every 56 from 2024-09-09 pays 30 parts 3
            history  MS-152 C-1152 5600.00 USD every 31 from 2024-09-10 pays 29
            history  MS-176 C-1176 2900.00 EUR every 42 from 2024-09-12 busy 9 to 11 pays 22 on month-end
            history  MS-184 C-1184 3900.00 EUR every 30 from 2024-09-06 busy 3 to 5 pays 27 on friday
            night    until 2026-06-01
2026-06-02  as       "Edda Brandt"
            invoice  MS-20112 C-1044 4180.00 EUR
            payment  MS-17622 2520.00 EUR
            night    until 2026-06-03
2026-06-04  invoice  MS-20118 C-1127 2940.00 GBP
            payment  MS-12724 3250.00 GBP
            night    until 2026-06-07
2026-06-08  invoice  MS-20125 C-1090 6300.00 EUR
            payment  MS-14445 2560.00 EUR
            payment  MS-16321 6310.00 EUR
            night    until 2026-06-09
2026-06-10  invoice  MS-20131 C-1152 7912.40 USD
            payment  MS-19029 4230.00 EUR
            night    until 2026-06-10
2026-06-11  invoice  MS-20137 C-1184 5900.00 USD
            night    until 2026-06-14
2026-06-15  invoice  MS-20144 C-1139 6000.00 EUR
            night    until 2026-06-21
2026-06-22  invoice  MS-20160 C-1176 3180.00 EUR
            payment  MS-13911 2160.00 EUR
            payment  MS-13912 1960.00 EUR
            payment  MS-14446 2370.00 EUR
            payment  MS-18430 4440.00 EUR
            night    until 2026-06-24
2026-06-25  invoice  MS-20171 C-1063 12400.00 EUR
            payment  MS-15221 5540.00 USD
            night    until 2026-06-29
2026-06-30  payment  MS-20112 4180.00 EUR
            payment  MS-19030 4090.00 EUR
            payment  MS-17623 2950.00 EUR
            payment  MS-18431 3970.00 EUR
            night    until 2026-07-02
2026-07-03  invoice  MS-20199 C-1044 3925.50 EUR
            payment  MS-12725 2860.00 GBP
            night    until 2026-07-05
2026-07-06  invoice  MS-20207 C-1127 3310.40 GBP
            payment  MS-13912 1960.00 EUR
            payment  MS-16322 7870.00 EUR
            night    until 2026-07-07
2026-07-08  payment  MS-18432 4290.00 EUR
            as       "Nora Lindqvist"
            dispute  MS-20131 "The price is 3 % above the quote of 28 May"
            night    until 2026-07-12
2026-07-13  call     C-1127 reached "James Okafor: approved, in the run of Thursday." expects 2940.00 GBP on 2026-07-16 because payment_approved
            night    until 2026-07-13
2026-07-14  as       "Edda Brandt"
            invoice  MS-20222 C-1090 5150.00 EUR
            payment  MS-19031 5290.00 EUR
            payment  MS-13912 1960.00 EUR
            night    until 2026-07-14
2026-07-15  as       "Nora Lindqvist"
            call     C-1090 promised "Ingrid Moe: paid next week for certain." expects 6300.00 EUR on 2026-07-24 mood good
            as       "Edda Brandt"
            payment  MS-20144 2000.00 EUR
            night    until 2026-07-15
2026-07-16  payment  MS-20118 2940.00 GBP
            night    until 2026-07-19
2026-07-20  invoice  MS-20236 C-1152 5640.00 USD
            night    until 2026-07-20
2026-07-21  as       "Nora Lindqvist"
            end dispute MS-20131
            as       "Edda Brandt"
            credit-note CN-3201 C-1152 237.37 USD for MS-20131
            night    until 2026-07-21
2026-07-22  as       "Nora Lindqvist"
            call     C-1139 reached "Marek Kowalczyk pays a third each month; the rest in August and September." expects 2000.00 EUR on 2026-08-14 because cash_flow
            as       "Edda Brandt"
            payment  MS-20137 5900.00 USD
            night    until 2026-07-23
2026-07-24  payment  MS-20131 7675.03 USD
            night    until 2026-07-26
2026-07-27  as       "Nora Lindqvist"
            call     C-1090 reached "Ingrid: the bank holds it back." expects 6300.00 EUR on 2026-08-06 because cash_flow mood neutral
            as       "Edda Brandt"
            payment  MS-20160 3180.00 EUR
            night    until 2026-07-27
2026-07-28  invoice  MS-20251 C-1184 3300.00 EUR
            night    until 2026-07-30
2026-07-31  payment  MS-20199 3925.50 EUR
            night    until 2026-08-02
2026-08-03  payment  MS-20171 12400.00 EUR
            night    until 2026-08-03
2026-08-04  invoice  MS-20268 C-1044 4410.00 EUR
            night    until 2026-08-05
2026-08-06  invoice  MS-20281 C-1127 2118.75 GBP
            payment  MS-20125 6300.00 EUR
            night    until 2026-08-09
2026-08-10  invoice  MS-20283 C-1184 7410.00 EUR
            night    until 2026-08-11
2026-08-12  as       "Nora Lindqvist"
            note     C-1184 "Payment runs are on Fridays. Every invoice needs their order number on page one."
            night    until 2026-08-12
2026-08-13  as       "Edda Brandt"
            invoice  MS-20290 C-1090 9860.00 EUR
            night    until 2026-08-13
2026-08-14  payment  MS-20144 2000.00 EUR
            night    until 2026-08-16
2026-08-17  payment  MS-20207 3310.40 GBP
            night    until 2026-08-18
2026-08-19  invoice  MS-20302 C-1063 18675.00 EUR
            night    until 2026-08-19
2026-08-20  as       "Nora Lindqvist"
            call     C-1090 promised "Ingrid: on Friday." expects 5150.00 EUR on 2026-08-28 mood neutral
            as       "Edda Brandt"
            invoice  MS-20305 C-1176 2760.00 EUR
            night    until 2026-08-20
2026-08-21  payment  MS-20236 5640.00 USD
            night    until 2026-08-23
2026-08-24  invoice  MS-20311 C-1152 6205.00 USD
            night    until 2026-08-27
2026-08-28  payment  MS-20222 5150.00 EUR
            night    until 2026-08-30
2026-08-31  invoice  MS-20317 C-1139 6150.00 EUR
            night    until 2026-08-31
2026-09-01  payment  MS-20268 4410.00 EUR
            night    until 2026-09-02
2026-09-03  invoice  MS-20339 C-1044 4075.00 EUR
            night    until 2026-09-06
2026-09-07  invoice  MS-20352 C-1127 3264.00 GBP
            night    until 2026-09-07
2026-09-08  payment  MS-20251 3300.00 EUR
            night    until 2026-09-13
2026-09-14  as       "Nora Lindqvist"
            call     C-1127 reached "James: two signatures needed, by the end of the week." expects 2118.75 GBP on 2026-09-18 because payment_approved
            as       "Edda Brandt"
            invoice  MS-20365 C-1090 8400.00 EUR
            payment  MS-20144 2000.00 EUR
            night    until 2026-09-17
2026-09-18  payment  MS-20281 2118.75 GBP
            invoice  MS-20388 C-1063 12400.00 EUR
            night    until 2026-09-20
2026-09-21  as       "Nora Lindqvist"
            note     C-1127 "Pays about 12 days late whatever the terms are. Friendly; no need to be firm."
            call     C-1090 promised "Ingrid: when the site in Drammen is paid." expects 9860.00 EUR on 2026-10-02 mood tense
            as       "Edda Brandt"
            payment  MS-20283 7410.00 EUR
            night    until 2026-09-22
2026-09-23  invoice  MS-20398 C-1152 8150.00 USD
            night    until 2026-09-23
2026-09-24  payment  MS-20305 2760.00 EUR
            night    until 2026-09-24
2026-09-25  payment  MS-20311 6205.00 USD
            as       "Nora Lindqvist"
            call     C-1063 voicemail "Asked Herr Brandt to call back."
            night    until 2026-09-29
2026-09-30  as       "Edda Brandt"
            invoice  MS-20455 C-1184 2400.00 EUR
            night    until 2026-09-30
2026-10-01  payment  MS-20339 4075.00 EUR
            night    until 2026-10-04
2026-10-05  invoice  MS-20431 C-1044 5280.00 EUR
            as       "Nora Lindqvist"
            call     C-1090 reached "Ingrid: Drammen pays this week." expects 9860.00 EUR on 2026-10-12 because payment_approved mood tense
            night    until 2026-10-06
2026-10-07  call     C-1139 reached "Marek: three parts again, the first next week." expects 2000.00 EUR on 2026-10-15 because cash_flow
            night    until 2026-10-07
2026-10-08  as       "Edda Brandt"
            invoice  MS-20480 C-1184 6720.00 USD
            night    until 2026-10-11
2026-10-12  payment  MS-20290 9860.00 EUR
            as       "Nora Lindqvist"
            call     C-1063 reached "Herr Brandt: a bank meeting on Friday decides." expects-nothing "Waits for the bank" because cash_flow
            night    until 2026-10-13
2026-10-14  as       "Edda Brandt"
            invoice  MS-20447 C-1127 2886.20 GBP
            night    until 2026-10-14
2026-10-15  payment  MS-20317 2000.00 EUR
            night    until 2026-10-18
2026-10-19  invoice  MS-20463 C-1090 9860.00 EUR
            night    until 2026-10-19
2026-10-20  payment  MS-20352 3264.00 GBP
            invoice  MS-20502 C-1152 3480.00 USD
            invoice  MS-20470 C-1176 4305.20 EUR
            night    until 2026-10-20
2026-10-21  as       "Nora Lindqvist"
            call     C-1090 promised "Ingrid: by the end of the month." expects 8400.00 EUR on 2026-10-30 mood tense
            night    until 2026-10-27
2026-10-28  as       "Paul Hendricks"
            call     C-1063 reached "The line of credit is closed. He names no date." expects-nothing "No money" because cash_flow
            night    until 2026-10-28
2026-10-29  as       "Edda Brandt"
            invoice  MS-20519 C-1139 4920.00 EUR
            night    until 2026-10-29
2026-10-30  as       "Nora Lindqvist"
            call     C-1152 reached "Dana Reyes: the goods are being counted, she comes back to us." expects-nothing "Delivery is being counted" because evaluating mood neutral
            night    until 2026-11-01
2026-11-02  as       "Edda Brandt"
            invoice  MS-20538 C-1127 1118.40 GBP
            as       "Nora Lindqvist"
            call     C-1090 no_answer "Nobody picks up at the office."
            as       "Edda Brandt"
            invoice  MS-20561 C-1184 1940.00 EUR
            night    until 2026-11-02
2026-11-03  payment  MS-20431 5280.00 EUR
            invoice  MS-20540 C-1044 4640.00 EUR
            night    until 2026-11-05
2026-11-06  as       "Nora Lindqvist"
            call     C-1184 reached "Ana Ruiz: the first half of MS-20455 is in the run of the 13th." expects 1200.00 EUR on 2026-11-16 because payment_approved mood good
            night    until 2026-11-08
2026-11-09  as       "Edda Brandt"
            invoice  MS-20577 C-1184 2150.00 USD
            night    until 2026-11-11
2026-11-12  as       "Nora Lindqvist"
            dispute  MS-20398 "Forty filters short on delivery note 7731"
            as       "Edda Brandt"
            credit-note CN-3307 C-1184 310.00 EUR
            as       "Paul Hendricks"
            condition C-1063 insolvent "Insolvency opened on Thu 12 Nov by the court of Hamburg"
            hold     C-1063 until 2026-12-18 "Insolvency opened on Thu 12 Nov; claim to be filed by Fri 18 Dec"
            night    until 2026-11-12
2026-11-13  as       "Edda Brandt"
            payment  MS-20317 2000.00 EUR
            as       "Paul Hendricks"
            note     C-1063 "Claim form is with the lawyer. No letter, no call until it is filed."
            night    until 2026-11-15
2026-11-16  as       "Nora Lindqvist"
            call     C-1090 promised "Ingrid: the transfer is signed, it arrives on Friday." expects 8400.00 EUR on 2026-11-20
            call     C-1139 promised "Marek: the last part on Monday." expects 2150.00 EUR on 2026-11-23
            as       "Edda Brandt"
            payment  MS-20455 1200.00 EUR reference "MS-20455 parte 1"
            night    until 2026-11-17
2026-11-18  as       "Nora Lindqvist"
            call     C-1184 promised "Ana Ruiz: the rest of MS-20455 in the run of the 27th." expects 1200.00 EUR on 2026-11-27
            plan     MS-20519 on 2026-12-01 2460.00 EUR on 2027-01-04 2460.00 EUR
            night    until 2026-11-20
2026-11-21  as       "Edda Brandt"
            returned C-1176 5.1.1 "550 5.1.1 <compta@delacroix.example>: Recipient address rejected: User unknown"
            night    until 2026-11-22
2026-11-23  answer   C-1127 "James Okafor" james.okafor@brightwater.example "Re: Invoice MS-20538" "Good morning Nora, the approver asks which purchase order MS-20538 belongs to. Could you send it? It can go into the run of Thursday then. Regards, James"
            away     C-1184 "Ana Ruiz" ana.ruiz@castellano.example "Estoy fuera de la oficina hasta el 26 de noviembre de 2026. Para asuntos urgentes: tomas@castellano.example"
            answer   C-1139 "Zofia Nowak" zofia.nowak@biuro-rachunkowe.example "Kowalczyk, rest of the invoice" "Hello, we keep the books for Kowalczyk now. Please write to us about open invoices."
            as       "Nora Lindqvist"
            note     C-1090 "Monday: look at the bank first, then call Ingrid."
            question MS-20540 "Which purchase order is this for? We cannot find it."
            seller   "Hafenstraße 12" 20457 Hamburg DE136695976 "Nora Lindqvist" nora@meridian.example iban DE02120300000000202051 bic BYLADEM1001
            buyer    C-1044 DK "Havnegade 4" 8000 Aarhus vat DK12345674
            buyer    C-1139 PL "ul. Portowa 8" 80-001 Gdańsk vat PL5260250274
            buyer    C-1176 FR "12 rue des Presses" 69002 Lyon vat FR61954506077
            product  SEAL-40 "Shaft seal, 40 mm" "Spare parts" piece 86.00 EUR tax S19
            product  PUMP-7 "Bilge pump, 7 kW" Pumps piece 2480.00 EUR tax S19
            product  FIT "Fitting and trial run" Service hour 96.00 EUR tax S19
            contract W-2026-07 C-1044 "Care of the pumps, 24 hours a day" 420.00 EUR every FREQ=MONTHLY from 2026-12-01 tax AE
            quote    C-1176 "Pump for the damping unit" EUR terms "Meridian 2026" until 2026-12-18 tax K of PUMP-7 1 SEAL-40 2
            order    C-1139 "Two pumps for the quay" EUR terms "Meridian 2026" reference PO-7731 deposit "With the order" 30 on 2026-11-25 milestone "Trial run" 40 on 2026-12-15 tax K of PUMP-7 2 SEAL-40 4
            order    C-1044 "Seals for the winter" EUR terms "net 30" on 2025-10-14 delivered 2025-10-28 elsewhere tax AE of SEAL-40 6
            order    C-1127 "Seals for the cold store" EUR terms "Meridian 2026" on 2025-09-02 delivered 2025-09-09 elsewhere tax G of SEAL-40 10
            order    C-1044 "Trial run at the second quay" EUR terms "2/10 net 30" on 2026-11-13 reference OM-2291 delivered 2026-11-19 tax AE of FIT 4
            order    C-1139 "Seals for the first quay" EUR terms "Meridian 2026" on 2026-11-18 reference PO-7728 delivered 2026-11-23 tax K of SEAL-40 3
            customer lead "Nordsee Reederei, overhaul of 3 pumps" from "Fair in Hamburg" 2025-12-03 answered 2025-12-05 lost 2025-12-29 "Bought where the ships lie"
            customer lead "Ostergaard Marine, the second quay" from Recommendation 2025-12-10 answered 2025-12-11 won 2026-03-12 C-1044
            customer lead "Werft Cuxhaven, seals for a year" from Website 2026-03-02 answered 2026-03-04 won 2026-07-21
            customer lead "Hafenbetriebe Stade, bilge pumps" from Website 2026-07-06 answered 2026-07-06 lost 2026-07-28 "No budget this year"
            customer lead "Kowalczyk, two pumps for the quay" from Recommendation 2026-11-02 answered 2026-11-05 won 2026-11-23 C-1139
            customer lead "Delacroix, pump for the damping unit" from Telephone 2026-11-09 answered 2026-11-10
            customer lead "Lindner Schiffbau, trial run" from Website 2026-11-19
