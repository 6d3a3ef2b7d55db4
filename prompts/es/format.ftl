# Cómo escribe el español los números, el dinero, las fechas y las listas. Source: Unicode CLDR, locale "es".

decimal-mark = { "," }
group-mark = { "." }
# Numbers with fewer digits before the decimal mark are not grouped.
group-from = 5

money-symbol = { $number }{ "\u00A0" }{ $symbol }
money-code = { $number }{ "\u00A0" }{ $symbol }

expiry = { $month }/{ $year }

list-next = { $list }, { $item }
# $brand_is is the wire name of the item: before a word that begins with the sound of "i", "y" becomes "e".
list-last = { $brand_is ->
    [hiper] { $list } e { $item }
    [hipercard] { $list } e { $item }
   *[other] { $list } y { $item }
}

plural = { $count ->
    [one] one
   *[other] other
}

symbol-AUD = AUD
symbol-BRL = BRL
symbol-CAD = CAD
symbol-CNY = CNY
symbol-EUR = €
symbol-GBP = GBP
symbol-HKD = HKD
symbol-ILS = ILS
symbol-INR = INR
symbol-JPY = JPY
symbol-KRW = KRW
symbol-MXN = MXN
symbol-NZD = NZD
symbol-PHP = PHP
symbol-TWD = TWD
symbol-USD = US$
symbol-VND = ₫

# Another way to pay, where the operator named none.
other-ways = transferencia bancaria

# What a model is told to write in.
model-language = Spanish, addressing the customer as "usted"
# Cómo se abre una pregunta: con "¿", o con nada.
question-opens = ¿
# The letters of a model's wording, as ranges.
letters = a-z A-Z À-ɏ
