# Kestrel Print Works of Bristol: a small second organisation, which sees nothing of Meridian and is not seen by it.

2026-10-01  organisation "Kestrel Print Works" GBP zone Europe/London locale en-GB country GB
            setting  replyTo paul@meridian.example
            person   "Paul Hendricks" paul@meridian.example administrator
            as       "Paul Hendricks"
            customer K-01 "Harbour Books" terms "net 14"
            contact  K-01 "Mina Patel" email mina@harbourbooks.example phone "+44 117 000 0001"
            customer K-02 "Severn Rowing Club" terms "net 30"
            contact  K-02 "Owen Rees" email owen@severnrowing.example
            customer K-03 "Aldgate Interiors Ltd" terms "end of month + 14"
            contact  K-03 "Priya Shah" email priya.shah@aldgate.example phone "+44 20 0000 0003"
            invoice  KP-301 K-01 412.50 GBP
            invoice  KP-302 K-02 198.00 GBP
            night    until 2026-10-14
2026-10-15  payment  KP-301 412.50 GBP
            invoice  KP-303 K-03 1980.00 GBP
            night    until 2026-11-04
2026-11-05  invoice  KP-304 K-01 655.00 GBP
            night    until 2026-11-10
2026-11-11  call     K-02 reached "Owen: the treasurer is away until the 20th." expects 198.00 GBP on 2026-11-20 because payment_approved
            night    until 2026-11-22
2026-11-23  note     K-03 "Ask for the order number before the end of the month."
